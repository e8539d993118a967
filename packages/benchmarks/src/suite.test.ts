import { describe, expect, test } from "vitest";
import type { Comparison } from "./comparison.ts";
import type { Metric } from "./model.ts";
import { type Random, seededRandom } from "./random.ts";
import type { Stratum } from "./rank-sum.ts";
import { suiteCosts } from "./suite.ts";
import { judgeTimed, type TimedFamily, type TimedMetric } from "./timed.ts";

const TIME: Metric = { name: "time", unit: "ns", better: "lower", judgement: "timed" };
const RATE: Metric = { name: "rate", unit: "/s", better: "higher", judgement: "timed" };

function judge(metrics: readonly TimedMetric[], margin = 0.05, alpha = 0.05): TimedFamily {
  return judgeTimed(metrics, { alpha, margin: () => ({ relative: margin, absolute: 0 }) });
}

const value = (random: Random, level: number, noise: number) => level * (1 + noise * (random() - 0.5));

/** Benchmarks of very different sizes, each slower by its factor, in `rounds` rounds of two runs a side. */
function inRounds(factors: readonly number[], rounds: number, noise = 0.001, looks = [rounds]): TimedMetric[] {
  const random = seededRandom(`${factors} ${rounds}`);
  return factors.map((factor, at) => ({
    benchmark: `b${at}`,
    metric: TIME,
    rounds: Array.from({ length: rounds }, () => {
      const run = (times: number) => value(random, 10 ** (at % 7) * times, noise);
      return { base: [run(1), run(1)], head: [run(factor), run(factor)] };
    }),
    looks,
    ended: true,
    minRounds: 6,
  }));
}

/** The same in runs whose order nobody knows. */
function inRuns(factors: readonly number[], runs: number, noise = 0.001): TimedMetric[] {
  const random = seededRandom(`${factors} ${runs}`);
  return factors.map((factor, at) => {
    const side = (times: number) => Array.from({ length: runs }, () => value(random, 10 ** (at % 7) * times, noise));
    return {
      benchmark: `b${at}`,
      metric: TIME,
      rounds: [{ base: side(1), head: side(factor) }],
      looks: [1],
      ended: true,
    };
  });
}

const verdicts = (comparisons: readonly Comparison[]) => new Set(comparisons.map(({ verdict }) => verdict));
const all = (count: number, factor: number) => new Array<number>(count).fill(factor);

describe("everything got slower", () => {
  test.each<[name: string, metrics: TimedMetric[], named: boolean]>([
    ["twenty benchmarks twice as slow in five runs a side", inRuns(all(20, 2), 5), false],
    ["in six they can be named", inRuns(all(20, 2), 6), true],
    ["twenty in three rounds", inRounds(all(20, 2), 3), false],
    ["in four they can be named", inRounds(all(20, 2), 4), true],
    ["two benchmarks by a tenth", inRounds([1.1, 1.1], 6), true],
  ])("%s", (_, metrics, named) => {
    const { suite, comparisons } = judge(metrics);
    expect(suite?.verdict).toBe("regressed");
    expect(suite?.low).toBeGreaterThan(0.024);
    expect(verdicts(comparisons)).toEqual(new Set([named ? "regressed" : "inconclusive"]));
    for (const { needed } of comparisons) expect(needed !== undefined).toBe(!named);
  });

  test("its change is the geometric mean of the changes", () => {
    const { suite } = judge(inRounds([1.2, 1.1, 1.05, 1], 12));
    expect(suite?.change).toBeCloseTo((1.2 * 1.1 * 1.05) ** 0.25 - 1, 2);
    expect(suite?.metric).toEqual({ name: "suite", unit: "", better: "lower", judgement: "timed" });
  });

  test("two rounds cannot even tell that", () => {
    const { suite, comparisons } = judge(inRounds(all(20, 2), 2));
    expect(suite).toMatchObject({ verdict: "inconclusive", needed: 3 });
    expect(verdicts(comparisons)).toEqual(new Set(["inconclusive"]));
  });
});

describe("it is not called", () => {
  test.each<[name: string, factors: readonly number[]]>([
    ["where nothing changed", all(10, 1)],
    ["where one of ten got slower by a tenth", [1.1, ...all(9, 1)]],
    ["where half got as much faster", [...all(5, 1.3), ...all(5, 1 / 1.3)]],
  ])("%s", (_, factors) => {
    expect(judge(inRounds(factors, 9)).suite?.verdict).toBe("ok");
  });

  test("of one benchmark, which has all of alpha for itself", () => {
    const { suite, comparisons } = judge(inRounds([2], 2));
    expect(suite).toBeUndefined();
    expect(comparisons[0]?.verdict).toBe("regressed");
    // Beside another one it has four fifths of half of it.
    expect(judge(inRounds([2, 1], 2)).comparisons[0]?.verdict).toBe("inconclusive");
  });
});

test("once it is called, its part of alpha is that of the others as well", () => {
  // Three rounds have p = 1/216: too much for 4 % of nine, not for 5 % of nine.
  const first = (factor: number) => {
    const { suite, comparisons } = judge(inRounds([factor, ...all(8, 1)], 3));
    return [suite?.verdict === "regressed", comparisons[0]?.verdict];
  };
  expect(first(2)).toEqual([true, "regressed"]);
  expect(first(1.15)).toEqual([false, "inconclusive"]);
});

test("rates count the other way round, and those that may fall to nothing not at all", () => {
  const [time, rate] = inRounds([1.5, 1 / 1.5], 9) as [TimedMetric, TimedMetric];
  expect(judge([time, { ...rate, metric: RATE }]).suite).toMatchObject({ verdict: "regressed" });
  expect(judge([time, rate]).suite).toMatchObject({ verdict: "ok" });
  expect(judge([time, { ...rate, metric: RATE }], 2).suite).toBeUndefined();
});

describe("what its rounds are", () => {
  const costs = (...rounds: readonly Stratum[]) => rounds;
  const round = (base: readonly number[], head: readonly number[]): Stratum => ({ base, head });

  test("means of logarithms about the base's medians, process by process", () => {
    const { rounds } = suiteCosts([
      { costs: costs(round([0, 2], [1, 3])), looks: [1], ended: true },
      { costs: costs(round([10, 12], [11, 17])), looks: [1], ended: true },
    ]);
    expect(rounds).toEqual([round([Math.exp(-1), Math.exp(1)], [1, Math.exp(4)])]);
  });

  test("those that all have in common, and the looks at them", () => {
    const one = round([0, 0], [0, 0]);
    const { rounds, looks, ended } = suiteCosts([
      { costs: costs(one, one, one), looks: [2, 3], ended: true },
      { costs: costs(one, one), looks: [2], ended: false },
    ]);
    expect([rounds.length, looks, ended]).toEqual([2, [2], false]);
  });

  test.each<[name: string, members: readonly (readonly [rounds: number, ended: boolean])[], ended: boolean]>([
    [
      "its rounds ended if those of all did",
      [
        [2, true],
        [2, true],
      ],
      true,
    ],
    [
      "not if one's did not",
      [
        [2, true],
        [2, false],
      ],
      false,
    ],
    [
      "not if one was measured longer: the suite's last look was not bound to be the last",
      [
        [2, true],
        [3, true],
      ],
      false,
    ],
  ])("%s", (_, members, ended) => {
    const one = round([0, 0], [0, 0]);
    const suite = suiteCosts(
      members.map(([count, ended]) => ({ costs: Array(count).fill(one), looks: [count], ended })),
    );
    expect(suite.ended).toBe(ended);
  });

  test("as many runs as each has", () => {
    const { rounds } = suiteCosts([
      { costs: costs(round([0, 0, 0], [0])), looks: [1], ended: true },
      { costs: costs(round([0, 0], [0, 0])), looks: [1], ended: true },
    ]);
    expect(rounds).toEqual([round([1, 1], [1])]);
  });
});

test("rounds after the look at which noise left it vague are its second draw", () => {
  const metrics = (later: number) =>
    inRounds(all(4, 1.6), 18, 0.8, [6, 9, 14, 18]).map((metric) => ({
      ...metric,
      rounds: metric.rounds.map(({ base, head }, at) => ({
        base,
        head: at < 6 ? head : head.map((each) => (each * later) / 1.6),
      })),
    }));
  expect(judge(metrics(1.6)).suite).toMatchObject({ verdict: "regressed", secondDraw: { outcome: "confirmed" } });
  const { secondDraw, verdict } = judge(metrics(1)).suite!;
  expect([verdict, secondDraw?.outcome]).toEqual(["inconclusive", "refuted"]);
});
