import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { MAX_ASSETS, parseAssetLine, planAssets, storedName } from "./asset-name.ts";

test.each([
  // What the tests of gh expect of it.
  ["foo", "foo"],
  ["foo bar", "foo.bar"],
  [".foo", "default.foo"],
  ["Foo bar", "Foo.bar"],
  ["Hello, \u0926\u0941\u0928\u093f\u092f\u093e", "default.Hello"],
  ["this+has+plusses.jpg", "this+has+plusses.jpg"],
  ["this@has@at@signs.jpg", "this@has@at@signs.jpg"],
  ["fa\u00e7ade.expos\u00e9", "facade.expose"],
  // What follows from the rule.
  ["  foo  bar  ", "foo.bar"],
  [".foo..bar", "default.foo.bar"],
  ["app_1.2.3-rc.1+b.tar.gz", "app_1.2.3-rc.1+b.tar.gz"],
  ["a b (1).zip", "a.b.1.zip"],
  ["a...b", "a.b"],
  ["a.", "default.a"],
  ["fac\u0327ade", "default.facade"],
  ["\u00df.txt", "default.txt"],
  ["\u4e16\u754c", "default."],
  ["a\nb", "a.b"],
  ["$(curl x)`;'\"", "curl.x"],
])("%j is stored as %j", (name, stored) => {
  expect(storedName(name)).toBe(stored);
});

test.each([
  ["dist/*.zip", { pattern: "dist/*.zip", name: undefined }],
  ["dist/app=>app-linux", { pattern: "dist/app", name: "app-linux" }],
  [" dist/app  =>  a name ", { pattern: "dist/app", name: "a name" }],
  ["a => b => c", '"a => b => c" has more than one =>; write path => name'],
  ["=> b", '"=> b" has no path before =>; write path => name'],
  ["", '"" has no path before =>; write path => name'],
  ["a =>", '"a =>" has no name after =>; write path => name'],
  ["a => b/c", '"a => b/c" has a folder in its name; a release has none'],
])("the line %j", (line, expected) => {
  expect(parseAssetLine(line)).toEqual(expected);
});

const plan = (...files: readonly (string | [string, string])[]) =>
  planAssets(
    files.map((each) =>
      typeof each === "string" ? { path: each, name: undefined } : { path: each[0], name: each[1] },
    ),
  );

test("names and labels", () => {
  expect(plan("dist/a b.zip", ["dist/app", "app-linux"])).toEqual({
    assets: [
      { path: "dist/a b.zip", name: "a.b.zip", label: "a b.zip" },
      { path: "dist/app", name: "app-linux", label: "app-linux" },
    ],
    problems: [],
  });
});

test.each<[files: (string | [string, string])[], problems: string[]]>([
  [
    ["linux/app", "mac/app"],
    ['"linux/app" and "mac/app" collide: GitHub would store both as "app"; rename one with path => name'],
  ],
  [
    ["a b.zip", "a(b).zip"],
    ['"a b.zip" and "a(b).zip" collide: GitHub would store both as "a.b.zip"; rename one with path => name'],
  ],
  [["x/App", "y/app"], ['"x/App" and "y/app" collide: they differ in case alone; rename one with path => name']],
  [["a", ["a", "A"]], ['"a" is listed twice, as "a" and as "A"']],
  [
    [
      ["a", "x"],
      ["a", "y"],
    ],
    [],
  ],
  [["dist/"], ['"dist/" has no file name']],
])("%j", (files, problems) => {
  expect(plan(...files).problems).toEqual(problems);
});

test("1000 files are fine, 1001 are not", () => {
  const files = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);
  expect(plan(...files(MAX_ASSETS)).problems).toEqual([]);
  expect(plan(...files(MAX_ASSETS + 1)).problems).toEqual(["there are 1001 files; a release takes at most 1000"]);
});

test("any name is stored as one that GitHub leaves alone", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom(".", " ", "a", "\u00e9", "+", "@", "-", "_", "\u4e16", "default"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(name, (each) => {
      const stored = storedName(each);
      expect(stored).toMatch(/^[A-Za-z0-9\-_+@.]*$/);
      expect(stored).not.toMatch(/\.\.|^\./);
      if (!stored.endsWith(".")) expect(storedName(stored)).toBe(stored);
    }),
    runs(2000),
  );
  for (const part of [".", "a.", "\u00e9", "\u0301", " "]) storedName(part.repeat(500_000));
});
