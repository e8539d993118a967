import type { JsonValue } from "@jessy-actions/reading/json";
import type { Metric } from "./model.ts";
import type { ResultsBuilder } from "./results-builder.ts";
import { isMeasurement } from "./units.ts";

/** The numbers in a list, times a factor; none if there is no list. @throws ReportError for a list of anything else. */
export function numbersOf(list: JsonValue, factor: number): number[] {
  if (list.isMissing) return [];
  // A NaN became null.
  return [...list.items()].map((item) => (item.isMissing ? Number.NaN : item.number() * factor));
}

/** The first of these that is present, as the only sample: for reports that do not keep their samples. */
export function numberOf(values: readonly JsonValue[], factor: number): number[] {
  const value = values.find((candidate) => !candidate.isMissing);
  return value === undefined ? [] : [value.number() * factor];
}

/** Samples of a metric that every benchmark must have; a benchmark without a usable number has failed. */
export function addSamples(
  builder: ResultsBuilder,
  benchmark: string,
  metric: Metric,
  values: readonly number[],
): void {
  if (!values.some((value) => isMeasurement(metric, value))) {
    builder.fail(benchmark, values.length === 0 ? `it has no ${metric.name}` : `its ${metric.name} is ${values[0]}`);
    return;
  }
  for (const value of values) builder.add(benchmark, metric, value);
}
