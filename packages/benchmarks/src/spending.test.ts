import fc from "fast-check";
import { expect, test } from "vitest";
import { lookPlan, SPENDING, spendingShares } from "./spending.ts";

test.each<[least: number, most: number, looks: readonly number[]]>([
  [6, 15, [6, 9, 15]],
  [6, 30, [6, 9, 14, 21, 30]],
  [6, 6, [6]],
  [6, 7, [6, 7]],
  [1, 2, [1, 2]],
  [6, 60, [6, 9, 14, 21, 32, 48, 60]],
])("from %d to %d rounds", (least, most, looks) => {
  expect(lookPlan(least, most)).toEqual(looks);
});

test("looks ascend from the least to the most, and are few", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 500 }), (least, more) => {
      const most = least + more;
      const looks = lookPlan(least, most);
      expect(looks[0]).toBe(least);
      expect(looks.at(-1)).toBe(most);
      for (let at = 1; at < looks.length; at++) expect(looks[at]).toBeGreaterThan(looks[at - 1]!);
      expect(looks.length).toBeLessThanOrEqual(3 + Math.log(most / least) / Math.log(1.5));
      if (most <= 10 * least && least >= 6) expect(looks.length).toBeLessThanOrEqual(7);
    }),
  );
});

test.each(Object.entries(SPENDING))("shares for %s sum to one at the end and never to more", (_, exponent) => {
  const looks = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(looks, fc.integer({ min: 0, max: 20 }), fc.boolean(), (made, later, ended) => {
      const most = made.at(-1)! + later;
      const shares = spendingShares(made, most, ended, exponent);
      const sum = shares.reduce((total, share) => total + share, 0);
      expect(shares.every((share) => share > 0)).toBe(true);
      expect(sum).toBeCloseTo(ended ? 1 : (made.at(-1)! / most) ** exponent, 12);
      // What an early look may spend does not depend on what comes after it.
      if (made.length > 1)
        expect(spendingShares(made.slice(0, -1), most, false, exponent)).toEqual(shares.slice(0, -1));
    }),
  );
});

test("an early regression needs more than a late one, an early all-clear does not", () => {
  const [early, , late] = spendingShares([5, 10, 15], 15, true, SPENDING.regression);
  expect(early).toBeCloseTo(1 / 27, 12);
  expect(late).toBeCloseTo(19 / 27, 12);
  for (const share of spendingShares([5, 10, 15], 15, true, SPENDING.noRegression))
    expect(share).toBeCloseTo(1 / 3, 12);
});

test("a run that ends early spends the rest at its last look", () => {
  expect(spendingShares([6], 15, true, SPENDING.regression)).toEqual([1]);
  expect(spendingShares([6, 9], 15, true, SPENDING.regression)[1]).toBeCloseTo(1 - 0.4 ** 3, 12);
});
