import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { DETECTION_BYTES, type ReportFormat } from "@jessy-actions/coverage/format";
import { detectFormat, formatNamed, REPORT_FORMATS } from "@jessy-actions/coverage/formats";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Inputs } from "./inputs.ts";

/** Folders that hold other people's reports, or copies of ours. */
const NEVER_SEARCHED = ["**/node_modules/**", "**/.git/**", "**/target/doc/**", "**/vendor/**"];

const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * The report files that the inputs ask for, as absolute paths without repeats. Under usual names nothing is taken that is tracked by
 * git: it was not made by this run.
 *
 * @throws UserErrors naming every line of `files` that finds nothing: a missing shard must not look like full coverage.
 */
export async function findReportFiles(
  inputs: Inputs,
  directory: string,
  isTracked: (path: string) => boolean,
): Promise<string[]> {
  const wanted = inputs.files.filter((pattern) => !pattern.startsWith("!"));
  const ignore = inputs.files.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  if (wanted.length === 0) return findUsualFiles(inputs, directory, ignore, isTracked);
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = new Set<string>();
  const problems: string[] = [];
  for (const pattern of wanted) {
    const files = await glob(toPosix(pattern), { cwd: directory, absolute: true, dot: true, ignore, onlyFiles: true });
    if (files.length === 0)
      problems.push(
        `input \`files\`: ${quote(pattern)} finds no file in ${directory}; did the tests run, and was the artifact downloaded?`,
      );
    for (const file of files) found.add(realpathSync(file));
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return [...found].sort();
}

async function findUsualFiles(
  inputs: Inputs,
  directory: string,
  ignore: readonly string[],
  isTracked: (path: string) => boolean,
): Promise<string[]> {
  const formats = inputs.format === "auto" ? REPORT_FORMATS : [formatNamed(inputs.format)];
  const names = formats.flatMap((format) => format.usualNames);
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = await glob(
    names.map((name) => `**/${name}`),
    { cwd: directory, absolute: true, dot: true, ignore: [...NEVER_SEARCHED, ...ignore], onlyFiles: true },
  );
  const files = [...new Set(found.map((file) => realpathSync(file)))].filter((file) => !isTracked(file));
  if (files.length > 0) return files.sort();
  throw new UserError(
    `no coverage report is in ${directory} under a usual name (${names.slice(0, 6).join(", ")} ...); write its path into the input \`files\``,
  );
}

export interface ParsedFile {
  readonly format: ReportFormat;
  readonly bytes: number;
  readonly report: CoverageReport;
}

/** @param shown how messages call the file. @throws UserError naming it, when it is empty, of no known format, damaged, or holds no file. */
export function parseReportFile(path: string, shown: string, expected: Inputs["format"]): ParsedFile {
  const file = openSync(path, "r");
  try {
    const bytes = fstatSync(file).size;
    if (bytes === 0) throw new UserError(`${shown} is empty; the test run wrote no coverage into it`);
    const format = expected === "auto" ? detectFormat(readHead(file)) : formatNamed(expected);
    if (format === undefined) {
      throw new UserError(
        `${shown} is in no known format (${REPORT_FORMATS.map((known) => known.name).join(", ")}); it begins with ${quote(new TextDecoder().decode(readHead(file).subarray(0, 40)))}`,
      );
    }
    const report = format.parse(chunksOf(file));
    if (report.files.size === 0)
      throw new UserError(`${shown} (${format.title}) names not a single source file; the test run measured nothing`);
    return { format, bytes, report };
  } catch (error) {
    if (error instanceof ReportError) throw new UserError(`${shown}: ${error.message}`, { cause: error });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The whole file in pieces; the buffer is used again for the next piece. */
export function* chunksOf(file: number): Iterable<Uint8Array> {
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, fstatSync(file).size)));
  let position = 0;
  for (
    let read = readSync(file, buffer, 0, buffer.length, position);
    read > 0;
    read = readSync(file, buffer, 0, buffer.length, position)
  ) {
    yield buffer.subarray(0, read);
    position += read;
  }
}

function readHead(file: number): Uint8Array {
  const head = new Uint8Array(DETECTION_BYTES);
  return head.subarray(0, readSync(file, head, 0, head.length, 0));
}

function toPosix(pattern: string): string {
  return sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
}

/** How many lines a source file has; undefined when it is not there. The last one counts with or without its newline. */
export function linesOnDisk(root: string, path: string): number | undefined {
  const absolute = join(root, path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const file = openSync(absolute, "r");
  try {
    let lines = 0;
    let last = 10;
    for (const chunk of chunksOf(file)) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
      last = chunk[chunk.length - 1]!;
    }
    return last === 10 ? lines : lines + 1;
  } finally {
    closeSync(file);
  }
}
