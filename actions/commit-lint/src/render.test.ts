import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { describe, expect, test } from "vitest";
import { commit, factsOf, inputsOf, pull, rangeOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { render } from "./render.ts";

function reportOf(facts: Facts, written: Readonly<Record<string, string>> = {}) {
  const inputs = inputsOf(written);
  const result = evaluate(inputs, facts);
  const report = render(result);
  return { ...report, fails: result.fails, text: renderMarkdown(report.summary, { maxBytes: 1_000_000 }).text };
}

test("a message that breaks rules: its lines, what is wrong, a line that would pass, and how to change it", () => {
  const { text, fails } = reportOf(factsOf({ pulls: [pull("Add a page", ["feat: a", "Add a page"])] }), {
    "help-url": "https://example.com/commits",
  });
  expect(fails).toBe(true);
  expect(text.split("\n").slice(2, 5)).toEqual([
    "| **❌ fail** | The pull request's title\\: `Add a page` | the first line has no colon and space after `Add`; this would pass\\: `feat: add a page` |",
    expect.stringMatching(/^\| \*\*❌ fail\*\* \| Commit .* \|$/),
    "| ✅ pass | 1 commit | no problem |",
  ]);
  expect(text).toContain("**The pull request's title**\n\n```text\n1 | Add a page\n  |    ^\n```");
  expect(text).toContain(
    "- **error at 1\\:4** the first line has no colon and space after `Add` \\(`header-grammar`\\)",
  );
  expect(text).toContain("`git rebase --interactive 2f00000000~1`");
  expect(text).toContain("[How we write commit messages](https://example.com/commits)");
  expect(text).toContain("1 text without a problem");
});

test("the last commit is amended", () => {
  const head = "a".repeat(40);
  const commits = [commit(1, "feat: a"), { ...commit(2, "oops"), sha: head }];
  expect(reportOf(factsOf({ pulls: [pull("feat: x", [], { declared: 2, commits })] })).text).toContain(
    "`git commit --amend`",
  );
});

test.each<[string, Record<string, string>, Facts, boolean]>([
  ["errors", {}, factsOf({ pulls: [pull("x")] }), true],
  ["errors that only report", { "fail-on": "never" }, factsOf({ pulls: [pull("x")] }), false],
  ["nothing read", { "fail-on": "never" }, factsOf({ origin: "push" }), true],
  ["no answer", { "fail-on": "never" }, { kind: "unreachable", context: factsOf().context, reason: "x" }, true],
  ["all well", {}, factsOf({ pulls: [pull("feat: x")] }), false],
])("%s", (_, written, facts, fails) => {
  expect(reportOf(facts, written).fails).toBe(fails);
});

describe("outputs", () => {
  test("say what a title is, and how much was checked", () => {
    expect(reportOf(factsOf({ pulls: [pull("feat(api)!: x", ["feat: a\nb"])] })).outputs).toEqual({
      verdict: "pass",
      type: "feat",
      scope: "api",
      breaking: "true",
      commits: "1",
      errors: "0",
      warnings: "1",
    });
  });

  test.each(["`touch pwned`", "a;b", "$HOME", "a|b", "x\u202e", "-rf", "a'b", '"', "x".repeat(101)])(
    "the scope %s is none, as a shell might read it",
    (scope) => {
      expect(reportOf(factsOf({ pulls: [pull(`feat(${scope}): x`)] })).outputs.scope).toBe("");
    },
  );

  test("without a pull request there is no title", () => {
    const { outputs } = reportOf(factsOf({ origin: "push", range: rangeOf(commit(1, "feat: a")) }));
    expect(outputs).toMatchObject({ type: "", scope: "", breaking: "", commits: "1" });
  });
});

test("annotations: one each, titles first, without what cannot be seen", () => {
  const facts = factsOf({ pulls: [pull("Fix \u202ex", ["bad", "feat: a\nb"])] });
  expect(reportOf(facts).annotations.map(({ level, title, file }) => [level, title, file])).toEqual([
    ["error", "Title of #7", undefined],
    ["error", "Commit 1f00000000", undefined],
    ["warning", "Commit 2f00000000", undefined],
  ]);
  expect(reportOf(facts).annotations[0]?.message).toMatch(/^Fix \\u\{202e\}x\n1:4: .*\n1:5: U\+202E/);
});

test("a thousand wrong commits fit into a comment, and what is left out is said", () => {
  const facts = factsOf({
    pulls: [
      pull(
        "feat: x",
        Array.from({ length: 1000 }, (_, at) => `${"x".repeat(300)} ${at}\n\n${"y".repeat(5000)}`),
      ),
    ],
  });
  const report = reportOf(facts);
  const { text } = renderMarkdown(report.comment!, { maxBytes: 65_000 });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
  expect(text).toContain("and 990 more like these");
  expect(text).toContain("Rules\\: config");
});
