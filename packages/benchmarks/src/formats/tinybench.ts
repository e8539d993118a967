import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import { Names } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * What people save from a tinybench `Bench`, which has no reporter: its tasks as `[{ name, result }]`, alone or below
 * `tasks` or `results`, or the rows of `bench.table()`. Milliseconds; below `result.latency` since 3.0, in `result`
 * itself before. Samples are there before 6.0 and with `retainSamples`. Its throughput is the latency in another form
 * and is left out.
 */
export const tinybench: ResultFormat = {
  name: "tinybench",
  title: "tinybench JSON",
  detect(head) {
    const outline = jsonOutline(head);
    const isTable =
      TABLE_NAMES.some((key) => outline.has(`[].${key}`)) && TABLE_TIMES.some((key) => outline.has(`[].${key}`));
    return isTable || ["[]", "tasks[]", "results[]"].some((list) => isTaskList(outline, list));
  },
  parse(files) {
    const builder = new ResultsBuilder("tinybench");
    for (const file of files) {
      const names = new Names(builder);
      for (const row of rowsOf(parseJson([file.bytes])).items()) {
        const title = TABLE_NAMES.map((key) => row.get(key)).find((value) => !value.isMissing);
        if (title === undefined) addTask(builder, names.unique(row.get("name").text()), row.get("result"));
        else addTableRow(builder, names.unique(title.text()), row);
      }
    }
    return builder.finish();
  },
};

const NS_PER_MILLISECOND = 1e6;

/** From 2.x to 6.x; the median first. */
const TABLE_NAMES = ["Task name", "Task Name"];
const TABLE_TIMES = [
  "Latency med (ns)",
  "Latency median (ns)",
  "Latency avg (ns)",
  "Latency average (ns)",
  "Average Time (ns)",
];

function isTaskList(outline: ReadonlySet<string>, list: string): boolean {
  const hasResult = ["latency", "hz", "totalTime"].some((key) => outline.has(`${list}.result.${key}`));
  return outline.has(`${list}.name`) && hasResult;
}

function rowsOf(root: JsonValue): JsonValue {
  if (root.isList) return root;
  return root.get("tasks").isMissing ? root.get("results") : root.get("tasks");
}

function addTask(builder: ResultsBuilder, name: string, result: JsonValue): void {
  const times = result.get("latency").isMissing ? result : result.get("latency");
  const samples = numbersOf(times.get("samples"), NS_PER_MILLISECOND);
  const typical = numberOf([times.get("p50"), times.get("median"), times.get("mean")], NS_PER_MILLISECOND);
  const failure = failureOf(result, samples.length + typical.length > 0);
  if (failure === undefined) addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
  else builder.fail(name, failure);
}

/** An Error becomes `{}` in JSON: its message is mostly lost. */
function failureOf(result: JsonValue, isMeasured: boolean): string | undefined {
  const error = result.get("error");
  const message = error.get("message").raw ?? error.raw;
  if (!error.isMissing) return typeof message === "string" ? message : "it threw an error";
  if (isMeasured) return undefined;
  const state = result.get("state").raw;
  return typeof state === "string" ? `it was not measured: ${state}` : "it has no result";
}

function addTableRow(builder: ResultsBuilder, name: string, row: JsonValue): void {
  const error = row.get("Error");
  const time = TABLE_TIMES.map((key) => row.get(key)).find((value) => !value.isMissing);
  if (!error.isMissing) builder.fail(name, typeof error.raw === "string" ? error.raw : "it threw an error");
  else addSamples(builder, name, TIME_METRIC, time === undefined ? [] : [cellNumber(time)]);
}

/** `43.21 ± 2.09%` */
function cellNumber(cell: JsonValue): number {
  if (typeof cell.raw === "number") return cell.raw;
  const written = cell.text().split("\u00b1")[0]!.replaceAll(",", "").trim();
  return written === "" ? Number.NaN : Number(written);
}
