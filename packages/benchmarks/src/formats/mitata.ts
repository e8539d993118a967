import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Metric } from "../model.ts";
import { Names, parametersOf, repeated } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * mitata's `run({ format: "json" })`, version 1: nanoseconds. Samples are null unless `format: { json: { samples: true
 * } }` asks for them.
 */
export const mitata: ResultFormat = {
  name: "mitata",
  title: "mitata JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("benchmarks[].runs[].stats") || outline.has("benchmarks[].runs[].error");
  },
  parse(files) {
    const builder = new ResultsBuilder("mitata");
    for (const file of files) {
      const runs = [...parseJson([file.bytes]).get("benchmarks").items()].flatMap(runsOf);
      const ambiguous = repeated(runs.map(({ name }) => name));
      const names = new Names(builder);
      for (const { name, run } of runs) {
        // `bench("sort", ...).args("size", [1, 10])` names both runs `sort`.
        addRun(builder, names.unique(ambiguous.has(name) ? `${name}${parametersOf(run.get("args"))}` : name), run);
      }
    }
    return builder.finish();
  },
};

function runsOf(benchmark: JsonValue): { readonly name: string; readonly run: JsonValue }[] {
  const alias = benchmark.get("alias");
  return [...benchmark.get("runs").items()].map((run) => ({
    run,
    name: (run.get("name").isMissing && !alias.isMissing ? alias : run.get("name")).text(),
  }));
}

/** How much the heap grew in an iteration, as far as the garbage collector allows it to be seen. */
const HEAP: Metric = { name: "heap", unit: "B", better: "lower", judgement: "shown" };

function addRun(builder: ResultsBuilder, name: string, run: JsonValue): void {
  const error = run.get("error");
  if (!error.isMissing) {
    const message = error.get("message").raw ?? error.raw;
    builder.fail(name, typeof message === "string" ? message : "it threw an error");
    return;
  }
  const stats = run.get("stats");
  const samples = numbersOf(stats.get("samples"), 1);
  const typical = numberOf([stats.get("p50"), stats.get("avg")], 1);
  addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
  const heap = stats.get("heap").get("avg");
  if (!heap.isMissing) builder.add(name, HEAP, heap.number());
}
