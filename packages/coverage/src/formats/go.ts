import { ReportError } from "@jessy-actions/reading/report-error";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { addSpans, type LineSpan, SpannedLines } from "../line-spans.ts";
import type { BlockTable, FileCoverage } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * Go's coverprofile (`go test -coverprofile`), modes set, count and atomic.
 *
 * The total is in statements over distinct blocks, as `go tool cover -func` counts; `-coverpkg=./...` writes a block
 * once for every test binary, and the same block's counts add. For changed lines, a line counts as measured when a
 * block with statements spans it, and as covered when any such block ran. A block's last line does not count when
 * nothing but its brace is on it.
 */
export const go: ReportFormat = {
  name: "go",
  title: "Go coverprofile",
  usualNames: ["cover.out", "coverage.out", "c.out", "*.coverprofile", "coverprofile.out"],
  detect: (head) => /^\s*mode: (?:set|count|atomic)\s/.test(head),
  parse(chunks) {
    const profile = new ProfileReader();
    let rest = "";
    const decoder = new TextDecoder();
    for (const chunk of chunks) {
      const text = rest + decoder.decode(chunk, { stream: true });
      const end = text.lastIndexOf("\n") + 1;
      profile.read(text.slice(0, end));
      rest = text.slice(end);
      if (rest.length > MAX_LINE_CHARACTERS) throw new ReportError("has a line of more than a million characters");
    }
    profile.read(rest + decoder.decode());
    return { format: "go", files: profile.files(), sourceRoots: [], warnings: profile.oddities.warnings };
  },
};

const MAX_LINE_CHARACTERS = 1_000_000;

/** What `go test` prints when something fails; it is in the profile when both went to one place. */
const TEST_FAILED = /^(?:panic: |FAIL\b|--- FAIL: |exit status \d|fatal error: )/;

class ProfileReader {
  readonly oddities = new Oddities(() => `on line ${this.#line}`);
  #line = 0;
  #mode: string | undefined;
  readonly #builders = new Map<string, FileBuilder>();

  read(text: string): void {
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline === -1 ? text.length : newline;
      this.#line++;
      this.#readLine(text.slice(start, end).trimEnd());
      start = end + 1;
    }
  }

  files(): Map<string, FileCoverage> {
    const files = new Map<string, FileCoverage>();
    const lines = new FileBuilder("max");
    const spanned = new SpannedLines();
    for (const [path, builder] of this.#builders) {
      const { blocks } = builder.build(path);
      if (blocks === undefined) continue;
      addSpans(lines, spansOf(blocks), spanned);
      files.set(path, { ...lines.build(path), blocks });
    }
    return files;
  }

  #readLine(line: string): void {
    if (line === "") return;
    if (line.startsWith("mode: ")) {
      // `cat` of several profiles repeats the mode. Counts and yes-or-no values cannot be added up.
      const mode = line.slice("mode: ".length) === "set" ? "set" : "count";
      if (this.#mode !== undefined && this.#mode !== mode)
        throw new ReportError(`line ${this.#line} changes the mode: profiles of mode set and count cannot be joined`);
      this.#mode = mode;
      return;
    }
    if (this.#mode === undefined) throw new ReportError(`line ${this.#line} is before any \`mode:\` line`);
    // From the right, because a path may hold colons and blanks (x/tools/cover, seekBack).
    const match = /^(.+):([^:,]+)\.(\d{1,10}),([^:,]+)\.(\d{1,10}) (\d{1,10}) (\d{1,20})$/.exec(line);
    if (match === null) {
      if (TEST_FAILED.test(line))
        throw new ReportError(
          `line ${this.#line} is the output of a failed \`go test\`, so the profile may be incomplete: ${JSON.stringify(line.slice(0, 100))}`,
        );
      throw new ReportError(
        `line ${this.#line} is not of the form file:line.column,line.column statements count: ${JSON.stringify(line.slice(0, 100))}`,
      );
    }
    const path = match[1]!;
    let builder = this.#builders.get(path);
    if (builder === undefined) {
      builder = new FileBuilder("max", this.oddities);
      this.#builders.set(path, builder);
    }
    try {
      builder.addBlock(
        lineOf(match[2]!),
        Number(match[3]),
        lineOf(match[4]!),
        Number(match[5]),
        Number(match[6]),
        Number(match[7]),
      );
    } catch (error) {
      throw new ReportError(`line ${this.#line}: ${path}: ${(error as Error).message}`);
    }
  }
}

/** NaN unless it is a whole number: the builder notes it. */
function lineOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function spansOf(blocks: BlockTable): LineSpan[] {
  const spans: LineSpan[] = [];
  for (let at = 0; at < blocks.startLine.length; at++) {
    if (blocks.statements[at] === 0) continue;
    const first = blocks.startLine[at]!;
    const end = blocks.endLine[at]!;
    const last = blocks.endColumn[at]! <= 2 && end > first ? end - 1 : end;
    // A block that ends before it begins has no line.
    if (last >= first) spans.push({ first, last, hits: blocks.hits[at]! });
  }
  return spans;
}
