import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDeep } from "../../reading/testing/depth.ts";
import { type Random, seededRandom } from "./random.ts";
import { type RankSum, RankSumTest, type Stratum } from "./rank-sum.ts";

/** All runs, ranked together with midranks; the ranks of each stratum, the head's first. */
function ranksOf(strata: readonly Stratum[]): readonly (readonly number[])[] {
  const all = strata.flatMap(({ base, head }) => [...head, ...base]);
  const rank = (value: number) =>
    all.filter((other) => other < value).length + (all.filter((other) => other === value).length + 1) / 2;
  return strata.map(({ base, head }) => [...head, ...base].map(rank));
}

function choices(values: readonly number[], count: number): readonly number[] {
  if (count === 0) return [0];
  return values.flatMap((value, at) => choices(values.slice(at + 1), count - 1).map((sum) => sum + value));
}

/** Every way to swap, one by one. */
function bruteForce(strata: readonly Stratum[]): RankSum {
  const ranks = ranksOf(strata);
  let sums = [0];
  let observed = 0;
  for (const [at, { head }] of strata.entries()) {
    const ways = choices(ranks[at]!, head.length);
    sums = sums.flatMap((sum) => ways.map((way) => sum + way));
    observed += ranks[at]!.slice(0, head.length).reduce((sum, rank) => sum + rank, 0);
  }
  return {
    greater: sums.filter((sum) => sum >= observed - 1e-9).length / sums.length,
    less: sums.filter((sum) => sum <= observed + 1e-9).length / sums.length,
  };
}

/** For two against two in each stratum: the whole distribution, added up round by round. */
function roundByRound(strata: readonly Stratum[]): number {
  const ranks = ranksOf(strata);
  let chances = new Map([[0, 1]]);
  let observed = 0;
  for (const each of ranks) {
    const ways = choices(each, 2);
    const next = new Map<number, number>();
    for (const [sum, chance] of chances)
      for (const way of ways) next.set(sum + way, (next.get(sum + way) ?? 0) + chance / ways.length);
    chances = next;
    observed += each[0]! + each[1]!;
  }
  let greater = 0;
  for (const [sum, chance] of chances) if (sum >= observed) greater += chance;
  return greater;
}

const testOf = (strata: readonly Stratum[]) => new RankSumTest(strata);

const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 });
const strataOfAnySize = fc.array(fc.record({ base: values, head: values }), { minLength: 1, maxLength: 3 });
const two = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 });
const rounds = fc.array(fc.record({ base: two, head: two }), { minLength: 1, maxLength: 5 });

describe("against all swaps", () => {
  test.each([
    ["strata of any sizes, with ties", strataOfAnySize],
    ["rounds of two against two", rounds],
  ])("%s", (_, strata) => {
    fc.assert(
      fc.property(strata, fc.integer({ min: -3, max: 3 }), (all, shift) => {
        const expected = bruteForce(all.map(({ base, head }) => ({ base, head: head.map((value) => value - shift) })));
        const { greater, less } = testOf(all).test(shift);
        expect(greater).toBeCloseTo(expected.greater, 9);
        expect(less).toBeCloseTo(expected.less, 9);
      }),
      { numRuns: 300 },
    );
  });

  test("more on one side", () => {
    const stratum = { base: [3, 1, 4, 1, 5, 9, 2, 6], head: [5, 3, 5, 8] };
    const { greater, less } = testOf([stratum]).test(0);
    const expected = bruteForce([stratum]);
    expect(greater).toBeCloseTo(expected.greater, 12);
    expect(less).toBeCloseTo(expected.less, 12);
  });

  test("ties of unequal sizes, where benchstat says 0", () => {
    const base = [100, 100, 100, 100, 100, 100, 100, 101, 102];
    const head = Array.from({ length: 10 }, () => 100);
    // C(9, 2) / C(19, 2) of the ways have both large values in the base.
    expect(testOf([{ base, head }]).less(0)).toBeCloseTo(36 / 171, 12);
  });

  test("what the sides have nothing of says nothing", () => {
    const stratum = { base: [1, 2, 3], head: [2, 4] };
    const alone = testOf([stratum]).test(0);
    expect(testOf([{ base: [], head: [100, 100] }, stratum, { base: [-5], head: [] }]).test(0)).toEqual(alone);
    expect(testOf([{ base: [1], head: [] }]).test(0)).toEqual({ greater: 1, less: 1 });
    expect(testOf([]).test(0)).toEqual({ greater: 1, less: 1 });
  });

  test("all values equal: nothing is surprising", () => {
    for (const count of [1, 5, 15]) {
      const strata = Array.from({ length: count }, () => ({ base: [7, 7], head: [7, 7] }));
      expect(testOf(strata).test(0)).toEqual({ greater: 1, less: 1 });
      expect(testOf(strata).score(0)).toBe(0);
    }
  });
});

describe("without ties, one stratum", () => {
  /** The classical counts in integers: ways to U out of `heads` and `bases`. */
  function counts(heads: number, bases: number): bigint[] {
    const ways = Array.from({ length: heads + 1 }, () => new Array<bigint>(heads * bases + 1).fill(0n));
    ways[0]![0] = 1n;
    for (let rank = 0; rank < heads + bases; rank++)
      for (let k = Math.min(heads, rank + 1); k >= 1; k--)
        for (let u = heads * bases; u >= 0; u--) {
          const from = u - (rank - (k - 1));
          if (from >= 0) ways[k]![u] = ways[k]![u]! + ways[k - 1]![from]!;
        }
    return ways[heads]!;
  }

  test.each([
    [4, 4],
    [20, 20],
    [30, 30],
    [10, 60],
    [60, 10],
    [50, 50],
  ])("%d against %d, every value of U in both tails", (heads, bases) => {
    const ways = counts(heads, bases);
    const total = Number(ways.reduce((sum, each) => sum + each, 0n));
    for (let u = 0; u < ways.length; u += Math.max(1, Math.floor(ways.length / 40))) {
      // Heads stand above `full` of them all the base, one above the rest of it, the others above none.
      const full = Math.floor(u / bases);
      const head = Array.from({ length: heads }, (_, at) =>
        at < full ? bases + 1 + at : at === full ? (u % bases) + 0.5 : -1 - at,
      );
      const base = Array.from({ length: bases }, (_, at) => at + 1);
      const { greater, less } = testOf([{ base, head }]).test(0);
      const above = Number(ways.slice(u).reduce((sum, each) => sum + each, 0n)) / total;
      const below = Number(ways.slice(0, u + 1).reduce((sum, each) => sum + each, 0n)) / total;
      expect(Math.abs(greater / above - 1)).toBeLessThan(1e-9);
      expect(Math.abs(less / below - 1)).toBeLessThan(1e-9);
    }
  });
});

/** Rounds whose machine drifts. @param levels how finely the clock ticks; undefined for no ties. */
function drifting(random: Random, count: number, effect: number, levels?: number): readonly Stratum[] {
  const run = (round: number) => random() + random() + random() + (2 * round) / count;
  const ticks = (value: number) => (levels === undefined ? value : Math.round((value * levels) / 5));
  return Array.from({ length: count }, (_, round) => ({
    base: [ticks(run(round)), ticks(run(round))],
    head: [ticks(run(round) + effect), ticks(run(round) + effect)],
  }));
}

describe("many rounds of two against two", () => {
  // The relative error of all tails down to 1e-7: nothing up to a dozen rounds, where it is exact, then a saddlepoint's.
  test.each([
    [5, undefined, 1e-9],
    [8, undefined, 1e-9],
    [12, undefined, 0.002],
    [15, undefined, 0.005],
    [30, undefined, 0.005],
    [12, 100, 0.03],
    [15, 100, 0.03],
    [20, 30, 0.04],
    [30, 100, 0.04],
    // Clocks that tick so coarsely that the sums lie in clumps.
    [15, 6, 1e-9],
    [30, 3, 1e-9],
  ])("%d rounds, a clock of %s ticks: within %d of the whole distribution", (count, levels, tolerance) => {
    const random = seededRandom(`${count} ${levels}`);
    let seen = 0;
    for (let trial = 0; trial < 40; trial++) {
      const strata = drifting(random, count, (random() * 5) / Math.sqrt(count), levels);
      const exact = roundByRound(strata);
      if (exact > 0.5 || exact < 1e-7) continue;
      seen++;
      const error = testOf(strata).greater(0) / exact - 1;
      expect(error).toBeLessThan(tolerance);
      // A p-value that is too small is a false alarm.
      expect(error).toBeGreaterThan(-Math.min(tolerance, 0.005));
    }
    expect(seen).toBeGreaterThan(10);
  });

  test.each([1, 2, 5, 8, 15, 30, 100])("%d rounds that are all apart: exact at the very end", (count) => {
    const strata = Array.from({ length: count }, (_, at) => ({ base: [at, at + 0.5], head: [1000 + at, 2000 + at] }));
    expect(testOf(strata).greater(0) * 6 ** count).toBeCloseTo(1, 9);
    expect(testOf(strata).less(0)).toBeCloseTo(1, 2);
  });

  test("a thousand rounds stay finite from end to end", () => {
    const strata = drifting(seededRandom("long"), 1000, 0.1);
    const test = testOf(strata);
    for (let shift = -3; shift <= 3; shift += 0.25) {
      const { greater, less } = test.test(shift);
      for (const p of [greater, less]) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
      expect(greater + less).toBeGreaterThan(0.99);
    }
  });
});

describe("the approximation of large strata errs towards no change", () => {
  test.each([
    [20, 1, 1],
    [10, 3, 3],
    [1, 25, 25],
    [1, 4, 40],
  ])("%d strata of %d against %d", (count, bases, heads) => {
    const random = seededRandom(`${count} ${bases} ${heads}`);
    for (let trial = 0; trial < (isDeep ? 20 : 5); trial++) {
      const effect = (random() * 4) / Math.sqrt(count * Math.min(bases, heads));
      // Ties, or one stratum would be exact.
      const run = () => random() + random() + random();
      const ticks = (value: number) => Math.round(value * 8);
      const strata = Array.from({ length: count }, () => ({
        base: Array.from({ length: bases }, () => ticks(run())),
        head: Array.from({ length: heads }, () => ticks(run() + effect)),
      }));
      const exact = tailByConvolution(strata);
      const ratio = testOf(strata).greater(0) / exact;
      // Up to 4 % too small near the middle, where nothing is decided, and too large in the tails.
      if (exact < 0.5 && exact > 1e-12) expect(ratio).toBeGreaterThan(exact < 0.01 ? 0.95 : 0.92);
    }
  });

  function tailByConvolution(strata: readonly Stratum[]): number {
    const ranks = ranksOf(strata);
    let chances = new Map([[0, 1]]);
    let observed = 0;
    for (const [at, { head }] of strata.entries()) {
      let ways = Array.from({ length: head.length + 1 }, () => new Map<number, number>());
      ways[0]!.set(0, 1);
      for (const rank of ranks[at]!)
        ways = ways.map((sums, k) => {
          const more = new Map(sums);
          for (const [sum, count] of k > 0 ? ways[k - 1]! : [])
            more.set(sum + rank, (more.get(sum + rank) ?? 0) + count);
          return more;
        });
      const last = ways[head.length]!;
      const total = [...last.values()].reduce((sum, count) => sum + count, 0);
      const next = new Map<number, number>();
      for (const [sum, chance] of chances)
        for (const [more, count] of last) next.set(sum + more, (next.get(sum + more) ?? 0) + (chance * count) / total);
      chances = next;
      observed += ranks[at]!.slice(0, head.length).reduce((sum, rank) => sum + rank, 0);
    }
    let greater = 0;
    for (const [sum, chance] of chances) if (sum >= observed) greater += chance;
    return greater;
  }
});

describe("whatever the values", () => {
  test("a larger shift makes high ranks likelier and low ones less so", () => {
    fc.assert(
      fc.property(strataOfAnySize, fc.integer({ min: -14, max: 14 }), (strata, twice) => {
        const test = testOf(strata);
        const [one, next] = [test.test(twice / 2), test.test(twice / 2 + 0.5)];
        expect(next.greater).toBeGreaterThanOrEqual(one.greater - 1e-12);
        expect(next.less).toBeLessThanOrEqual(one.less + 1e-12);
        expect(test.excess(twice / 2 + 0.5)).toBeLessThanOrEqual(test.excess(twice / 2) + 1e-9);
      }),
    );
  });

  test("a side is as high as the other is low", () => {
    fc.assert(
      fc.property(fc.oneof(strataOfAnySize, rounds), fc.integer({ min: -6, max: 6 }), (strata, shift) => {
        const swapped = strata.map(({ base, head }) => ({ base: head, head: base }));
        const { greater, less } = testOf(strata).test(shift);
        const mirrored = testOf(swapped).test(-shift);
        expect(mirrored.less).toBeCloseTo(greater, 10);
        expect(mirrored.greater).toBeCloseTo(less, 10);
      }),
    );
  });

  test("only the order of values counts", () => {
    fc.assert(
      fc.property(fc.oneof(strataOfAnySize, rounds), (strata) => {
        const other = strata.map(({ base, head }) => ({ base: base.map(curve), head: head.map(curve) }));
        expect(testOf(other).test(0)).toEqual(testOf(strata).test(0));
      }),
    );
  });

  test("neither the order of the runs within a side nor that of the rounds counts", () => {
    fc.assert(
      fc.property(fc.oneof(strataOfAnySize, rounds), (strata) => {
        const reversed = strata
          .map(({ base, head }) => ({ base: base.toReversed(), head: head.toReversed() }))
          .reverse();
        const { greater, less } = testOf(strata).test(0);
        expect(testOf(reversed).greater(0)).toBeCloseTo(greater, 12);
        expect(testOf(reversed).less(0)).toBeCloseTo(less, 12);
      }),
    );
  });

  test("the question of one shift leaves no trace in the answer to another", () => {
    const test = testOf(drifting(seededRandom("twice"), 9, 0.3));
    const first = test.test(0.1);
    test.test(-2);
    test.excess(5);
    expect(test.test(0.1)).toEqual(first);
  });

  test("drift from round to round costs nothing", () => {
    // Each round is twice as slow as the one before, and the head a little slower in each.
    const strata = Array.from({ length: 8 }, (_, at) => ({
      base: [2 ** at, 2 ** at * 1.01],
      head: [2 ** at * 1.02, 2 ** at * 1.03],
    }));
    expect(testOf(strata).greater(0)).toBeCloseTo(6 ** -8, 12);
    const together = { base: strata.flatMap(({ base }) => base), head: strata.flatMap(({ head }) => head) };
    expect(testOf([together]).greater(0)).toBeGreaterThan(0.2);
  });
});

const curve = (value: number) => Math.exp(value) - 100;
