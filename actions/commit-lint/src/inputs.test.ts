import { lintCommit } from "@jessy-actions/versioning/commit-lint";
import { CONVENTIONAL_RULES } from "@jessy-actions/versioning/commit-rules";
import { describe, expect, test } from "vitest";
import { inputsOf } from "../testing/facts.ts";
import type { Inputs } from "./inputs.ts";

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
    expect(rules["scope-enum"]?.value).toMatchObject({ scopes: ["api", "web/ui"], arePatterns: true });
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
  [
    { rules: "scope-enm: [2, always, [a]]" },
    /^input `rules` sets "scope-enm", which is not a rule of commitlint; did you mean `scope-enum`\?$/,
  ],
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

test("what a workflow leaves out has its default", () => {
  const { overlay, ...inputs } = inputsOf();
  expect(inputs).toEqual({
    name: "",
    check: "both",
    config: { kind: "auto" },
    hasOverlay: false,
    squashTitle: undefined,
    ignoreAuthors: [],
    ignoreLabels: [],
    from: undefined,
    to: undefined,
    failOn: "error",
    helpUrl: undefined,
    comment: false,
    annotations: true,
    token: "",
  });
});

test.each<[Readonly<Record<string, string>>, Partial<Inputs>]>([
  [{ name: "titles" }, { name: "titles" }],
  ...(["both", "auto", "title", "commits"] as const).map(
    (check): [Readonly<Record<string, string>>, Partial<Inputs>] => [{ check }, { check }],
  ),
  [{ config: "auto" }, { config: { kind: "auto" } }],
  [{ config: "none" }, { config: { kind: "none" } }],
  [{ config: "././a/b.yml" }, { config: { kind: "file", path: "a/b.yml" } }],
  [{ config: "a./b.yml" }, { config: { kind: "file", path: "a./b.yml" } }],
  [{ config: "a/..b.yml" }, { config: { kind: "file", path: "a/..b.yml" } }],
  [{ types: "feat" }, { hasOverlay: true }],
  [{ scopes: "api" }, { hasOverlay: true }],
  [{ "require-scope": "true" }, { hasOverlay: true }],
  [{ "require-scope": "false" }, { hasOverlay: false }],
  [{ rules: "subject-case: [0]" }, { hasOverlay: true }],
  [{ "squash-merge-commit-title": "auto" }, { squashTitle: undefined }],
  [{ "squash-merge-commit-title": "pr-title" }, { squashTitle: "PR_TITLE" }],
  [{ "squash-merge-commit-title": "commit-or-pr-title" }, { squashTitle: "COMMIT_OR_PR_TITLE" }],
  [{ "ignore-authors": "Renovate[bot]\nalice" }, { ignoreAuthors: ["renovate[bot]", "alice"] }],
  [{ "ignore-labels": "Skip me\nskip" }, { ignoreLabels: ["Skip me", "skip"] }],
  [{ from: "v1.2.3" }, { from: "v1.2.3", to: undefined }],
  [
    { from: "feature/a-b.c", to: "c".repeat(40) },
    { from: "feature/a-b.c", to: "c".repeat(40) },
  ],
  ...(["error", "warning", "never"] as const).map((failOn): [Readonly<Record<string, string>>, Partial<Inputs>] => [
    { "fail-on": failOn },
    { failOn },
  ]),
  [{ "help-url": "http://wiki/commits" }, { helpUrl: "http://wiki/commits" }],
  [{ "help-url": "https://wiki/commits" }, { helpUrl: "https://wiki/commits" }],
  [
    { comment: "true", annotations: "false" },
    { comment: true, annotations: false },
  ],
  [{ "github-token": "t" }, { token: "t" }],
])("%j is read as %j", (written, expected) => {
  expect(inputsOf(written)).toMatchObject(expected);
});

test("rules of the workflow that are short win over the file's, and those of `rules` over both", () => {
  const { overlay } = inputsOf({ types: "a", scopes: "b", "require-scope": "true" });
  expect(overlay({ "type-enum": { level: 1, when: "never", value: ["x"] } })).toEqual({
    "type-enum": { level: 2, when: "always", value: ["a"] },
    "scope-enum": {
      level: 2,
      when: "always",
      value: { scopes: ["b"], delimiters: ["/", "\\", ","], arePatterns: true },
    },
    "scope-empty": { level: 2, when: "never", value: undefined },
  });
  expect(Object.keys(inputsOf({ rules: "scope-empty: [2, never]" }).overlay({}))).toEqual(["scope-empty"]);
});

test.each<[Readonly<Record<string, string>>, string]>([
  ...["feat, fix", "feat,fix", "feat(x)", "feat!", "a b"].map((types): [Readonly<Record<string, string>>, string] => [
    { types },
    `input \`types\` is \`${types}\`; write one type a line, as it is written in a title`,
  ]),
  ...["api,web", "api)", "a(b"].map((scopes): [Readonly<Record<string, string>>, string] => [
    { scopes },
    `input \`scopes\` is \`${scopes}\`; write one scope a line, as it is written in a title`,
  ]),
  ...(["types", "scopes", "require-scope"] as const).map((input, at): [Readonly<Record<string, string>>, string] => [
    {
      types: input === "types" ? "feat" : "",
      scopes: input === "scopes" ? "api" : "",
      "require-scope": input === "require-scope" ? "true" : "false",
      rules: "type-enum: [2, always, [a]]\nscope-enum: [2, always, [a]]\nscope-empty: [2, never]",
    },
    `input \`${input}\` says the same as \`${["type-enum", "scope-enum", "scope-empty"][at]}\` of the input \`rules\`; set only one of them`,
  ]),
  [{ to: "main" }, "input `to` is set without `from`; write both, or only `from`: `to` is then the commit of the run"],
  ...["-x", "a..b", "a b", "a~1", "a^", "a:b", "a?", "a*", "a[b]", "a\\b", "ab..c", "x a..b"].map(
    (from): [Readonly<Record<string, string>>, string] => [
      { from },
      `input \`from\` is \`${from}\`; write a branch, a tag or a commit, e.g. \`main\``,
    ],
  ),
  [{ from: "a", to: "b c" }, "input `to` is `b c`; write a branch, a tag or a commit, e.g. `main`"],
  ...["/a.yml", "../a.yml", "a/../b.yml", "a/.."].map((config): [Readonly<Record<string, string>>, string] => [
    { config },
    `input \`config\` is \`${config}\`; write a path in the repository, e.g. \`.github/commitlint.yml\``,
  ]),
  ...["wiki", "ftp://x", "xhttps://x", "https://", "https://a b"].map(
    (url): [Readonly<Record<string, string>>, string] => [
      { "help-url": url },
      `input \`help-url\` is \`${url}\`; write an address with \`https://\``,
    ],
  ),
])("%j: the whole message", (written, message) => {
  let problem = "";
  try {
    inputsOf(written);
  } catch (error) {
    problem = (error as Error).message;
  }
  expect(problem).toBe(message);
});

test.each([
  ["JIRA-[0-9]*", "JIRA-12", true],
  ["JIRA-[0-9]*", "JIRA-x", false],
  ["pkg-{a,b}", "pkg-b", true],
  ["web/*", "web/ui", true],
  ["web/*", "api", false],
  ["?", "ab", false],
  ["*", "a, b", true],
])("the scope pattern `%s` for `%s`", (pattern, scope, passes) => {
  const { overlay } = inputsOf({ scopes: pattern });
  const { problems } = lintCommit(`feat(${scope}): x`, overlay({}), { defaultIgnores: true });
  expect(problems.map(({ rule }) => rule)).toEqual(passes ? [] : ["scope-enum"]);
});
