import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComparisonVerdict } from "./comparison.ts";
import { judgeExact } from "./exact.ts";
import type { Direction } from "./model.ts";

function judge(base: readonly number[], head: readonly number[], tolerance = 0, better: Direction = "lower") {
  const metric = { name: "allocs/op", unit: "allocs/op", better, judgement: "exact" } as const;
  return judgeExact({ benchmark: "b", metric, base, head }, tolerance);
}

test.each<
  [name: string, base: number[], head: number[], tolerance: number, verdict: ComparisonVerdict, change: number]
>([
  ["nothing", [0], [0], 0, "ok", 0],
  ["a new cost", [0], [1], 0, "regressed", Number.POSITIVE_INFINITY],
  ["a new cost, whatever the tolerance", [0], [1], 0.5, "regressed", Number.POSITIVE_INFINITY],
  ["a cost that is gone", [1], [0], 0, "improved", -1],
  ["the same", [7, 7], [7], 0, "ok", 0],
  ["one more", [1000], [1001], 0, "regressed", 0.001],
  ["one less", [1000], [999], 0, "improved", -0.001],
  // 1000 * 1.001 is 1000.9999999999999 in floating point, and 100 * 0.29 is 28.999999999999996.
  ["just the tolerance more", [1000], [1001], 0.001, "ok", 0.001],
  ["just the tolerance more, 29 %", [100], [129], 0.29, "ok", 0.29],
  ["just the tolerance less, 29 %", [100], [71], 0.29, "ok", -0.29],
  ["one beyond the tolerance", [1_000_000_000], [1_290_000_001], 0.29, "regressed", 0.290000001],
  ["one beyond the tolerance, for the better", [1_000_000_000], [709_999_999], 0.29, "improved", -0.290000001],
  ["scatter of one side that explains it", [100, 120], [110, 130], 0.05, "inconclusive", 120 / 110 - 1],
  ["scatter with a gap too small to tell", [100, 104], [105.5, 120], 0.05, "inconclusive", 112.75 / 102 - 1],
  ["scatter within the tolerance", [100, 104], [101, 105], 0.05, "ok", 103 / 102 - 1],
  ["scatter, all of it beyond", [100, 104], [110, 130], 0.05, "regressed", 120 / 102 - 1],
  ["half of the runs have a new cost", [0, 0], [0, 1], 0, "inconclusive", Number.POSITIVE_INFINITY],
])("%s", (_, base, head, tolerance, verdict, change) => {
  const comparison = judge(base, head, tolerance);
  expect(comparison.verdict).toBe(verdict);
  expect(comparison.change).toBeCloseTo(change, 12);
  expect(comparison.reason === undefined).toBe(verdict !== "inconclusive");
  expect(comparison.samples).toBe(Math.min(base.length, head.length));
});

test.each<[base: number, head: number, verdict: ComparisonVerdict]>([
  [100, 95, "ok"],
  [100, 94, "regressed"],
  [100, 105, "ok"],
  [100, 106, "improved"],
  // 100 is more than 5 % above 95.2, but what is shown is 4.8 % less than 100.
  [100, 95.2, "ok"],
  [0, 3, "improved"],
  [3, 0, "regressed"],
])("where more is better: %d to %d", (base, head, verdict) => {
  expect(judge([base], [head], 0.05, "higher").verdict).toBe(verdict);
});

test("the change that is shown never contradicts the verdict", () => {
  const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 });
  const tolerances = fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(values, values, tolerances, fc.constantFrom("lower", "higher"), (base, head, tolerance, better) => {
      const { verdict, change, base: before, head: after } = judge(base, head, tolerance, better);
      const worse = better === "higher" ? before! - after! : after! - before!;
      const allowed = tolerance * before! * (1 + 1e-12);
      expect(Math.sign(change!)).toBe(Math.sign(after! - before!));
      if (verdict === "regressed") expect(worse).toBeGreaterThan(allowed);
      if (verdict === "improved") expect(-worse).toBeGreaterThan(allowed);
      if (verdict === "ok") expect(Math.abs(worse)).toBeLessThanOrEqual(allowed);
      // Swapped sides of the same values are never both worse.
      if (verdict === "regressed") expect(judge(head, base, tolerance, better).verdict).not.toBe("regressed");
    }),
    { numRuns: 2000 },
  );
});
