import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainFile } from "../testing/plain-report.ts";
import { FileBuilder } from "./file-builder.ts";
import { addSpans, type LineSpan, MAX_SPANNED_LINES, SpannedLines } from "./line-spans.ts";

/** Counts the lines that it is given. */
class CountingBuilder extends FileBuilder {
  added = 0;

  override addLine(line: number, hits: number): void {
    this.added++;
    super.addLine(line, hits);
  }
}

const span = (first: number, last: number, hits: number): LineSpan => ({ first, last, hits });

test.each<[string, LineSpan[], string | undefined]>([
  ["none", [], undefined],
  ["one line", [span(3, 3, 2)], "3:2"],
  ["inner blocks that did not run", [span(1, 5, 1), span(2, 3, 0)], "1:1, 2:1, 3:1, 4:1, 5:1"],
  ["an inner block that ran", [span(1, 4, 0), span(2, 3, 7)], "1:0, 2:7, 3:7, 4:0"],
  ["overlapping ends", [span(1, 2, 0), span(2, 3, 1)], "1:0, 2:1, 3:1"],
  ["a gap", [span(9, 9, 0), span(1, 1, 4)], "1:4, 9:0"],
  ["the same twice", [span(1, 2, 3), span(1, 2, 5)], "1:5, 2:5"],
])("%s", (_, spans, expected) => {
  const builder = new FileBuilder("max");
  addSpans(builder, spans, new SpannedLines());
  expect(plainFile(builder.build("a")).lines).toBe(expected);
});

test("each line has the largest count of the spans on it, and is added once", () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(12), fc.nat(3))
      .map(([first, more, hits]) => span(first, first + more, hits)),
  );
  fc.assert(
    fc.property(spans, (list) => {
      const plainly = new Map<number, number>();
      for (const { first, last, hits } of list)
        for (let line = first; line <= last; line++) plainly.set(line, Math.max(plainly.get(line) ?? 0, hits));
      const builder = new CountingBuilder("max");
      addSpans(builder, list, new SpannedLines());
      expect(builder.added).toBe(plainly.size);
      const { lines } = builder.build("a");
      expect([...lines.line].map((line, at) => [line, lines.hits[at]])).toEqual([...plainly].sort(([a], [b]) => a - b));
    }),
  );
});

test("20,000 blocks inside one another, each 60,000 lines long or more, add 100,000 lines and not two billion", () => {
  const builder = new CountingBuilder("max");
  const spans = Array.from({ length: 20_000 }, (_, at) => span(1 + at, 100_000 - at, at % 2));
  addSpans(builder, spans, new SpannedLines());
  expect(builder.added).toBe(100_000);
});

test("what the spans of all files unfold to has a limit", () => {
  const spanned = new SpannedLines();
  spanned.add(MAX_SPANNED_LINES - 1);
  spanned.add(1);
  expect(() => spanned.add(1)).toThrow(
    new ReportError("its blocks span more than 50000000 lines, which no repository has"),
  );
});
