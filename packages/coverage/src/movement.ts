import type { DiffFile } from "./diff.ts";
import { lineMap } from "./line-map.ts";
import type { BlockTable, CoverageReport, FileCoverage, LineTable } from "./model.ts";
import { type LineRange, rangesContain, rangesOverUnmeasured } from "./ranges.ts";
import { fileTotals } from "./totals.ts";

/**
 * - `added`, `removed`: lines that the diff adds or takes away (an edited line is both);
 * - `newly-covered`, `no-longer-covered`: lines that the diff does not touch, measured on both sides;
 * - `joined`, `left`: files that one of the two reports does not have, though the diff neither adds nor deletes them;
 * - `remeasured`: untouched lines that only one side measures (another compiler, another tool).
 */
export type MovementCause =
  | "added"
  | "removed"
  | "newly-covered"
  | "no-longer-covered"
  | "joined"
  | "left"
  | "remeasured";

export interface MovementPart {
  readonly cause: MovementCause;
  /** What it adds to covered and total; negative if it takes away. */
  readonly covered: number;
  readonly total: number;
  /** In how many files it happened. */
  readonly files: number;
}

export interface IndirectChange {
  readonly path: string;
  readonly newlyCovered: number;
  /** Lines of the head. */
  readonly noLongerCovered: readonly LineRange[];
}

/** Why a total differs from the base's. The parts add up to the exact difference of the two totals. */
export interface Movement {
  readonly parts: readonly MovementPart[];
  /** Files with untouched lines whose coverage changed, most losses first. */
  readonly indirect: readonly IndirectChange[];
}

/** @param diff the whole change from the base's commit to the head's. */
export function movement(base: CoverageReport, head: CoverageReport, diff: readonly DiffFile[]): Movement {
  const tally = new Tally();
  const indirect: IndirectChange[] = [];
  const changes = new Map(diff.map((change) => [change.path, change]));
  const seen = new Set<string>();
  for (const [path, file] of head.files) {
    const change = changes.get(path);
    const isNew = change?.status === "added" || change?.status === "copied";
    const basePath = change?.status === "renamed" ? (change.oldPath ?? path) : path;
    // A file of the base is compared once, even if a stale report holds both names of a renamed file.
    const before = isNew || seen.has(basePath) ? undefined : base.files.get(basePath);
    if (before === undefined) {
      tally.addFile(path, isNew ? "added" : "joined", file);
      continue;
    }
    seen.add(basePath);
    const flipped = compareFile(tally, path, before, file, change);
    if (flipped !== undefined) indirect.push(flipped);
  }
  const deleted = new Set(diff.filter((change) => change.status === "deleted").map((change) => change.path));
  for (const [path, file] of base.files) {
    if (!seen.has(path)) tally.removeFile(path, deleted.has(path) ? "removed" : "left", file);
  }
  indirect.sort((a, b) => linesOf(b) - linesOf(a) || b.newlyCovered - a.newlyCovered || (a.path < b.path ? -1 : 1));
  return { parts: tally.parts(), indirect };
}

function compareFile(
  tally: Tally,
  path: string,
  before: FileCoverage,
  after: FileCoverage,
  change: DiffFile | undefined,
): IndirectChange | undefined {
  if (!comparable(before, after)) {
    tally.removeFile(path, "remeasured", before);
    tally.addFile(path, "remeasured", after);
    return undefined;
  }
  const comparison = new FileComparison(tally, path, change);
  if (before.blocks !== undefined && after.blocks !== undefined) comparison.compareBlocks(before.blocks, after.blocks);
  else comparison.compareLines(before.lines, after.lines);
  if (comparison.newlyCovered === 0 && comparison.lost.size === 0) return undefined;
  return {
    path,
    newlyCovered: comparison.newlyCovered,
    noLongerCovered: rangesOverUnmeasured([...comparison.lost], after.lines.line),
  };
}

/** Compares what one file counts in the base with what it counts in the head. */
class FileComparison {
  newlyCovered = 0;
  /** Untouched lines of the head that were covered before, ascending as the tables do. */
  readonly lost = new Set<number>();
  readonly #tally: Tally;
  readonly #path: string;
  readonly #added: readonly LineRange[];
  readonly #toHead: (line: number) => number | undefined;

  constructor(tally: Tally, path: string, change: DiffFile | undefined) {
    this.#tally = tally;
    this.#path = path;
    this.#added = change?.added ?? [];
    this.#toHead = lineMap(change?.hunks ?? []);
  }

  /** Both tables ascend and the map keeps the order, so one walk over both is enough. */
  compareLines(before: LineTable, after: LineTable): void {
    let next = 0;
    for (let at = 0; at < before.line.length; at++) {
      const line = this.#toHead(before.line[at]!);
      const wasHit = before.hits[at]! > 0;
      if (line === undefined) {
        this.#gone("removed", 1, wasHit);
        continue;
      }
      for (; next < after.line.length && after.line[next]! < line; next++) {
        this.#arrived(after.line[next]!, after.line[next]!, 1, after.hits[next]! > 0);
      }
      if (after.line[next] === line) {
        this.#stayed(line, line, 1, wasHit, after.hits[next]! > 0);
        next++;
      } else this.#gone("remeasured", 1, wasHit);
    }
    for (; next < after.line.length; next++) {
      this.#arrived(after.line[next]!, after.line[next]!, 1, after.hits[next]! > 0);
    }
  }

  compareBlocks(before: BlockTable, after: BlockTable): void {
    const rest = new Map<string, number>();
    for (let at = 0; at < after.startLine.length; at++) {
      rest.set(`${after.startLine[at]}.${after.startColumn[at]},${after.endLine[at]}.${after.endColumn[at]}`, at);
    }
    for (let at = 0; at < before.startLine.length; at++) {
      const first = this.#toHead(before.startLine[at]!);
      const last = this.#toHead(before.endLine[at]!);
      const weight = before.statements[at]!;
      const wasHit = before.hits[at]! > 0;
      const key = `${first}.${before.startColumn[at]},${last}.${before.endColumn[at]}`;
      const now = rest.get(key);
      if (first === undefined || last === undefined) this.#gone("removed", weight, wasHit);
      else if (now === undefined || after.statements[now] !== weight) this.#gone("remeasured", weight, wasHit);
      else {
        rest.delete(key);
        this.#stayed(first, last, weight, wasHit, after.hits[now]! > 0);
      }
    }
    for (const at of rest.values()) {
      this.#arrived(after.startLine[at]!, after.endLine[at]!, after.statements[at]!, after.hits[at]! > 0);
    }
  }

  #gone(cause: MovementCause, weight: number, wasHit: boolean): void {
    this.#tally.add(cause, this.#path, wasHit ? -weight : 0, -weight);
  }

  #arrived(first: number, last: number, weight: number, isHit: boolean): void {
    this.#tally.add(touches(this.#added, first, last) ? "added" : "remeasured", this.#path, isHit ? weight : 0, weight);
  }

  #stayed(first: number, last: number, weight: number, wasHit: boolean, isHit: boolean): void {
    if (wasHit === isHit) return;
    if (isHit) {
      this.newlyCovered += weight;
      this.#tally.add("newly-covered", this.#path, weight, 0);
    } else {
      for (let line = first; line <= last; line++) this.lost.add(line);
      this.#tally.add("no-longer-covered", this.#path, -weight, 0);
    }
  }
}

/** Files known only by their totals, or once by lines and once by statements, have no units to compare. */
function comparable(a: FileCoverage, b: FileCoverage): boolean {
  return (a.blocks === undefined) === (b.blocks === undefined) && a.lines.line.length > 0 && b.lines.line.length > 0;
}

function touches(added: readonly LineRange[], first: number, last: number): boolean {
  for (let line = first; line <= last; line++) if (rangesContain(added, line)) return true;
  return false;
}

function linesOf(change: IndirectChange): number {
  return change.noLongerCovered.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

const CAUSES: readonly MovementCause[] = [
  "added",
  "removed",
  "no-longer-covered",
  "newly-covered",
  "joined",
  "left",
  "remeasured",
];

class Tally {
  readonly #parts = new Map<MovementCause, { covered: number; total: number; files: Set<string> }>();

  add(cause: MovementCause, path: string, covered: number, total: number): void {
    let part = this.#parts.get(cause);
    if (part === undefined) {
      part = { covered: 0, total: 0, files: new Set() };
      this.#parts.set(cause, part);
    }
    part.covered += covered;
    part.total += total;
    part.files.add(path);
  }

  addFile(path: string, cause: MovementCause, file: FileCoverage): void {
    const { covered, total } = fileTotals(file, "lines").lines;
    if (total > 0) this.add(cause, path, covered, total);
  }

  removeFile(path: string, cause: MovementCause, file: FileCoverage): void {
    const { covered, total } = fileTotals(file, "lines").lines;
    if (total > 0) this.add(cause, path, -covered, -total);
  }

  parts(): MovementPart[] {
    return CAUSES.flatMap((cause) => {
      const part = this.#parts.get(cause);
      if (part === undefined || (part.covered === 0 && part.total === 0)) return [];
      return [{ cause, covered: part.covered, total: part.total, files: part.files.size }];
    });
  }
}
