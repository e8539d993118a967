import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { geometricMean } from "@jessy-actions/benchmarks/geomean";

/** The geometric mean of head's times over base's, of all that are judged; undefined when there are none. */
export function meanOfTimes(comparisons: readonly Comparison[]): number | undefined {
  return geometricMean(
    comparisons.flatMap(({ metric, base, head, verdict }): (readonly [number, number])[] =>
      metric.unit === "ns" && verdict !== "shown" && base !== undefined && head !== undefined ? [[base, head]] : [],
    ),
  );
}
