import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GitHub } from "./client.ts";

type Answer = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly drop?: boolean;
};

let server: Server;
let url: string;
let answers: Answer[];
let seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[];
let waits: number[];
let lines: string[];

beforeEach(async () => {
  answers = [];
  seen = [];
  waits = [];
  lines = [];
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    const { status = 200, headers = {}, body: answer = {}, drop = false } = answers.shift() ?? {};
    if (drop) request.socket.destroy();
    else response.writeHead(status, headers).end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function client(apiUrl = `${url}/api/v3`): GitHub {
  const log = { info: (line: string) => lines.push(line) } as never;
  return new GitHub({
    token: "ghs_secret",
    apiUrl,
    graphqlUrl: `${url}/api/graphql`,
    log,
    random: () => 0,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
}

const COMMENTS = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const target = { owner: "org", repo: "demo", issue_number: 7 };

test("a path filled and escaped, the rest in the query; also on GitHub Enterprise Server", async () => {
  await client().request(COMMENTS, { owner: "o/../x", repo: "a?b#c", issue_number: 7, per_page: 5, page: undefined });
  expect(seen[0]).toMatchObject({
    method: "GET",
    url: "/api/v3/repos/o%2F..%2Fx/a%3Fb%23c/issues/7/comments?per_page=5",
    body: "",
  });
  expect(seen[0]?.headers).toMatchObject({
    authorization: "Bearer ghs_secret",
    "x-github-api-version": "2022-11-28",
    "user-agent": "jessy-actions",
  });
});

test("the rest of a POST goes into its body", async () => {
  answers = [{ status: 201, body: { id: 3 } }];
  expect(
    await client().request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...target, body: "x" }),
  ).toEqual({ id: 3 });
  expect(seen[0]?.body).toBe('{"body":"x"}');
});

test("a parameter that is missing is a fault of ours", async () => {
  await expect(client().request(COMMENTS, { owner: "a", repo: "b" })).rejects.toThrow(
    "needs the parameter issue_number",
  );
});

test.each<[string, Answer[], number[]]>([
  ["502 twice", [{ status: 502, body: "<html>" }, { status: 502 }, {}], [500, 1000]],
  ["429 with Retry-After", [{ status: 429, headers: { "retry-after": "3" } }, {}], [3000]],
  [
    "a secondary limit",
    [{ status: 403, body: { message: "You have exceeded a secondary rate limit." } }, {}],
    [60_000],
  ],
  ["a dropped connection", [{ drop: true }, {}], [500]],
  ["an answer that is no JSON", [{ body: "<html>Unicorn!</html>" }, {}], [500]],
])("%s is waited out, and said", async (_, given, expected) => {
  answers = given;
  expect(await client().request(COMMENTS, target)).toEqual({});
  expect(waits).toEqual(expected);
  expect(lines).toHaveLength(expected.length);
  expect(lines[0]).toMatch(/^GitHub: GET .*; again in [\d.]+ s$/);
});

test("a POST whose answer was lost is left to its caller", async () => {
  answers = [{ drop: true }];
  await expect(client().request("POST /x", { a: 1 })).rejects.toMatchObject({ status: 0 });
  expect(seen).toHaveLength(1);
});

test("after five attempts it ends with what GitHub said", async () => {
  answers = Array.from({ length: 6 }, () => ({
    status: 500,
    body: { message: "Server Error" },
    headers: { "x-github-request-id": "ABC1" },
  }));
  await expect(client().request(COMMENTS, target)).rejects.toThrow(
    `${COMMENTS}: status 500: Server Error (request ABC1)`,
  );
  expect(seen).toHaveLength(5);
});

test("a missing permission is said in the words of a workflow", async () => {
  answers = [
    {
      status: 403,
      body: { message: "Resource not accessible by integration" },
      headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
    },
  ];
  await expect(client().request(COMMENTS, target)).rejects.toThrow(
    "Resource not accessible by integration; the job needs `permissions:` issues: write; pull-requests: write",
  );
});

test("details of a refusal are shown, the token never", async () => {
  answers = [{ status: 422, body: { message: "Validation Failed", errors: [{ code: "too_long", field: "body" }] } }];
  const error = await client()
    .request<Error>(COMMENTS, target)
    .catch((caught: Error) => caught);
  expect(error.message).toContain('Validation Failed [{"code":"too_long","field":"body"}]');
  expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain("ghs_secret");
});

describe("pages", () => {
  test("are read one by one until there is no next", async () => {
    answers = [
      { body: [1, 2], headers: { link: `<${url}/api/v3/next?page=2>; rel="next", <${url}/x>; rel="last"` } },
      { body: [3] },
    ];
    const items: number[] = [];
    for await (const item of client().paginate<number>(COMMENTS, target)) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    expect(seen.map((request) => request.url)).toEqual([
      "/api/v3/repos/org/demo/issues/7/comments?per_page=100",
      "/api/v3/next?page=2",
    ]);
  });

  test("a next page on another host is not asked for: it would get the token", async () => {
    answers = [{ body: [1], headers: { link: '<http://evil.example/next>; rel="next"' } }];
    const items: number[] = [];
    for await (const item of client().paginate<number>(COMMENTS, target)) items.push(item);
    expect(items).toEqual([1]);
  });
});

describe("GraphQL", () => {
  test("answers its data", async () => {
    answers = [{ body: { data: { viewer: { login: "x" } } } }];
    expect(await client().graphql("query { viewer { login } }")).toEqual({ viewer: { login: "x" } });
    expect(seen[0]).toMatchObject({
      method: "POST",
      url: "/api/graphql",
      body: '{"query":"query { viewer { login } }"}',
    });
  });

  test("its errors come with status 200", async () => {
    answers = [{ body: { errors: [{ message: "one" }, { message: "two" }] } }];
    await expect(client().graphql("query { x }")).rejects.toThrow("POST /graphql: status 200: one; two");
  });
});
