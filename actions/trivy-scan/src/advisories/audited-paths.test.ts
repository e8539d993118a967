import { expect, test } from "vitest";
import { isAudited } from "./audited-paths.ts";

test.each([
  ["Cargo.lock", true],
  ["a/b/Cargo.lock", true],
  ["services/go.mod", true],
  ["go.sum", true],
  ["build/", true],
  ["Cargo.toml", false],
  ["MyCargo.lock", false],
  ["Cargo.lock.orig", false],
  ["", false],
])("%j: %j", (path, expected) => {
  expect(isAudited(path)).toBe(expected);
});
