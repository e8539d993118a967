import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { SpannedLines } from "../line-spans.ts";
import { type DeclaredTotals, MAX_LINE, type Ratio } from "../model.ts";
import { ODDITY, Oddities } from "../oddities.ts";

/**
 * `llvm-cov export` JSON (`llvm.coverage.json.export`, 2.0.1 to 3.x), also of cargo-llvm-cov.
 *
 * Lines come from the segments by LLVM's own rule (LineCoverageStats in CoverageMapping.cpp). The file's `summary` is
 * kept as its declared totals. It counts the lines of every instance of generic code, so it may differ.
 */
export const llvmCov: ReportFormat = {
  name: "llvm-cov",
  title: "llvm-cov JSON",
  usualNames: ["llvm-cov.json", "coverage.llvm.json"],
  detect: (head) =>
    /^\s*\{/.test(head) &&
    (/"type"\s*:\s*"llvm\.coverage\.json\.export"/.test(head) ||
      /"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"/.test(head)),
  parse(chunks) {
    const root = parseJson(chunks);
    const files = new CollectedFiles("sum");
    const functions = new Map<string, { name: string; line: number; count: number }[]>();
    let at = "";
    const oddities = new Oddities(() => `in ${JSON.stringify(at)}`);
    const builder = new FileBuilder("sum", oddities);
    const spanned = new SpannedLines();
    for (const unit of root.get("data").items()) {
      functions.clear();
      if (!unit.get("functions").isMissing) collectFunctions(unit.get("functions"), functions);
      for (const file of unit.get("files").items()) {
        const path = file.get("filename").text();
        at = path;
        if (!file.get("segments").isMissing) {
          const segments = readSegments(file.get("segments"), oddities);
          spanned.add((segments.at(-1)?.line ?? 0) - (segments[0]?.line ?? 0));
          addSegments(builder, segments);
        }
        if (!file.get("branches").isMissing) addBranches(builder, file.get("branches"));
        for (const { name, line, count } of functions.get(path) ?? []) builder.addFunction(line, name, count);
        if (!file.get("summary").isMissing) builder.declare(summaryOf(file.get("summary")));
        files.add(builder.build(path));
      }
    }
    return { format: "llvm-cov", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
  },
};

interface Segment {
  readonly line: number;
  readonly count: number;
  readonly hasCount: boolean;
  readonly isEntry: boolean;
  readonly isGap: boolean;
}

/** A damaged segment far below the rest must not make a million lines. */
const MAX_SPAN = 1_000_000;

/** Segments come in their order in the file; one on a line that cannot be is left out. */
function readSegments(list: JsonValue, oddities: Oddities): Segment[] {
  const segments: Segment[] = [];
  for (const [at, raw] of list.list().entries()) {
    const [line, , count, hasCount, isEntry, isGap] = Array.isArray(raw) ? raw : [];
    if (typeof count !== "number") throw new ReportError(`segment ${at} is not [line, column, count, ...]`);
    const least = segments.at(-1)?.line ?? 1;
    const most = Math.min(MAX_LINE, (segments[0]?.line ?? MAX_LINE) + MAX_SPAN);
    if (!(Number.isInteger(line) && line >= least && line <= most)) oddities.note(ODDITY.line);
    else segments.push({ line, count, hasCount: Boolean(hasCount), isEntry: Boolean(isEntry), isGap: Boolean(isGap) });
  }
  return segments;
}

function addSegments(builder: FileBuilder, segments: readonly Segment[]): void {
  let wrapped: Segment | undefined;
  let next = 0;
  const last = segments.at(-1)?.line ?? 0;
  const first = segments[0]?.line ?? 1;
  for (let line = first; line <= last; line++) {
    const starting: Segment[] = [];
    for (; next < segments.length && segments[next]!.line === line; next++) starting.push(segments[next]!);
    const hits = lineHits(starting, wrapped);
    if (hits !== undefined) builder.addLine(line, hits);
    wrapped = starting.at(-1) ?? wrapped;
  }
}

/** LineCoverageStats: undefined when the line is not mapped. */
function lineHits(starting: readonly Segment[], wrapped: Segment | undefined): number | undefined {
  const entries = starting.filter((segment) => !segment.isGap && segment.hasCount && segment.isEntry);
  const startsSkipped = starting.length > 0 && !starting[0]!.hasCount && starting[0]!.isEntry;
  const mapped = !startsSkipped && wrapped?.hasCount === true;
  const anyEntry = starting.some((segment) => segment.hasCount && segment.isEntry);
  if (!mapped && !anyEntry) return undefined;
  let hits = wrapped?.hasCount === true ? wrapped.count : 0;
  for (const { count } of entries) hits = Math.max(hits, count);
  return hits;
}

/**
 * `[lineStart, columnStart, lineEnd, columnEnd, trueCount, falseCount, ...]`; instances of generic code repeat a place
 * and add up.
 */
function addBranches(builder: FileBuilder, list: JsonValue): void {
  for (const [at, raw] of list.list().entries()) {
    if (!Array.isArray(raw) || raw.slice(0, 6).some((value) => typeof value !== "number") || raw.length < 6) {
      throw new ReportError(`branch ${at} is not [line, column, line, column, count, count, ...]`);
    }
    const [line, column, endLine, endColumn, whenTrue, whenFalse] = raw as number[];
    const place = `${column}-${endLine}.${endColumn}`;
    builder.addBranch(line!, place, 0, whenTrue!);
    builder.addBranch(line!, place, 1, whenFalse!);
  }
}

function collectFunctions(list: JsonValue, byFile: Map<string, { name: string; line: number; count: number }[]>): void {
  for (const entry of list.items()) {
    const path = entry.get("filenames").list()[0];
    const region = entry.get("regions").isMissing ? undefined : entry.get("regions").list()[0];
    if (typeof path !== "string") continue;
    const line = Array.isArray(region) && typeof region[0] === "number" ? region[0] : 0;
    const known = byFile.get(path) ?? [];
    known.push({ name: entry.get("name").text(), line, count: entry.get("count").number() });
    byFile.set(path, known);
  }
}

function summaryOf(summary: JsonValue): DeclaredTotals {
  const totals: { -readonly [Kind in keyof DeclaredTotals]: Ratio } = {};
  for (const kind of ["lines", "branches", "functions"] as const) {
    const part = summary.get(kind);
    if (!part.isMissing) totals[kind] = { covered: part.get("covered").number(), total: part.get("count").number() };
  }
  return totals;
}
