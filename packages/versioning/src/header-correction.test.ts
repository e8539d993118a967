import { expect, test } from "vitest";
import { CONVENTIONAL_RULES, readCommitRules } from "./commit-rules.ts";
import { correctedHeader } from "./header-correction.ts";

const MEANT: Readonly<Record<string, readonly string[]>> = {
  feat: ["feature", "features", "new", "add", "Feature"],
  fix: ["bug", "bugfix", "hotfix", "BugFix"],
  docs: ["doc", "documentation"],
  test: ["tests", "testing"],
  perf: ["performance"],
  build: ["deps", "dependencies"],
  chore: ["chores"],
  refactor: ["refact", "refactoring"],
};

test.each(Object.entries(MEANT).flatMap(([type, words]) => words.map((word) => [word, type] as const)))(
  "%s means %s",
  (word, type) => {
    expect(correctedHeader(`${word}: x`, CONVENTIONAL_RULES)).toBe(`${type}: x`);
  },
);

test.each<[line: string, corrected: string | undefined]>([
  ["fix: Update it", "fix: update it"],
  ["fix: Handle", "fix: handle"],
  ["fix: Typo", undefined],
  ["fix: do it . .", "fix: do it"],
  ["fix: read package.json files.", "fix: read package.json files"],
  ["fix: etcd restarts.", "fix: etcd restarts"],
  ["Fix(api)!: Drop it.", "fix(api)!: drop it"],
  ["fix: for the U.S.A.", undefined],
  ["fix: build a, b, etc.", undefined],
  ["fix: README, again", undefined],
  ["fix: OAuth", undefined],
  ["fix: A thing", undefined],
  ["fix: Don't", undefined],
  ["nonsense", undefined],
  // It would still break a rule.
  [`Fix: ${"x".repeat(96)}`, undefined],
  ["feat: x", undefined],
])("%j by the usual rules: %j", (line, corrected) => {
  expect(correctedHeader(line, CONVENTIONAL_RULES)).toBe(corrected);
});

test.each<[line: string, rules: object, corrected: string | undefined]>([
  // What was meant is not allowed here, and nothing allowed is near.
  ["bug: x", { "type-enum": [2, "always", ["task", "story"]] }, undefined],
  ["fix: x", { "type-case": [2, "always", "upper-case"] }, "FIX: x"],
  ["fix: x", { "type-case": [2, "always", ["upper-case", "pascal-case"]] }, undefined],
  ["FIX: x", { "type-case": [2, "never", "upper-case"] }, undefined],
  ["Fix: x", { "type-case": [2, "never", "lower-case"], "type-enum": [2, "never", ["Fix"]] }, undefined],
  ["fix: x", { "type-enum": [2, "never", ["fix"]] }, undefined],
  ["fix(myScope): x", { "scope-case": [2, "always", "kebab-case"] }, "fix(my-scope): x"],
  [
    "fix(myScope): x.",
    { "scope-case": [2, "never", "kebab-case"], "subject-full-stop": [2, "never", "."] },
    "fix(myScope): x",
  ],
  ["fix: do it", { "subject-case": [2, "always", "sentence-case"] }, "fix: Do it"],
  ["Fix: x.", { "subject-full-stop": [2, "never", "."] }, "Fix: x"],
  [
    "fix: do it.",
    { "subject-full-stop": [2, "never", "."], "subject-case": [2, "always", ["lower-case", "upper-case"]] },
    "fix: do it",
  ],
])("%j by %j: %j", (line, written, corrected) => {
  const { rules, problems } = readCommitRules(JSON.stringify({ rules: written }), "x.json");
  expect(problems).toEqual([]);
  expect(correctedHeader(line, rules)).toBe(corrected);
});
