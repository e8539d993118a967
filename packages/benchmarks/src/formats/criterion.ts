import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { ResultFormat } from "../format.ts";
import type { Metric, ResultFile } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples } from "../samples.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/**
 * The files of a measurement that Criterion writes, in a folder for the baseline; the rest are pictures and
 * comparisons.
 */
const MEASUREMENT_FILE = /^(?:(.*)\/)?([^/]+)\/(benchmark|sample|estimates|tukey)\.json$/s;

/** How these files begin: other tools also call their results `benchmark.json`. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  benchmark: /^\s*\{\s*"(?:group_id|full_id)"\s*:/,
  sample: /^\s*(?:\{\s*"(?:sampling_mode|iters|times)"\s*:|\[\s*\[\s*[\d.]+\s*[,\]])/,
  estimates: /^\s*\{\s*"(?:[Mm]ean|[Mm]edian|slope|Slope)"\s*:\s*\{\s*"confidence_interval"/,
  tukey: /^\s*\[\s*-?[\d.]+(?:[eE][+-]?\d+)?\s*,/,
};

/** `cargo criterion --message-format json`, and what else it says. */
const MESSAGE = /^\{"reason":"(?:benchmark-complete|group-complete)"/m;

/**
 * Criterion.rs: its folder (`target/criterion` or `$CRITERION_HOME`), or the messages of cargo-criterion. A sample is
 * the time of one iteration in one of its (usually a hundred) measurements; throughput is the same time in other words
 * and not read.
 */
export const criterion: ResultFormat = {
  name: "criterion",
  title: "Criterion.rs",
  detect(head, path) {
    const kind = MEASUREMENT_FILE.exec(path)?.[3];
    return (kind !== undefined && BEGINNINGS[kind]!.test(head)) || MESSAGE.test(head);
  },
  parse(files) {
    const builder = new ResultsBuilder("criterion");
    for (const file of files)
      if (!MEASUREMENT_FILE.test(file.path))
        naming(file, files.length, () => readMessages(builder, decodeText(file.bytes)));
    for (const measurement of latestMeasurements(builder, files)) readMeasurement(builder, measurement, files.length);
    return builder.finish();
  },
};

/** The files of one measurement of one benchmark, by their names without `.json`. */
interface Measurement {
  readonly folder: string;
  readonly files: ReadonlyMap<string, ResultFile>;
}

/**
 * Of each benchmark's baselines `new`, which the last run wrote, else the only other one; never `change`, which
 * compares two.
 */
function latestMeasurements(builder: ResultsBuilder, files: readonly ResultFile[]): Measurement[] {
  const benchmarks = new Map<string, Map<string, Map<string, ResultFile>>>();
  for (const file of files) {
    const match = MEASUREMENT_FILE.exec(file.path);
    if (match === null || match[2] === "change") continue;
    const [, benchmark = "", baseline = "", kind = ""] = match;
    const baselines = benchmarks.get(benchmark) ?? new Map<string, Map<string, ResultFile>>();
    benchmarks.set(benchmark, baselines);
    const kinds = baselines.get(baseline) ?? new Map<string, ResultFile>();
    baselines.set(baseline, kinds);
    kinds.set(kind, file);
  }
  return [...benchmarks].map(([benchmark, baselines]) => {
    const names = [...baselines.keys()];
    const baseline = names.includes("new") ? "new" : (names.find((name) => name !== "base") ?? "base");
    if (baseline !== "new" && names.length > 1)
      builder.warn(
        `${benchmark} has the baselines ${names.sort().join(", ")} and none called new; ${baseline} is read`,
      );
    return { folder: benchmark === "" ? baseline : `${benchmark}/${baseline}`, files: baselines.get(baseline)! };
  });
}

function readMeasurement(builder: ResultsBuilder, { folder, files }: Measurement, of: number): void {
  const about = files.get("benchmark");
  // Folders are named after the benchmark with `/ ? " * < > : | ^` replaced and cut at 64 bytes: only this file has the
  // name.
  const name = about === undefined ? folder : naming(about, of, () => parseJson([about.bytes]).get("full_id").text());
  const sample = files.get("sample");
  if (sample === undefined) {
    // A restored cache leaves such folders (noir-lang/noir#13497); they are not measurements of this run.
    builder.fail(name, `${folder} holds no sample.json: nothing was measured`);
    return;
  }
  naming(sample, of, () => {
    const root = parseJson([sample.bytes]);
    // Before 0.3.4 a pair of lists.
    const [iterations, times] = root.isList ? [...root.items()] : [root.get("iters"), root.get("times")];
    addTimes(builder, name, TIME_METRIC, { iterations, times }, 1);
  });
}

/** An error about one of several files names its path; for a single file, the caller knows it. */
function naming<Read>(file: ResultFile, of: number, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReportError) || of === 1) throw error;
    throw new ReportError(`${file.path}: ${error.message}`, { cause: error });
  }
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
  const counts = numbersOf(iterations);
  const totals = numbersOf(times);
  if (totals.length === 0 || totals.length !== counts.length) {
    builder.fail(name, `it has ${totals.length} times for ${counts.length} counts of iterations`);
    return;
  }
  // A time for zero iterations says nothing about one.
  const values = totals.map((time, at) => (counts[at]! > 0 ? (time * factor) / counts[at]! : Number.NaN));
  addSamples(builder, name, metric, values);
}

/** A NaN became null. */
function numbersOf(list: JsonValue | undefined): number[] {
  return [...(list?.items() ?? [])].map((item) => (item.isMissing ? Number.NaN : item.number()));
}
