import type { CoverageReport, FileCoverage } from "@jessy-actions/coverage/model";
import type { StaleFile } from "../facts.ts";

/** LLVM and PHPUnit measure the line behind a file's last one (llvm/llvm-project#120071), and their totals have it. */
const LINES_BEYOND_END = 1;

/** As many lines more are odd; only still more show that a report is of another commit. */
export const FEW_LINES = 3;

/** A report without the lines that a compiler made up, and the files that show it to be of another commit. */
export interface FittedReport {
  readonly report: CoverageReport;
  readonly stale: readonly StaleFile[];
  /** How many lines were left out, by file. */
  readonly cut: ReadonlyMap<string, number>;
  /** How many lines a file has too many, where they are few. They count. */
  readonly odd: ReadonlyMap<string, number>;
}

/**
 * Compares a report with its files. Lines past a file's end show that the report is of another commit if they are more
 * than a few. Kotlin's compiler numbers the code that it inlines from the end of the file on: in its files and in
 * JaCoCo's reports such lines are no lines, and only a function that begins past the end shows another commit.
 *
 * @param linesOf how many lines a file has; undefined when it is not there.
 */
export function fitToFiles(report: CoverageReport, linesOf: (path: string) => number | undefined): FittedReport {
  const files = new Map<string, FileCoverage>();
  const stale: StaleFile[] = [];
  const [cut, odd] = [new Map<string, number>(), new Map<string, number>()];
  for (const [path, file] of report.files) {
    files.set(path, file);
    const lines = linesOf(path);
    if (lines === undefined) continue;
    const past = file.lines.line.length - rowsUpTo(file.lines.line, lines);
    if (report.format === "jacoco" || /\.kts?$/.test(path)) {
      const measuredLine = lastFunctionPast(file, lines);
      if (measuredLine !== undefined) stale.push({ path, measuredLine, lines });
      else if (past > 0) cut.set(path, past);
      files.set(path, cutAt(file, lines));
    } else if (past > FEW_LINES) stale.push({ path, measuredLine: file.lines.line.at(-1)!, lines });
    else if (past > LINES_BEYOND_END) odd.set(path, past);
  }
  return { report: { ...report, files }, stale, cut, odd };
}

/** Classes that the compiler makes of inlined code are named so, and begin past the end. */
function lastFunctionPast({ functions }: FileCoverage, lines: number): number | undefined {
  const at = functions.line.findLastIndex(
    (line, index) => line > lines && !functions.name[index]!.includes("$$inlined$"),
  );
  return at === -1 ? undefined : functions.line[at];
}

function cutAt(file: FileCoverage, last: number): FileCoverage {
  const lines = rowsUpTo(file.lines.line, last);
  const branches = rowsUpTo(file.branches.line, last);
  const counts = rowsUpTo(file.branchCounts.line, last);
  return {
    ...file,
    lines: { line: file.lines.line.slice(0, lines), hits: file.lines.hits.slice(0, lines) },
    branches: {
      line: file.branches.line.slice(0, branches),
      block: file.branches.block.slice(0, branches),
      branch: file.branches.branch.slice(0, branches),
      taken: file.branches.taken.slice(0, branches),
      names: file.branches.names,
    },
    branchCounts: {
      line: file.branchCounts.line.slice(0, counts),
      covered: file.branchCounts.covered.slice(0, counts),
      total: file.branchCounts.total.slice(0, counts),
    },
  };
}

/** How many rows of an ascending column are not above a line. */
function rowsUpTo(column: Uint32Array, last: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
