import { type Comparison, titleOf } from "@jessy-actions/benchmarks/comparison";
import { judgeExact } from "@jessy-actions/benchmarks/exact";
import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import { median } from "@jessy-actions/benchmarks/quantile-interval";
import type { Stratum } from "@jessy-actions/benchmarks/rank-sum";
import { judgeTimed, type TimedCriteria, type TimedFamily, type TimedMetric } from "@jessy-actions/benchmarks/timed";
import type { MeasuredGroup } from "../facts.ts";
import type { Suite } from "../result.ts";
import { secondDrawWords } from "../wording/second-draw.ts";
import { limitsBy } from "./benchmark-limits.ts";
import { withDirections } from "./directions.ts";
import type { Rules } from "./rules.ts";

/** A series and the group that it is in. */
interface Placed {
  readonly group: MeasuredGroup;
  readonly series: MeasuredSeries;
}

/** What was measured, judged: every series in its order, and the noisy ones together. */
export interface JudgedGroups {
  readonly comparisons: readonly Comparison[];
  /** Undefined where fewer than two noisy metrics could be compared. */
  readonly suite: Suite | undefined;
}

/** Compares every series of all groups, in their order. The noisy ones are one family of tests. Pure. */
export function judgeGroups(measured: readonly MeasuredGroup[], rules: Rules): JudgedGroups {
  const groups = withDirections(measured, rules);
  const limits = limitsBy(rules);
  const timed = timedSeries(groups, rules);
  const { comparisons, suite } = judgeFamily(timed, rules, "rounds");
  const verdicts = new Map(comparisons.map((comparison, at) => [timed[at]!.series, withReason(comparison)]));
  return {
    comparisons: placeAll(groups).map(({ series }) => {
      if (limits(series.benchmark, titleOf(series)).ignore) return shown(series, "left out by `overrides`");
      const absence = absenceOf(series);
      if (absence !== undefined) return absence;
      if (series.metric.judgement === "shown") return shown(series);
      return verdicts.get(series) ?? judgeExact({ ...series, ...valuesOf(series.rounds) }, rules.exactMargin);
    }),
    suite: suite && suiteOf(withReason(suite), timed.length),
  };
}

/** Compares the base with itself: any difference is the machine's. Pure. */
export function judgeControl(measured: readonly MeasuredGroup[], rules: Rules): readonly Comparison[] {
  const groups = withDirections(measured, rules);
  const limits = limitsBy(rules);
  // A benchmark that is left out, however noisy, excuses no other one.
  const timed = placeAll(groups).filter(
    ({ series }) =>
      series.control.length > 0 &&
      series.metric.judgement === "timed" &&
      !limits(series.benchmark, titleOf(series)).ignore,
  );
  return judgeFamily(timed, rules, "control").comparisons.map(({ secondDraw: _, ...comparison }) => comparison);
}

/** The keys of the noisy series of one group that need more rounds. */
export interface OpenSeries {
  /** Those that more rounds could still decide. */
  readonly undecided: ReadonlySet<string>;
  /** Those that were called in spite of the noise, and whose second draw is not over. */
  readonly suspected: ReadonlySet<string>;
}

/** What is not settled yet, for each group. Pure. */
export function openSeries(measured: readonly MeasuredGroup[], rules: Rules): readonly OpenSeries[] {
  const groups = withDirections(measured, rules);
  const timed = timedSeries(groups, rules);
  const open = new Map(
    groups.map((group) => [group, { undecided: new Set<string>(), suspected: new Set<string>() }] as const),
  );
  for (const [at, comparison] of judgeFamily(timed, rules, "rounds").comparisons.entries()) {
    const { group, series } = timed[at]!;
    const { undecided, suspected } = open.get(group)!;
    const { outcome } = comparison.secondDraw ?? {};
    if (outcome === "none" || outcome === "unfinished" || outcome === "not-confirmed") suspected.add(series.key);
    else if (outcome === undefined && isUndecided(comparison)) undecided.add(series.key);
  }
  return groups.map((group) => open.get(group)!);
}

/** Undecided is also what is shown not to be slower and looks faster by the margin: more rounds may show that it is. */
function isUndecided({ verdict, change = 0, margin = 0, metric }: Comparison): boolean {
  if (verdict === "inconclusive") return true;
  const gain = metric.better === "higher" ? 1 + change : 1 / (1 + change);
  return verdict === "ok" && gain >= 1 + margin;
}

/** The noisy series that both sides have and nobody left out. */
function timedSeries(groups: readonly MeasuredGroup[], rules: Rules): readonly Placed[] {
  const limits = limitsBy(rules);
  return placeAll(groups).filter(
    ({ series }) =>
      isComparable(series) && series.metric.judgement === "timed" && !limits(series.benchmark, titleOf(series)).ignore,
  );
}

function judgeFamily(placed: readonly Placed[], rules: Rules, what: "rounds" | "control"): TimedFamily {
  const limits = limitsBy(rules);
  const criteria: TimedCriteria = {
    alpha: rules.alpha,
    margin: (benchmark, metric) => {
      const { margin, floor } = limits(benchmark, titleOf({ benchmark, metric }));
      return { relative: margin, absolute: metric.unit === "ns" ? floor : 0 };
    },
  };
  return judgeTimed(
    placed.map(({ group, series }) => timedMetric(group, series, what)),
    criteria,
  );
}

function timedMetric(group: MeasuredGroup, series: MeasuredSeries, what: "rounds" | "control"): TimedMetric {
  const { benchmark, metric, second } = series;
  const looks = group.looks.filter((look) => look <= series[what].length);
  const seen = looks.at(-1) ?? series[what].length;
  // A series that was decided earlier was no longer measured: neither time nor rounds ended it.
  const ended = group.ended && looks.length === group.looks.length;
  return {
    benchmark,
    metric,
    rounds: series[what].slice(0, seen),
    looks: looks.length === 0 ? [seen] : looks,
    ended,
    minRounds: group.minRounds,
    ...(what === "rounds" && { second }),
  };
}

/** What a second draw said, in words: the numbers are those of the first. */
function withReason(comparison: Comparison): Comparison {
  const reason = secondDrawWords(comparison);
  return reason === undefined ? comparison : { ...comparison, reason };
}

function suiteOf({ benchmark: _, metric: __, base: ___, head: ____, ...suite }: Comparison, metrics: number): Suite {
  return { ...suite, metrics };
}

function placeAll(groups: readonly MeasuredGroup[]): readonly Placed[] {
  return groups.flatMap((group) => group.series.map((series) => ({ group, series })));
}

function isComparable(series: MeasuredSeries): boolean {
  return series.rounds.length > 0 && absenceOf(series) === undefined;
}

/** The verdict of a benchmark that one side, or some of the runs, did not have. */
function absenceOf(series: MeasuredSeries): Comparison | undefined {
  const { benchmark, metric, seen, absent, lone } = series;
  // The control runs the base's program: a benchmark that only it has is in some of the base's runs.
  if (seen.base === 0 && seen.twin > 0) {
    const reason = `in ${seen.twin} of ${seen.twin + absent.twin + absent.base} runs of the base`;
    return { benchmark, metric, verdict: "broken", reason };
  }
  if (seen.head === 0) return { benchmark, metric, verdict: "missing", base: median(lone.base) };
  if (seen.base === 0) return { benchmark, metric, verdict: "new", head: median(lone.head) };
  for (const side of ["base", "head"] as const) {
    if (absent[side] === 0) continue;
    const reason = `in ${seen[side]} of ${seen[side] + absent[side]} runs of the ${side}`;
    return { ...shown(series), verdict: "broken", reason };
  }
  return undefined;
}

function shown(series: MeasuredSeries, reason?: string): Comparison {
  const { benchmark, metric, rounds } = series;
  const more = reason !== undefined && { reason };
  if (rounds.length === 0) return { benchmark, metric, verdict: "shown", ...more };
  const { base, head } = valuesOf(rounds);
  const [before, after] = [median(base), median(head)];
  return {
    benchmark,
    metric,
    verdict: "shown",
    base: before,
    head: after,
    ...(before > 0 && { change: after / before - 1 }),
    ...more,
  };
}

function valuesOf(rounds: readonly Stratum[]): Stratum {
  return { base: rounds.flatMap(({ base }) => base), head: rounds.flatMap(({ head }) => head) };
}
