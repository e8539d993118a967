import { expect, test } from "vitest";
import { normalize } from "./report-path.ts";

test.each([
  ["a//b/./c", "a/b/c"],
  ["/../a", "/a"],
  ["../a", "../a"],
  ["C:\\a\\b", "/a/b"],
  ["../../a", "../../a"],
  ["file:///a/b", "/a/b"],
  ["file:///C:/a/b", "/a/b"],
  ["x/file:///a", "x/file:/a"],
  ["x/C:/a", "x/C:/a"],
  ["/_/a", "a"],
  ["/_12/a", "a"],
  ["/_x/a", "/_x/a"],
])("normalize %s", (path, expected) => {
  expect(normalize(path)).toBe(expected);
});
