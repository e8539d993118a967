import { expect, test } from "vitest";
import { originOf } from "./report-origin.ts";

test.each([
  ["/r/packages/foo/coverage/lcov.info", "/r", ["packages/foo/coverage", "packages/foo", "packages", ""]],
  ["/r/lcov.info", "/r", [""]],
  ["/r/lcov.info", "/r/packages/foo", ["packages/foo", "packages", ""]],
  ["/r/packages/foo/lcov.info", "/r/packages/foo", ["packages/foo", "packages", ""]],
  ["/tmp/artifacts/lcov.info", "/r/packages/foo", ["packages/foo", "packages", ""]],
  ["/r2/lcov.info", "/r", [""]],
])("%s in %s", (path, directory, folders) => {
  expect(originOf(path, directory, "/r").folders).toEqual(folders);
});

test("rules for single reports spell it as `files` does: relative to the working directory", () => {
  expect(originOf("/r/packages/foo/coverage/lcov.info", "/r/packages/foo", "/r").report).toBe("coverage/lcov.info");
  expect(originOf("/tmp/lcov.info", "/r", "/r").report).toBe("/tmp/lcov.info");
});
