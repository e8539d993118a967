import type { DiffFile } from "./diff.ts";
import type { CoverageReport, FileCoverage, Ratio } from "./model.ts";
import { type LineRange, rangesContain, rangesOverUnmeasured } from "./ranges.ts";
import { branchesOfLines } from "./totals.ts";

/** Coverage of the lines that a change adds or edits. */
export interface PatchCoverage {
  readonly lines: Ratio;
  readonly branches: Ratio;
  /** Files with at least one changed measured line, most uncovered lines first, then by path. */
  readonly files: readonly PatchFileCoverage[];
}

export interface PatchFileCoverage {
  readonly path: string;
  readonly lines: Ratio;
  readonly branches: Ratio;
  readonly missing: readonly LineRange[];
  /** Covered changed lines with a branch that was never taken. */
  readonly partial: readonly LineRange[];
}

/**
 * Only `+` lines that a report measured count, as Codecov and diff-cover do: blank lines, comments and unmeasured files
 * are neither covered nor missed. A covered line with an untaken branch is covered; its branches are counted
 * separately.
 */
export function patchCoverage(report: CoverageReport, diff: readonly DiffFile[]): PatchCoverage {
  const files = diff
    .flatMap((change) => {
      const file = report.files.get(change.path);
      return file === undefined || change.added.length === 0 ? [] : [filePatch(file, change.added)];
    })
    .filter((file) => file.lines.total > 0)
    .sort((a, b) => missed(b.lines) - missed(a.lines) || (a.path < b.path ? -1 : 1));
  return { lines: sum(files.map((file) => file.lines)), branches: sum(files.map((file) => file.branches)), files };
}

function filePatch(file: FileCoverage, added: readonly LineRange[]): PatchFileCoverage {
  const missing: number[] = [];
  const covered: number[] = [];
  const { line, hits } = file.lines;
  for (let at = 0; at < line.length; at++) {
    if (rangesContain(added, line[at]!)) (hits[at]! > 0 ? covered : missing).push(line[at]!);
  }
  const partial: number[] = [];
  let branchesCovered = 0;
  let branchesTotal = 0;
  const coveredLines = new Set(covered);
  for (const [number, branches] of branchesOfLines(file)) {
    if (!rangesContain(added, number)) continue;
    branchesCovered += branches.covered;
    branchesTotal += branches.total;
    if (branches.covered < branches.total && coveredLines.has(number)) partial.push(number);
  }
  return {
    path: file.path,
    lines: { covered: covered.length, total: covered.length + missing.length },
    branches: { covered: branchesCovered, total: branchesTotal },
    missing: rangesOverUnmeasured(missing, line),
    partial: rangesOverUnmeasured(partial, line),
  };
}

function missed(ratio: Ratio): number {
  return ratio.total - ratio.covered;
}

function sum(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((a, b) => ({ covered: a.covered + b.covered, total: a.total + b.total }), {
    covered: 0,
    total: 0,
  });
}
