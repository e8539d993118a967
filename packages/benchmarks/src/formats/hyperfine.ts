import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Metric } from "../model.ts";
import { parametersOf, repeated } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * `hyperfine --export-json`: seconds, a sample each run. `user` and `system` are parts of the time and not judged
 * again.
 */
export const hyperfine: ResultFormat = {
  name: "hyperfine",
  title: "hyperfine JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("results[].command") && (outline.has("results[].mean") || outline.has("results[].median"));
  },
  parse(files) {
    const builder = new ResultsBuilder("hyperfine");
    for (const file of files) {
      const rows = [...parseJson([file.bytes]).get("results").items()];
      const ambiguous = repeated(rows.map((row) => row.get("command").text()));
      for (const row of rows) addRow(builder, row, ambiguous);
    }
    return builder.finish();
  },
};

/** The peak of each run's resident memory; since 1.19. */
const MEMORY: Metric = { name: "memory", unit: "B", better: "lower", judgement: "timed" };

const NS_PER_SECOND = 1e9;

function addRow(builder: ResultsBuilder, row: JsonValue, ambiguous: ReadonlySet<string>): void {
  const command = row.get("command").text();
  // A command without the placeholder, or one with `--command-name`, is the same text for every value of a parameter.
  const name = ambiguous.has(command) ? `${command}${parametersOf(row.get("parameters"))}` : command;
  const failure = failureOf(row.get("exit_codes"));
  if (failure !== undefined) {
    builder.fail(name, failure);
    return;
  }
  const times = numbersOf(row.get("times"), NS_PER_SECOND);
  const typical = numberOf([row.get("median"), row.get("mean")], NS_PER_SECOND);
  addSamples(builder, name, TIME_METRIC, times.length > 0 ? times : typical);
  for (const bytes of numbersOf(row.get("memory_usage_byte"), 1)) builder.add(name, MEMORY, bytes);
}

/** How long a command takes to fail says nothing, even if all its runs fail alike under `--ignore-failure`. */
function failureOf(exitCodes: JsonValue): string | undefined {
  if (exitCodes.isMissing) return undefined;
  const codes = [...exitCodes.items()].map((code) => (code.isMissing ? null : code.number()));
  const bad = codes.filter((code) => code !== 0);
  if (bad.length === 0) return undefined;
  const how = bad[0] === null ? "a signal ended it" : `it ended with exit code ${bad[0]}`;
  return `${how} in ${bad.length} of ${codes.length} runs`;
}
