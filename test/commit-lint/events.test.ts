import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NO_COMMIT } from "../../packages/local-runner/src/event/event.ts";
import { headline, Messages } from "./messages.ts";

let messages: Messages;

beforeEach(async () => {
  messages = await Messages.start();
});

afterEach(() => messages.close());

describe("a merge group", () => {
  test("of merges: the title and the commits of its pull request", async () => {
    const pull = await messages.open("Bad title", ["feat: a", "feat: b"]);
    const head = messages.scenario.github.refs.addCommit({
      message: "Merge pull request #1 from org/change\n\nBad title",
      parents: [messages.base, pull.commits.at(-1)!],
    });
    const { outputs, summary } = await messages.group(pull.number, head);
    expect(headline(summary)).toBe("The title breaks the rules: fail");
    expect(outputs.get("commits")).toBe("2");
  });

  test("of several pull requests: all of them, by what the queue made of them", async () => {
    await messages.open("feat: first", ["feat: a"]);
    const second = await messages.open("fix: second", ["Not so good"]);
    const squashed = messages.commits(["feat: first (#1)", "fix: second (#2)"]);
    const { summary } = await messages.group(second.number, squashed.at(-1)!);
    expect(headline(summary)).toBe("1 of 4 commits breaks the rules: fail");
    expect(summary).toContain("title of \\#\u200b1");
  });

  test("a number that a commit only claims is none of the group's", async () => {
    await messages.open("Bad, but to another branch", ["Bad"]);
    await messages.scenario.github.openPullRequest({
      headOwner: "org",
      headRef: "x",
      headSha: messages.base,
      baseRef: "release/v1",
      baseSha: messages.base,
      title: "Bad",
    });
    const own = await messages.open("feat: own", ["feat: a"]);
    const head = messages.commits(["fix: as said elsewhere (#2)", "fix: nobody (#999)", "feat: own (#3)"]).at(-1)!;
    const { exitCode, summary } = await messages.group(own.number, head);
    expect(headline(summary)).toBe("The title and 4 commits follow the rules: pass");
    expect(exitCode).toBe(0);
  });

  test("a pull request that is not available leaves the commits, and a warning", async () => {
    const head = messages.commits(["Sneaked in"]).at(-1)!;
    const { exitCode, summary } = await messages.group(99, head);
    expect(exitCode).toBe(1);
    expect(summary).toContain("of the merge group is not available");
  });

  test("a base branch with slashes", async () => {
    const pull = await messages.open("feat: x", ["feat: a"]);
    expect((await messages.group(pull.number, pull.commits[0]!, "release/v1")).exitCode).toBe(0);
  });

  test("a ref that is none of a queue is one line", async () => {
    const trigger = { headRef: "refs/heads/x", headSha: messages.base, baseRef: "main", baseSha: messages.base };
    const { exitCode, annotations } = await messages.lint({ name: "merge_group", ...trigger });
    expect([exitCode, annotations.length]).toEqual([1, 1]);
    expect(annotations[0]?.message).toMatch(/^the merge group's ref is `refs\/heads\/x`/);
  });
});

describe("a push", () => {
  test("all its commits, also beyond the twenty of its payload", async () => {
    const commits = messages.commits(["Bad", ...Array.from({ length: 120 }, (_, at) => `feat: ${at}`)]);
    const { outputs, summary } = await messages.push("main", messages.base, commits.at(-1)!);
    expect([outputs.get("commits"), headline(summary)]).toEqual(["121", "1 of 121 commits breaks the rules: fail"]);
  });

  test("of a new branch what the default branch does not have", async () => {
    const [head] = messages.commits(["feat: a"]);
    const { summary } = await messages.push("change", NO_COMMIT, head!);
    expect(headline(summary)).toBe("1 commit follows the rules: pass");
  });

  test("that only makes a branch has nothing to check, and says so", async () => {
    const { exitCode, summary } = await messages.push("change", NO_COMMIT, messages.base);
    expect([exitCode, headline(summary)]).toEqual([
      0,
      "Nothing to check: the new branch has no commit of its own: pass",
    ]);
  });

  test("by force, from a commit that is gone", async () => {
    messages.scenario.github.refs.onlyRegistered = true;
    const [head] = messages.commits(["feat: a"]);
    const { exitCode, summary } = await messages.push("change", "d".repeat(40), head!);
    expect(exitCode).toBe(0);
    expect(summary).toContain("is not available; what `main` does not have was checked");
    const onMain = await messages.push("main", "d".repeat(40), head!);
    expect(onMain.annotations[0]?.message).toMatch(/^the commit before this push, dddddddddd, is not available/);
  });

  test("of nothing is broken", async () => {
    const { exitCode, summary } = await messages.push("main", messages.base, messages.base);
    expect([exitCode, headline(summary)]).toEqual([1, "Nothing was checked: there is no commit: broken"]);
  });
});

describe("other events", () => {
  test.each(["schedule", "workflow_dispatch"] as const)("%s is an error that names the others", async (name) => {
    const { exitCode, annotations } = await messages.lint({ name, branch: "main", sha: messages.base });
    expect([exitCode, annotations.length]).toEqual([1, 1]);
    expect(annotations[0]?.message).toBe(
      `a run by \`${name}\` has no commits to check; run on pull_request, pull_request_target, merge_group, push, or write in the input \`from\` which commit they start from`,
    );
  });

  test("with `from` they have some", async () => {
    const [head] = messages.commits(["Bad"]);
    const dispatch = { name: "workflow_dispatch", branch: "main", sha: head! } as const;
    const { summary } = await messages.lint(dispatch, { from: messages.base });
    expect(headline(summary)).toBe("1 commit breaks the rules: fail");
    const none = await messages.lint(dispatch, { from: "nowhere" });
    expect(none.annotations.map(({ message }) => message)).toEqual([
      "inputs `from` and `to`: there is no `nowhere` or no `" +
        `${head}\` here; write branches, tags or commits of this repository`,
    ]);
  });
});
