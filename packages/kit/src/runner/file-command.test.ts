import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFileCommands } from "../../../local-runner/src/file-command.ts";
import { formatFileCommand, OUTPUT_MAX_BYTES, writeFileCommands } from "./file-command.ts";

test("whatever a value holds, the runner reads it back and nothing else", () => {
  const value = fc.array(
    fc.constantFrom("a", "\n", "name=x", "name<<EOF", "EOF", "ghadelimiter_", "\r", "☃", "::set-output::"),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(value, (parts) => {
      const text = parts.join("");
      const read = parseFileCommands(formatFileCommand("verdict", text));
      expect([...read.keys()]).toEqual(["verdict"]);
      expect(read.get("verdict")?.replaceAll("\r\n", "\n")).toBe(text.replaceAll("\r\n", "\n"));
    }),
  );
});

test("a value with the delimiter, and a name that is none, are refused", () => {
  expect(() => formatFileCommand("a", "x\nEOF\n", "EOF")).toThrow('the value of "a" holds its own delimiter');
  for (const name of ["a=b", "a\nb", "a<<b"])
    expect(() => formatFileCommand(name, "x")).toThrow("is no name for an output");
});

test("values are appended; an output over the limit is refused before anything is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-"));
  const file = join(folder, "output");
  writeFileCommands(file, { a: "1" });
  writeFileCommands(file, { b: "2\n3" });
  expect(() => writeFileCommands(file, { c: "1", d: "x".repeat(OUTPUT_MAX_BYTES + 1) })).toThrow(
    'the output "d" is larger',
  );
  expect(Object.fromEntries(parseFileCommands(readFileSync(file, "utf8")))).toEqual({ a: "1", b: "2\n3" });
  writeFileCommands(undefined, { a: "1" });
  rmSync(folder, { recursive: true });
});
