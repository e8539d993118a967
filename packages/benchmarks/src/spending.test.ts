import fc from "fast-check";
import { expect, test } from "vitest";
import { lookShare, looksFrom } from "./spending.ts";

test.each<[least: number, most: number, looks: readonly number[]]>([
  [6, 15, [6, 9, 15]],
  [6, 30, [6, 9, 14, 21, 30]],
  [6, 6, [6]],
  [6, 4, [4]],
  [6, 7, [6, 7]],
  [1, 2, [1, 2]],
  [6, 60, [6, 9, 14, 21, 32, 48, 60]],
])("from %d to %d rounds", (least, most, looks) => {
  expect([...looksFrom(least, most)]).toEqual(looks);
});

test("looks ascend from the least to the most, and are few", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5000 }), (least, more) => {
      const most = least + more;
      const looks = [...looksFrom(least, most)];
      expect(looks[0]).toBe(least);
      expect(looks.at(-1)).toBe(most);
      for (let at = 1; at < looks.length; at++) expect(looks[at]).toBeGreaterThan(looks[at - 1]!);
      expect(looks.length).toBeLessThanOrEqual(4 + Math.log(most / least) / Math.log(1.5));
      // All but the last are those of a run without an end.
      const endless = looksFrom(least, Number.MAX_SAFE_INTEGER);
      for (const look of looks.slice(0, -1)) expect(look).toBe(endless.next().value);
    }),
  );
});

test("shares sum to one where the last look was bound to be the last, and never to more", () => {
  for (let looks = 1; looks < 60; looks++) {
    let spent = 0;
    for (let at = 0; at < looks - 1; at++) spent += lookShare(at, false);
    expect(spent + lookShare(looks - 1, true)).toBeCloseTo(1, 12);
    expect(spent + lookShare(looks - 1, false)).toBeLessThan(1);
  }
  expect([0, 1, 2, 3].map((at) => lookShare(at, false))).toEqual([1 / 2, 1 / 6, 1 / 12, 1 / 20]);
});
