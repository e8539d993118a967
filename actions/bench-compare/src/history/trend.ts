import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { geometricMean } from "@jessy-actions/benchmarks/geomean";

/** What the default branch measured at one commit. */
export interface TrendPoint {
  readonly sha: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Nanoseconds, by benchmark. */
  readonly times: ReadonlyMap<string, number>;
  /** The inputs that it was judged by, as written. */
  readonly gate?: Readonly<Record<string, string>>;
}

/** A commit's times as one number, 100 at the first commit of the trend. */
export interface IndexPoint {
  readonly sha: string;
  readonly index: number;
}

/** Two points are a line, and no trend. */
const LEAST_POINTS = 3;

/** The default branch's trend with the head behind it; empty when there are too few commits to draw. */
export function trendWith(
  points: readonly TrendPoint[],
  head: string,
  comparisons: readonly Comparison[],
): readonly IndexPoint[] {
  const times = headTimes(comparisons);
  const all = [...points, ...(times.size === 0 ? [] : [{ sha: head, times }])];
  if (all.length < LEAST_POINTS) return [];
  const index = trendIndex(all);
  return all.map(({ sha }, at) => ({ sha, index: index[at]! }));
}

/**
 * The times of all points as one index, 100 at the first: each point against the one before it by the geometric mean over the benchmarks that
 * both have, so that new and removed benchmarks do not move it.
 */
export function trendIndex(points: readonly Pick<TrendPoint, "times">[]): number[] {
  let index = 100;
  return points.map(({ times }, at) => {
    const before = points[at - 1]?.times;
    const pairs = [...times].flatMap(([name, time]): (readonly [number, number])[] => {
      const then = before?.get(name);
      return then === undefined ? [] : [[then, time]];
    });
    index *= geometricMean(pairs) ?? 1;
    return index;
  });
}

function headTimes(comparisons: readonly Comparison[]): ReadonlyMap<string, number> {
  return new Map(
    comparisons.flatMap(({ benchmark, metric, head }): [string, number][] =>
      metric.name === "time" && metric.unit === "ns" && head !== undefined && head > 0 ? [[benchmark, head]] : [],
    ),
  );
}
