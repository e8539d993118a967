import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks } from "./axis.ts";

test.each([
  [0.02, "-1 % 0 +1 % +2 %"],
  [0.07, "-5 % 0 +5 %"],
  [0.3, "-20 % -10 % 0 +10 % +20 % +30 %"],
  [0.75, "-50 % -33 % 0 +50 % +100 %"],
  [Math.log(20), "-95 % -90 % -80 % 0 +400 % +900 % +1900 %"],
])("an axis of %f has the ticks %s", (reach, texts) => {
  expect(
    axisTicks(reach)
      .map(({ text }) => text)
      .join(" "),
  ).toBe(texts);
});

test("there are ticks on both sides of zero, however far the axis goes", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: Math.log(20), noNaN: true }), (reach) => {
      const ticks = axisTicks(reach).map(({ at }) => at);
      expect(ticks.some((at) => at < 0)).toBe(true);
      expect(ticks.some((at) => at > 0)).toBe(true);
      expect(ticks.every((at) => Math.abs(at) <= reach * 1.001)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
