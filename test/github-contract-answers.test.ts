import { afterAll, beforeAll, expect, test } from "vitest";
import type { EmulatedGitHub } from "../packages/local-runner/src/github/gateway.ts";
import { StoredFiles } from "../packages/local-runner/src/github/repository-files.ts";
import { ApiClient, startGitHub } from "../packages/local-runner/src/github/testing/api-client.ts";
import { packedSarif, sarifFile } from "../packages/local-runner/src/github/testing/sarif-file.ts";
import { GitHubContract } from "./github-contract.ts";

const contract = new GitHubContract();
let github: EmulatedGitHub;
let client: ApiClient;

beforeAll(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
});

afterAll(() => github.close());

/** Asks, and says what is wrong with the answer. */
async function problemsOf(method: string, path: string, body?: unknown, token?: string): Promise<string[]> {
  const answer = await client.ask(method, path, body, token);
  const pathname = new URL(`http://github/repos/org/demo${path}`).pathname;
  return contract.answerProblems({ method, path: pathname, status: answer.status, body: answer.body });
}

test("answers of the emulated GitHub are as GitHub describes its own", async () => {
  const base = github.refs.addCommit({ message: "base" });
  const head = github.refs.addCommit({ message: "feat: new", parents: [base], login: "alice" });
  github.refs.setBranch("main", head);
  const files = new StoredFiles();
  files.set(head, { ".github/rules.yml": "rules: {}" });
  github.files = files;
  const annotated = github.refs.setTag("v0", base, "annotated");
  const ends = { headOwner: "org", headRef: "change", headSha: head, baseRef: "main", baseSha: base };
  const number = await github.openPullRequest(ends);
  const release = await client.release({ tag_name: "v1", draft: true });
  const uploaded = await client.upload(release.upload_url, "a.txt", "content");
  const { pathname } = new URL(uploaded.body.url);
  const problems = [
    contract.answerProblems({ method: "POST", path: `/repos/org/demo/releases/${release.id}/assets`, ...uploaded }),
    contract.answerProblems({ method: "GET", path: pathname, status: 200, body: uploaded.body }),
    await problemsOf("POST", "/releases", { tag_name: "v2", draft: true }),
    await problemsOf("POST", "/releases", { tag_name: "v 2" }),
    await problemsOf("GET", "/releases?per_page=100"),
    await problemsOf("PATCH", `/releases/${release.id}`, { draft: false }),
    await problemsOf("GET", `/releases/${release.id}`),
    await problemsOf("GET", "/releases/latest"),
    await problemsOf("GET", "/releases/tags/v1"),
    await problemsOf("GET", "/releases/tags/none"),
    await problemsOf("POST", "/releases/generate-notes", { tag_name: "v3" }),
    await problemsOf("GET", `/releases/${release.id}/assets`),
    await problemsOf("PATCH", `/releases/assets/${uploaded.body.id}`, { label: "A" }),
    await problemsOf("DELETE", `/releases/assets/${uploaded.body.id}`),
    await problemsOf("POST", "/git/refs", { ref: "refs/tags/v3", sha: head }),
    await problemsOf("POST", "/git/refs", { ref: "refs/tags/v3", sha: head }),
    await problemsOf("GET", "/git/ref/tags/v0"),
    await problemsOf("GET", "/git/matching-refs/tags/v"),
    await problemsOf("PATCH", "/git/refs/tags/v3", { sha: base, force: true }),
    await problemsOf("DELETE", "/git/refs/tags/v3"),
    await problemsOf("GET", `/git/tags/${annotated}`),
    await problemsOf("GET", "/immutable-releases", undefined, "admin"),
    await problemsOf("GET", `/pulls/${number}/commits`),
    await problemsOf("GET", `/pulls/${number}`),
    await problemsOf("GET", ""),
    await problemsOf("GET", `/commits/${head}`),
    await problemsOf("GET", `/compare/${base}...${head}`),
    await problemsOf("GET", `/git/trees/${head}`),
    await problemsOf("GET", `/contents/.github%2Frules.yml?ref=${head}`),
    await problemsOf("DELETE", `/releases/${release.id}`),
  ];
  const analysis = { commit_sha: head, ref: "refs/heads/main", sarif: packedSarif(sarifFile()).toString("base64") };
  const broken = { ...analysis, sarif: packedSarif({}).toString("base64") };
  for (const sarif of [analysis, broken]) {
    const { body } = await client.ask("POST", "/code-scanning/sarifs", sarif);
    // Pending, then done.
    for (let look = 1; look <= 2; look++) problems.push(await problemsOf("GET", `/code-scanning/sarifs/${body.id}`));
  }
  problems.push(
    await problemsOf("POST", "/code-scanning/sarifs", analysis),
    await problemsOf("POST", "/code-scanning/sarifs", { ...analysis, sarif: "?" }),
    await problemsOf("POST", "/code-scanning/sarifs", analysis, "read"),
    await problemsOf("GET", "/code-scanning/sarifs/none"),
  );
  for (const lag of [0, 600_000]) {
    github.listsLag(lag);
    const comment = await client.ask("POST", `/issues/${number}/comments`, { body: "x" });
    problems.push(
      await problemsOf("POST", `/issues/${number}/comments`, { body: "y" }),
      await problemsOf("GET", `/issues/${number}/comments?per_page=1`),
      await problemsOf("GET", `/issues/comments/${comment.body.id}`),
      await problemsOf("PATCH", `/issues/comments/${comment.body.id}`, { body: "z" }),
      await problemsOf("DELETE", `/issues/comments/${comment.body.id}`),
    );
  }
  github.releases.immutable = true;
  problems.push(await problemsOf("GET", "/immutable-releases", undefined, "admin"));
  expect(problems.flat()).toEqual([]);
});

test("so are those about a run and its jobs", async () => {
  const steps = [{ name: "switch", conclusion: "failure" }];
  const annotations = [{ level: "failure", message: "no disk" }];
  const job = { id: 8, name: "deploy", conclusion: "failure", completedAt: "2026-11-28T10:01:00Z", steps, annotations };
  github.workflowRuns.add({
    id: 7,
    number: 3,
    workflow: "ci.yml",
    branch: "main",
    event: "push",
    headSha: "a".repeat(40),
    conclusion: null,
    createdAt: "2026-11-28T10:00:00Z",
    // Of a job that still runs, the conclusion is null: nullable, and yet not among the words that the description allows.
    jobs: [job],
    earlier: ["failure"],
  });
  expect(await problemsOf("GET", "/actions/runs/7")).toEqual([]);
  for (const attempt of [1, 2]) expect(await problemsOf("GET", `/actions/runs/7/attempts/${attempt}`)).toEqual([]);
  expect(await problemsOf("GET", "/actions/workflows/ci.yml/runs?branch=main")).toEqual([]);
  expect(await problemsOf("GET", "/actions/runs/7/attempts/1/jobs?per_page=100&page=1")).toEqual([]);
  expect(await problemsOf("GET", "/check-runs/8/annotations")).toEqual([]);
});
