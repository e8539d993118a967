import { ReportError } from "@jessy-actions/reading/report-error";
import type { FileBuilder } from "./file-builder.ts";

/** The lines that spans of one report may stand for, all files together: a few bytes can stand for 100,000 lines. */
export const MAX_SPANNED_LINES = 50_000_000;

/** Counts what a report's spans unfold to. */
export class SpannedLines {
  #count = 0;

  /** @throws ReportError when the report has unfolded to more lines than any repository has. */
  add(lines: number): void {
    this.#count += lines;
    if (this.#count > MAX_SPANNED_LINES)
      throw new ReportError(`its blocks span more than ${MAX_SPANNED_LINES} lines, which no repository has`);
  }
}

/** First and last line, both measured, and how often all of it ran. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
  readonly hits: number;
}

/**
 * Adds every line that a span covers, with the largest count of the spans on it. Nested spans cost n log n, and each
 * line is added once: functions of thousands of lines hold thousands of blocks.
 */
export function addSpans(builder: FileBuilder, spans: readonly LineSpan[], spanned: SpannedLines): void {
  const edges = [...new Set(spans.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
  const indexOf = new Map(edges.map((edge, index) => [edge, index]));
  /** The count of the stretch from one edge to the next. */
  const hits = new Float64Array(edges.length).fill(-1);
  /** For each stretch the first one from there on that has no count yet. */
  const free = Uint32Array.from({ length: edges.length + 1 }, (_, index) => index);
  const nextFree = (from: number) => {
    let at = from;
    while (free[at] !== at) at = free[at] = free[free[at]!]!;
    return at;
  };
  // The largest counts first: what is counted once stays.
  for (const span of [...spans].sort((a, b) => b.hits - a.hits)) {
    const end = indexOf.get(span.last + 1)!;
    for (let at = nextFree(indexOf.get(span.first)!); at < end; at = nextFree(at)) {
      hits[at] = span.hits;
      free[at] = at + 1;
    }
  }
  for (let at = 0; at + 1 < edges.length; at++) {
    if (hits[at] === -1) continue;
    spanned.add(edges[at + 1]! - edges[at]!);
    for (let line = edges[at]!; line < edges[at + 1]!; line++) builder.addLine(line, hits[at]!);
  }
}
