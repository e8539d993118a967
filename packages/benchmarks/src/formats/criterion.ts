import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import type { Metric, ResultFile } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/** The files of a measurement that Criterion writes; the rest of its folder are pictures and comparisons. */
const MEASUREMENT_FILE = /(?:^|\/)(benchmark|sample|estimates|tukey)\.json$/;

/** `cargo criterion --message-format json`, and what else it says. */
const MESSAGE = /^\{"reason":"(?:benchmark-complete|group-complete)"/m;

/**
 * Criterion.rs: its folder (`target/criterion` or `$CRITERION_HOME`), or the messages of cargo-criterion. A sample is the time of one
 * iteration in one of its (usually a hundred) measurements; throughput is the same time in other words and not read.
 */
export const criterion: ResultFormat = {
  name: "criterion",
  title: "Criterion.rs",
  detect(head, path) {
    return (MEASUREMENT_FILE.test(path) && /^\s*[{[]/.test(head)) || MESSAGE.test(head);
  },
  parse(files) {
    const builder = new ResultsBuilder("criterion");
    for (const file of files) if (!MEASUREMENT_FILE.test(file.path)) readMessages(builder, decodeText(file.bytes));
    for (const measurement of latestMeasurements(files)) readMeasurement(builder, measurement);
    return builder.finish();
  },
};

/** The files of one measurement of one benchmark, by their names without `.json`. */
interface Measurement {
  readonly folder: string;
  readonly files: ReadonlyMap<string, ResultFile>;
}

/** Of each benchmark's baselines `new`, which the last run wrote, else the only other one; never `change`, which compares two. */
function latestMeasurements(files: readonly ResultFile[]): Measurement[] {
  const benchmarks = new Map<string, Map<string, Map<string, ResultFile>>>();
  for (const file of files) {
    const match = /^(?:(.*)\/)?([^/]+)\/(benchmark|sample|estimates|tukey)\.json$/.exec(file.path);
    if (match === null || match[2] === "change") continue;
    const [, benchmark = "", baseline = "", kind = ""] = match;
    const baselines = benchmarks.get(benchmark) ?? new Map<string, Map<string, ResultFile>>();
    benchmarks.set(benchmark, baselines);
    const kinds = baselines.get(baseline) ?? new Map<string, ResultFile>();
    baselines.set(baseline, kinds);
    kinds.set(kind, file);
  }
  return [...benchmarks].flatMap(([benchmark, baselines]) => {
    const names = [...baselines.keys()];
    const baseline = names.includes("new")
      ? "new"
      : names.length === 1
        ? names[0]!
        : (names.find((name) => name !== "base") ?? "base");
    const kinds = baselines.get(baseline)!;
    return [{ folder: benchmark === "" ? baseline : `${benchmark}/${baseline}`, files: kinds }];
  });
}

function readMeasurement(builder: ResultsBuilder, { folder, files }: Measurement): void {
  const about = files.get("benchmark");
  // Folders are named after the benchmark with `/ ? " * < > : | ^` replaced and cut at 64 bytes: only this file has the name.
  const name = about === undefined ? folder : parseJson([about.bytes]).get("full_id").text();
  const sample = files.get("sample");
  if (sample === undefined) {
    // A restored cache leaves such folders behind (noir-lang/noir#13497): no measurement of this run.
    builder.fail(name, `${folder} holds no sample.json: nothing was measured`);
    return;
  }
  const root = parseJson([sample.bytes]);
  // Before 0.3.4 a pair of lists.
  const [iterations, times] = root.isList ? [...root.items()] : [root.get("iters"), root.get("times")];
  addTimes(builder, name, TIME_METRIC, { iterations, times }, 1);
}

function readMessages(builder: ResultsBuilder, text: string): void {
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('{"reason":"benchmark-complete"')) continue;
    const message = parseJson([new TextEncoder().encode(line)]);
    const { factor, ...unit } = resolveUnit(message.get("unit").isMissing ? "ns" : message.get("unit").text());
    const metric: Metric = unit.unit === "ns" ? TIME_METRIC : { name: unit.unit, ...unit };
    const lists = { iterations: message.get("iteration_count"), times: message.get("measured_values") };
    addTimes(builder, message.get("id").text(), metric, lists, factor);
  }
}

function addTimes(
  builder: ResultsBuilder,
  name: string,
  metric: Metric,
  { iterations, times }: { readonly iterations: JsonValue | undefined; readonly times: JsonValue | undefined },
  factor: number,
): void {
  const counts = [...(iterations?.items() ?? [])].map((count) => count.number());
  const totals = [...(times?.items() ?? [])].map((time) => time.number());
  if (totals.length === 0 || totals.length !== counts.length) {
    builder.fail(name, `it has ${totals.length} times for ${counts.length} counts of iterations`);
    return;
  }
  builder.addAll(
    name,
    metric,
    totals.map((time, at) => (time * factor) / counts[at]!),
  );
}
