import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "./random.ts";
import type { Stratum } from "./rank-sum.ts";
import { Shift } from "./shift.ts";

/** Binary fractions: sums and differences of them are exact, so that moving all values neither makes nor breaks a tie. */
const finite = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 1024);
const rounds = fc.array(
  fc.record({
    base: fc.array(finite, { minLength: 2, maxLength: 2 }),
    head: fc.array(finite, { minLength: 2, maxLength: 2 }),
  }),
  { minLength: 3, maxLength: 9 },
);
const strata = fc.oneof(
  rounds,
  fc.array(
    fc.record({
      base: fc.array(finite, { minLength: 1, maxLength: 6 }),
      head: fc.array(finite, { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
);

/** What the bisection leaves open: a millionth of the range that the runs span, and then some. */
function resolution(all: readonly Stratum[]): number {
  const values = all.flatMap(({ base, head }) => [...base, ...head]);
  return 2e-6 * (Math.max(...values) - Math.min(...values)) + 1e-8;
}

describe("the bounds", () => {
  const levels = fc.constantFrom(0.2, 0.05, 0.01, 0.001);

  test("the lower one is rejected and just above it is not", () => {
    fc.assert(
      fc.property(strata, levels, (all, level) => {
        const shift = new Shift(all);
        const bound = shift.lowerBound(level);
        if (bound === Number.NEGATIVE_INFINITY) expect(shift.pAbove(-100)).toBeGreaterThan(level);
        else {
          expect(shift.pAbove(bound)).toBeLessThanOrEqual(level);
          expect(shift.pAbove(bound + resolution(all))).toBeGreaterThan(level);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the upper one is rejected and just below it is not", () => {
    fc.assert(
      fc.property(strata, levels, (all, level) => {
        const shift = new Shift(all);
        const bound = shift.upperBound(level);
        if (bound === Number.POSITIVE_INFINITY) expect(shift.pBelow(100)).toBeGreaterThan(level);
        else {
          expect(shift.pBelow(bound)).toBeLessThanOrEqual(level);
          expect(shift.pBelow(bound - resolution(all))).toBeGreaterThan(level);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the estimate lies between them, and a higher level draws them together", () => {
    fc.assert(
      fc.property(strata, (all) => {
        const shift = new Shift(all);
        const slack = resolution(all);
        expect(shift.lowerBound(0.2)).toBeLessThanOrEqual(shift.estimate + slack);
        expect(shift.upperBound(0.2)).toBeGreaterThanOrEqual(shift.estimate - slack);
        expect(shift.lowerBound(0.01)).toBeLessThanOrEqual(shift.lowerBound(0.2) + slack);
        expect(shift.upperBound(0.01)).toBeGreaterThanOrEqual(shift.upperBound(0.2) - slack);
      }),
    );
  });
});

describe("the estimate", () => {
  test.each<[name: string, all: readonly Stratum[], estimate: number]>([
    ["one run a side", [{ base: [3], head: [5] }], 2],
    ["all equal", [{ base: [3, 3], head: [3, 3] }], 0],
    ["the median of all differences of one stratum", [{ base: [0, 1, 10], head: [2, 4, 5] }], 2],
    ["an outlier costs a rank", [{ base: [1, 2, 3], head: [1, 2, 1000] }], 0],
    ["rounds that drift", [0, 10, 20, 30].map((at) => ({ base: [at, at + 1], head: [at + 2, at + 3] })), 2],
  ])("%s", (_, all, estimate) => {
    expect(new Shift(all).estimate).toBeCloseTo(estimate, 2);
  });

  test("moves with the head, and back with the base", () => {
    fc.assert(
      fc.property(strata, finite, (all, by) => {
        const moved = all.map(({ base, head }) => ({ base, head: head.map((value) => value + by) }));
        const swapped = all.map(({ base, head }) => ({ base: head, head: base }));
        const { estimate } = new Shift(all);
        // Both estimates are as exact as the bisection.
        expect(Math.abs(new Shift(moved).estimate - estimate - by)).toBeLessThan(2 * resolution([...all, ...moved]));
        expect(Math.abs(new Shift(swapped).estimate + estimate)).toBeLessThan(2 * resolution(all));
      }),
    );
  });
});

describe("simulated, with a machine that drifts", () => {
  function roundsOf(random: Random, count: number, effect: number): readonly Stratum[] {
    // A tail on the slow side, as runs have it.
    const run = (round: number) => -0.05 * Math.log(1 - random()) + 0.3 * Math.sin(round);
    return Array.from({ length: count }, (_, round) => ({
      base: [run(round), run(round)],
      head: [run(round) + effect, run(round) + effect],
    }));
  }

  test.each([
    [4, 0.1],
    [6, 0.1],
    [9, 0.05],
    [14, 0.1],
  ])("%d rounds: each bound at %d is missed no more often than that, and not much less", (count, level) => {
    const random = seededRandom(`${count} ${level}`);
    const TRIALS = 800;
    const EFFECT = 0.04;
    let below = 0;
    let above = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const shift = new Shift(roundsOf(random, count, EFFECT));
      if (shift.lowerBound(level) >= EFFECT) below++;
      if (shift.upperBound(level) <= EFFECT) above++;
    }
    const scatter = 3 * Math.sqrt(level * (1 - level) * TRIALS);
    for (const missed of [below, above]) {
      expect(missed).toBeLessThan(level * TRIALS + scatter);
      expect(missed).toBeGreaterThan(0.5 * level * TRIALS - scatter);
    }
  });

  test("the deviation is that of the estimate", () => {
    const random = seededRandom("deviation");
    const shifts = Array.from({ length: 400 }, () => new Shift(roundsOf(random, 8, 0.1)));
    const mean = shifts.reduce((sum, { estimate }) => sum + estimate, 0) / shifts.length;
    const spread = Math.sqrt(shifts.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0) / shifts.length);
    const claimed = shifts.reduce((sum, { deviation }) => sum + deviation, 0) / shifts.length;
    expect(mean).toBeCloseTo(0.1, 2);
    expect(claimed / spread).toBeGreaterThan(0.7);
    expect(claimed / spread).toBeLessThan(1.4);
  });
});
