import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secondaryLimit } from "../../packages/local-runner/src/github/fault.ts";
import { TOKENS } from "../scenario.ts";
import { headline, Messages } from "./messages.ts";

let messages: Messages;

beforeEach(async () => {
  messages = await Messages.start();
});

afterEach(() => messages.close());

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `feat: change ${at + 1}`);

test("a good pull request passes, by three requests, without a checkout and with a token that only reads", async () => {
  const pull = await messages.open("feat(api)!: x", ["feat: a", "fix: b"]);
  const { outcome, outputs, summary } = await messages.run(pull);
  expect(headline(summary)).toBe("The title and 2 commits follow the rules: pass");
  expect(outcome).toBe("success");
  expect(Object.fromEntries(outputs)).toMatchObject({
    verdict: "pass",
    type: "feat",
    scope: "api",
    breaking: "true",
    commits: "2",
    errors: "0",
    warnings: "0",
  });
  expect(messages.asked).toEqual([
    "GET /pulls/1",
    "GET /pulls/1/commits?per_page=100",
    `GET /git/trees/${messages.base}`,
  ]);
});

test("every problem is named with its place and a line that would pass; the result file has them all", async () => {
  const pull = await messages.open("Add a page.", ["feat: a", `Oops\n${"y".repeat(120)}`]);
  const { outcome, outputs, summary, annotations } = await messages.run(pull);
  expect(headline(summary)).toBe("The title and 1 of 2 commits break the rules: fail");
  expect(outcome).toBe("failure");
  expect(summary).toContain("1 | Add a page.\n  |    ^");
  expect(summary).toContain("`feat: add a page`");
  expect(annotations.map(({ level, properties }) => [level, properties.get("title")])).toEqual([
    ["error", undefined],
    ["error", "Title of #1"],
    ["error", `Commit ${pull.commits[1]!.slice(0, 10)}`],
  ]);
  const result = JSON.parse(readFileSync(outputs.get("result-file")!, "utf8"));
  expect(result.subjects[2].problems.map(({ rule }: { rule: string }) => rule)).toEqual([
    "header-grammar",
    "body-max-line-length",
    "body-leading-blank",
  ]);
});

test("a re-run sees the title as it is now, not as the event has it", async () => {
  const pull = await messages.open("Fixed stuff");
  expect((await messages.run(pull)).exitCode).toBe(1);
  await messages.scenario.github.editPullRequest(pull.number, { title: "fix: stuff" });
  expect((await messages.run(pull)).exitCode).toBe(0);
});

test("a commit that is pushed meanwhile is seen, too", async () => {
  const pull = await messages.open("feat: x", ["feat: a"]);
  const [more] = messages.commits(["Sneaked in"], pull.commits[0]!);
  messages.scenario.github.pushTo(pull.number, more!);
  const { summary } = await messages.run(pull);
  expect(headline(summary)).toBe("1 of 2 commits breaks the rules: fail");
});

describe("GitHub lists 250 commits of a pull request", () => {
  test.each([99, 100, 101, 250, 251, 401])("%i are all read", async (count) => {
    const pull = await messages.open("feat: x", ["Hidden behind the others", ...numbered(count - 1)]);
    const { outputs, summary } = await messages.run(pull);
    expect(outputs.get("commits")).toBe(String(count));
    expect(headline(summary)).toBe(`1 of ${count} commits breaks the rules: fail`);
    const compared = messages.asked.filter((path) => path.startsWith("GET /compare/"));
    expect(compared).toHaveLength(count > 250 ? Math.ceil(count / 100) : 0);
  });

  test.each([
    [3, "Not every commit was checked: of the 4 commits of #1 3 could be read: broken", 4],
    [251, "Not every commit was checked: of the 252 commits of #1 251 could be read: broken", 252],
  ])("%i where there should be more are no pass", async (count, line, declared) => {
    const pull = await messages.open("feat: x", numbered(count), { commits: declared });
    const { exitCode, outputs, summary } = await messages.run(pull, { "fail-on": "never" });
    expect([headline(summary), exitCode, outputs.get("verdict")]).toEqual([line, 1, "broken"]);
  });
});

describe("what is left alone", () => {
  test("by the author of the pull request", async () => {
    const pull = await messages.open("Bump x", ["Bump x"], { author: "dependabot[bot]" });
    expect((await messages.run(pull)).exitCode).toBe(1);
    const { exitCode, summary } = await messages.run(pull, { "ignore-authors": "renovate[bot]\ndependabot[bot]" });
    expect([exitCode, headline(summary)]).toEqual([0, "Not checked: #1 is by dependabot[bot]: pass"]);
  });

  test("by a label, as it is now", async () => {
    const pull = await messages.open("Whatever");
    expect((await messages.run(pull, { "ignore-labels": "skip-lint" })).exitCode).toBe(1);
    await messages.scenario.github.addLabels(pull.number, ["skip-lint"]);
    const { exitCode, summary } = await messages.run(pull, { "ignore-labels": "skip-lint" });
    expect([exitCode, headline(summary)]).toEqual([0, "Not checked: #1 has the label skip-lint: pass"]);
  });
});

describe("what will be on the default branch", () => {
  const SQUASH = {
    allow_merge_commit: false,
    allow_rebase_merge: false,
    squash_merge_commit_title: "PR_TITLE",
  };

  test("is known to a token that may write", async () => {
    Object.assign(messages.scenario.github.repositorySettings, SQUASH);
    const pull = await messages.open("feat: x", ["wip"]);
    const { summary } = await messages.run(pull, { check: "auto" }, { token: TOKENS.own });
    expect(headline(summary)).toBe("The title and 1 commit follow the rules, with 1 warning: pass");
    expect(summary).toContain("will not be on the default branch");
  });

  test("is not to one that only reads, which is said", async () => {
    Object.assign(messages.scenario.github.repositorySettings, SQUASH);
    const pull = await messages.open("feat: x", ["wip"]);
    const { exitCode, summary } = await messages.run(pull, { check: "auto" });
    expect(exitCode).toBe(1);
    expect(summary).toContain("GitHub does not tell this token how pull requests are merged");
  });

  test("of one commit it is its message, unless the workflow knows better", async () => {
    const pull = await messages.open("feat: x", ["wip"]);
    expect((await messages.run(pull, { check: "title" })).exitCode).toBe(1);
    const inputs = { check: "title", "squash-merge-commit-title": "pr-title" };
    expect((await messages.run(pull, inputs)).exitCode).toBe(0);
    const many = await messages.open("feat: x", ["wip", "wip"]);
    expect((await messages.run(many, { check: "title" })).exitCode).toBe(0);
  });
});

describe("forks", () => {
  test.each(["pull_request", "pull_request_target"] as const)("are checked on %s", async (event) => {
    const pull = await messages.open("feat: x", ["Bad"], { owner: "stranger" });
    const { summary } = await messages.run(pull, { comment: "true" }, { event });
    expect(headline(summary)).toBe("1 commit breaks the rules: fail");
  });

  test("that are gone are, too", async () => {
    const pull = await messages.open("feat: x", ["feat: a"], { owner: "ghost", headGone: true });
    expect((await messages.run(pull)).exitCode).toBe(0);
  });

  test("a comment needs a token that may write; without one it is a notice", async () => {
    const pull = await messages.open("feat: x", ["Bad"], { owner: "stranger" });
    const refused = await messages.run(pull, { comment: "true" });
    expect(refused.annotations.map(({ message }) => message).join()).toContain("No comment: ");
    await messages.run(pull, { comment: "true" }, { token: TOKENS.own });
    const [comment] = await messages.scenario.github.comments(pull.number);
    expect(comment?.body).toContain("## Commit messages");
  });
});

describe("when GitHub fails", () => {
  test("a limit is waited for", async () => {
    const pull = await messages.open("feat: x");
    messages.scenario.github.fault({ path: /pulls/, times: 2, kind: secondaryLimit(1) });
    messages.scenario.github.fault({ path: /commits/, kind: { status: 502, message: "Bad Gateway" } });
    messages.scenario.github.fault({ path: /trees/, kind: "malformed" });
    expect((await messages.run(pull)).exitCode).toBe(0);
  });

  test("an exhausted quota is broken, at once", async () => {
    const pull = await messages.open("feat: x");
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 1800) };
    const kind = { status: 403, headers, message: "API rate limit exceeded for installation." };
    messages.scenario.github.fault({ path: /pulls/, times: 9, kind });
    const { exitCode, outputs, summary } = await messages.run(pull, { "fail-on": "never" });
    expect([exitCode, outputs.get("verdict")]).toEqual([1, "broken"]);
    expect(headline(summary)).toMatch(/^Nothing was checked: GitHub is unavailable .*rate limit exceeded.*: broken$/);
  });

  test("a token that may not is one line", async () => {
    const pull = await messages.open("feat: x");
    messages.scenario.github.fault({
      path: /pulls/,
      kind: { status: 403, message: "Resource not accessible by integration" },
    });
    const { exitCode, annotations } = await messages.run(pull);
    expect([exitCode, annotations.length]).toEqual([1, 1]);
    expect(annotations[0]?.message).toMatch(/not accessible by integration.*pull-requests: read/);
  });
});
