import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "./holm.ts";

const rejected = (pValues: readonly number[], alpha: number) => holm(pValues, alpha).map((each) => each.rejected);

/** What Holm's procedure is short for: a hypothesis falls when Bonferroni rejects every group of hypotheses that it is in. */
function closedTesting(pValues: readonly number[], alpha: number): boolean[] {
  return pValues.map((_, hypothesis) => {
    for (let group = 1; group < 2 ** pValues.length; group++) {
      if (((group >> hypothesis) & 1) === 0) continue;
      const members = pValues.filter((_, at) => ((group >> at) & 1) === 1);
      if (Math.min(...members) > alpha / members.length) return false;
    }
    return true;
  });
}

test("rejects what closed testing rejects", () => {
  const pValue = fc.oneof(fc.double({ min: 0, max: 0.06, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }));
  fc.assert(
    fc.property(fc.array(pValue, { maxLength: 8 }), (pValues) => {
      expect(rejected(pValues, 0.05)).toEqual(closedTesting(pValues, 0.05));
    }),
    { numRuns: 1000 },
  );
});

test("whatever is rejected meets its level, and nothing else does", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { maxLength: 50 }), (pValues) => {
      for (const [at, decision] of holm(pValues, 0.05).entries())
        expect(pValues[at]! <= decision.level).toBe(decision.rejected);
    }),
  );
});

test("step by step", () => {
  expect(holm([0.01, 0.04, 0.03, 0.005], 0.05)).toEqual([
    { rejected: true, level: 0.05 / 3 },
    { rejected: false, level: 0.025 },
    { rejected: false, level: 0.025 },
    { rejected: true, level: 0.0125 },
  ]);
});

test("just at the level, equal ones, nothing, none that can be", () => {
  expect(rejected([0.05], 0.05)).toEqual([true]);
  expect(rejected([0.025, 0.025], 0.05)).toEqual([true, true]);
  expect(holm([], 0.05)).toEqual([]);
  expect(rejected([Number.POSITIVE_INFINITY, 0.02, 7], 0.05)).toEqual([false, false, false]);
  expect(rejected([Number.POSITIVE_INFINITY, 0.01, 7], 0.05)).toEqual([false, true, false]);
});
