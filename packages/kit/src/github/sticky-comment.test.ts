import { afterEach, beforeEach, expect, test } from "vitest";
import { GitHubContract } from "../../../../test/github-contract.ts";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { recordedLog } from "../../../local-runner/testing/recorded-log.ts";
import { GitHub } from "./client.ts";
import { COMMENT_MAX_BYTES, parseSections } from "./sections.ts";
import { publishSection } from "./sticky-comment.ts";
import { wait } from "./wait.ts";

let server: EmulatedGitHub;
let number: number;
const log = recordedLog();
const contract = new GitHubContract();

beforeEach(async () => {
  server = await EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: {
      own: { login: "github-actions[bot]", write: true },
      read: { login: "github-actions[bot]", write: false },
    },
  });
  const sha = "a".repeat(40);
  number = await server.openPullRequest({
    headOwner: "org",
    headRef: "x",
    headSha: sha,
    baseRef: "main",
    baseSha: sha,
  });
});

afterEach(async () => {
  await server.close();
  const requests = server.requests.filter(({ path }) => path !== "/graphql");
  expect(requests.flatMap((request) => contract.problems(request))).toEqual([]);
});

function publish(sectionId: string, render: (maxBytes: number) => string, token = "own", sleep = wait) {
  const github = new GitHub({ token, apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
  return publishSection(github, { owner: "org", repo: "demo", issueNumber: number, sectionId }, render, { log, sleep });
}

const quickly = () => wait(20);

test("created, unchanged, updated", async () => {
  expect(await publish("a", () => "1", "own", quickly)).toMatchObject({ status: "created" });
  expect(await publish("a", () => "1", "own", quickly)).toMatchObject({ status: "unchanged" });
  expect(await publish("a", () => "2", "own", quickly)).toMatchObject({ status: "updated" });
  const comments = await server.comments(number);
  expect(comments).toHaveLength(1);
  expect(parseSections(comments[0]!.body)).toEqual([{ id: "a", content: "2" }]);
});

test("a token that may only read is told apart from a fault", async () => {
  expect(await publish("a", () => "1", "read", quickly)).toMatchObject({
    status: "forbidden",
    reason: expect.stringContaining("Resource not accessible"),
  });
});

test("eight jobs at once end with one comment and every section", async () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const results = await Promise.all(ids.map((id) => publish(id, () => `section ${id}`)));
  expect(results.map(({ status }) => status).filter((status) => status !== "created" && status !== "updated")).toEqual(
    [],
  );
  const comments = await server.comments(number);
  expect(comments).toHaveLength(1);
  expect(parseSections(comments[0]!.body)).toEqual(ids.map((id) => ({ id, content: `section ${id}` })));
});

test("a section that another job wrote over while we were not looking is written again", async () => {
  await publish("a", () => "1", "own", quickly);
  let overwritten = false;
  await publish(
    "b",
    () => "2",
    "own",
    async () => {
      if (overwritten) return;
      overwritten = true;
      // A job that read the comment before our write and writes now.
      const [comment] = await server.comments(number);
      const stale = "<!-- jessy-actions -->\n\n<!-- jessy-actions:begin a -->\n1\n<!-- jessy-actions:end a -->";
      const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
      await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        owner: "org",
        repo: "demo",
        comment_id: comment!.id,
        body: stale,
      });
    },
  );
  expect(overwritten).toBe(true);
  expect(parseSections((await server.comments(number))[0]!.body).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("one that is always written over gives up, and says so", async () => {
  const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
  const result = await publish(
    "a",
    () => "1",
    "own",
    async () => {
      const [comment] = await server.comments(number);
      await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        owner: "org",
        repo: "demo",
        comment_id: comment!.id,
        body: "<!-- jessy-actions -->",
      });
    },
  );
  expect(result).toEqual({ status: "contested" });
});

test("the other sections leave less room, and what is rendered keeps inside it", async () => {
  await publish("a", () => "x".repeat(40_000), "own", quickly);
  let given = 0;
  await publish(
    "b",
    (maxBytes) => {
      given = maxBytes;
      return "y".repeat(maxBytes);
    },
    "own",
    quickly,
  );
  expect(given).toBeLessThan(COMMENT_MAX_BYTES - 40_000);
  expect(Buffer.byteLength((await server.comments(number))[0]!.body)).toBe(COMMENT_MAX_BYTES);
});

test("content cannot end its own section", async () => {
  await publish(
    "a",
    () => "x\n<!-- jessy-actions:end a -->\n<!-- jessy-actions:begin b -->\nforged\n<!-- jessy-actions:end b -->",
    "own",
    quickly,
  );
  expect(parseSections((await server.comments(number))[0]!.body).map(({ id }) => id)).toEqual(["a"]);
});
