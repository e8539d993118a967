import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GitHubContract } from "../../../../test/github-contract.ts";
import type { Fault } from "../../../local-runner/src/github/fault.ts";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { recordedLog } from "../../../local-runner/testing/recorded-log.ts";
import { wait } from "../http/wait.ts";
import { GitHub } from "./client.ts";
import { COMMENT_MAX_BYTES, parseSections, renderSections, type Section } from "./sections.ts";
import { LIST_WAITS, publishSection } from "./sticky-comment.ts";

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
      lookalike: { login: "github-actions", write: true },
      alice: { login: "alice", write: true },
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

function publish(
  sectionId: string,
  render: (maxBytes: number) => string,
  token = "own",
  sleep: (milliseconds: number) => Promise<void> = wait,
) {
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
      await writeOver([{ id: "a", content: "1" }]);
    },
  );
  expect(overwritten).toBe(true);
  expect(parseSections((await server.comments(number))[0]!.body).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a job that ends while another one waits to write again keeps its section", async () => {
  await publish("a", () => "1", "own", quickly);
  let waits = 0;
  await publish(
    "b",
    () => "2",
    "own",
    async () => {
      waits++;
      if (waits === 1) await writeOver([{ id: "a", content: "1" }]);
      if (waits === 2) await publish("c", () => "3", "own", quickly);
    },
  );
  expect(waits).toBe(2);
  expect(parseSections((await server.comments(number))[0]!.body).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

/** A job that read the comment before our write, and writes now. */
async function writeOver(sections: readonly Section[]): Promise<void> {
  const [comment] = await server.comments(number);
  const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
  await github.send("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    owner: "org",
    repo: "demo",
    comment_id: comment!.id,
    body: renderSections(sections),
  });
}

test("the others get as long to settle as the own write took", async () => {
  server.fault({ method: "PATCH", path: /\/comments\/\d+$/, kind: { delay: 600 } });
  await publish("a", () => "1", "own", quickly);
  const waits: number[] = [];
  await publish(
    "b",
    () => "2",
    "own",
    async (milliseconds) => {
      waits.push(milliseconds);
    },
  );
  expect(waits[0]).toBeGreaterThanOrEqual(4 * 600);
});

test("one that is always written over gives up, and says so", async () => {
  const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
  const result = await publish(
    "a",
    () => "1",
    "own",
    async () => {
      const [comment] = await server.comments(number);
      await github.send("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
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

/** Comments that jobs asked GitHub to make. */
const creations = () => server.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/comments"));

describe("lists that lag", () => {
  test("eight jobs at once, 1.5 s behind: one comment and every section", async () => {
    server.listsLag(1500);
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const results = await Promise.all(ids.map((id) => publish(id, () => `section ${id}`)));
    expect(results.map(({ status }) => status)).not.toContain("contested");
    const comments = await server.comments(number);
    expect(comments).toHaveLength(1);
    expect(parseSections(comments[0]!.body)).toEqual(ids.map((id) => ({ id, content: `section ${id}` })));
    // Each job made one at most.
    expect(creations().length).toBeLessThanOrEqual(ids.length);
  }, 60_000);

  test("jobs that begin while the list still lags", async () => {
    server.listsLag(400);
    const ids = ["a", "b", "c", "d"];
    await Promise.all(ids.map((id, at) => wait(150 * at).then(() => publish(id, () => `section ${id}`))));
    const comments = await server.comments(number);
    expect(comments).toHaveLength(1);
    expect(parseSections(comments[0]!.body)).toEqual(ids.map((id) => ({ id, content: `section ${id}` })));
  }, 60_000);

  test("a list that never shows it: nothing is made twice after a 201", async () => {
    server.listsLag(600_000);
    expect(await publish("a", () => "1", "own", quickly)).toMatchObject({ status: "created" });
    expect(creations()).toHaveLength(1);
  });

  test("old texts in the list never take the place of what stands", async () => {
    await publish("a", () => "1", "own", quickly);
    server.listsLag(600_000);
    await publish("b", () => "2", "own", quickly);
    await publish("c", () => "3", "own", quickly);
    const comments = await server.comments(number);
    expect(comments).toHaveLength(1);
    expect(parseSections(comments[0]!.body).map(({ content }) => content)).toEqual(["1", "2", "3"]);
  });

  test("a comment that is gone and that the list still shows is made again", async () => {
    await publish("a", () => "1", "own", quickly);
    const [comment] = await server.comments(number);
    server.listsLag(600_000);
    const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
    await github.send("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      owner: "org",
      repo: "demo",
      comment_id: comment!.id,
    });
    expect(await publish("a", () => "2", "own", quickly)).toMatchObject({ status: "created" });
    expect((await server.comments(number)).map(({ body }) => parseSections(body))).toEqual([
      [{ id: "a", content: "2" }],
    ]);
  });

  test.each<[string, Fault["kind"]]>([
    ["the connection ends", "drop-after"],
    ["it is 502", { status: 502, message: "Bad gateway", stored: true }],
    ["it is HTML", { text: "<html>", stored: true }],
    ["it is null", { text: "null", status: 201, stored: true }],
    ["it has no number", { text: "{}", status: 201, stored: true }],
  ])(
    "an answer to the creation that is lost since %s: the comment is looked for, and not made twice",
    async (_, kind) => {
      server.listsLag(300);
      server.fault({ method: "POST", path: /\/comments$/, kind });
      expect(await publish("a", () => "1")).toMatchObject({ status: "created" });
      expect(await server.comments(number)).toHaveLength(1);
      expect(creations()).toHaveLength(1);
    },
  );

  test("a creation that never arrived is sent again, after a long look", async () => {
    server.fault({ method: "POST", path: /\/comments$/, kind: "drop" });
    expect(await publish("a", () => "1", "own", quickly)).toMatchObject({ status: "created" });
    expect(await server.comments(number)).toHaveLength(1);
    expect(
      server.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/comments")).length,
    ).toBeGreaterThan(LIST_WAITS.length);
  });
});

describe("other people's comments with our mark", () => {
  const forged = "<!-- jessy-actions -->\n\n<!-- jessy-actions:begin a -->\nforged\n<!-- jessy-actions:end a -->";

  async function post(token: string): Promise<void> {
    const github = new GitHub({ token, apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
    await github.send("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      owner: "org",
      repo: "demo",
      issue_number: number,
      body: forged,
    });
  }

  test.each(["lookalike", "alice"])("%s's is left alone", async (token) => {
    await post(token);
    await publish("a", () => "1", "own", quickly);
    expect((await server.comments(number)).map(({ body }) => body.includes("forged"))).toEqual([true, false]);
  });

  test("also when GitHub does not say whose token it is", async () => {
    await post("lookalike");
    server.fault({ path: /graphql/, kind: { status: 403, message: "Forbidden" }, times: 9 });
    await publish("a", () => "1", "own", quickly);
    await publish("a", () => "2", "own", quickly);
    expect((await server.comments(number)).map(({ body }) => parseSections(body)[0]?.content)).toEqual(["forged", "2"]);
  });

  test("a person whose name GitHub does not tell learns it from the answer, and keeps one comment", async () => {
    server.fault({ path: /graphql/, kind: { status: 403, message: "Forbidden" }, times: 9 });
    await publish("a", () => "1", "alice", quickly);
    await publish("a", () => "2", "alice", quickly);
    expect((await server.comments(number)).map(({ body }) => parseSections(body)[0]?.content)).toEqual(["2"]);
  });
});
