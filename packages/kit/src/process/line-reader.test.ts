import fc from "fast-check";
import { expect, test } from "vitest";
import { LineReader, MAX_LINE_BYTES } from "./line-reader.ts";

function read(chunks: readonly (string | Buffer)[], maxBytes?: number): string[] {
  const lines: string[] = [];
  const reader = new LineReader((line) => lines.push(line), maxBytes);
  for (const chunk of chunks) reader.write(Buffer.from(chunk));
  reader.end();
  return lines;
}

test.each<readonly [string, readonly (string | Buffer)[], readonly string[]]>([
  ["nothing", [], []],
  ["nothing twice", ["", ""], []],
  ["a line", ["a\n"], ["a"]],
  ["an empty line", ["\n"], [""]],
  ["a last line without newline", ["a\nb"], ["a", "b"]],
  ["a line in pieces", ["a", "b", "c\nd", "\n"], ["abc", "d"]],
  ["CRLF", ["a\r\nb\r\n"], ["a", "b"]],
  ["CRLF between chunks", ["a\r", "\nb"], ["a", "b"]],
  ["CR at the end of a chunk, an empty one, LF", ["a\r", "", "\nb"], ["a", "b"]],
  ["CR, CRLF", ["a\r\r\nb"], ["a", "", "b"]],
  ["LF CR", ["a\n\rb"], ["a", "", "b"]],
  ["the states of a progress bar", ["10%\r20%", "\r100%\n"], ["10%", "20%", "100%"]],
  ["a character between chunks", [Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 0x0a])], ["€"]],
  ["bytes that are not UTF-8", [Buffer.from([0x61, 0xff, 0xfe, 0x0a, 0xe2, 0x82])], ["a\ufffd\ufffd", "\ufffd"]],
  ["a byte order mark", ["\ufeffa\n"], ["\ufeffa"]],
  ["NUL", ["a\0b\n"], ["a\0b"]],
])("%s", (_, chunks, lines) => {
  expect(read(chunks)).toEqual(lines);
});

test.each([
  [7, "x".repeat(7)],
  [8, "x".repeat(8)],
  [9, `${"x".repeat(8)}… (1 more bytes)`],
])("of at most eight bytes, %d", (length, line) => {
  expect(read([`${"x".repeat(length)}\nnext\n`], 8)).toEqual([line, "next"]);
  expect(read(["x".repeat(length)], 8)).toEqual([line]);
});

test("a line is cut between characters", () => {
  expect(read(["xxxxxxx€\n"], 8)).toEqual(["xxxxxxx… (2 more bytes)"]);
});

test("a line of ten megabytes", () => {
  const [line = "", ...rest] = read(Array.from({ length: 160 }, () => "x".repeat(65_536)));
  expect(line).toBe(`${"x".repeat(MAX_LINE_BYTES)}… (${159 * 65_536} more bytes)`);
  expect(rest).toEqual([]);
});

test("what a chunk is used for afterwards does not matter", () => {
  const lines: string[] = [];
  const reader = new LineReader((line) => lines.push(line));
  const chunk = Buffer.from("ab");
  reader.write(chunk);
  chunk.fill("x");
  reader.end();
  expect(lines).toEqual(["ab"]);
});

test("however output is cut into chunks, its lines are the same", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "€", "\r", "\n", "\r\n", "😀"), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(160), { maxLength: 8 }), (written, cuts) => {
      const bytes = Buffer.from(written);
      const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
      const lines = written.split(/\r\n|\r|\n/);
      if (lines.at(-1) === "") lines.pop();
      expect(read(chunks)).toEqual(lines);
    }),
  );
});
