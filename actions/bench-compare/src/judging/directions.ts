import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import { compileGlob } from "@jessy-actions/reading/glob";
import type { MeasuredGroup } from "../facts.ts";
import type { Override } from "./overrides.ts";
import type { Rules } from "./rules.ts";

/**
 * The groups with the directions that overrides say. One that names a benchmark of several metrics is for those without a direction: its time goes
 * on falling when `parse => higher` is for its hits. One that names the metric (`parse hits => higher`) is for it alone.
 */
export function withDirections(
  groups: readonly MeasuredGroup[],
  { overrides, before }: Pick<Rules, "overrides" | "before">,
): readonly MeasuredGroup[] {
  const own = directed(groups, overrides);
  if (before === undefined) return own;
  // What the default branch knows the direction of, a change cannot turn round.
  const theirs = directed(groups, before.overrides);
  return own.map((group, at) => ({
    ...group,
    series: group.series.map((series, place) => {
      const known = theirs[at]!.series[place]!;
      return known.metric.better === "none" ? series : known;
    }),
  }));
}

function directed(groups: readonly MeasuredGroup[], overrides: readonly Override[]): readonly MeasuredGroup[] {
  if (overrides.every(({ better }) => better === undefined)) return groups;
  const rules = overrides.flatMap(({ pattern, better }) =>
    better === undefined ? [] : [{ better, matches: compileGlob(pattern) }],
  );
  return groups.map((group) => {
    const metrics = Map.groupBy(group.series, ({ benchmark }) => benchmark);
    const series = group.series.map((each): MeasuredSeries => {
      const isOnly = metrics.get(each.benchmark)!.length === 1;
      const title = `${each.benchmark} ${each.metric.name}`;
      const rule = rules.findLast(
        ({ matches }) => matches(title) || (matches(each.benchmark) && (isOnly || each.metric.better === "none")),
      );
      if (rule === undefined || rule.better === each.metric.better) return each;
      const judgement = each.metric.better === "none" ? "timed" : each.metric.judgement;
      return { ...each, metric: { ...each.metric, better: rule.better, judgement } };
    });
    return { ...group, series };
  });
}
