import { describe, expect, test } from "vitest";
import { criteria, judge, judgeTimed, MAX_ROUNDS, timed } from "../testing/timed-rounds.ts";
import type { Comparison, ComparisonVerdict } from "./comparison.ts";
import type { Direction } from "./model.ts";
import { normalQuantile } from "./normal.ts";
import { seededRandom } from "./random.ts";
import type { Stratum } from "./rank-sum.ts";
import { Shift } from "./shift.ts";

/** Rounds of a base of 1000 with a little noise, and of a head that is `factor` times it. */
function noisy(factor: number, noise: number, count = MAX_ROUNDS, seed = "noise"): readonly Stratum[] {
  const random = seededRandom(`${seed} ${factor} ${noise}`);
  const run = () => 1000 * Math.exp(noise * (random() + random() - 1));
  return Array.from({ length: count }, () => ({
    base: [run(), run()],
    head: [run() * factor, run() * factor],
  }));
}

describe("verdicts", () => {
  test.each<[name: string, rounds: readonly Stratum[], better: Direction, verdict: ComparisonVerdict]>([
    ["a tenth slower", noisy(1.1, 0.02), "lower", "regressed"],
    ["a tenth faster", noisy(0.9, 0.02), "lower", "improved"],
    ["nothing", noisy(1, 0.02), "lower", "ok"],
    ["slower, but by less than the margin", noisy(1.03, 0.01), "lower", "ok"],
    ["faster, but by less than the margin", noisy(0.97, 0.01), "lower", "ok"],
    ["noise larger than the margin", noisy(1, 0.5), "lower", "inconclusive"],
    ["a tenth slower in noise larger than that", noisy(1.1, 0.8), "lower", "inconclusive"],
    ["a tenth faster in noise larger than that", noisy(0.9, 0.8), "lower", "inconclusive"],
    ["a rate that falls by a tenth", noisy(0.9, 0.02), "higher", "regressed"],
    ["a rate that grows by a tenth", noisy(1.1, 0.02), "higher", "improved"],
    ["the same rate", noisy(1, 0.02), "higher", "ok"],
    ["all values equal", noisy(1, 0), "lower", "ok"],
    ["no noise, just the margin slower", exactly(100, 105), "lower", "regressed"],
    ["no noise, just the margin faster", exactly(100, 95), "lower", "improved"],
    ["a rate that falls by just the margin", exactly(100, 95), "higher", "regressed"],
    ["no noise, just below the margin", exactly(1000, 1049), "lower", "ok"],
    // 100/95.2 - 1 is more than 5 %, but what is shown is 4.8 % less.
    ["a rate just within the margin", exactly(100, 95.2), "higher", "ok"],
    ["a rate just beyond the margin", exactly(100, 94.9), "higher", "regressed"],
    ["faster, just within the margin", exactly(100, 95.2), "lower", "ok"],
    ["nothing is measured on either side", exactly(0, 0), "lower", "ok"],
    ["a time from nothing", exactly(0, 1e6), "lower", "regressed"],
    ["a time that is gone", exactly(1000, 0), "lower", "improved"],
    ["a rate that is gone", exactly(1000, 0), "higher", "regressed"],
    ["a rate from nothing", exactly(0, 1000), "higher", "improved"],
    ["one round of two and two", noisy(2, 0.01, 1), "lower", "inconclusive"],
    ["three rounds", noisy(2, 0.01, 3), "lower", "regressed"],
    ["four rounds", noisy(2, 0.01, 4), "lower", "regressed"],
    ["one run a side", [{ base: [100], head: [300] }], "lower", "inconclusive"],
    [
      "reports without rounds",
      [{ base: [10, 11, 12, 13, 14, 15], head: [20, 21, 22, 23, 24, 25] }],
      "lower",
      "regressed",
    ],
  ])("%s", (_, rounds, better, verdict) => {
    expect(judge(rounds, better).verdict).toBe(verdict);
  });

  function exactly(base: number, head: number): readonly Stratum[] {
    return Array.from({ length: 10 }, () => ({ base: [base, base], head: [head, head] }));
  }

  test("the numbers of a regression", () => {
    const { base, head, change, low, high, margin, samples, reason } = judge(noisy(1.1, 0.02));
    expect(base).toBeCloseTo(1000, -2);
    expect(head).toBeCloseTo(1100, -2);
    expect(change).toBeCloseTo(0.1, 1);
    expect(low).toBeGreaterThan(0.08);
    expect(high).toBeLessThan(0.12);
    expect({ margin, samples, reason }).toEqual({ margin: 0.05, samples: 15, reason: undefined });
  });

  test("the numbers of an improvement", () => {
    const { verdict, change, low, high } = judge(noisy(0.94, 0.01));
    expect(verdict).toBe("improved");
    expect(change).toBeCloseTo(-0.06, 2);
    expect(low).toBeLessThan(change!);
    expect(high).toBeGreaterThan(change!);
    expect(high).toBeLessThan(-0.04);
  });

  test("what noise leaves open needs no more rounds where there are enough of them", () => {
    const comparison = judge(noisy(1, 0.5));
    expect(comparison).not.toHaveProperty("needed");
    expect(comparison).not.toHaveProperty("reason");
  });

  test("the numbers of a rate that falls have its own sign and order", () => {
    const { change, low, high } = judge(noisy(0.9, 0.02), "higher");
    expect(change).toBeCloseTo(-0.1, 1);
    expect(low).toBeLessThan(change!);
    expect(high).toBeGreaterThan(change!);
    expect(high).toBeLessThan(-0.08);
  });

  test("the same change of time and of rate gets the same verdict and mirrored numbers", () => {
    const rounds = noisy(1.2, 0.03);
    const rates = rounds.map(({ base, head }) => ({ base: base.map((x) => 1e6 / x), head: head.map((x) => 1e6 / x) }));
    const [time, rate] = [judge(rounds), judge(rates, "higher")];
    expect(rate.verdict).toBe(time.verdict);
    expect((1 + rate.change!) * (1 + time.change!)).toBeCloseTo(1, 5);
    expect((1 + rate.low!) * (1 + time.high!)).toBeCloseTo(1, 2);
  });

  test("what an early look has ruled out is not ok when later rounds show it", () => {
    const rounds = noisy(1, 0.001).map(({ base, head }, at) => ({
      base,
      head: head.map((value) => (at < 6 ? value : 1.1 * value)),
    }));
    expect(judge(rounds.slice(0, 6)).verdict).toBe("ok");
    const { verdict, change } = judge(rounds);
    expect(change).toBeGreaterThan(0.05);
    expect(verdict).toBe("inconclusive");
  });

  test("a rate cannot fall by more than all of itself, however noisy", () => {
    expect(judge(noisy(1, 6, 6)).detectable).toBeGreaterThan(1);
    const { detectable } = judge(noisy(1, 6, 6), "higher");
    expect(detectable).toBeGreaterThan(0.5);
    expect(detectable).toBeLessThan(1);
  });

  test("from nothing the change is without end", () => {
    expect(judge(exactly(0, 1e6))).toMatchObject({ change: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY });
    expect(judge(exactly(0, 0))).toMatchObject({ change: 0, high: expect.closeTo(0, 5) });
  });

  test("too few runs say so, and no change could have been seen in them", () => {
    for (const rounds of [noisy(2, 0.01, 1), [{ base: [1, 1, 1], head: [2, 2, 2, 2, 2, 2] }]]) {
      const { reason, needed, detectable } = judge(rounds);
      expect(reason).toMatch(/^too few runs to call any change: [23] a side, and it takes 4$/);
      expect(needed).toBe(4);
      expect(detectable).toBe(Number.POSITIVE_INFINITY);
    }
    // One over the ways to choose 8 of 16 is enough for a hundred, of 7 of 14 it is not.
    const runs = [{ base: [1, 2, 3, 4], head: [5, 6, 7, 8] }];
    const reports = judgeTimed(
      Array.from({ length: 200 }, () => timed(runs)),
      criteria(0.05, 0, 0.025),
    );
    expect(reports[0]).toMatchObject({ needed: 8, reason: expect.stringMatching(/4 a side, and it takes 8$/) });
    // Three rounds could show something alone, but not among two hundred.
    const rounds = noisy(2, 0.01, 3);
    expect(judge(rounds).detectable).toBeLessThan(1);
    const many = judgeTimed(
      Array.from({ length: 200 }, () => ({ ...timed(rounds), minRounds: 6 })),
      criteria(0.05),
    );
    expect(many[0]).toMatchObject({ detectable: Number.POSITIVE_INFINITY, needed: 5 });
    expect(many[0]!.reason).toBe("too few rounds to call any change: 3, and it takes 5");
  });
});

describe("looks", () => {
  const ROUNDS = {
    "calm rounds": noisy(1.1, 0.05, 9),
    "noisy rounds": noisy(1.6, 0.3, 9),
    "rounds that get noisy": [...noisy(1.2, 0.02, 6), ...noisy(1.2, 0.5, 3)],
  };
  const LOOKS = [6, 9];
  const log = (values: readonly number[], sign: number) => values.map((value) => sign * Math.log(value));
  /** The shifts of the logarithm of cost at each look. */
  const shifts = (rounds: readonly Stratum[], sign: number) =>
    LOOKS.map(
      (look) =>
        new Shift(rounds.slice(0, look).map(({ base, head }) => ({ base: log(base, sign), head: log(head, sign) }))),
    );

  test.each<[keyof typeof ROUNDS, Direction, boolean]>([
    ["calm rounds", "lower", true],
    ["calm rounds", "lower", false],
    ["calm rounds", "higher", true],
    ["calm rounds", "higher", false],
    ["noisy rounds", "lower", true],
    ["noisy rounds", "lower", false],
    ["noisy rounds", "higher", false],
    ["rounds that get noisy", "lower", true],
    ["rounds that get noisy", "higher", false],
  ])("the interval is the best of all of them, each at its share: %s, %s, ended %s", (measured, better, ended) => {
    const rounds =
      better === "lower" ? ROUNDS[measured] : ROUNDS[measured].map(({ base, head }) => ({ base: head, head: base }));
    const [alpha, sign] = [0.05, better === "lower" ? 1 : -1];
    const [result] = judgeTimed([{ ...timed(rounds, better, ended), looks: LOOKS }], criteria(0.05, 0, alpha));
    const levels = [alpha / 2, ended ? alpha / 2 : alpha / 6];
    const at = shifts(rounds, sign);
    const low = Math.max(...at.map((shift, look) => shift.lowerBound(levels[look]!)));
    const high = Math.min(...at.map((shift, look) => shift.upperBound(levels[look]!)));
    const ends = [Math.expm1(sign * low), Math.expm1(sign * high)].sort((a, b) => a - b);
    expect([result!.low, result!.high]).toEqual(ends.map((end) => expect.closeTo(end, 5)));
    expect(result!.change).toBe(Math.expm1(sign * at[1]!.estimate));
    expect(result).toMatchObject({ verdict: "regressed", samples: 9, benchmark: "b", metric: { better } });
    // Evidence against half the margin, then four times in five.
    const deviation = at[1]!.deviation;
    const slower = better === "lower" ? Math.log(1.05) : -Math.log(0.95);
    const evidence = slower / 2 + normalQuantile(levels[1]!) * deviation;
    const cost = Math.max(evidence, slower) + normalQuantile(0.2) * deviation;
    expect(result!.detectable).toBeCloseTo(better === "lower" ? Math.expm1(cost) : -Math.expm1(-cost), 9);
  });

  test("one that ran in rounds has as many samples as rounds, another as many as its smaller side's runs", () => {
    const rounds = [{ base: [1, 2, 3, 4, 5], head: [1, 2, 3, 4] }];
    const samples = (more: object) => judgeTimed([{ ...timed(rounds), ...more }], criteria(0.05))[0]!.samples;
    expect([samples({}), samples({ minRounds: 6 })]).toEqual([4, 1]);
  });
});

describe("the absolute floor", () => {
  const times = (base: number, head: number) =>
    Array.from({ length: 10 }, () => ({ base: [base, base], head: [head, head] }));

  test.each<[base: number, head: number, verdict: ComparisonVerdict, margin: number]>([
    [1, 3, "ok", 5],
    [1, 5.9, "ok", 5],
    [1, 6.1, "regressed", 5],
    // It cannot get faster by more than it took.
    [1, 0.001, "ok", 5],
    [50, 54, "ok", 0.1],
    [50, 56, "regressed", 0.1],
    [1000, 1051, "regressed", 0.05],
    [0, 4, "ok", 5e6],
    [0, 6, "regressed", 5e6],
  ])("5 ns: %d ns to %d ns is %s", (base, head, verdict, margin) => {
    const comparison = judge(times(base, head), "lower", 0.05, 5);
    expect(comparison.verdict).toBe(verdict);
    expect(comparison.margin! / margin).toBeCloseTo(1, 9);
  });

  test("of a rate that cannot fall so far", () => {
    expect(judge(times(3, 0.01), "higher", 0.05, 5).verdict).toBe("ok");
    expect(judge(times(100, 94), "higher", 0.05, 5).verdict).toBe("regressed");
    expect(judge(times(100, 94), "higher", 0.05, 7).verdict).toBe("ok");
  });
});

describe("a family", () => {
  test("the slow one stands out of two hundred, and nothing else does", () => {
    const family = Array.from({ length: 200 }, (_, at) => timed(noisy(at === 77 ? 1.15 : 1, 0.04, 15, `${at}`)));
    const verdicts = judgeTimed(family, criteria(0.05)).map(({ verdict }) => verdict);
    expect(verdicts.flatMap((verdict, at) => (verdict === "regressed" ? [at] : []))).toEqual([77]);
    expect(verdicts.filter((verdict) => verdict === "improved")).toEqual([]);
  });

  test("more company needs more evidence", () => {
    // Four rounds all apart: 1/1296, enough for one and not for a hundred.
    const rounds = noisy(1.5, 0.01, 4);
    const among = (count: number) =>
      judgeTimed(
        [timed(rounds), ...Array.from({ length: count - 1 }, () => timed(noisy(1, 0.01, 4)))],
        criteria(0.05),
      )[0]!;
    expect(among(1).verdict).toBe("regressed");
    expect(among(20).verdict).toBe("regressed");
    expect(among(100).verdict).toBe("inconclusive");
    // What is ok is not paid for by others.
    expect(
      judgeTimed(
        Array.from({ length: 100 }, () => timed(noisy(1, 0.01))),
        criteria(0.05),
      ).map(({ verdict }) => verdict),
    ).toEqual(new Array(100).fill("ok"));
  });

  test.each<[number, ComparisonVerdict]>([
    [1.5, "regressed"],
    [0.5, "improved"],
  ])("after ten that are clear the last one has all of alpha: times %d", (factor, verdict) => {
    // Three rounds all apart: 1/216 is more than an eleventh of 1/20.
    const family = [...Array.from({ length: 10 }, () => timed(noisy(factor, 0.01, 9))), timed(noisy(factor, 0.01, 3))];
    expect(judgeTimed(family, criteria(0.05)).map((each) => each.verdict)).toEqual(new Array(11).fill(verdict));
  });

  test("the interval of an improvement is that of the whole family", () => {
    const rounds = noisy(0.8, 0.1);
    const [among] = judgeTimed(
      [timed(rounds), ...Array.from({ length: 19 }, () => timed(noisy(1, 0.1)))],
      criteria(0.05),
    );
    expect(among!.verdict).toBe("improved");
    expect(among!.high).toBeGreaterThan(judge(rounds).high! + 0.001);
  });

  test("nothing", () => expect(judgeTimed([], criteria(0.05))).toEqual([]));
});

describe("a second draw", () => {
  const steady = (base: number, head: number) =>
    Array.from({ length: 9 }, () => ({ base: [base, base], head: [head, head] }));
  const drawn = (factor: number, noise: number, second?: readonly Stratum[]) =>
    judgeTimed([{ ...timed(noisy(factor, noise, 9)), ...(second && { second }) }], criteria(0.05))[0]!;

  test.each<[name: string, comparison: Comparison, verdict: ComparisonVerdict, outcome: string | undefined]>([
    ["is not asked for by a clear regression", drawn(1.2, 0.02), "regressed", undefined],
    ["is asked for where noise leaves open more than half the margin", drawn(1.5, 0.3), "regressed", "none"],
    ["that says the same", drawn(1.5, 0.3, noisy(1.5, 0.3, 9, "again")), "regressed", "confirmed"],
    ["that contradicts it", drawn(1.5, 0.3, noisy(1, 0.3, 9, "again")), "inconclusive", "not-confirmed"],
    [
      "that is too noisy to say the same",
      drawn(1.5, 0.3, noisy(1.06, 0.6, 9, "again")),
      "inconclusive",
      "not-confirmed",
    ],
    ["that shows less than the margin", drawn(1.5, 0.3, noisy(1.04, 0.005, 9, "again")), "inconclusive", "refuted"],
    ["that shows just the margin", drawn(1.5, 0.3, steady(100, 105)), "regressed", "confirmed"],
    ["that shows little more than it", drawn(1.5, 0.3, noisy(1.08, 0.01, 9, "again")), "regressed", "confirmed"],
    ["of noise alone", drawn(1.5, 0.3, noisy(1.3, 2, 9, "again")), "inconclusive", "not-confirmed"],
    // What time cut short excuses nobody: a slower head leaves less of it.
    ["that time cut short", drawn(1.5, 0.3, noisy(1, 0.3, 8, "again")), "regressed", "unfinished"],
    ["of a regression that is clear by now", drawn(1.2, 0.02, noisy(1.2, 0.02, 9, "again")), "regressed", "confirmed"],
    ["of what is no regression", drawn(1, 0.02, noisy(1.5, 0.02, 9, "again")), "ok", undefined],
  ])("%s", (_, comparison, verdict, outcome) => {
    expect([comparison.verdict, comparison.secondDraw?.outcome]).toEqual([verdict, outcome]);
  });

  test.each<Direction>(["lower", "higher"])("has the sign of its metric: %s", (better) => {
    const of = (rounds: readonly Stratum[]) =>
      better === "lower" ? rounds : rounds.map(({ base, head }) => ({ base: head, head: base }));
    const second = of(noisy(1.5, 0.3, 9, "again"));
    const [result] = judgeTimed([{ ...timed(of(noisy(1.5, 0.3, 9)), better), second }], criteria(0.05));
    expect(result).toMatchObject({ verdict: "regressed", secondDraw: { outcome: "confirmed", rounds: 9 } });
    expect(result!.secondDraw!.change).toBe(judge(second, better).change);
  });

  test("goes on while it says neither, and is looked at as it grows", () => {
    const vague = noisy(1.06, 0.6, 9, "again");
    const longer = [...vague, ...noisy(1.5, 0.3, 11, "later")];
    // Nine rounds and then fourteen are looks, ten and twenty are none.
    expect(drawn(1.5, 0.3, longer.slice(0, 10))).toEqual(drawn(1.5, 0.3, vague));
    expect(drawn(1.5, 0.3, longer).secondDraw).toMatchObject({ rounds: 14 });
    expect(drawn(1.5, 0.3, [...vague, ...noisy(1.8, 0.05, 60, "later")])).toMatchObject({
      verdict: "regressed",
      secondDraw: { outcome: "confirmed" },
    });
  });

  test("that rules out the margin ends it", () => {
    expect(drawn(1.5, 0.3, noisy(1, 0.01, 9, "again"))).toMatchObject({
      verdict: "inconclusive",
      secondDraw: { outcome: "refuted", rounds: 9 },
    });
  });

  test("changes none of the numbers of the first", () => {
    const { secondDraw: _, ...without } = drawn(1.5, 0.3);
    const { secondDraw: __, ...confirmed } = drawn(1.5, 0.3, noisy(1.5, 0.3, 9, "again"));
    expect(confirmed).toEqual(without);
  });
});
