import type { Metric } from "./model.ts";

/**
 * What came of one metric of one benchmark:
 * - `regressed`, `improved`: by the margin or more, and it is not noise;
 * - `ok`: shown to be less than the margin slower;
 * - `inconclusive`: too noisy to tell;
 * - `new`, `missing`: only the head, only the base has it;
 * - `broken`: it failed, or was not there in every run;
 * - `shown`: not judged.
 */
export type ComparisonVerdict =
  | "regressed"
  | "improved"
  | "ok"
  | "inconclusive"
  | "new"
  | "missing"
  | "broken"
  | "shown";

/** One metric of one benchmark on both sides. */
export interface Comparison {
  readonly benchmark: string;
  readonly metric: Metric;
  readonly verdict: ComparisonVerdict;
  /** Medians, in the metric's unit; undefined on a side that has none. */
  readonly base?: number;
  readonly head?: number;
  /** head / base - 1 as the test estimates it; Infinity when the base is 0. */
  readonly change?: number;
  /** The interval of the change that the verdict is based on, at a level adjusted for the family and for the looks. */
  readonly low?: number;
  readonly high?: number;
  /** The change for the worse that decides, as a fraction: `margin`, or more when the absolute floor says so. */
  readonly margin?: number;
  /** The smallest change for the worse that would have been called a regression four times in five, as a fraction. */
  readonly detectable?: number;
  /** The rounds (or, without rounds, the samples of the smaller side) that it is based on. */
  readonly samples?: number;
  /** The rounds (or runs a side) that it takes to call any change, where there were fewer. */
  readonly needed?: number;
  /** Of a regression that was called although noise leaves open more than half the margin. */
  readonly secondDraw?: SecondDraw;
  /** The reason, if the numbers do not show it. One line. */
  readonly reason?: string;
}

/** What fresh rounds said of a regression, none of which had been used to call it. */
export interface SecondDraw {
  /**
   * - `confirmed`: they call it as well, by themselves;
   * - `refuted`: they rule out a slowdown of the margin, so it is inconclusive;
   * - `not-confirmed`: they are as many as the first ones or more and say neither, so it is inconclusive;
   * - `unfinished`: they were fewer when time ended, so the first ones stand;
   * - `none`: there were none.
   */
  readonly outcome: "confirmed" | "refuted" | "not-confirmed" | "unfinished" | "none";
  readonly rounds: number;
  /** head / base - 1 as they estimate it; undefined where there were none. */
  readonly change?: number;
}

/** A benchmark as reports call it; its time needs no further name. */
export function titleOf({ benchmark, metric }: Pick<Comparison, "benchmark" | "metric">): string {
  return metric.name === "time" ? benchmark : `${benchmark} ${metric.name}`;
}
