import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Metric } from "../model.ts";
import { Names, repeated } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * BenchmarkDotNet's `*-report-full.json` and `*-report-full-compressed.json` (JsonExporter), one file a class:
 * nanoseconds an operation. The brief ones have no samples; there the median is the only one.
 */
export const benchmarkDotNet: ResultFormat = {
  name: "benchmarkdotnet",
  title: "BenchmarkDotNet JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("HostEnvironmentInfo.BenchmarkDotNetVersion") || outline.has("Benchmarks[].FullName");
  },
  parse(files) {
    const builder = new ResultsBuilder("benchmarkdotnet");
    const names = new Names(builder);
    for (const file of files) {
      const rows = [...parseJson([file.bytes]).get("Benchmarks").items()];
      const ambiguous = repeated(rows.map((row) => row.get("FullName").text()));
      for (const row of rows) {
        const name = row.get("FullName").text();
        addRow(builder, names.unique(ambiguous.has(name) ? `${name}${jobOf(row)}` : name), row);
      }
    }
    return builder.finish();
  },
};

/** What one operation allocates on the managed heap, of the MemoryDiagnoser. */
const ALLOCATED: Metric = { name: "allocated", unit: "B", better: "lower", judgement: "exact" };

function addRow(builder: ResultsBuilder, name: string, row: JsonValue): void {
  const statistics = row.get("Statistics");
  if (statistics.isMissing) {
    builder.fail(name, "it has no Statistics: it failed or was not run");
    return;
  }
  const samples = numbersOf(statistics.get("OriginalValues"), 1);
  const typical = numberOf([statistics.get("Median"), statistics.get("Mean")], 1);
  addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
  const bytes = row.get("Memory").get("BytesAllocatedPerOperation");
  if (!bytes.isMissing) builder.add(name, ALLOCATED, bytes.number());
}

/**
 * The same benchmark under several jobs (runtimes, say) has one FullName. `DisplayInfo` is `Type.Method:
 * Job-KSXUOA(Runtime=.NET 9.0) [N=1]`; the generated id says less than the text after it.
 */
function jobOf(row: JsonValue): string {
  const info = row.get("DisplayInfo").raw;
  if (typeof info !== "string") return "";
  const job = /: ([^[(]*)(?:\(([^)]*)\))?/.exec(info);
  return job === null ? "" : ` (${job[2] ?? job[1]!.trim()})`;
}
