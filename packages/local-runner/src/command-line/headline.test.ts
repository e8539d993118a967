import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { headlineOf } from "./headline.ts";

test.each([
  ['{"headline":"all good"}', "all good"],
  ['{"headline":1}', undefined],
  ["null", undefined],
  ["{", undefined],
])("a result file %s: %s", (text, expected) => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-"));
  writeFileSync(join(folder, "result.json"), text);
  expect(headlineOf({ outputs: new Map([["result-file", join(folder, "result.json")]]) })).toBe(expected);
  rmSync(folder, { recursive: true });
});

test("an action without a result file has no headline", () => {
  expect(headlineOf({ outputs: new Map() })).toBeUndefined();
});
