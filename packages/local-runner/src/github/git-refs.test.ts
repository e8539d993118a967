import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedGitHub } from "./gateway.ts";
import { isWellFormed } from "./git-refs.ts";
import { ApiClient, startGitHub } from "./testing/api-client.ts";

let github: EmulatedGitHub;
let client: ApiClient;
let first: string;
let second: string;

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
  first = github.refs.addCommit({ message: "one" });
  second = github.refs.addCommit({ message: "two", parents: [first] });
  github.refs.setBranch("main", second);
});

afterEach(() => github.close());

test("a tag is made, read, moved and deleted", async () => {
  const made = await client.ask("POST", "/git/refs", { ref: "refs/tags/v1", sha: first });
  expect([made.status, made.body.ref, made.body.object.sha]).toEqual([201, "refs/tags/v1", first]);
  await client.ask("PATCH", "/git/refs/tags/v1", { sha: second });
  expect((await client.ask("GET", "/git/ref/tags/v1")).body.object).toMatchObject({ type: "commit", sha: second });
  expect((await client.ask("DELETE", "/git/refs/tags/v1")).status).toBe(204);
  expect((await client.ask("GET", "/git/ref/tags/v1")).status).toBe(404);
  expect(github.refs.tags).toEqual({});
});

describe("GitHub's refusals", () => {
  beforeEach(() => github.refs.setTag("v1", second));

  test.each([
    ["POST", "/git/refs", { ref: "refs/tags/v1", sha: "2".repeat(40) }, "Reference already exists"],
    ["POST", "/git/refs", { ref: "v2", sha: "2".repeat(40) }, "v2 is not a valid ref name."],
    [
      "POST",
      "/git/refs",
      { ref: "refs/tags/v2", sha: "2" },
      "Invalid request.\n\nThe sha parameter must be exactly 40 characters and contain only [0-9a-f].",
    ],
    ["PATCH", "/git/refs/tags/v2", { sha: "2".repeat(40) }, "Reference does not exist"],
    ["PATCH", "/git/refs/tags/v1", { sha: "2".repeat(40) }, "Update is not a fast forward"],
    ["DELETE", "/git/refs/tags/v2", undefined, "Reference does not exist"],
  ])("%s %s %j: %s", async (method, path, body, message) => {
    expect(await client.ask(method, path, body)).toMatchObject({ status: 422, body: { message } });
    expect(github.refs.tags).toEqual({ v1: second });
  });

  test("of a commit that nobody has pushed, when only known ones are", async () => {
    github.refs.onlyRegistered = true;
    const asked = { ref: "refs/tags/v2", sha: "2".repeat(40) };
    expect((await client.ask("POST", "/git/refs", asked)).body.message).toBe("Object does not exist");
  });

  test("of a token that only reads", async () => {
    const refused = await client.ask("POST", "/git/refs", { ref: "refs/tags/v2", sha: first }, "read");
    expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("contents=write");
  });
});

test("backwards only by force", async () => {
  github.refs.setTag("v1", second);
  expect((await client.ask("PATCH", "/git/refs/tags/v1", { sha: first, force: true })).status).toBe(200);
  expect(github.refs.tags).toEqual({ v1: first });
});

test("an annotated tag is an object that leads to its commit", async () => {
  const object = github.refs.setTag("v1", first, "the first");
  const ref = await client.ask("GET", "/git/ref/tags/v1");
  expect(ref.body.object).toMatchObject({ type: "tag", sha: object });
  const tag = await client.ask("GET", `/git/tags/${object}`);
  expect(tag.body).toMatchObject({ tag: "v1", message: "the first", object: { type: "commit", sha: first } });
  expect(github.refs.tags).toEqual({ v1: first });
  const made = await client.ask("POST", "/git/tags", { tag: "v2", message: "m", object: second, type: "commit" });
  await client.ask("POST", "/git/refs", { ref: "refs/tags/v2", sha: made.body.sha });
  expect(github.refs.tags).toEqual({ v1: first, v2: second });
});

test("a tag of a tag, of a tree, of a file", async () => {
  const inner = github.refs.addTagObject("inner", first, "1").sha;
  const outer = github.refs.setTag("v1", inner, "2");
  expect((await client.ask("GET", `/git/tags/${outer}`)).body.object).toMatchObject({ type: "tag", sha: inner });
  expect(github.refs.tags).toEqual({ v1: first });
  for (const type of ["tree", "blob"] as const) {
    const sha = github.refs.addObject(type);
    github.refs.setTag(type, sha);
    expect((await client.ask("GET", `/git/ref/tags/${type}`)).body.object).toMatchObject({ type, sha });
    const tag = github.refs.setTag(`annotated-${type}`, sha, "x");
    expect((await client.ask("GET", `/git/tags/${tag}`)).body.object).toMatchObject({ type, sha });
  }
});

test("a ref that was just written may be read late", async () => {
  github.refs.reads.lag = 2;
  await client.ask("POST", "/git/refs", { ref: "refs/tags/v1", sha: first });
  const statuses = [];
  for (let at = 0; at < 3; at++) statuses.push((await client.ask("GET", "/git/ref/tags/v1")).status);
  expect(statuses).toEqual([404, 404, 200]);
});

test("refs of another repository are there to be read", async () => {
  const { GitRefs } = await import("./git-refs.ts");
  const refs = new GitRefs("main");
  refs.setTag("v9", refs.addCommit({ message: "nine" }));
  github.others.set("org/other", refs);
  const ask = (method: string, path: string) =>
    fetch(`${github.url}/repos/${path}`, { method, headers: { authorization: "Bearer own" } });
  expect((await ask("GET", "org/other/git/ref/tags%2Fv9")).status).toBe(200);
  expect((await ask("GET", "org/other/git/ref/tags%2Fv8")).status).toBe(404);
  expect((await ask("GET", "org/unknown/git/ref/tags%2Fv9")).status).toBe(404);
  expect((await ask("DELETE", "org/other/git/refs/tags%2Fv9")).status).toBe(404);
});

test("refs whose names begin so", async () => {
  for (const tag of ["v1", "v1.2", "v2"]) github.refs.setTag(tag, first);
  const names = (await client.ask("GET", "/git/matching-refs/tags/v1")).body.map(({ ref }: { ref: string }) => ref);
  expect(names).toEqual(["refs/tags/v1", "refs/tags/v1.2"]);
  expect((await client.ask("GET", "/git/matching-refs/tags/x")).body).toEqual([]);
});

test.each([
  ["v1.2.3", true],
  ["x/pkg/v1.2.3", true],
  ["v1.2.3+b1", true],
  ["", false],
  ["v 1", false],
  ["v1..2", false],
  ["v1.lock", false],
  [".v1", false],
  ["v1.", false],
  ["v1~1", false],
  ["a//b", false],
])("the name %j: %s", (name, wellFormed) => {
  expect(isWellFormed(name)).toBe(wellFormed);
});
