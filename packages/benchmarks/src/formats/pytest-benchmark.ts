import type { JsonValue } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import { Names } from "../names.ts";
import { parseNonFiniteJson } from "../non-finite-json.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * `pytest --benchmark-json`: seconds an iteration, a sample each round. `stats.data` is left out by
 * `--benchmark-autosave` without `--benchmark-save-data`; then the median is the only sample.
 */
export const pytestBenchmark: ResultFormat = {
  name: "pytest-benchmark",
  title: "pytest-benchmark JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("benchmarks[].fullname") || (outline.has("machine_info") && outline.has("commit_info"));
  },
  parse(files) {
    const builder = new ResultsBuilder("pytest-benchmark");
    for (const file of files) {
      const names = new Names(builder);
      for (const row of parseNonFiniteJson(file.bytes).get("benchmarks").items()) addRow(builder, names, row);
    }
    return builder.finish();
  },
};

const NS_PER_SECOND = 1e9;

function addRow(builder: ResultsBuilder, names: Names, row: JsonValue): void {
  const name = names.unique((row.get("fullname").isMissing ? row.get("name") : row.get("fullname")).text());
  const stats = row.get("stats");
  const samples = numbersOf(stats.get("data"), NS_PER_SECOND);
  const typical = numberOf([stats.get("median"), stats.get("mean")], NS_PER_SECOND);
  addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
}
