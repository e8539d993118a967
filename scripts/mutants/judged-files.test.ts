import { globSync } from "node:fs";
import { matchesGlob, resolve } from "node:path";
import { expect, test } from "vitest";
import { JUDGED_FILES } from "./judged-files.ts";

const sourcesOf = (glob: string) =>
  globSync(glob, { cwd: resolve(import.meta.dirname, "../..") }).filter((file) => !file.endsWith(".test.ts"));

test.each(JUDGED_FILES)("%s names a file that there is", (glob) => {
  expect(sourcesOf(glob)).not.toEqual([]);
});

test("every action's decision, plan, gates, checks and inputs are judged", () => {
  const decisions = sourcesOf("actions/*/src/**/{{evaluate,plan,inputs,verdict,*-check}.ts,{gates,judging}/*.ts}");
  expect(decisions.length).toBeGreaterThan(40);
  expect(decisions.filter((file) => !JUDGED_FILES.some((glob) => matchesGlob(file, glob)))).toEqual([]);
});
