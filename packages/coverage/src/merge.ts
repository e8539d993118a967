import { ReportError } from "@jessy-actions/reading/report-error";
import { addHits, type Duplicates, maxDeclared } from "./file-builder.ts";
import {
  type BlockTable,
  type BranchCountTable,
  type BranchTable,
  type CoverageReport,
  type FileCoverage,
  type FunctionTable,
  type LineTable,
  MAX_HITS,
  NAMED_BRANCH,
} from "./model.ts";

/**
 * One report from the reports of several runs (shards, languages, formats) of the same code. Counts add, so hit beats
 * miss. A line that one report did not measure keeps what the others say. Branches are matched by identity; where only
 * their number is known, the larger number wins (two halves cannot be told from the same half twice). Commutative and
 * associative.
 *
 * @throws ReportError if a Go block has different numbers of statements in two reports: they come from different
 * builds.
 */
export function mergeReports(reports: readonly CoverageReport[]): CoverageReport {
  if (reports.length === 1) return reports[0]!;
  const files = new Map<string, FileCoverage>();
  for (const report of reports) {
    for (const [path, file] of report.files) {
      const known = files.get(path);
      files.set(path, known === undefined ? file : mergeFiles(known, file));
    }
  }
  return {
    format: "merged",
    files,
    sourceRoots: [...new Set(reports.flatMap((report) => report.sourceRoots))],
    warnings: reports.flatMap((report) => report.warnings),
  };
}

/**
 * Two measurements of one source file; the path is the first one's.
 *
 * @param counts `max` if both describe the same run (the classes of a Cobertura file), so that counts must not add.
 */
export function mergeFiles(a: FileCoverage, b: FileCoverage, counts: Duplicates = "sum"): FileCoverage {
  const combine: CombineCounts = counts === "sum" ? addHits : Math.max;
  const blocks = mergeBlocks(a.blocks, b.blocks, combine);
  const declared = maxDeclared(a.declared, b.declared);
  return {
    path: a.path,
    lines: mergeLines(a.lines, b.lines, combine),
    branches: mergeBranches(a.branches, b.branches, combine),
    branchCounts: mergeBranchCounts(a.branchCounts, b.branchCounts),
    functions: mergeFunctions(a.functions, b.functions, combine),
    ...(blocks !== undefined && { blocks }),
    ...(declared !== undefined && { declared }),
  };
}

type CombineCounts = (a: number, b: number) => number;

function mergeLines(a: LineTable, b: LineTable, combine: CombineCounts): LineTable {
  if (b.line.length === 0) return a;
  if (a.line.length === 0) return b;
  if (sameNumbers(a.line, b.line)) return { line: a.line, hits: combined(a.hits, b.hits, combine) };
  const capacity = a.line.length + b.line.length;
  const line = new Uint32Array(capacity);
  const hits = new Float64Array(capacity);
  let rows = 0;
  let i = 0;
  let j = 0;
  while (i < a.line.length || j < b.line.length) {
    const left = i < a.line.length ? a.line[i]! : Number.POSITIVE_INFINITY;
    const right = j < b.line.length ? b.line[j]! : Number.POSITIVE_INFINITY;
    line[rows] = Math.min(left, right);
    hits[rows++] = left < right ? a.hits[i++]! : right < left ? b.hits[j++]! : combine(a.hits[i++]!, b.hits[j++]!);
  }
  return { line: line.slice(0, rows), hits: hits.slice(0, rows) };
}

function mergeBranches(a: BranchTable, b: BranchTable, combine: CombineCounts): BranchTable {
  if (b.line.length === 0) return a;
  if (a.line.length === 0) return b;
  if (a.names.length > 0 || b.names.length > 0) return mergeNamedBranches(a, b, combine);
  if (sameNumbers(a.line, b.line) && sameNumbers(a.block, b.block) && sameNumbers(a.branch, b.branch)) {
    return { ...a, taken: combined(a.taken, b.taken, combine) };
  }
  const capacity = a.line.length + b.line.length;
  const line = new Uint32Array(capacity);
  const block = new Uint32Array(capacity);
  const branch = new Uint32Array(capacity);
  const taken = new Float64Array(capacity);
  let rows = 0;
  let i = 0;
  let j = 0;
  while (i < a.line.length || j < b.line.length) {
    const order =
      i === a.line.length
        ? 1
        : j === b.line.length
          ? -1
          : a.line[i]! - b.line[j]! || a.block[i]! - b.block[j]! || a.branch[i]! - b.branch[j]!;
    const from = order <= 0 ? a : b;
    const at = order <= 0 ? i : j;
    line[rows] = from.line[at]!;
    block[rows] = from.block[at]!;
    branch[rows] = from.branch[at]!;
    taken[rows++] = order === 0 ? combine(a.taken[i]!, b.taken[j]!) : from.taken[at]!;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return {
    line: line.slice(0, rows),
    block: block.slice(0, rows),
    branch: branch.slice(0, rows),
    taken: taken.slice(0, rows),
    names: a.names,
  };
}

/**
 * Both sides get the ids of the union of their names, then merge as numbers do. Ids keep the order of the names, so
 * rows stay sorted.
 */
function mergeNamedBranches(a: BranchTable, b: BranchTable, combine: CombineCounts): BranchTable {
  const names = [...new Set([...a.names, ...b.names])].sort();
  const idOf = new Map(names.map((name, index) => [name, NAMED_BRANCH + index]));
  const renamed = (table: BranchTable): BranchTable => {
    const rename = (id: number) => (id < NAMED_BRANCH ? id : idOf.get(table.names[id - NAMED_BRANCH]!)!);
    return { ...table, block: table.block.map(rename), branch: table.branch.map(rename), names: [] };
  };
  return { ...mergeBranches(renamed(a), renamed(b), combine), names };
}

function mergeBranchCounts(a: BranchCountTable, b: BranchCountTable): BranchCountTable {
  if (b.line.length === 0) return a;
  if (a.line.length === 0) return b;
  const rows = new Map<number, [number, number]>();
  for (const table of [a, b]) {
    for (let at = 0; at < table.line.length; at++) {
      const [covered, total] = rows.get(table.line[at]!) ?? [0, 0];
      rows.set(table.line[at]!, [Math.max(covered, table.covered[at]!), Math.max(total, table.total[at]!)]);
    }
  }
  const line = Uint32Array.from(rows.keys()).sort();
  return {
    line,
    covered: line.map((number) => rows.get(number)![0]),
    total: line.map((number) => rows.get(number)![1]),
  };
}

function mergeFunctions(a: FunctionTable, b: FunctionTable, combine: CombineCounts): FunctionTable {
  if (b.line.length === 0) return a;
  if (a.line.length === 0) return b;
  const line: number[] = [];
  const name: string[] = [];
  const hits: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.line.length || j < b.line.length) {
    const order =
      i === a.line.length
        ? 1
        : j === b.line.length
          ? -1
          : a.line[i]! - b.line[j]! || (a.name[i]! < b.name[j]! ? -1 : a.name[i]! > b.name[j]! ? 1 : 0);
    line.push(order <= 0 ? a.line[i]! : b.line[j]!);
    name.push(order <= 0 ? a.name[i]! : b.name[j]!);
    hits.push(order === 0 ? combine(a.hits[i]!, b.hits[j]!) : order < 0 ? a.hits[i]! : b.hits[j]!);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return { line: Uint32Array.from(line), name, hits: Float64Array.from(hits) };
}

function mergeBlocks(
  a: BlockTable | undefined,
  b: BlockTable | undefined,
  combine: CombineCounts,
): BlockTable | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const capacity = a.startLine.length + b.startLine.length;
  const merged = {
    startLine: new Uint32Array(capacity),
    startColumn: new Uint32Array(capacity),
    endLine: new Uint32Array(capacity),
    endColumn: new Uint32Array(capacity),
    statements: new Uint32Array(capacity),
    hits: new Float64Array(capacity),
  };
  let rows = 0;
  let i = 0;
  let j = 0;
  while (i < a.startLine.length || j < b.startLine.length) {
    const order = i === a.startLine.length ? 1 : j === b.startLine.length ? -1 : compareBlocks(a, i, b, j);
    if (order === 0 && a.statements[i] !== b.statements[j]) {
      throw new ReportError(
        `the block at line ${a.startLine[i]}, column ${a.startColumn[i]} has ${a.statements[i]} statements in one report and ` +
          `${b.statements[j]} in another: the profiles come from different builds`,
      );
    }
    const from = order <= 0 ? a : b;
    const at = order <= 0 ? i : j;
    merged.startLine[rows] = from.startLine[at]!;
    merged.startColumn[rows] = from.startColumn[at]!;
    merged.endLine[rows] = from.endLine[at]!;
    merged.endColumn[rows] = from.endColumn[at]!;
    merged.statements[rows] = from.statements[at]!;
    merged.hits[rows++] = order === 0 ? combine(a.hits[i]!, b.hits[j]!) : from.hits[at]!;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return {
    startLine: merged.startLine.slice(0, rows),
    startColumn: merged.startColumn.slice(0, rows),
    endLine: merged.endLine.slice(0, rows),
    endColumn: merged.endColumn.slice(0, rows),
    statements: merged.statements.slice(0, rows),
    hits: merged.hits.slice(0, rows),
  };
}

function compareBlocks(a: BlockTable, i: number, b: BlockTable, j: number): number {
  return (
    a.startLine[i]! - b.startLine[j]! ||
    a.startColumn[i]! - b.startColumn[j]! ||
    a.endLine[i]! - b.endLine[j]! ||
    a.endColumn[i]! - b.endColumn[j]!
  );
}

/** Shards of one build measure the same lines, so only the counts have to be added. */
function sameNumbers(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && bytesOf(a).equals(bytesOf(b));
}

function bytesOf(table: Uint32Array): Buffer {
  return Buffer.from(table.buffer, table.byteOffset, table.byteLength);
}

/** Two loops and not one with a function inside: they run over every line of every shard. */
function combined(a: Float64Array, b: Float64Array, combine: CombineCounts): Float64Array {
  const counts = a.slice();
  if (combine === addHits) {
    for (let at = 0; at < counts.length; at++) {
      const sum = counts[at]! + b[at]!;
      counts[at] = sum > MAX_HITS ? MAX_HITS : sum;
    }
  } else {
    for (let at = 0; at < counts.length; at++) if (b[at]! > counts[at]!) counts[at] = b[at]!;
  }
  return counts;
}
