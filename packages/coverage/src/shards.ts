import type { BranchTable, CoverageReport, FileCoverage, LineTable } from "./model.ts";
import { NAMED_BRANCH } from "./model.ts";

/** Which reports count for a file: those that ran something of it, if any did; or all, as `lcov -a` adds them up. */
export type ShardsMode = "executed" | "all";

/**
 * The reports without the tables of files that a report lists but ran nothing of, where another one ran the file. Tools
 * list such files without compiling them as the tests do (Vitest's `coverage.all`), so that they have other lines: as
 * misses they would dilute what was measured. A file that no report ran keeps its tables.
 */
export function withoutUnexecuted(reports: readonly CoverageReport[]): readonly CoverageReport[] {
  const executed = new Set<string>();
  for (const { files } of reports) for (const [path, file] of files) if (isExecuted(file)) executed.add(path);
  return reports.map((report) => {
    const files = [...report.files].filter(([path, file]) => !executed.has(path) || isExecuted(file));
    return files.length === report.files.size ? report : { ...report, files: new Map(files) };
  });
}

/**
 * Files for which two reports of one format know other branches of a line that both measure, although the format tells
 * branches by their identity. V8 numbers only the branches that a run reached, so that the same number means another
 * branch in another shard.
 */
export function filesWithOtherBranches(reports: readonly CoverageReport[]): readonly string[] {
  const different = new Set<string>();
  const known = new Map<string, FileCoverage>();
  for (const report of reports) {
    if (report.format !== "lcov") continue;
    for (const [path, file] of report.files) {
      if (file.branches.line.length === 0 || !isExecuted(file)) continue;
      const before = known.get(path);
      if (before === undefined) known.set(path, file);
      else if (!sameBranches(before, file)) different.add(path);
    }
  }
  return [...different];
}

/** Whether a report tells nothing about lines that the other one does not tell, too. */
export function isToldBy(report: CoverageReport, other: CoverageReport): boolean {
  for (const [path, file] of report.files) {
    const there = other.files.get(path);
    if (there === undefined || !hasLines(there.lines, file.lines)) return false;
  }
  return true;
}

function isExecuted({ lines, branches, branchCounts, functions, blocks, declared }: FileCoverage): boolean {
  const some = (table: Float64Array | Uint32Array | undefined) => table?.some((count) => count > 0) ?? false;
  return (
    some(lines.hits) ||
    some(functions.hits) ||
    some(branches.taken) ||
    some(branchCounts.covered) ||
    some(blocks?.hits) ||
    Object.values(declared ?? {}).some(({ covered }) => covered > 0)
  );
}

/** Every line is in the other table, and was hit there if it was hit here. */
function hasLines(table: LineTable, lines: LineTable): boolean {
  let at = 0;
  for (let row = 0; row < lines.line.length; row++) {
    while (at < table.line.length && table.line[at]! < lines.line[row]!) at++;
    if (table.line[at] !== lines.line[row] || (lines.hits[row]! > 0 && table.hits[at] === 0)) return false;
  }
  return true;
}

/** On the lines that both files measure. */
function sameBranches(a: FileCoverage, b: FileCoverage): boolean {
  const [ofA, ofB] = [branchesByLine(a.branches), branchesByLine(b.branches)];
  for (const [measured, mine, others] of [
    [b, ofA, ofB],
    [a, ofB, ofA],
  ] as const) {
    const lines = new Set(measured.lines.line);
    for (const [line, branches] of mine) if (lines.has(line) && others.get(line) !== branches) return false;
  }
  return true;
}

function branchesByLine({ line, block, branch, names }: BranchTable): Map<number, string> {
  const name = (id: number) => (id < NAMED_BRANCH ? id : JSON.stringify(names[id - NAMED_BRANCH]));
  const byLine = new Map<number, string[]>();
  for (let at = 0; at < line.length; at++) {
    const list = byLine.get(line[at]!) ?? [];
    list.push(`${name(block[at]!)}.${name(branch[at]!)}`);
    byLine.set(line[at]!, list);
  }
  return new Map([...byLine].map(([number, list]) => [number, list.join()]));
}
