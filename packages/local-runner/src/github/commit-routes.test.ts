import { afterEach, beforeEach, expect, test } from "vitest";
import type { EmulatedGitHub } from "./gateway.ts";
import { ApiClient, startGitHub } from "./testing/api-client.ts";

let github: EmulatedGitHub;
let client: ApiClient;

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
});

afterEach(() => github.close());

/** A line of commits on `base`, oldest first. */
function line(base: string, count: number): string[] {
  const shas: string[] = [];
  for (let n = 1; n <= count; n++)
    shas.push(github.refs.addCommit({ message: `feat: ${n}`, parents: [shas.at(-1) ?? base], login: "alice" }));
  return shas;
}

const open = (baseSha: string, headSha: string) =>
  github.openPullRequest({
    headOwner: "stranger",
    headRef: "change",
    headSha,
    baseRef: "main",
    baseSha,
    title: "fix: x",
  });

const messages = (commits: { commit: { message: string } }[]) => commits.map(({ commit }) => commit.message);

test("a pull request has its title, its ends, and the number of its commits", async () => {
  const base = github.refs.addCommit({ message: "base" });
  const head = line(base, 3).at(-1)!;
  const number = await open(base, head);
  expect((await client.ask("GET", `/pulls/${number}`)).body).toMatchObject({
    title: "fix: x",
    user: { login: "stranger" },
    head: { ref: "change", sha: head, repo: { full_name: "stranger/demo" } },
    base: { ref: "main", sha: base },
    commits: 3,
  });
});

test.each([
  [249, 249],
  [250, 250],
  [251, 250],
])("of a pull request with %d commits the first %d are listed, in pages", async (count, listed) => {
  const base = github.refs.addCommit({ message: "base" });
  const number = await open(base, line(base, count).at(-1)!);
  const all: string[] = [];
  for (let page = 1; page <= 4; page++) {
    const { body, headers } = await client.ask("GET", `/pulls/${number}/commits?per_page=100&page=${page}`);
    expect(headers.get("link")?.includes('rel="next"') ?? false).toBe(page < 3);
    all.push(...messages(body));
  }
  expect(all).toEqual(Array.from({ length: listed }, (_, at) => `feat: ${at + 1}`));
});

test("a comparison gives the newest 250, or all in pages", async () => {
  const base = github.refs.addCommit({ message: "base" });
  github.refs.setTag("v1", base);
  github.refs.setBranch("main", line(base, 260).at(-1)!);
  const whole = await client.ask("GET", "/compare/v1...main");
  expect(whole.body).toMatchObject({ status: "ahead", ahead_by: 260, behind_by: 0, total_commits: 260 });
  expect([whole.body.commits.length, messages(whole.body.commits).at(-1)]).toEqual([250, "feat: 260"]);
  const third = await client.ask("GET", "/compare/v1...main?per_page=100&page=3");
  expect(messages(third.body.commits)).toHaveLength(60);
  expect((await client.ask("GET", "/compare/v1...none")).status).toBe(404);
});

test("branches that went apart", async () => {
  const base = github.refs.addCommit({ message: "base" });
  const ours = github.refs.addCommit({ message: "ours", parents: [base] });
  const theirs = github.refs.addCommit({ message: "theirs", parents: [base] });
  const { body } = await client.ask("GET", `/compare/${ours}...${theirs}`);
  expect([body.status, body.merge_base_commit.sha, messages(body.commits)]).toEqual(["diverged", base, ["theirs"]]);
});

test("commits that share no history are not compared", async () => {
  const [ours, theirs] = ["ours", "theirs"].map((message) => github.refs.addCommit({ message }));
  expect(await client.ask("GET", `/compare/${ours}...${theirs}`)).toMatchObject({
    status: 404,
    body: { message: `No common ancestor between ${ours} and ${theirs}.` },
  });
  expect((await client.ask("GET", `/compare/${ours}...${ours}`)).body.status).toBe("identical");
});

test("one commit, by its hash, branch or tag", async () => {
  const sha = github.refs.addCommit({ message: "one" });
  github.refs.setTag("v1", sha, "annotated");
  expect((await client.ask("GET", `/commits/${sha}`)).body.commit.message).toBe("one");
  expect((await client.ask("GET", "/commits/v1")).body.sha).toBe(sha);
  expect(await client.ask("GET", "/commits/none")).toMatchObject({ status: 422 });
});

test("how pull requests are merged is told to those who may push", async () => {
  github.repositorySettings.squash_merge_commit_title = "PR_TITLE";
  expect((await client.ask("GET", "")).body.squash_merge_commit_title).toBe("PR_TITLE");
  expect((await client.ask("GET", "", undefined, "read")).body.squash_merge_commit_title).toBeUndefined();
});
