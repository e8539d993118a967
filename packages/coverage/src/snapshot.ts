import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { FileBuilder } from "./file-builder.ts";
import type { BlockTable, CoverageReport, DeclaredTotals, FileCoverage, LineTable, Ratio } from "./model.ts";
import { branchesOfLines } from "./totals.ts";

/**
 * A merged report in the form that is kept as a baseline: what later runs compare with, and no more. JSON, one file per
 * line:
 *
 *     {"schema":"jessy-actions/coverage-snapshot/v1","meta":{...},"files":{
 *     "src/a.rs":{"hit":[gap,run,...],"missed":[gap,run,...],"branches":[line,covered,total,...],"functions":[covered,total],
 *       "blocks":[startLine,startColumn,endLine,endColumn,statements,hit,...],"declared":{"lines":[covered,total]}}
 *     }}
 *
 * Lines are runs: `gap` unlisted lines (from line 1, or from the end of the run before), then `run` listed ones. Counts
 * are kept as 0 or 1.
 */
export interface Snapshot {
  readonly meta: SnapshotMeta;
  readonly report: CoverageReport;
}

export interface SnapshotMeta {
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that was measured. */
  readonly sha: string;
  /** The gate's minimums as written at the time, by input name: a pull request may not lower them. */
  readonly gate: Readonly<Record<string, string>>;
}

const SCHEMA = "jessy-actions/coverage-snapshot/v1";

export function* writeSnapshot(report: CoverageReport, meta: SnapshotMeta): Iterable<string> {
  yield `{"schema":${JSON.stringify(SCHEMA)},"meta":${JSON.stringify(meta)},"files":{\n`;
  let separator = "";
  for (const path of [...report.files.keys()].sort()) {
    yield `${separator}${JSON.stringify(path)}:${JSON.stringify(encodeFile(report.files.get(path)!))}`;
    separator = ",\n";
  }
  yield "\n}}\n";
}

export function isSnapshot(head: string): boolean {
  return head.startsWith(`{"schema":${JSON.stringify(SCHEMA)}`);
}

/** @throws ReportError if it is not a snapshot, or is damaged. */
export function readSnapshot(chunks: Iterable<Uint8Array>): Snapshot {
  const root = parseJson(chunks);
  if (root.get("schema").raw !== SCHEMA) throw new ReportError(`its \`schema\` is not ${SCHEMA}`);
  const meta = root.get("meta");
  const files = new Map<string, FileCoverage>();
  const builder = new FileBuilder("max");
  checkSize(root.get("files"));
  for (const [path, file] of root.get("files").entries()) files.set(path, decodeFile(builder, path, file));
  return {
    meta: {
      repository: meta.get("repository").text(),
      sha: meta.get("sha").text(),
      gate: Object.fromEntries([...meta.get("gate").entries()].map(([name, value]) => [name, value.text()])),
    },
    report: { format: "merged", files, sourceRoots: [], warnings: [] },
  };
}

function encodeFile(file: FileCoverage): object {
  const branches = [...branchesOfLines(file)].flatMap(([line, { covered, total }]) => [line, covered, total]);
  const functions = file.functions.hits;
  return {
    hit: encodeRuns(file.lines, true),
    missed: encodeRuns(file.lines, false),
    ...(branches.length > 0 && { branches }),
    ...(functions.length > 0 && { functions: [functions.filter((hits) => hits > 0).length, functions.length] }),
    ...(file.blocks !== undefined && { blocks: encodeBlocks(file.blocks) }),
    ...(file.declared !== undefined && { declared: encodeDeclared(file.declared) }),
  };
}

function encodeRuns({ line, hits }: LineTable, hit: boolean): number[] {
  const runs: number[] = [];
  let end = 1;
  for (let at = 0; at < line.length; at++) {
    if (hits[at]! > 0 !== hit) continue;
    if (line[at] === end && runs.length > 0) runs[runs.length - 1]!++;
    else runs.push(line[at]! - end, 1);
    end = line[at]! + 1;
  }
  return runs;
}

function decodeFile(builder: FileBuilder, path: string, file: JsonValue): FileCoverage {
  for (const [key, hits] of [
    ["hit", 1],
    ["missed", 0],
  ] as const) {
    let line = 1;
    for (const [gap, run] of tuples(file.get(key), 2)) {
      if (run! > MAX_RUN)
        throw new ReportError(`${JSON.stringify(path)} has a run of ${run} lines, which no source file has`);
      line += gap!;
      for (let left = run!; left > 0; left--) builder.addLine(line++, hits);
    }
  }
  for (const [line, covered, total] of tuples(file.get("branches"), 3)) builder.addBranchCount(line!, covered!, total!);
  for (const [covered, total] of tuples(file.get("functions"), 2)) {
    if (total! > MAX_FUNCTIONS)
      throw new ReportError(`${JSON.stringify(path)} has ${total} functions, which no source file has`);
    for (let at = 0; at < total!; at++) builder.addFunction(0, String(at), at < covered! ? 1 : 0);
  }
  for (const [startLine, startColumn, endLine, endColumn, statements, hits] of tuples(file.get("blocks"), 6)) {
    builder.addBlock(startLine!, startColumn!, endLine!, endColumn!, statements!, hits!);
  }
  if (file.get("declared").isObject) builder.declare(decodeDeclared(file.get("declared")));
  return builder.build(path);
}

/** A longer file is a damaged snapshot. */
const MAX_RUN = 10_000_000;
const MAX_FUNCTIONS = 1_000_000;

/** Of all files together. */
const MAX_ROWS = 50_000_000;

/** Runs before anything is unpacked: a few bytes can stand for ten million lines. */
function checkSize(files: JsonValue): void {
  let rows = 0;
  for (const [, file] of files.entries()) {
    for (const key of ["hit", "missed"])
      for (const [, run] of tuples(file.get(key), 2)) rows += Math.min(run!, MAX_RUN);
    for (const [, total] of tuples(file.get("functions"), 2)) rows += Math.min(total!, MAX_FUNCTIONS);
  }
  if (rows > MAX_ROWS) throw new ReportError(`has more than ${MAX_ROWS} lines and functions: it is damaged`);
}

function* tuples(value: JsonValue, size: number): Iterable<readonly number[]> {
  if (value.isMissing) return;
  const list = value.list();
  if (list.length % size !== 0 || list.some((number) => !Number.isSafeInteger(number) || (number as number) < 0)) {
    throw new ReportError(`the snapshot has a list that is not made of ${size} whole numbers each`);
  }
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size) as number[];
}

function encodeBlocks(blocks: BlockTable): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < blocks.startLine.length; at++) {
    numbers.push(blocks.startLine[at]!, blocks.startColumn[at]!, blocks.endLine[at]!, blocks.endColumn[at]!);
    numbers.push(blocks.statements[at]!, blocks.hits[at]! > 0 ? 1 : 0);
  }
  return numbers;
}

function encodeDeclared(declared: DeclaredTotals): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(declared).map(([kind, ratio]: [string, Ratio]) => [kind, [ratio.covered, ratio.total]]),
  );
}

function decodeDeclared(declared: JsonValue): DeclaredTotals {
  const totals: { -readonly [Kind in keyof DeclaredTotals]: Ratio } = {};
  for (const kind of ["lines", "branches", "functions"] as const) {
    for (const [covered, total] of tuples(declared.get(kind), 2)) totals[kind] = { covered: covered!, total: total! };
  }
  return totals;
}
