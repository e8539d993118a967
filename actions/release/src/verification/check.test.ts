import { expect, test } from "vitest";
import { fail, isRefusal, pass, unknown, warn } from "./check.ts";

test.each([
  [pass("tag", "x"), false, false],
  [warn("tag", "x"), false, false],
  [fail("tag", "x"), true, true],
  [unknown("tag", "x"), true, false],
])("%j stops a release: %s, a dry run: %s", (check, stops, stopsDryRun) => {
  expect([isRefusal(check, false), isRefusal(check, true)]).toEqual([stops, stopsDryRun]);
});
