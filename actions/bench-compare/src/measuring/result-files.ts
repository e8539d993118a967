import { statSync } from "node:fs";
import { Measurements } from "@jessy-actions/benchmarks/measurements";
import {
  type FormatName,
  type ResultFile,
  type Results,
  type Series,
  seriesKey,
} from "@jessy-actions/benchmarks/model";
import { parseResults } from "@jessy-actions/benchmarks/parse";
import { settleNames } from "@jessy-actions/benchmarks/processor-suffix";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { quote } from "@jessy-actions/kit/runner/inputs";
import type { Log } from "@jessy-actions/kit/runner/log";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { MeasuredGroup } from "../facts.ts";
import type { SideFiles } from "../result.ts";
import { findFiles } from "./process.ts";

/** The limit for all files of a side together. */
const MAX_BYTES = 500_000_000;

/** The process runs of one side, each with the files that it left. */
interface Side {
  readonly input: "base-results" | "head-results";
  readonly runs: readonly (readonly ResultFile[])[];
}

/** What was read from two sets of result files. */
export interface ReadFiles {
  readonly group: MeasuredGroup;
  readonly failed: Measurements["failed"];
  readonly base: SideFiles;
  readonly head: SideFiles;
  readonly warnings: readonly string[];
}

/**
 * Reads both sides. Several files are several process runs, and each run gives one number per metric. If each side is a single file, every
 * sample counts, as in benchstat.
 *
 * @throws UserErrors naming every pattern that finds nothing and every file that cannot be read.
 */
export async function readResultFiles(
  patterns: { readonly base: readonly string[]; readonly head: readonly string[] },
  directory: string,
  format: FormatName | "auto",
  log: Log,
): Promise<ReadFiles> {
  const problems: string[] = [];
  const sides = {
    base: await findRuns("base-results", patterns.base, directory, problems),
    head: await findRuns("head-results", patterns.head, directory, problems),
  };
  for (const { input, runs } of [sides.base, sides.head])
    for (const files of runs)
      log.debug(`${input}: one run, ${files.map(({ path, bytes }) => `${path} (${bytes.length} bytes)`).join(", ")}`);
  const read = { base: parseRuns(sides.base, format, problems), head: parseRuns(sides.head, format, problems) };
  if (problems.length > 0) throw new UserErrors(problems);
  const rename = settleNames(read.base, read.head);
  const parsed = { base: read.base.map(rename.base), head: read.head.map(rename.head) };
  const measurements = new Measurements();
  const isSingle = parsed.base.length === 1 && parsed.head.length === 1;
  measurements.add(
    isSingle
      ? { base: samplesAsRuns(parsed.base[0]!), head: samplesAsRuns(parsed.head[0]!) }
      : { base: parsed.base, head: parsed.head },
  );
  const warnings = new Set([...parsed.base, ...parsed.head].flatMap((results) => results.warnings));
  return {
    group: {
      // In a single file benchmarks may differ in samples, and each of several programs may leave its own files: none of them is absent.
      series: measurements
        .series()
        .map((series) =>
          isSingle || series.seen.base === series.seen.head
            ? { ...series, absent: { base: 0, head: 0, twin: 0 } }
            : series,
        ),
      processes: { base: parsed.base.length, head: parsed.head.length, twin: 0 },
      looks: [1],
      ended: true,
    },
    failed: measurements.failed,
    base: { files: sides.base.runs.flat().length, runs: parsed.base.length },
    head: { files: sides.head.runs.flat().length, runs: parsed.head.length },
    warnings: [...warnings],
  };
}

async function findRuns(
  input: Side["input"],
  patterns: readonly string[],
  directory: string,
  problems: string[],
): Promise<Side> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const found = new Set<string>();
  for (const pattern of wanted) {
    const files = await findFiles(pattern, directory);
    if (files.length === 0) problems.push(`input \`${input}\`: ${quote(pattern)} finds no file in ${directory}`);
    for (const file of files) found.add(file);
  }
  for (const pattern of patterns.filter((each) => each.startsWith("!")))
    for (const file of await findFiles(pattern.slice(1), directory)) found.delete(file);
  const paths = [...found].sort();
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > MAX_BYTES) {
    problems.push(
      `input \`${input}\` finds ${Math.round(bytes / 1e6)} MB in ${paths.length} files; ${MAX_BYTES / 1e6} MB can be read`,
    );
    return { input, runs: [] };
  }
  const files = paths.map((path) => ({
    path: shownPath(path, directory),
    bytes: readFile(path),
  }));
  return { input, runs: splitRuns(files) };
}

/** A folder with Criterion's files (`<run>/<group>/<benchmark>/new/benchmark.json`) is one run; every other file is a run of its own. */
function splitRuns(files: readonly ResultFile[]): ResultFile[][] {
  const folders = new Map<string, ResultFile[]>();
  const runs: ResultFile[][] = [];
  for (const file of files) {
    const folder = criterionFolder(file.path);
    if (folder === undefined) runs.push([file]);
    else if (folders.has(folder)) folders.get(folder)!.push(file);
    else folders.set(folder, [file]);
  }
  return [...folders.values(), ...runs];
}

/** The path up to its last part called `criterion`, or its first part. */
function criterionFolder(path: string): string | undefined {
  if (
    !/\/(?:new|base|change|report|[^/]+)\/(?:benchmark|sample|estimates|tukey)\.json$|\/report\/[^/]+\.(?:html|svg)$/.test(
      path,
    )
  )
    return undefined;
  const end = path.lastIndexOf("criterion/");
  return end === -1 ? path.slice(0, path.indexOf("/")) : path.slice(0, end + "criterion".length);
}

function parseRuns({ input, runs }: Side, format: FormatName | "auto", problems: string[]): Results[] {
  return runs.flatMap((files) => {
    try {
      return [parseResults(files, format)];
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      const name = files.length === 1 ? files[0]!.path : criterionFolder(files[0]!.path);
      problems.push(`input \`${input}\`: ${name ?? ""} ${error.message.replace(`${name}: `, "")}`);
      return [];
    }
  });
}

/** As many runs as the longest series has samples; the n-th run has the n-th sample of each series. */
function samplesAsRuns(results: Results): Results[] {
  const longest = [...results.series.values()].reduce((most, { values }) => Math.max(most, values.length), 1);
  return Array.from({ length: longest }, (_, at) => ({
    ...results,
    failed: at === 0 ? results.failed : [],
    series: new Map(
      [...results.series.values()]
        .filter(({ values }) => at < values.length)
        .map((series): [string, Series] => [
          seriesKey(series.benchmark, series.metric.name),
          { ...series, values: [series.values[at]!] },
        ]),
    ),
  }));
}
