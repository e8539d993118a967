import type { CoverageReport, FileCoverage, Ratio } from "./model.ts";
import { addRatios } from "./ratio.ts";

export interface Totals {
  readonly lines: Ratio;
  readonly branches: Ratio;
  readonly functions: Ratio;
}

/** `lines`: what was measured, counted by us. `declared`: what the report itself states, if it states anything. */
export type TotalsMode = "lines" | "declared";

/**
 * The numbers of one file. Lines are distinct measured lines; of a Go profile they are statements, as `go tool cover
 * -func` counts. What a report declares counts only where it has no detail of that kind, or in the mode `declared`.
 */
export function fileTotals(file: FileCoverage, mode: TotalsMode): Totals {
  const { declared } = file;
  return {
    lines: pick(mode, countLines(file), declared?.lines),
    branches: pick(mode, countBranches(file), declared?.branches),
    functions: pick(
      mode,
      { covered: countHits(file.functions.hits), total: file.functions.hits.length },
      declared?.functions,
    ),
  };
}

export function sumTotals(totals: readonly Totals[]): Totals {
  return {
    lines: addRatios(totals.map((each) => each.lines)),
    branches: addRatios(totals.map((each) => each.branches)),
    functions: addRatios(totals.map((each) => each.functions)),
  };
}

export function reportTotals(report: CoverageReport, mode: TotalsMode): Totals {
  return sumTotals([...report.files.values()].map((file) => fileTotals(file, mode)));
}

/**
 * The branches of each line that has any, ascending. A line known by identities in one report and by number in another
 * counts the larger of the two, as the branches cannot be matched.
 */
export function* branchesOfLines(file: FileCoverage): Iterable<readonly [line: number, branches: Ratio]> {
  const { branches, branchCounts } = file;
  let i = 0;
  let j = 0;
  while (i < branches.line.length || j < branchCounts.line.length) {
    const line = Math.min(
      branches.line[i] ?? Number.POSITIVE_INFINITY,
      branchCounts.line[j] ?? Number.POSITIVE_INFINITY,
    );
    let covered = 0;
    let total = 0;
    for (; branches.line[i] === line; i++) {
      total++;
      if (branches.taken[i]! > 0) covered++;
    }
    if (branchCounts.line[j] === line) {
      covered = Math.max(covered, branchCounts.covered[j]!);
      total = Math.max(total, branchCounts.total[j]!);
      j++;
    }
    yield [line, { covered, total }];
  }
}

function countLines({ lines, blocks }: FileCoverage): Ratio {
  if (blocks === undefined) return { covered: countHits(lines.hits), total: lines.hits.length };
  let covered = 0;
  let total = 0;
  for (let at = 0; at < blocks.hits.length; at++) {
    total += blocks.statements[at]!;
    if (blocks.hits[at]! > 0) covered += blocks.statements[at]!;
  }
  return { covered, total };
}

function countBranches(file: FileCoverage): Ratio {
  if (file.branchCounts.line.length === 0) {
    return { covered: countHits(file.branches.taken), total: file.branches.taken.length };
  }
  let covered = 0;
  let total = 0;
  for (const [line, branches] of branchesOfLines(file)) {
    // Branches without a place may be those that another report places.
    if (line === 0 && file.branches.line.length > 0) continue;
    covered += branches.covered;
    total += branches.total;
  }
  return { covered, total };
}

function countHits(hits: Float64Array): number {
  let covered = 0;
  for (let at = 0; at < hits.length; at++) if (hits[at]! > 0) covered++;
  return covered;
}

function pick(mode: TotalsMode, counted: Ratio, declared: Ratio | undefined): Ratio {
  return declared !== undefined && (mode === "declared" || counted.total === 0) ? declared : counted;
}
