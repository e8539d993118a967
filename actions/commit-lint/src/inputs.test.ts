import { CONVENTIONAL_RULES } from "@jessy-actions/versioning/commit-rules";
import { describe, expect, test } from "vitest";
import { inputsOf } from "../testing/facts.ts";

describe("the workflow's own rules", () => {
  test("types, scopes and require-scope are short for rules, and rules say the rest", () => {
    const { overlay, hasOverlay } = inputsOf({
      types: "feat\nfix\n# not yet: perf",
      scopes: "api\nweb/ui",
      "require-scope": "true",
      rules: "header-max-length: [1, always, 72]\nsubject-case: [0]",
    });
    const rules = overlay(CONVENTIONAL_RULES);
    expect(hasOverlay).toBe(true);
    expect(rules["type-enum"]).toEqual({ level: 2, when: "always", value: ["feat", "fix"] });
    expect(rules["scope-enum"]?.value).toEqual(["api", "web/ui"]);
    expect(rules["scope-empty"]).toEqual({ level: 2, when: "never", value: undefined });
    expect(rules["header-max-length"]).toMatchObject({ level: 1, value: 72 });
    expect(rules).not.toHaveProperty("subject-case");
    expect(rules["type-empty"]).toEqual(CONVENTIONAL_RULES["type-empty"]);
  });

  test("without any the rules stay", () => {
    const { overlay, hasOverlay } = inputsOf();
    expect([overlay(CONVENTIONAL_RULES), hasOverlay]).toEqual([CONVENTIONAL_RULES, false]);
  });
});

test.each<[Record<string, string>, RegExp]>([
  [{ check: "titel" }, /^input `check` is `titel`; write `title` \(one of both, auto, title, commits\)$/],
  [{ "fail-on": "errors" }, /^input `fail-on` is `errors`; write `error`/],
  [{ types: "feat, fix" }, /^input `types` is `feat, fix`; write one type a line/],
  [{ types: "feat(x)" }, /^input `types` is `feat\(x\)`; write one type a line/],
  [{ scopes: "JIRA-(\\d+)" }, /^input `scopes` is `JIRA-\(\\d\+\)`; write one scope a line/],
  [{ rules: "scope-enm: [2, always, [a]]" }, /^input `rules` sets the rule "scope-enm", which is none of/],
  [
    { rules: "type-case: [3, always, lower-case]" },
    /^input `rules` has a wrong rule `type-case`: its level is 3; write 0/,
  ],
  [{ rules: "- x" }, /^input `rules` must hold one `name: \[level, "always", value\]` per line$/],
  [{ rules: "a: [" }, /^input `rules` is not valid YAML/],
  [{ types: "feat", rules: "type-enum: [2, always, [fix]]" }, /^input `types` says the same as `type-enum`/],
  [{ config: "../outside.yml" }, /^input `config` is `..\/outside.yml`; write a path in the repository/],
  [{ config: "/etc/passwd" }, /^input `config` is `\/etc\/passwd`; write a path in the repository/],
  [{ to: "main" }, /^input `to` is set without `from`/],
  [{ from: "--upload-pack=x" }, /^input `from` is `--upload-pack=x`; write a branch, a tag or a commit/],
  [{ from: "a..b" }, /^input `from` is `a..b`; write a branch/],
  [{ "help-url": "javascript:alert(1)" }, /^input `help-url` is `javascript:alert\(1\)`; write an address/],
  [{ comment: "yes" }, /^input `comment` is `yes`; write `true` or `false`$/],
  [{ "squash-merge-commit-title": "PR_TITLE" }, /^input `squash-merge-commit-title` is `PR_TITLE`; write .*pr-title/],
])("%j is one line that says what to write", (written, message) => {
  let problem = "";
  try {
    inputsOf(written);
  } catch (error) {
    problem = (error as Error).message;
  }
  expect(problem).toMatch(message);
  expect(problem).not.toContain("\n");
});

test("every wrong input is named at once", () => {
  expect(() => inputsOf({ check: "x", types: "a b", rules: "- x" })).toThrow(/types.*\n.*rules.*\n.*check/);
});
