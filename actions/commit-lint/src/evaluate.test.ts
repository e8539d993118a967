import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, factsOf, inputsOf, pull, RULES, rangeOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { CommitFacts, Facts, GatheredFacts, RulesFacts } from "./facts.ts";
import type { Subject } from "./result.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/commit-lint-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true }).compile(schema);

/** The verdict on some facts; every result fits the published schema. */
function judged(facts: Facts, written: Readonly<Record<string, string>> = {}) {
  const result = evaluate(inputsOf(written), facts);
  expect(published(JSON.parse(JSON.stringify(result))), JSON.stringify(published.errors)).toBe(true);
  return result;
}

const about = ({ kind, header, required, ignoredAs, errors }: Subject) =>
  `${kind} ${header}${required ? "" : " (advised)"}: ${ignoredAs ?? errors}`;

describe("headlines", () => {
  test.each<[string, Partial<GatheredFacts>, Record<string, string>, string]>([
    [
      "all well",
      { pulls: [pull("feat: x", ["feat: a", "fix: b"])] },
      {},
      "The title and 2 commits follow the rules: pass",
    ],
    ["a wrong title", { pulls: [pull("Fix")] }, {}, "The title breaks the rules: fail"],
    ["a wrong commit", { pulls: [pull("feat: x", ["a", "fix: b"])] }, {}, "1 of 2 commits breaks the rules: fail"],
    ["everything wrong", { pulls: [pull("x", ["a", "b"])] }, {}, "The title and 2 commits break the rules: fail"],
    [
      "title only",
      { pulls: [pull("feat: x", [], { declared: 3, commits: undefined })] },
      { check: "title" },
      "The title follows the rules: pass",
    ],
    [
      "a warning",
      { pulls: [pull("feat: x", ["feat: a\nbody"])] },
      {},
      "The title and 1 commit follow the rules, with 1 warning: pass",
    ],
    [
      "a warning that fails",
      { pulls: [pull("feat: x", ["feat: a\nbody"])] },
      { "fail-on": "warning" },
      "1 commit breaks the rules: fail",
    ],
    [
      "a fixup",
      { pulls: [pull("feat: x", ["feat: a", "fixup! feat: a"])] },
      {},
      "The title and 1 commit follow the rules, left alone: 1 fixup: pass",
    ],
    [
      "a revert only",
      { pulls: [pull('Revert "x"', ['Revert "x"'])] },
      {},
      "Nothing here needs checking, left alone: 2 revert: pass",
    ],
    [
      "no commit",
      { pulls: [pull("feat: x", [])] },
      { check: "commits" },
      "Not every commit was checked: #7 has no commit that could be read: broken",
    ],
    ["a push of nothing", { origin: "push" }, {}, "Nothing was checked: there is no commit: broken"],
    ["a new branch", { origin: "new-branch" }, {}, "Nothing to check: the new branch has no commit of its own: pass"],
    [
      "a commit too few",
      { pulls: [pull("feat: x", ["feat: a"], { declared: 251 })] },
      {},
      "Not every commit was checked: of the 251 commits of #7 1 could be read: broken",
    ],
    [
      "a range cut short",
      { origin: "push", range: { declared: 2, commits: [commit(1, "feat: a")] } },
      {},
      "Not every commit was checked: of 2 commits 1 could be read: broken",
    ],
    [
      "a commit twice",
      { origin: "push", range: rangeOf(commit(1, "feat: a"), commit(1, "feat: a")) },
      {},
      "Not every commit was checked: of 2 commits 2 could be read: broken",
    ],
    [
      "a label",
      { pulls: [pull("x", ["a"], { labels: ["skip"] })] },
      { "ignore-labels": "skip" },
      "Not checked: #7 has the label skip: pass",
    ],
    [
      "a bot",
      { pulls: [pull("Bump x", ["Bump x"], { author: "dependabot[bot]" })] },
      { "ignore-authors": "Dependabot[bot]" },
      "Not checked: #7 is by dependabot[bot]: pass",
    ],
  ])("%s", (_, more, written, headline) => {
    const result = judged(factsOf(more), written);
    expect(result.headline).toBe(headline);
    expect(result.verdict).toBe(headline.split(": ").at(-1));
  });

  test("what nobody could read", () => {
    const { verdict, headline } = judged({ kind: "unreachable", context: factsOf().context, reason: "no net" });
    expect([verdict, headline]).toEqual(["broken", "Nothing was checked: no net: broken"]);
  });
});

describe("a pull request", () => {
  test("of a title only the rules for a first line are asked", () => {
    const rules = {
      ...RULES,
      rules: { ...RULES.rules, "signed-off-by": { level: 2, when: "always", value: "Signed-off-by:" } },
    } as const;
    const { subjects } = judged(factsOf({ rules, pulls: [pull("feat: x", ["feat: a"])] }));
    expect(subjects.map(about)).toEqual(["title feat: x: 0", "commit feat: a: 1"]);
  });

  test("only a revert is a title of its own kind", () => {
    const titles = ["Merge branch 'a' into b", "fixup! x", "1.0.0", 'Revert "feat: x"', 'Reapply "feat: x"'];
    expect(titles.map((title) => about(judged(factsOf({ pulls: [pull(title)] })).subjects[0]!))).toEqual([
      "title Merge branch 'a' into b: 1",
      "title fixup! x: 1",
      "title 1.0.0: 1",
      'title Revert "feat: x": revert',
      'title Reapply "feat: x": reapply',
    ]);
  });

  test("a merge is what has two parents, whatever it is called", () => {
    const commits = [commit(1, "Merge branch 'main'", { parents: 2 }), commit(2, "Merge branch 'main'")];
    const { subjects } = judged(factsOf({ pulls: [pull("feat: x", [], { declared: 2, commits })] }));
    expect(subjects.map(about).slice(1)).toEqual([
      "commit Merge branch 'main': merge",
      "commit Merge branch 'main': 1",
    ]);
  });

  test("without default ignores nothing is left alone", () => {
    const facts = factsOf({ rules: { ...RULES, defaultIgnores: false }, pulls: [pull('Revert "x"', ["fixup! x"])] });
    expect(judged(facts).subjects.map(about)).toEqual(['title Revert "x": 1', "commit fixup! x: 1"]);
  });

  test("names in its commits ignore nothing: anybody can write them", () => {
    const commits = [commit(1, "Bump x", { author: "dependabot[bot]" })];
    const facts = factsOf({ pulls: [pull("feat: x", [], { declared: 1, commits })] });
    expect(judged(facts, { "ignore-authors": "dependabot[bot]" }).verdict).toBe("fail");
  });

  test("what will not be on the default branch is a warning", () => {
    const settings = {
      allowsMerge: false,
      allowsSquash: true,
      allowsRebase: false,
      squashTitle: "PR_TITLE",
      mergeTitle: "MERGE_MESSAGE",
    } as const;
    const result = judged(factsOf({ settings, pulls: [pull("feat: x", ["wip", "wip"])] }), { check: "auto" });
    expect(result.headline).toBe("The title and 2 commits follow the rules, with 2 warnings: pass");
    expect(result.subjects.map(about)).toEqual([
      "title feat: x: 0",
      "commit wip (advised): 0",
      "commit wip (advised): 0",
    ]);
  });

  test("what had to be assumed is said", () => {
    expect(judged(factsOf({ pulls: [pull("feat: x")] }), { check: "auto" }).notes[0]?.text).toContain(
      "contents: write",
    );
    expect(judged(factsOf({ pulls: [pull("feat: x")] }), { check: "title" }).notes[0]?.text).toContain("pr-title");
  });

  test("characters that hide something are errors, also in what is left alone, and no correction has them", () => {
    const { subjects } = judged(factsOf({ pulls: [pull("Fix \u202ex", ["fixup! \u202ex"])] }));
    expect(subjects.map(({ errors, correction }) => [errors, correction])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
  });

  test.each([
    ["feat(api)!: x", { type: "feat", scope: "api", breaking: true }],
    ["fix: x", { type: "fix", breaking: false }],
    ["Fix x", undefined],
  ])("the parts of the title %s", (title, parts) => {
    expect(judged(factsOf({ pulls: [pull(title)] })).title).toEqual(parts);
  });
});

describe("a merge group", () => {
  const group = (pulls: GatheredFacts["pulls"], ...commits: CommitFacts[]) =>
    factsOf({ origin: "merge-group", pulls, range: rangeOf(...commits) });

  test("merges: the commits are the pull request's", () => {
    const own = pull("feat: x", ["feat: a", "feat: b"]);
    const merge = commit(9, "Merge pull request #7 from org/x\n\nfeat: x", { parents: 2 });
    expect(judged(group([own], ...own.commits!, merge)).subjects.map(about)).toEqual([
      "title feat: x: 0",
      "commit feat: a: 0",
      "commit feat: b: 0",
      "commit Merge pull request #7 from org/x: merge",
    ]);
  });

  test("squashes: what the queue made is checked without the number, which nobody could make shorter", () => {
    const title = `feat: ${"x".repeat(92)}`;
    const own = pull(title, ["feat: a"]);
    const { verdict, subjects } = judged(group([own], commit(9, `${title} (#7)\n\nbody`)));
    expect([verdict, subjects.length]).toEqual(["pass", 3]);
  });

  test("rebases: a copy is not checked twice", () => {
    const own = pull("feat: x", ["feat: a"]);
    expect(judged(group([own], commit(9, "feat: a"))).subjects).toHaveLength(2);
  });

  test("several pull requests, of which one is left alone with its squash", () => {
    const first = pull("feat: x", ["feat: a"], { number: 7 });
    const second = pull("Bump y", ["Bump y"], { number: 8, author: "renovate[bot]" });
    const facts = group([first, second], commit(5, "feat: x (#7)"), commit(6, "Bump y (#8)"));
    const result = judged(facts, { "ignore-authors": "renovate[bot]" });
    expect(result.subjects.map(about)).toEqual(
      [
        "title feat: x: 0",
        "commit feat: a: 0",
        "commit feat: x (#7): 0",
        "commit Bump y (#8) (advised): of an ignored pull request",
      ].map((line) => line.replace("feat: x (#7)", "feat: x")),
    );
    expect(result.skipped).toEqual([{ pullRequest: 8, reason: "is by `renovate[bot]`" }]);
    expect(result.verdict).toBe("pass");
  });

  test("commits of no pull request must follow the rules, whatever is checked", () => {
    expect(judged(group([], commit(9, "Sneaked in")), { check: "title" }).verdict).toBe("fail");
  });
});

test("of a merge group they cannot", () => {
  const facts = factsOf({ origin: "merge-group", range: rangeOf(commit(1, "Bump x", { author: "dependabot[bot]" })) });
  expect(judged(facts, { "ignore-authors": "dependabot[bot]" }).verdict).toBe("fail");
});

test("of a push the authors of commits can be ignored", () => {
  const facts = factsOf({
    origin: "push",
    range: rangeOf(commit(1, "Bump x", { author: "dependabot[bot]" }), commit(2, "fix: y")),
  });
  expect(judged(facts, { "ignore-authors": "dependabot[bot]" }).headline).toBe(
    "1 commit follows the rules, left alone: 1 by dependabot[bot]: pass",
  );
});

test("whatever is written, a result fits its schema, and fails exactly when it has errors", () => {
  const message = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom("feat: x", "Fix: y", "feat(a): b\n\nBREAKING CHANGE: c", `feat: ${"x".repeat(300)}`),
  );
  fc.assert(
    fc.property(message, fc.array(message, { minLength: 1, maxLength: 5 }), (title, messages) => {
      const result = judged(factsOf({ pulls: [pull(title, messages)] }));
      expect(result.verdict).toBe(result.counts.errors > 0 ? "fail" : "pass");
      expect(result.counts.checked + result.counts.ignored).toBe(messages.length + 1);
    }),
    { numRuns: 200 },
  );
});

const TYPES = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

describe("the result as a whole", () => {
  const nothing = { checked: 0, titles: 0, commits: 0, ignored: 0, errors: 0, warnings: 0 };

  test("of what nobody could read", () => {
    const written = { name: "titles", "fail-on": "never", "help-url": "https://wiki" };
    expect(judged({ kind: "unreachable", context: factsOf().context, reason: "no net" }, written)).toStrictEqual({
      schema: "jessy-actions/commit-lint/v1",
      name: "titles",
      failOn: "never",
      helpUrl: "https://wiki",
      context: factsOf().context,
      verdict: "broken",
      fails: true,
      headline: "Nothing was checked: no net: broken",
      counts: nothing,
      subjects: [],
      skipped: [],
      rules: { source: "" },
      source: "api",
      notes: [],
    });
  });

  test("of a new branch, with rules of a file and notes of the reading", () => {
    const notes = [{ level: "warning", text: "a note" }] as const;
    const rules = { ...RULES, source: "`.commitlintrc.yml` of the base", revision: "main" };
    expect(judged(factsOf({ origin: "new-branch", rules, notes, source: "git" }))).toStrictEqual({
      schema: "jessy-actions/commit-lint/v1",
      name: "",
      failOn: "error",
      context: factsOf().context,
      verdict: "pass",
      fails: false,
      headline: "Nothing to check: the new branch has no commit of its own: pass",
      counts: nothing,
      subjects: [],
      skipped: [],
      rules: {
        source: "`.commitlintrc.yml` of the base",
        revision: "main",
        types: TYPES,
      },
      source: "git",
      notes,
    });
  });

  test("has a title's parts only of the only pull request", () => {
    const two = [pull("feat: x"), pull("fix: y", ["fix: y"], { number: 8 })];
    expect(judged(factsOf({ pulls: two }))).not.toHaveProperty("title");
    expect(judged(factsOf({ pulls: [pull("feat: x")] })).title).toEqual({ type: "feat", breaking: false });
    expect(judged(factsOf({ pulls: [pull("Merge")] }))).not.toHaveProperty("title");
  });

  test("has titles first, and says once what it assumed, after the notes of the reading", () => {
    const two = [pull("feat: x"), pull("fix: y", ["fix: y"], { number: 8 })];
    const notes = [{ level: "warning", text: "a note" }] as const;
    const result = judged(factsOf({ pulls: two, notes }), { check: "auto" });
    expect(result.subjects.map(({ kind, pullRequest }) => `${kind} ${pullRequest}`)).toEqual([
      "title 7",
      "title 8",
      "commit 7",
      "commit 8",
    ]);
    expect(result.notes).toEqual([
      notes[0],
      { level: "note", text: expect.stringMatching(/^GitHub does not tell this token how pull requests are merged/) },
    ]);
    expect(result.notes).toHaveLength(2);
  });

  test("assumes nothing when everything is checked, and names no commit for rules that are of none", () => {
    const { notes, rules } = judged(factsOf({ pulls: [pull("feat: x")] }));
    expect({ notes, rules }).toStrictEqual({ notes: [], rules: { source: RULES.source, types: TYPES } });
  });

  test.each<[string, RulesFacts["rules"]]>([
    ["no rule", {}],
    ["an empty list", { "type-enum": { level: 2, when: "always", value: [] } }],
    ["types that are not allowed", { "type-enum": { level: 2, when: "never", value: ["wip"] } }],
  ])("names no allowed types for %s", (_, rules) => {
    const facts = factsOf({ pulls: [pull("feat: x")], rules: { ...RULES, rules } });
    expect(judged(facts).rules).toStrictEqual({ source: RULES.source });
  });

  test("takes the commits that a pull request says it has for how it lands", () => {
    const own = pull("feat: x", ["wip"], { declared: 1 });
    const kinds = (declared: number) =>
      judged(factsOf({ pulls: [{ ...own, declared }] }), { check: "title" }).subjects.map(({ kind }) => kind);
    expect([kinds(1), kinds(2)]).toEqual([["title", "commit"], ["title"]]);
  });
});
