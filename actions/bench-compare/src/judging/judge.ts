import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { judgeExact } from "@jessy-actions/benchmarks/exact";
import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import { median } from "@jessy-actions/benchmarks/quantile-interval";
import type { Stratum } from "@jessy-actions/benchmarks/rank-sum";
import { judgeTimed, type TimedCriteria, type TimedMetric } from "@jessy-actions/benchmarks/timed";
import type { MeasuredGroup } from "../facts.ts";
import { overrideFor } from "./overrides.ts";
import type { Rules } from "./rules.ts";

/** A series and the group that it is in. */
interface Placed {
  readonly group: MeasuredGroup;
  readonly series: MeasuredSeries;
}

/** Compares every series of all groups, in their order. The noisy ones are one family of tests. Pure. */
export function judgeGroups(groups: readonly MeasuredGroup[], rules: Rules, maxRounds: number): readonly Comparison[] {
  const placed = placeAll(groups);
  const overrides = overrideFor(rules.overrides);
  const ignored = (benchmark: string) => overrides(benchmark)?.ignore === true;
  const timed = placed.filter(
    ({ series }) => isComparable(series) && series.metric.judgement === "timed" && !ignored(series.benchmark),
  );
  const verdicts = new Map(
    judgeFamily(timed, rules, maxRounds, "rounds").map((comparison, at) => [timed[at]!.series, comparison]),
  );
  return placed.map(({ series }) => {
    if (ignored(series.benchmark)) return shown(series, "left out by `overrides`");
    const absence = absenceOf(series);
    if (absence !== undefined) return absence;
    if (series.metric.judgement === "shown") return shown(series);
    return verdicts.get(series) ?? judgeExact({ ...series, ...valuesOf(series.rounds) }, rules.exactMargin);
  });
}

/** Compares the base with itself: any difference is the machine's. Pure. */
export function judgeControl(groups: readonly MeasuredGroup[], rules: Rules, maxRounds: number): readonly Comparison[] {
  const overrides = overrideFor(rules.overrides);
  // A benchmark that is left out, however noisy, excuses no other one.
  const timed = placeAll(groups).filter(
    ({ series }) =>
      series.control.length > 0 && series.metric.judgement === "timed" && overrides(series.benchmark)?.ignore !== true,
  );
  return judgeFamily(timed, rules, maxRounds, "control");
}

/** The keys of the noisy series that more rounds could still decide, for each group. Pure. */
export function undecidedSeries(
  groups: readonly MeasuredGroup[],
  rules: Rules,
  maxRounds: number,
): readonly ReadonlySet<string>[] {
  const overrides = overrideFor(rules.overrides);
  const timed = placeAll(groups).filter(
    ({ series }) =>
      isComparable(series) && series.metric.judgement === "timed" && overrides(series.benchmark)?.ignore !== true,
  );
  const undecided = new Map<MeasuredGroup, Set<string>>(groups.map((group) => [group, new Set()]));
  for (const [at, comparison] of judgeFamily(timed, rules, maxRounds, "rounds").entries()) {
    const { group, series } = timed[at]!;
    if (isUndecided(comparison)) undecided.get(group)!.add(series.key);
  }
  return groups.map((group) => undecided.get(group)!);
}

/** Undecided is also what is shown not to be slower and looks faster by the margin: more rounds may show that it is. */
function isUndecided({ verdict, change = 0, margin = 0, metric }: Comparison): boolean {
  if (verdict === "inconclusive") return true;
  const gain = metric.better === "higher" ? 1 + change : 1 / (1 + change);
  return verdict === "ok" && gain >= 1 + margin;
}

function judgeFamily(
  placed: readonly Placed[],
  rules: Rules,
  maxRounds: number,
  what: "rounds" | "control",
): readonly Comparison[] {
  const overrides = overrideFor(rules.overrides);
  const criteria: TimedCriteria = {
    alpha: rules.alpha,
    maxRounds,
    margin: (benchmark, { unit }) => {
      const { margin = rules.margin, floor = rules.floor } = overrides(benchmark) ?? {};
      return { relative: margin, absolute: unit === "ns" ? floor : 0 };
    },
  };
  return judgeTimed(
    placed.map(({ group, series }) => timedMetric(group, series, series[what])),
    criteria,
  );
}

function timedMetric(
  group: MeasuredGroup,
  { benchmark, metric }: MeasuredSeries,
  rounds: readonly Stratum[],
): TimedMetric {
  const looks = group.looks.filter((look) => look <= rounds.length);
  // A series that was decided earlier was no longer measured: neither time nor rounds ended it.
  const ended = group.ended && looks.length === group.looks.length;
  return { benchmark, metric, rounds, looks: looks.length === 0 ? [rounds.length] : looks, ended };
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
