/** What the default branch measured at one commit. */
export interface TrendPoint {
  readonly sha: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Nanoseconds a benchmark. */
  readonly times: ReadonlyMap<string, number>;
  /** The inputs that it was judged by, as written. */
  readonly gate?: Readonly<Record<string, string>>;
}

/**
 * The times of all points as one index, 100 at the first: each point against the one before it by the geometric mean over the benchmarks that both
 * have, so that new and removed benchmarks do not move it.
 */
export function trendIndex(points: readonly TrendPoint[]): number[] {
  let index = 100;
  return points.map(({ times }, at) => {
    const before = points[at - 1]?.times;
    if (before === undefined) return index;
    const logs = [...times].flatMap(([name, time]) => {
      const then = before.get(name);
      return then === undefined ? [] : [Math.log(time / then)];
    });
    if (logs.length > 0) index *= Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
    return index;
  });
}
