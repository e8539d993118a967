import { expect, test } from "vitest";
import { pull, RULES } from "../../testing/facts.ts";
import type { Landing } from "./landing.ts";
import { judgePull } from "./pull-subjects.ts";

const SHAS = [`1f${"0".repeat(38)}`, `2f${"0".repeat(38)}`];

test.each<[Landing, readonly string[]]>([
  [{ title: "required", commits: "required" }, ["title true 1/0", "commit true 0/0", "commit true 1/0"]],
  [{ title: "advised", commits: "required" }, ["title false 0/1", "commit true 0/0", "commit true 1/0"]],
  [{ title: "required", commits: "advised" }, ["title true 1/0", "commit false 0/0", "commit false 0/1"]],
  [{ title: "off", commits: "required" }, ["commit true 0/0", "commit true 1/0"]],
  [{ title: "required", commits: "off" }, ["title true 1/0"]],
])("%j: what is checked, whether it must pass, and its errors and warnings", (landing, expected) => {
  const subjects = judgePull(pull("Bad", ["feat: a", "bad"]), landing, RULES);
  const shown = subjects.map((each) => `${each.kind} ${each.required} ${each.errors}/${each.warnings}`);
  expect(shown).toEqual(expected);
  expect(subjects.every(({ pullRequest }) => pullRequest === 7)).toBe(true);
  const shas = subjects.filter(({ kind }) => kind === "commit").map(({ sha }) => sha);
  expect(shas).toEqual(landing.commits === "off" ? [] : SHAS);
});

test("commits that were not read are none", () => {
  const landing = { title: "required", commits: "required" } as const;
  const subjects = judgePull(pull("feat: x", [], { commits: undefined }), landing, RULES);
  expect(subjects.map(({ kind, header }) => [kind, header])).toEqual([["title", "feat: x"]]);
});
