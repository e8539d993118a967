import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "./fault.ts";
import { EmulatedGitHub } from "./gateway.ts";

let github: EmulatedGitHub;
let number: number;
const sha = "a".repeat(40);

beforeEach(async () => {
  github = await EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: {
      own: { login: "github-actions[bot]", write: true },
      read: { login: "github-actions[bot]", write: false },
    },
  });
  number = await github.openPullRequest({
    headOwner: "stranger",
    headRef: "change",
    headSha: sha,
    baseRef: "main",
    baseSha: sha,
  });
});

afterEach(() => github.close());

async function ask(method: string, path: string, body?: unknown, token: string | undefined = "own") {
  const response = await fetch(github.url + path, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const comments = () => `/repos/org/demo/issues/${number}/comments`;

test("comments are made, listed in pages, changed and deleted", async () => {
  const made = await ask("POST", comments(), { body: "one" });
  expect([made.status, made.body.user.login]).toEqual([201, "github-actions[bot]"]);
  await ask("POST", comments(), { body: "two" });
  const page = await ask("GET", `${comments()}?per_page=1`);
  expect(page.body).toHaveLength(1);
  expect(page.headers.get("link")).toContain(`<${github.url}`);
  await ask("PATCH", `/repos/org/demo/issues/comments/${made.body.id}`, { body: "three" });
  expect((await github.comments(number)).map(({ body }) => body)).toEqual(["three", "two"]);
  expect((await ask("DELETE", `/repos/org/demo/issues/comments/${made.body.id}`)).status).toBe(204);
});

describe("who may do what", () => {
  test("nobody without a token, and nobody with an unknown one", async () => {
    expect((await ask("GET", comments(), undefined, "")).status).toBe(401);
    expect((await ask("GET", comments(), undefined, "other")).body).toMatchObject({ message: "Bad credentials" });
  });

  test("a read-only token reads, and is told what it lacks", async () => {
    expect((await ask("GET", comments(), undefined, "read")).status).toBe(200);
    const refused = await ask("POST", comments(), { body: "x" }, "read");
    expect([refused.status, refused.body.message]).toEqual([403, "Resource not accessible by integration"]);
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("issues=write; pull_requests=write");
  });
});

describe("GitHub's limits", () => {
  test.each([
    [65_535, 201],
    [65_536, 201],
    [65_537, 422],
    [0, 422],
  ])("a comment of %d characters: %d", async (length, status) => {
    expect((await ask("POST", comments(), { body: "☃".repeat(length) })).status).toBe(status);
  });

  test("an update has the same limit", async () => {
    const { body } = await ask("POST", comments(), { body: "x" });
    const refused = await ask("PATCH", `/repos/org/demo/issues/comments/${body.id}`, { body: "x".repeat(65_537) });
    expect(refused.body.errors[0].message).toBe("Body is too long (maximum is 65536 characters)");
  });

  test.each([
    [50, true],
    [51, false],
  ])("a check run with %d annotations is taken: %s", async (count, taken) => {
    const annotations = Array.from({ length: count }, () => ({
      path: "a",
      start_line: 1,
      end_line: 1,
      annotation_level: "warning",
      message: "x",
    }));
    const { status } = await ask("POST", "/repos/org/demo/check-runs", {
      name: "x",
      head_sha: sha,
      output: { title: "t", summary: "s", annotations },
    });
    expect(status !== 422).toBe(taken);
  });
});

test("pull requests are found by the head that they were seeded with", async () => {
  const { body } = await ask("GET", "/repos/org/demo/pulls?state=open&head=stranger:change");
  expect(body).toMatchObject([{ number, state: "open", head: { sha } }]);
  expect((await ask("GET", "/repos/org/demo/pulls?head=org:change")).body).toEqual([]);
});

test("GraphQL knows the viewer and nothing else", async () => {
  expect((await ask("POST", "/graphql", { query: "query { viewer { login } }" })).body).toEqual({
    data: { viewer: { login: "github-actions[bot]" } },
  });
  expect((await ask("POST", "/graphql", { query: "query { x }" })).body.errors).toHaveLength(1);
});

describe("faults", () => {
  test("answer in GitHub's place, as often as asked for, only where they fit", async () => {
    github.fault({
      path: /comments/,
      method: "POST",
      times: 2,
      kind: { status: 502, message: "Bad gateway", headers: { "retry-after": "1" } },
    });
    expect((await ask("GET", comments())).status).toBe(200);
    const first = await ask("POST", comments(), { body: "x" });
    expect([first.status, first.headers.get("retry-after")]).toEqual([502, "1"]);
    expect((await ask("POST", comments(), { body: "x" })).status).toBe(502);
    expect((await ask("POST", comments(), { body: "x" })).status).toBe(201);
  });

  test("a connection that drops before or after GitHub has stored", async () => {
    github.fault({ path: /comments/, kind: "drop" });
    await expect(ask("POST", comments(), { body: "before" })).rejects.toThrow("fetch failed");
    github.fault({ path: /comments/, kind: "drop-after" });
    await expect(ask("POST", comments(), { body: "after" })).rejects.toThrow("fetch failed");
    expect((await github.comments(number)).map(({ body }) => body)).toEqual(["after"]);
  });

  test("spare the first requests, let somebody else act before the answer, and are taken back", async () => {
    const seen: number[] = [];
    github.fault({
      path: /comments/,
      method: "POST",
      after: 1,
      kind: { status: 502, message: "x", stored: true },
      times: 2,
      meanwhile: () => void seen.push(github.requests.length),
    });
    const statuses = [];
    for (let at = 0; at < 2; at++) statuses.push((await ask("POST", comments(), { body: "x" })).status);
    github.endFaults();
    statuses.push((await ask("POST", comments(), { body: "x" })).status);
    expect(statuses).toEqual([201, 502, 201]);
    expect(seen).toHaveLength(1);
  });

  test("an answer that is no JSON", async () => {
    github.fault({ path: /comments/, kind: "malformed" });
    await expect(ask("GET", comments())).rejects.toThrow(SyntaxError);
  });
});

describe("connections", () => {
  test("to the emulator end with their answer: an idle one would be reset under a later request", async () => {
    await github.comments(number);
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain("TCPSocketWrap"), {
      timeout: 30_000,
    });
  });

  test("of clients are never ended for being idle: the answer promises no time after which they are", async () => {
    const { headers } = await ask("GET", comments());
    expect([headers.get("connection"), headers.get("keep-alive")]).toEqual(["keep-alive", null]);
  });
});

test("requests are recorded without their token", async () => {
  await ask("GET", `${comments()}?per_page=5`);
  expect(github.requests.at(-1)).toEqual({
    method: "GET",
    path: comments(),
    query: "?per_page=5",
    body: undefined,
    status: 200,
  });
  expect(JSON.stringify(github.requests)).not.toContain("own");
});

describe("lists that lag", () => {
  test("comments: the list is old, each comment is as it is", async () => {
    const first = (await ask("POST", comments(), { body: "one" })).body;
    github.listsLag(600_000);
    const second = (await ask("POST", comments(), { body: "two" })).body;
    await ask("PATCH", `/repos/org/demo/issues/comments/${first.id}`, { body: "changed" });
    expect((await ask("GET", comments())).body.map(({ body }: { body: string }) => body)).toEqual(["one"]);
    expect((await ask("GET", `/repos/org/demo/issues/comments/${first.id}`)).body.body).toBe("changed");
    expect((await ask("GET", `/repos/org/demo/issues/comments/${second.id}`)).body.body).toBe("two");
    await ask("DELETE", `/repos/org/demo/issues/comments/${first.id}`);
    expect((await ask("GET", comments())).body).toHaveLength(1);
    expect((await ask("GET", `/repos/org/demo/issues/comments/${first.id}`)).status).toBe(404);
  });

  test("refs and releases, too", async () => {
    github.listsLag(600_000);
    await ask("POST", "/repos/org/demo/git/refs", { ref: "refs/tags/v1", sha });
    await ask("POST", "/repos/org/demo/releases", { tag_name: "v1", draft: true });
    expect((await ask("GET", "/repos/org/demo/git/matching-refs/tags/v")).body).toEqual([]);
    expect((await ask("GET", "/repos/org/demo/git/ref/tags/v1")).body.object.sha).toBe(sha);
    expect((await ask("GET", "/repos/org/demo/releases")).body).toEqual([]);
  });
});

test("authors have GitHub's own kinds and numbers, as GraphQL has them", async () => {
  const { user } = (await ask("POST", comments(), { body: "x" })).body;
  expect(user).toMatchObject({ login: "github-actions[bot]", id: 41_898_282, type: "Bot" });
  const { viewer } = (await ask("POST", "/graphql", { query: "query { viewer { login databaseId } }" })).body.data;
  expect(viewer).toEqual({ login: user.login, databaseId: user.id });
});

test("an answer can be any text, with or without what was asked for", async () => {
  const send = async (kind: Fault["kind"]) => {
    github.fault({ path: /comments/, kind });
    const response = await fetch(github.url + comments(), {
      method: "POST",
      headers: { authorization: "Bearer own" },
      body: '{"body":"x"}',
    });
    return [response.status, response.headers.get("x-y"), await response.text()];
  };
  expect(await send({ text: "null" })).toEqual([200, null, "null"]);
  expect(await github.comments(number)).toEqual([]);
  expect(await send({ text: "<p>", status: 201, headers: { "x-y": "z" }, stored: true })).toEqual([201, "z", "<p>"]);
  expect(await github.comments(number)).toHaveLength(1);
});

test("an answer can come without end, and faults can be ended", async () => {
  github.fault({ path: /comments/, kind: { dribble: 1 }, times: 9 });
  const response = await fetch(github.url + comments(), { headers: { authorization: "Bearer own" } });
  const reader = response.body!.getReader();
  for (let read = 0; read < 3; read++) expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  github.endFaults();
  expect((await ask("GET", comments())).body).toEqual([]);
});
