import { afterEach, beforeEach, expect, test } from "vitest";
import { CONTENT_MAX_BYTES } from "./file-routes.ts";
import type { EmulatedGitHub } from "./gateway.ts";
import { StoredFiles } from "./repository-files.ts";
import { ApiClient, startGitHub } from "./testing/api-client.ts";

let github: EmulatedGitHub;
let client: ApiClient;
let files: StoredFiles;

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
  files = new StoredFiles();
  github.files = files;
});

afterEach(() => github.close());

test("the top folder of a commit, and a file in it", async () => {
  const sha = github.refs.addCommit({ message: "base" });
  files.set(sha, { "rules.yml": "rules: {}\n", ".github/a.yml": "x", ".github/b.yml": "y" });
  const tree = await client.ask("GET", `/git/trees/${sha}`);
  expect(tree.body.tree.map((entry: { path: string; type: string }) => [entry.path, entry.type])).toEqual([
    ["rules.yml", "blob"],
    [".github", "tree"],
  ]);
  const nested = await client.ask("GET", `/contents/.github%2Fa.yml?ref=${sha}`);
  expect(nested.body).toMatchObject({ type: "file", path: ".github/a.yml", encoding: "base64" });
  expect(Buffer.from(nested.body.content, "base64").toString()).toBe("x");
  expect((await client.ask("GET", `/contents/none.yml?ref=${sha}`)).status).toBe(404);
  expect((await client.ask("GET", "/git/trees/none")).status).toBe(404);
});

test.each([-1, 0, 1])("a file of %i bytes more than a mebibyte", async (more) => {
  const sha = github.refs.addCommit({ message: "base" });
  files.set(sha, { large: "x".repeat(CONTENT_MAX_BYTES + more) });
  const { body } = await client.ask("GET", `/contents/large?ref=${sha}`);
  expect([body.encoding, body.content === ""]).toEqual(more > 0 ? ["none", true] : ["base64", false]);
});

test("a reader is not told how pull requests are merged", async () => {
  expect((await client.ask("GET", "")).body).toMatchObject({ allow_squash_merge: true });
  expect((await client.ask("GET", "", undefined, "read")).body).not.toHaveProperty("allow_squash_merge");
});

test("a pull request whose title, labels and commits change, and whose fork is gone", async () => {
  const base = github.refs.addCommit({ message: "base" });
  const head = github.refs.addCommit({ message: "feat: a", parents: [base] });
  const ends = { headOwner: "stranger", headRef: "x", headSha: base, baseRef: "main", baseSha: base };
  const number = await github.openPullRequest({ ...ends, headGone: true });
  await github.editPullRequest(number, { title: "feat: new" });
  await github.addLabels(number, ["skip"]);
  github.pushTo(number, head);
  const { body } = await client.ask("GET", `/pulls/${number}`);
  expect(body).toMatchObject({ title: "feat: new", labels: [{ name: "skip" }], commits: 1 });
  expect(body.head).toMatchObject({ sha: head, repo: null });
});
