import type { DiffFile } from "./diff.ts";
import { lineMap } from "./line-map.ts";
import type { CoverageReport, FileCoverage } from "./model.ts";
import { type LineRange, rangesContain, rangesOverUnmeasured } from "./ranges.ts";
import { fileTotals } from "./totals.ts";

/**
 * - `added`, `removed`: lines that the diff adds or takes away (an edited line is both);
 * - `newly-covered`, `no-longer-covered`: lines that the diff does not touch, measured on both sides;
 * - `joined`, `left`: files that one of the two reports does not have, though the diff neither adds nor deletes them;
 * - `remeasured`: untouched lines that only one side measures (another compiler, another tool).
 */
export type MovementCause = "added" | "removed" | "newly-covered" | "no-longer-covered" | "joined" | "left" | "remeasured";

export interface MovementPart {
  readonly cause: MovementCause;
  /** What it adds to covered and total; negative when it takes away. */
  readonly covered: number;
  readonly total: number;
  /** How many files it happened in. */
  readonly files: number;
}

export interface IndirectChange {
  readonly path: string;
  readonly newlyCovered: number;
  /** Lines of the head. */
  readonly noLongerCovered: readonly LineRange[];
}

/** Why a total is another one than the base's: the parts add up to the exact difference of the two totals. */
export interface Movement {
  readonly parts: readonly MovementPart[];
  /** Files with untouched lines that are covered otherwise than before, most losses first. */
  readonly indirect: readonly IndirectChange[];
}

/** One thing that the total counts: a line, or a Go block that weighs its statements. */
interface Unit {
  readonly first: number;
  readonly last: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly weight: number;
  readonly hit: boolean;
}

/** @param diff the whole change from the base's commit to the head's. */
export function movement(base: CoverageReport, head: CoverageReport, diff: readonly DiffFile[]): Movement {
  const tally = new Tally();
  const indirect: IndirectChange[] = [];
  const changes = new Map(diff.map((change) => [change.path, change]));
  const seen = new Set<string>();
  for (const [path, file] of head.files) {
    const change = changes.get(path);
    const basePath = change?.status === "renamed" ? (change.oldPath ?? path) : path;
    const before = change?.status === "added" || change?.status === "copied" ? undefined : base.files.get(basePath);
    if (before === undefined) {
      tally.addFile(path, change === undefined || change.status === "renamed" ? "joined" : undefined, file, change);
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
    tally.addFile(path, "remeasured", after, undefined);
    return undefined;
  }
  const toHead = lineMap(change?.hunks ?? []);
  const afterUnits = new Map<string, Unit>();
  for (const unit of units(after)) afterUnits.set(keyOf(unit.first, unit.startColumn, unit.last, unit.endColumn), unit);
  let newlyCovered = 0;
  const lost: number[] = [];
  for (const unit of units(before)) {
    const first = toHead(unit.first);
    const last = toHead(unit.last);
    if (first === undefined || last === undefined) {
      tally.add("removed", path, unit.hit ? -unit.weight : 0, -unit.weight);
      continue;
    }
    const key = keyOf(first, unit.startColumn, last, unit.endColumn);
    const now = afterUnits.get(key);
    if (now === undefined || now.weight !== unit.weight) {
      tally.add("remeasured", path, unit.hit ? -unit.weight : 0, -unit.weight);
      continue;
    }
    afterUnits.delete(key);
    if (now.hit === unit.hit) continue;
    if (now.hit) {
      newlyCovered += now.weight;
      tally.add("newly-covered", path, now.weight, 0);
    } else {
      for (let line = now.first; line <= now.last; line++) lost.push(line);
      tally.add("no-longer-covered", path, -now.weight, 0);
    }
  }
  for (const unit of afterUnits.values()) {
    const cause = change !== undefined && touches(change.added, unit) ? "added" : "remeasured";
    tally.add(cause, path, unit.hit ? unit.weight : 0, unit.weight);
  }
  if (newlyCovered === 0 && lost.length === 0) return undefined;
  return { path, newlyCovered, noLongerCovered: rangesOverUnmeasured([...new Set(lost)].sort((a, b) => a - b), after.lines.line) };
}

/** Files known only by their totals, or once by lines and once by statements, have no units to compare. */
function comparable(a: FileCoverage, b: FileCoverage): boolean {
  return (a.blocks === undefined) === (b.blocks === undefined) && a.lines.line.length > 0 && b.lines.line.length > 0;
}

function* units(file: FileCoverage): Iterable<Unit> {
  if (file.blocks !== undefined) {
    const { startLine, startColumn, endLine, endColumn, statements, hits } = file.blocks;
    for (let at = 0; at < startLine.length; at++) {
      yield {
        first: startLine[at]!,
        last: endLine[at]!,
        startColumn: startColumn[at]!,
        endColumn: endColumn[at]!,
        weight: statements[at]!,
        hit: hits[at]! > 0,
      };
    }
    return;
  }
  const { line, hits } = file.lines;
  for (let at = 0; at < line.length; at++) {
    yield { first: line[at]!, last: line[at]!, startColumn: 0, endColumn: 0, weight: 1, hit: hits[at]! > 0 };
  }
}

function keyOf(first: number, startColumn: number, last: number, endColumn: number): string {
  return first === last && startColumn === endColumn ? String(first) : `${first}.${startColumn},${last}.${endColumn}`;
}

function touches(added: readonly LineRange[], unit: Unit): boolean {
  for (let line = unit.first; line <= unit.last; line++) if (rangesContain(added, line)) return true;
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

  /** A file that the base's report does not have: `cause`, or by line whether the change added it. */
  addFile(path: string, cause: MovementCause | undefined, file: FileCoverage, change: DiffFile | undefined): void {
    if (cause !== undefined || change === undefined || change.status === "added" || change.status === "copied") {
      const { covered, total } = fileTotals(file, "lines").lines;
      if (total > 0) this.add(cause ?? "added", path, covered, total);
      return;
    }
    for (const unit of units(file)) {
      this.add(touches(change.added, unit) ? "added" : "joined", path, unit.hit ? unit.weight : 0, unit.weight);
    }
  }

  removeFile(path: string, cause: MovementCause, file: FileCoverage): void {
    const { covered, total } = fileTotals(file, "lines").lines;
    if (total > 0) this.add(cause, path, -covered, -total);
  }

  parts(): MovementPart[] {
    return CAUSES.flatMap((cause) => {
      const part = this.#parts.get(cause);
      return part === undefined ? [] : [{ cause, covered: part.covered, total: part.total, files: part.files.size }];
    });
  }
}
