import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { criteria, judge, judgeTimed, timed } from "../testing/timed-rounds.ts";
import type { Comparison } from "./comparison.ts";
import { type Random, seededRandom } from "./random.ts";
import type { Stratum } from "./rank-sum.ts";
import type { TimedMetric } from "./timed.ts";

describe("simulated, with fixed seeds", () => {
  /** Runs with a slow tail, on a machine that drifts. */
  function drifting(random: Random, count: number, effect: number): readonly Stratum[] {
    const run = (round: number) => 1000 * Math.exp(-0.03 * Math.log(1 - random()) + 0.2 * Math.sin(round));
    return Array.from({ length: count }, (_, round) => ({
      base: [run(round), run(round)],
      head: [run(round) * effect, run(round) * effect],
    }));
  }

  test("looking after every round does not find what is not there", () => {
    const random = seededRandom("peeking");
    const margin = 0.05;
    const TRIALS = 400;
    let wrong = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      // Just half the margin: the most that is still no regression. At each of these looks alone 5 % would be wrong; together it is 15 %.
      const rounds = drifting(random, 12, Math.sqrt(1 + margin));
      const looks = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
      const metric = { ...timed(rounds), looks };
      const { low } = judgeTimed([metric], criteria(margin))[0]!;
      if (low! > Math.sqrt(1 + margin) - 1 + 1e-12) wrong++;
    }
    expect(wrong).toBeLessThan(0.05 * TRIALS + 2.5 * Math.sqrt(0.05 * 0.95 * TRIALS));
    expect(wrong).toBeGreaterThan(0);
  });

  test("a family of twelve equal programs is red in fewer than one run of twenty", () => {
    const random = seededRandom("family");
    const TRIALS = 60;
    let evident = 0;
    let red = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const family = Array.from({ length: 12 }, () => timed(drifting(random, 8, Math.sqrt(1.05))));
      const comparisons = judgeTimed(family, criteria(0.05));
      if (comparisons.some(({ low }) => low! > Math.sqrt(1.05) - 1 + 1e-12)) evident++;
      const equal = judgeTimed(
        Array.from({ length: 12 }, () => timed(drifting(random, 8, 1))),
        criteria(0.05),
      );
      if (equal.some(({ verdict }) => verdict === "regressed")) red++;
    }
    // Without Holm 46 % of the families would have one.
    expect(evident).toBeLessThanOrEqual(8);
    expect(red).toBe(0);
  });

  test("ok is wrong no more often than alpha", () => {
    const random = seededRandom("ok");
    const TRIALS = 300;
    let wrong = 0;
    for (let trial = 0; trial < TRIALS; trial++) if (judge(drifting(random, 15, 1.05)).verdict === "ok") wrong++;
    expect(wrong).toBeLessThan(0.05 * TRIALS + 2.5 * Math.sqrt(0.05 * 0.95 * TRIALS));
  });

  test("what is called detectable is detected four times in five", () => {
    const random = seededRandom("detectable");
    const TRIALS = 150;
    let claimed = 0;
    for (let trial = 0; trial < 30; trial++) claimed += judge(drifting(random, 10, 1)).detectable! / 30;
    let found = 0;
    for (let trial = 0; trial < TRIALS; trial++)
      if (judge(drifting(random, 10, 1 + claimed)).verdict === "regressed") found++;
    expect(found / TRIALS).toBeGreaterThan(0.65);
    expect(found / TRIALS).toBeLessThan(0.97);
  });
});

describe("the numbers that are shown never contradict the verdict", () => {
  const benchmark = fc.record({
    seed: fc.string({ maxLength: 4 }),
    count: fc.integer({ min: 1, max: 12 }),
    effect: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    noise: fc.constantFrom(0, 0.005, 0.03, 0.2),
    // Turns in the middle: early looks say something else than late ones.
    turn: fc.constantFrom(0, 0, 0.1, -0.1),
    ticks: fc.constantFrom(0, 0, 10, 100),
    better: fc.constantFrom("lower", "higher"),
    ended: fc.boolean(),
  });

  function build(each: typeof benchmark extends fc.Arbitrary<infer T> ? T : never): TimedMetric {
    const random = seededRandom(each.seed);
    const run = (effect: number) => {
      const value = 100 * Math.exp(effect + each.noise * (random() + random() - 1));
      return each.ticks === 0 ? value : Math.round(value / each.ticks) * each.ticks;
    };
    const rounds = Array.from({ length: each.count }, (_, at) => {
      const effect = each.effect + (at > each.count / 2 ? each.turn : 0);
      return { base: [run(0), run(0)], head: [run(effect), run(effect)] };
    });
    return timed(rounds, each.better, each.ended);
  }

  test("on random data", () => {
    fc.assert(
      fc.property(
        fc.array(benchmark, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0.01, 0.05, 0.21, 0.5),
        fc.constantFrom(0, 3, 150),
        (family, relative, absolute) => {
          for (const comparison of judgeTimed(family.map(build), criteria(relative, absolute))) check(comparison);
        },
      ),
      runs(400),
    );
  });

  function check({ verdict, metric, change, low, high, margin, detectable }: Comparison): void {
    expect(low).toBeLessThanOrEqual(change!);
    expect(high).toBeGreaterThanOrEqual(change!);
    expect(detectable).toBeGreaterThanOrEqual(metric.better === "higher" ? 0 : margin!);
    const isRate = metric.better === "higher";
    const worse = isRate ? -change! : change!;
    // On logarithms of cost.
    const [best, worst] = isRate ? [-Math.log1p(high!), -Math.log1p(low!)] : [Math.log1p(low!), Math.log1p(high!)];
    const up = Math.log1p(margin!);
    const down = margin! < 1 ? -Math.log1p(-margin!) : Number.POSITIVE_INFINITY;
    const [slower, faster] = isRate ? [down, up] : [up, down];
    const ROUNDING = 1e-9;
    if (verdict === "regressed") {
      expect(worse).toBeGreaterThanOrEqual(margin! * (1 - ROUNDING));
      expect(best).toBeGreaterThanOrEqual(slower / 2 - ROUNDING);
    } else if (worse >= margin!) expect(best).toBeLessThanOrEqual(slower / 2 + ROUNDING);
    if (verdict === "improved") {
      expect(-worse).toBeGreaterThanOrEqual(margin! * (1 - ROUNDING));
      expect(worst).toBeLessThanOrEqual(-faster / 2 + ROUNDING);
    }
    if (verdict === "ok") {
      expect(worse).toBeLessThan(margin!);
      expect(worst).toBeLessThanOrEqual(slower + ROUNDING);
    }
    if (verdict === "inconclusive") expect(worst).toBeGreaterThanOrEqual(slower - ROUNDING);
  }
});
