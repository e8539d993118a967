import fc from "fast-check";
import { expect, test } from "vitest";
import { indexPath } from "./index-path.ts";

test.each([
  ["a", "1/a"],
  ["ab", "2/ab"],
  ["abc", "3/a/abc"],
  ["abcd", "ab/cd/abcd"],
  ["serde", "se/rd/serde"],
  ["Inflector", "in/fl/inflector"],
  ["a-b_c", "a-/b_/a-b_c"],
  [`a${"b".repeat(63)}`, `ab/bb/a${"b".repeat(63)}`],
  [`a${"b".repeat(64)}`, undefined],
  ["", undefined],
  ["../../etc/passwd", undefined],
  ["a/b", undefined],
  ["a?b", undefined],
  ["ünï", undefined],
  ["9a", undefined],
])("%s is at %s", (crate, path) => {
  expect(indexPath(crate)).toBe(path);
});

test("no name leads out of the index", () => {
  fc.assert(
    fc.property(fc.string(), (crate) => {
      expect(indexPath(crate) ?? "1/a").toMatch(/^[a-z0-9_-]+(?:\/[a-z0-9_-]+){1,2}$/);
    }),
  );
});
