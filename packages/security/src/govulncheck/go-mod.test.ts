import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_GO_MOD_BYTES, readGoMod } from "./go-mod.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readGoMod(bytes(text));
const versions = (text: string) => Object.fromEntries(read(`module m\n${text}`).versions);

test("a go.mod as people have it", () => {
  const text = `\ufeff// Deprecated: x
module example.com/app // the program

go 1.22.3

toolchain go1.23.1

require golang.org/x/text v0.3.5

require (
\tgithub.com/tidwall/gjson v1.6.5
\t"github.com/quoted/m" v2.0.0+incompatible // indirect

\t// nothing here
)

exclude golang.org/x/net v1.2.3
retract [v1.0.0, v1.9.9]
tool golang.org/x/tools/cmd/stringer
`;
  for (const each of [text, text.replaceAll("\n", "\r\n")]) {
    const { versions: found, lines, ...rest } = read(each);
    expect([...lines.values()]).toEqual([8, 11, 12]);
    expect(rest).toEqual({ module: "example.com/app", goVersion: "1.22.3", toolchain: "1.23.1" });
    expect(Object.fromEntries(found)).toEqual({
      "golang.org/x/text": "v0.3.5",
      "github.com/tidwall/gjson": "v1.6.5",
      "github.com/quoted/m": "v2.0.0+incompatible",
    });
  }
});

test("the least", () => {
  expect(read("module `a b`")).toEqual({
    module: "a b",
    goVersion: undefined,
    toolchain: undefined,
    versions: new Map(),
    lines: new Map(),
  });
});

test.each<[string, string, object]>([
  ["by another version", "require a v1\nreplace a => a v2", { a: "v2" }],
  ["by another module", "require a v1\nreplace a => b v3", { b: "v3" }],
  ["of one version", "require a v1\nreplace a v1 => b v3", { b: "v3" }],
  ["of another version", "require a v1\nreplace a v2 => b v3", { a: "v1" }],
  ["by a folder", "require a v1\nreplace a => ../a", {}],
  ["in a block", "require a v1\nreplace (\na => b v3\n)", { b: "v3" }],
  ["of what is not required", "require a v1\nreplace c => d v1", { a: "v1" }],
])("replaced %s", (_, text, expected) => {
  expect(versions(text)).toEqual(expected);
});

describe("what is not a go.mod is refused", () => {
  test.each([
    ["", "names no module: it is not a go.mod"],
    ["go 1.22", "names no module: it is not a go.mod"],
    ["module", "has `module` without what belongs to it, on line 1"],
    ["module m\nrequire a", "has `require` without what belongs to it, on line 2"],
    ["module m\nrequire (\na v1\n", "ends within `require`: it was cut off"],
    ["module m\nreplace a b", "has `replace` without `=>`"],
    ['module m\nrequire "a', "cannot be read on line 2"],
  ])("%j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test.each([-1, 0, 1])("of the limit and %i bytes", (more) => {
    const text = `module m\n//${"x".repeat(MAX_GO_MOD_BYTES - 11 + more)}`;
    if (more <= 0) expect(read(text).module).toBe("m");
    else expect(() => read(text)).toThrow("is larger than 5 MB");
  });

  test("any text gives a module or an error", () => {
    const line = fc.constantFrom(
      "module m",
      "require (",
      ")",
      "require a v1",
      "replace a => b",
      "=>",
      '"',
      "// x",
      "go",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line).map((lines) => lines.join("\n")),
        ),
        (text) => {
          try {
            expect(read(text).module).not.toBe("");
          } catch (error) {
            expect(error).toBeInstanceOf(ReportError);
          }
        },
      ),
    );
  });
});
