import { ReportError } from "@jessy-actions/reading/report-error";
import type { LineRange } from "./ranges.ts";

/** One file of a `git diff -U0`. */
export interface DiffFile {
  readonly status: "added" | "modified" | "deleted" | "renamed" | "copied";
  /** In the head; in the base if the file was deleted. */
  readonly path: string;
  /** In the base, if it had another name there. */
  readonly oldPath?: string;
  readonly binary: boolean;
  /** Lines of the head that the change adds or edits, ascending. */
  readonly added: readonly LineRange[];
  /** Lines of the base that the change removes or edits, ascending. */
  readonly removed: readonly LineRange[];
  readonly hunks: readonly Hunk[];
}

/** `@@ -oldStart,oldCount +newStart,newCount @@`; with a count of 0 the start is the line before. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

const SUBMODULE_MODE = "160000";

/**
 * Reads the raw bytes of `git -c core.quotePath=false diff -U0 --no-color --no-ext-diff --no-textconv -M base head`.
 *
 * Hunk bodies are skipped by their counts, never by what a line looks like: content may begin with `+++` or `@@`.
 * Content may be in any encoding; it is never decoded. Submodules are left out, as they have no lines.
 *
 * @throws ReportError if the bytes are not such a diff.
 */
export function parseDiff(bytes: Uint8Array): DiffFile[] {
  const files: DiffFile[] = [];
  const cursor = new LineCursor(bytes);
  let current: Draft | undefined;
  for (let line = cursor.next(); line !== undefined; line = cursor.next()) {
    if (line.startsWith("diff --git ")) {
      if (current !== undefined) pushFile(files, current);
      current = new Draft(line);
    } else if (current === undefined) {
      throw new ReportError(
        `git's diff does not begin with "diff --git" but with ${JSON.stringify(line.slice(0, 80))}`,
      );
    } else if (line.startsWith("@@ ")) {
      const hunk = parseHunk(line);
      current.hunks.push(hunk);
      cursor.skip(hunk.oldCount + hunk.newCount);
    } else current.readHeader(line);
  }
  if (current !== undefined) pushFile(files, current);
  return files;
}

function pushFile(files: DiffFile[], draft: Draft): void {
  if (draft.oldMode === SUBMODULE_MODE || draft.newMode === SUBMODULE_MODE) return;
  const path = draft.status === "deleted" ? draft.oldPath : draft.newPath;
  if (path === undefined)
    throw new ReportError(`git's diff names no file in ${JSON.stringify(draft.header.slice(0, 200))}`);
  const oldPath = draft.status === "renamed" || draft.status === "copied" ? draft.oldPath : undefined;
  files.push({
    status: draft.status,
    path,
    ...(oldPath !== undefined && { oldPath }),
    binary: draft.binary,
    added: rangesOf(draft.hunks, (hunk) => [hunk.newStart, hunk.newCount]),
    removed: rangesOf(draft.hunks, (hunk) => [hunk.oldStart, hunk.oldCount]),
    hunks: draft.hunks,
  });
}

/** The header lines of one file, read one by one. */
class Draft {
  readonly header: string;
  status: DiffFile["status"] = "modified";
  oldPath: string | undefined;
  newPath: string | undefined;
  oldMode: string | undefined;
  newMode: string | undefined;
  binary = false;
  readonly hunks: Hunk[] = [];

  constructor(header: string) {
    this.header = header;
    // Only for files without hunks (empty, binary, mode): there both sides have the same name, so the halves are equal.
    const name = nameFromHeader(header.slice("diff --git ".length));
    this.oldPath = name;
    this.newPath = name;
  }

  readHeader(line: string): void {
    const [, key, value = ""] =
      /^(old mode|new mode|deleted file mode|new file mode|index|rename from|rename to|copy from|copy to|---|\+\+\+|Binary files|GIT binary patch) ?(.*)$/s.exec(
        line,
      ) ?? [];
    switch (key) {
      case "old mode":
        this.oldMode = value;
        break;
      case "new mode":
        this.newMode = value;
        break;
      case "new file mode":
        this.status = "added";
        this.newMode = value;
        break;
      case "deleted file mode":
        this.status = "deleted";
        this.oldMode = value;
        break;
      case "index": {
        const mode = / (\d{6})$/.exec(value)?.[1];
        if (mode !== undefined) this.newMode = mode;
        break;
      }
      case "rename from":
        this.status = "renamed";
        this.oldPath = unquote(value);
        break;
      case "copy from":
        this.status = "copied";
        this.oldPath = unquote(value);
        break;
      case "rename to":
      case "copy to":
        this.newPath = unquote(value);
        break;
      case "---":
        this.oldPath = pathOfSide(value, "a/");
        break;
      case "+++":
        this.newPath = pathOfSide(value, "b/");
        break;
      case "Binary files":
      case "GIT binary patch":
        this.binary = true;
        break;
    }
  }
}

/** The path after `---` or `+++`. On a side without the file it is `/dev/null`, which nothing asks for. */
function pathOfSide(value: string, prefix: string): string {
  // Git writes a tab after a name that holds blanks.
  const path = unquote(value.replace(/\t$/, ""));
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

function nameFromHeader(names: string): string | undefined {
  if (names.startsWith('"')) {
    const end = endOfQuoted(names);
    return end === undefined ? undefined : unquote(names.slice(0, end)).slice(2);
  }
  const half = (names.length - 1) / 2;
  const [left, right] = [names.slice(0, half), names.slice(half + 1)];
  return left.slice(2) === right.slice(2) ? left.slice(2) : undefined;
}

function endOfQuoted(text: string): number | undefined {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** Git's C-style quoting (`quote_c_style`): used for names with quotes, backslashes or control characters. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const bytes: number[] = [];
  const source = new TextEncoder().encode(text.slice(1, -1));
  for (let at = 0; at < source.length; at++) {
    if (source[at] !== 0x5c) {
      bytes.push(source[at]!);
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(String.fromCharCode(...source.subarray(at + 1, at + 4)))?.[0];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      at += 3;
    } else {
      at++;
      bytes.push(ESCAPES[String.fromCharCode(source[at]!)] ?? source[at]!);
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function parseHunk(line: string): Hunk {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (match === null)
    throw new ReportError(`git's diff has an invalid hunk header: ${JSON.stringify(line.slice(0, 80))}`);
  const number = (text: string | undefined) => (text === undefined ? 1 : Number(text));
  return {
    oldStart: Number(match[1]),
    oldCount: number(match[2]),
    newStart: Number(match[3]),
    newCount: number(match[4]),
  };
}

function rangesOf(hunks: readonly Hunk[], side: (hunk: Hunk) => readonly [start: number, count: number]): LineRange[] {
  return hunks.flatMap((hunk) => {
    const [start, count] = side(hunk);
    return count === 0 ? [] : [[start, start + count - 1] as const];
  });
}

const decoder = new TextDecoder();

class LineCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): string | undefined {
    if (this.#at >= this.#bytes.length) return undefined;
    const end = this.#endOfLine();
    const line = decoder.decode(this.#bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return line;
  }

  /** Skips the lines of a hunk's body. A `\ No newline at end of file`, which may follow any of them, is none. */
  skip(lines: number): void {
    for (let left = lines; left > 0 && this.#at < this.#bytes.length; ) {
      if (this.#bytes[this.#at] !== BACKSLASH) left--;
      this.#at = this.#endOfLine() + 1;
    }
  }

  #endOfLine(): number {
    const newline = this.#bytes.indexOf(10, this.#at);
    return newline === -1 ? this.#bytes.length : newline;
  }
}

const BACKSLASH = 92;
