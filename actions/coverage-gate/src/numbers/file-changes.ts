import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport, Ratio } from "@jessy-actions/coverage/model";
import { fileTotals, type TotalsMode } from "@jessy-actions/coverage/totals";
import type { FileChange, FileChanges } from "../result.ts";

/** The result file stays small enough to be published when another tool moves every file. */
export const MAX_FILE_CHANGES = 1000;

/**
 * Files whose line coverage is another share than in the baseline, or that only one side measures; a renamed file is
 * compared with its old name. Most additional uncovered lines first, then the greater loss, then by path.
 *
 * @param diff from the baseline's commit to the head's.
 */
export function fileChanges(
  base: CoverageReport,
  head: CoverageReport,
  diff: readonly DiffFile[],
  mode: TotalsMode,
): FileChanges {
  const oldPaths = new Map(
    diff.flatMap(({ status, path, oldPath }) =>
      status === "renamed" && oldPath !== undefined ? [[path, oldPath]] : [],
    ),
  );
  const linesIn = ({ files }: CoverageReport, path: string): Ratio | undefined => {
    const file = files.get(path);
    const lines = file === undefined ? undefined : fileTotals(file, mode).lines;
    return lines === undefined || lines.total === 0 ? undefined : lines;
  };
  const compared = new Set<string>();
  const changes: FileChange[] = [];
  for (const path of head.files.keys()) {
    const oldPath = oldPaths.get(path) ?? path;
    compared.add(oldPath);
    changes.push(changeOf(path, linesIn(base, oldPath), linesIn(head, path)));
  }
  for (const path of base.files.keys()) {
    if (!compared.has(path)) changes.push(changeOf(path, linesIn(base, path), undefined));
  }
  const changed = changes.filter(isChange).sort(byLoss);
  return { count: changed.length, files: changed.slice(0, MAX_FILE_CHANGES) };
}

function changeOf(path: string, before: Ratio | undefined, now: Ratio | undefined): FileChange {
  return { path, ...(before !== undefined && { before }), ...(now !== undefined && { now }) };
}

function isChange({ before, now }: FileChange): boolean {
  if (before === undefined || now === undefined) return before !== now;
  return before.covered * now.total !== now.covered * before.total;
}

function byLoss(a: FileChange, b: FileChange): number {
  return additionalMisses(b) - additionalMisses(a) || share(a) - share(b) || (a.path < b.path ? -1 : 1);
}

function additionalMisses({ before, now }: FileChange): number {
  return missed(now) - missed(before);
}

function missed(ratio: Ratio | undefined): number {
  return ratio === undefined ? 0 : ratio.total - ratio.covered;
}

/** How much the share of covered lines rose; only for the order of rows. */
function share({ before, now }: FileChange): number {
  return before === undefined || now === undefined ? 0 : now.covered / now.total - before.covered / before.total;
}
