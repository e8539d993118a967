import { ReportError } from "@jessy-actions/reading/report-error";
import type { ResultFormat } from "./format.ts";
import { detectFormat, formatNamed, RESULT_FORMATS } from "./formats.ts";
import type { FormatName, ResultFile, Results } from "./model.ts";
import { ResultsBuilder } from "./results-builder.ts";

/**
 * Reads everything that one process left: files of one or several formats, or its output. Files that are not results (a
 * report's pictures) are skipped as long as at least one other file is a result.
 *
 * @param expected one format for all files, or `auto`: told by content.
 * @throws ReportError, naming the file where there are several, when a file is damaged or none is of a known format.
 */
export function parseResults(files: readonly ResultFile[], expected: FormatName | "auto"): Results {
  const groups = new Map<ResultFormat, ResultFile[]>();
  for (const file of files) {
    const format = expected === "auto" ? detectFormat(file.bytes, file.path) : formatNamed(expected);
    if (format === undefined) continue;
    const group = groups.get(format);
    if (group === undefined) groups.set(format, [file]);
    else group.push(file);
  }
  if (groups.size === 0) {
    throw new ReportError(
      `is in no known format (${RESULT_FORMATS.map(({ name }) => name).join(", ")}); it begins with ${beginning(files)}`,
    );
  }
  const parts = [...groups].flatMap(([format, group]) =>
    TOGETHER.includes(format.name) ? [parseGroup(format, group)] : group.map((file) => parseGroup(format, [file])),
  );
  return parts.length === 1 ? parts[0]! : mergeResults(parts);
}

/** Formats whose files say only together what a benchmark is called: Criterion's folder, and Go's packages. */
const TOGETHER: readonly FormatName[] = ["criterion", "go"];

function parseGroup(format: ResultFormat, files: readonly ResultFile[]): Results {
  try {
    return format.parse(files);
  } catch (error) {
    if (!(error instanceof ReportError) || files.length !== 1 || files[0]!.path === "") throw error;
    throw new ReportError(`${files[0]!.path}: ${error.message}`, { cause: error });
  }
}

/** Results of one process from several files: the samples of a series are concatenated. */
function mergeResults(parts: readonly Results[]): Results {
  const builder = new ResultsBuilder(parts[0]!.format);
  for (const { series, failed, warnings } of parts) {
    for (const { benchmark, metric, values } of series.values())
      for (const value of values) builder.add(benchmark, metric, value);
    for (const { benchmark, reason } of failed) builder.fail(benchmark, reason);
    for (const warning of warnings) builder.warn(warning);
  }
  return builder.finish();
}

function beginning(files: readonly ResultFile[]): string {
  const text = new TextDecoder().decode(files[0]?.bytes.subarray(0, 200) ?? new Uint8Array()).trim();
  return text === "" ? "nothing: it is empty" : JSON.stringify(text.slice(0, 60));
}
