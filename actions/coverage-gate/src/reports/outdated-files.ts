import { extname, join } from "node:path";
import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport, FileCoverage } from "@jessy-actions/coverage/model";
import { readFile } from "@jessy-actions/kit/runner/file-content";

/** How many files that the change leaves alone are read to see whether the tool measures blank lines. */
const MAX_UNCHANGED = 50;

/** A file whose measured lines fit what it was before the change, and not what it is. */
export interface OutdatedFile {
  readonly path: string;
  /** The first measured line that is blank. */
  readonly line: number;
  /** How many lines the file has. */
  readonly lines: number;
}

export interface Sources {
  /** The lines of a file as it is checked out; undefined when there is none. */
  now(path: string): readonly string[] | undefined;
  /** The lines that it had at the base. */
  before(path: string): Promise<readonly string[] | undefined>;
}

/**
 * Files of a report that is older than the commit. Of a tool that measures no blank line (in files that the change
 * leaves alone, some of which have blank lines between measured ones), a measured line that is blank is one of an older
 * file: where none was blank at the base, the report was made there.
 *
 * Not every older report can be seen: one whose lines all happen to have text is like a new one, and tools that measure
 * whole blocks (Go, V8) measure blank lines, too.
 */
export async function findOutdatedFiles(
  report: CoverageReport,
  diff: readonly DiffFile[],
  sources: Sources,
): Promise<OutdatedFile[]> {
  const changed = new Map(diff.map((file) => [file.path, file]));
  const suspects: OutdatedFile[] = [];
  for (const [path, file] of report.files) {
    const change = changed.get(path);
    if (change === undefined || (change.added.length === 0 && change.removed.length === 0)) continue;
    const lines = sources.now(path) ?? [];
    const line = firstBlank(file, lines);
    if (line === undefined) continue;
    const before = await sources.before(change.oldPath ?? path);
    if (before !== undefined && fits(file, before)) suspects.push({ path, line, lines: lines.length });
  }
  const kinds = new Set(suspects.map(({ path }) => extname(path)));
  const alike = [...kinds].filter((kind) => leavesBlankLinesOut(kind, report, changed, sources));
  return suspects.filter(({ path }) => alike.includes(extname(path)));
}

/**
 * Whether unchanged files of one kind show it: two languages may have two tools. False where none of them has a blank
 * line that could have been measured.
 */
function leavesBlankLinesOut(
  kind: string,
  report: CoverageReport,
  changed: ReadonlyMap<string, DiffFile>,
  { now }: Sources,
): boolean {
  let seen = 0;
  const unchanged = [...report.files]
    .filter(([path]) => !changed.has(path) && extname(path) === kind)
    .slice(0, MAX_UNCHANGED);
  for (const [path, file] of unchanged) {
    const lines = now(path);
    if (lines === undefined) continue;
    if (firstBlank(file, lines) !== undefined) return false;
    const [first = 0, last = 0] = [file.lines.line[0], file.lines.line.at(-1)];
    seen += lines.slice(first, last).filter((line) => line.trim() === "").length;
  }
  return seen > 0;
}

/** The first measured line that is there and blank. */
function firstBlank(file: FileCoverage, lines: readonly string[]): number | undefined {
  return file.lines.line.find((line) => lines[line - 1]?.trim() === "");
}

/** Every measured line is there, and none is blank. */
function fits(file: FileCoverage, lines: readonly string[]): boolean {
  return file.lines.line.every((line) => (lines[line - 1]?.trim() ?? "") !== "");
}

/** The lines of a text: behind its last newline there is none, though some tools measure that place. */
export function linesIn(text: string): readonly string[] {
  return text.replace(/\n$/, "").split("\n");
}

/** The lines of a file on disk; undefined when it cannot be read. */
export function linesOf(root: string, path: string): readonly string[] | undefined {
  try {
    return linesIn(readFile(join(root, path)).toString());
  } catch {
    return undefined;
  }
}
