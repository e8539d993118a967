import { expect, test } from "vitest";
import { folderOf, foldersUpwards, joinPath, ManifestReader, quote, resolvePath } from "./manifest.ts";

test.each([
  ["Cargo.toml", "", [""]],
  ["a/Cargo.toml", "a", ["a", ""]],
  ["a/b/Cargo.toml", "a/b", ["a/b", "a", ""]],
])("%s lies in %j", (path, folder, upwards) => {
  expect(folderOf(path)).toBe(folder);
  expect(foldersUpwards(folder)).toEqual(upwards);
  expect(joinPath(folder, "Cargo.toml")).toBe(path);
});

test.each([
  ["a/b", "..", "a"],
  ["a/b", "../c", "a/c"],
  ["a/b", "../..", ""],
  ["a/b", "../../..", undefined],
  ["", "..", undefined],
  ["", "a", "a"],
  ["a", "./b//c/.", "a/b/c"],
  ["a", "..\\b", "b"],
])("seen from %j, %j is %j", (folder, relative, expected) => {
  expect(resolvePath(folder, relative)).toBe(expected);
});

test.each([
  ["a", '`"a"`'],
  [1, "`1`"],
  [undefined, "`undefined`"],
  [{ a: [true] }, '`{"a":[true]}`'],
  ["x".repeat(58), `\`"${"x".repeat(58)}"\``],
  ["x".repeat(59), `\`"${"x".repeat(59)}...\``],
])("%j is quoted as %s", (value, expected) => {
  expect(quote(value)).toBe(expected);
});

test("a reading holds what was found, and SemVer is the usual form", () => {
  const reader = new ManifestReader();
  reader.find("a", 1, "version", "1.0.0");
  reader.find("a", undefined, "appVersion", "v1", "semver-or-v");
  reader.problem("b", 2, "is odd");
  expect(reader.finish("is private")).toEqual({
    found: [
      { file: "a", line: 1, field: "version", found: "1.0.0", form: "semver" },
      { file: "a", line: undefined, field: "appVersion", found: "v1", form: "semver-or-v" },
    ],
    problems: [{ file: "b", line: 2, message: "is odd" }],
    skipped: "is private",
  });
});
