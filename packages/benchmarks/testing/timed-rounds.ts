import type { Comparison } from "../src/comparison.ts";
import type { Direction, Metric } from "../src/model.ts";
import type { Stratum } from "../src/rank-sum.ts";
import { looksFrom } from "../src/spending.ts";
import { judgeTimed as judgeFamily, type TimedCriteria, type TimedMetric } from "../src/timed.ts";

export const MAX_ROUNDS = 15;

/** A family without its suite. */
export const judgeTimed = (metrics: readonly TimedMetric[], criteria: TimedCriteria) =>
  judgeFamily(metrics, criteria).comparisons;

function metricOf(better: Direction): Metric {
  return { name: "time", unit: better === "higher" ? "/s" : "ns", better, judgement: "timed" };
}

/** A benchmark in rounds that were looked at from the sixth on, and at their end. */
export function timed(rounds: readonly Stratum[], better: Direction = "lower", ended = true): TimedMetric {
  const looks = [...[...looksFrom(6, MAX_ROUNDS)].filter((look) => look < rounds.length), rounds.length];
  return { benchmark: "b", metric: metricOf(better), rounds, looks, ended };
}

/** The same margin for all. */
export function criteria(relative: number, absolute = 0, alpha = 0.05) {
  return { alpha, margin: () => ({ relative, absolute }) };
}

/** A benchmark that is alone. */
export function judge(
  rounds: readonly Stratum[],
  better: Direction = "lower",
  relative = 0.05,
  absolute = 0,
): Comparison {
  return judgeTimed([timed(rounds, better)], criteria(relative, absolute))[0]!;
}
