import { expect, test } from "vitest";
import { readGoMod } from "./go-mod.ts";

const read = (text: string | undefined) =>
  readGoMod("a/go.mod", new Map(text === undefined ? [] : [["a/go.mod", text]]));

test.each([
  ["module m", 1, "m"],
  ["\ufeff// x\r\n\r\nmodule example.com/m // y\r\n", 3, "example.com/m"],
  ["module\tm\n", 1, "m"],
  ['module "m"\n', 1, "m"],
  ["module`m`\n", 1, "m"],
  ["module (\n\n\t// x\n\tm/v2\n)\n", 4, "m/v2"],
  ["module(\nm\n)\n", 2, "m"],
  ["go 1.25\nx module y\nmodule m\nmodule n\n", 3, "m"],
  [`module ${"a".repeat(255)}`, 1, "a".repeat(255)],
])("%j names its module", (text, line, module) => {
  expect(read(text)).toEqual({
    found: [{ file: "a/go.mod", line, field: "module", found: module, form: "go-module" }],
    problems: [],
    skipped: undefined,
  });
});

test.each([
  [undefined, 1, "does not exist"],
  ["", 1, "has no module line"],
  ["modules m", 1, "has no module line"],
  ["module", 1, "has no module line"],
  ["module (\n)\nm\n", 1, "has no module line"],
  ["\nmodule a b", 2, 'has `"a b"` for the path of its module'],
  ['module "m`', 1, 'has `"\\"m`"` for the path of its module'],
  ['module x"m"', 1, 'has `"x\\"m\\""` for the path of its module'],
  ['module "m"x', 1, 'has `"\\"m\\"x"` for the path of its module'],
  ["module \u00e4/m", 1, 'has `"\u00e4/m"` for the path of its module'],
  [`module ${"a".repeat(256)}`, 1, `has \`"${"a".repeat(59)}...\` for the path of its module`],
])("%j does not", (text, line, message) => {
  expect(read(text)).toEqual({ found: [], problems: [{ file: "a/go.mod", line, message }], skipped: undefined });
});
