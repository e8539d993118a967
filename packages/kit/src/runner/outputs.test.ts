import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseFileCommands } from "../../../local-runner/src/step/file-command.ts";
import { OUTPUT_MAX_BYTES, setOutputs } from "./outputs.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-outputs-"));
  file = join(folder, "output");
  writeFileSync(file, "");
  vi.stubEnv("GITHUB_OUTPUT", file);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const written = () => Object.fromEntries(parseFileCommands(readFileSync(file, "utf8")));

test("whatever a value holds, the runner reads it back and nothing else", () => {
  const value = fc.array(
    fc.constantFrom("a", "\n", "name=x", "name<<EOF", "EOF", "ghadelimiter_", "\r", "☃", "::set-output::"),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(value, (parts) => {
      const text = parts.join("");
      writeFileSync(file, "");
      setOutputs({ verdict: text });
      const read = written();
      expect(Object.keys(read)).toEqual(["verdict"]);
      expect(read.verdict?.replaceAll("\r\n", "\n")).toBe(text.replaceAll("\r\n", "\n"));
    }),
  );
});

test.each(["a=b", "a\nb", "a\rb", "a<<b", ""])("the name %j is refused before anything is written", (name) => {
  expect(() => setOutputs({ first: "1", [name]: "x" })).toThrow("cannot be the name of an output");
  expect(written()).toEqual({});
});

test("values are appended; an output over the limit is refused before anything is written", () => {
  setOutputs({ a: "1" });
  setOutputs({ b: "2\n3" });
  expect(() => setOutputs({ c: "1", d: "x".repeat(OUTPUT_MAX_BYTES + 1) })).toThrow('the output "d" is larger');
  expect(written()).toEqual({ a: "1", b: "2\n3" });
});

test.each([
  [OUTPUT_MAX_BYTES - 1, true],
  [OUTPUT_MAX_BYTES, true],
  [OUTPUT_MAX_BYTES + 1, false],
])("an output of %d bytes", (bytes, isSet) => {
  const set = () => setOutputs({ a: "x".repeat(bytes) });
  if (isSet) set();
  else expect(set).toThrow("is larger than GitHub's limit");
  expect(written().a?.length ?? 0).toBe(isSet ? bytes : 0);
});

test.each([undefined, ""])("without GITHUB_OUTPUT (%j) nothing is written, not even to the log", (path) => {
  vi.stubEnv("GITHUB_OUTPUT", path);
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  setOutputs({ a: "1" });
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
