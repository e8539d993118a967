import type { JsonValue } from "@jessy-actions/reading/json";
import type { Metric } from "./model.ts";
import type { ResultsBuilder } from "./results-builder.ts";

/** The numbers of a list, times a factor; none when there is no list. @throws ReportError for a list of something else. */
export function numbersOf(list: JsonValue, factor: number): number[] {
  if (list.isMissing) return [];
  // A NaN became null.
  return [...list.items()].map((item) => (item.isMissing ? Number.NaN : item.number() * factor));
}

/** The first of these that is there, as the only sample: what a report has that does not keep its samples. */
export function numberOf(values: readonly JsonValue[], factor: number): number[] {
  const value = values.find((candidate) => !candidate.isMissing);
  return value === undefined ? [] : [value.number() * factor];
}

/** Samples of what every benchmark must have; one without a usable number has failed. */
export function addSamples(
  builder: ResultsBuilder,
  benchmark: string,
  metric: Metric,
  values: readonly number[],
): void {
  if (!values.some((value) => Number.isFinite(value) && value >= 0)) {
    builder.fail(benchmark, values.length === 0 ? `it has no ${metric.name}` : `its ${metric.name} is ${values[0]}`);
    return;
  }
  for (const value of values) builder.add(benchmark, metric, value);
}
