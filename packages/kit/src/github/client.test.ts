import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GitHub, MAX_PAGES } from "./client.ts";
import { MAX_ANSWER_BYTES } from "./retrying-fetch.ts";

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
let debugLines: string[];

beforeEach(async () => {
  answers = [];
  seen = [];
  waits = [];
  lines = [];
  debugLines = [];
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

function client(apiUrl = `${url}/api/v3`, token = "ghs_secret"): GitHub {
  const log = {
    info: (line: string) => lines.push(line),
    debug: (line: string) => debugLines.push(line),
  } as never;
  return new GitHub({
    token,
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

test("debug output names each attempt with its answer, and never the token", async () => {
  answers = [{ status: 502 }, { drop: true }, {}];
  await client().request(COMMENTS, target);
  expect(debugLines.map((line) => line.replace(/\d+ ms/, "N ms"))).toEqual([
    `GitHub: ${COMMENTS}: 502, N ms`,
    `GitHub: ${COMMENTS}: no answer, N ms`,
    `GitHub: ${COMMENTS}: 200, N ms`,
  ]);
  expect(debugLines.join()).not.toContain("secret");
});

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

test("an answer without content is undefined", async () => {
  answers = [{ status: 204, body: "" }];
  expect(await client().request("DELETE /x")).toBeUndefined();
});

test("without a token nothing is said of one", async () => {
  await client(undefined, "").request("GET /x");
  expect(Object.keys(seen[0]?.headers ?? {})).not.toContain("authorization");
});

test("a redirect is followed, to another host without the token", async () => {
  const other = createServer((request, response) => {
    seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body: "" });
    response.end("[]");
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const location = `http://localhost:${(other.address() as AddressInfo).port}/moved`;
  answers = [
    { status: 301, headers: { location: "/api/v3/renamed" } },
    { status: 307, headers: { location } },
  ];
  await client().request(COMMENTS, target);
  expect(seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ["/api/v3/repos/org/demo/issues/7/comments", "Bearer ghs_secret"],
    ["/api/v3/renamed", "Bearer ghs_secret"],
    ["/moved", undefined],
  ]);
  await new Promise((resolve) => other.close(resolve));
});

test("what octokit says of a deprecated route goes through the log", async () => {
  answers = [{ headers: { deprecation: "true", sunset: "soon\t::error::x" } }];
  const said = vi.spyOn(console, "warn");
  await client().request("GET /x");
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test.each([-1, 0, 1])("an answer of the limit and %d bytes", async (more) => {
  answers = [{ body: `"${"x".repeat(MAX_ANSWER_BYTES - 2 + more)}"` }];
  const request = client().request<string>("GET /x");
  if (more <= 0) expect((await request).length).toBe(MAX_ANSWER_BYTES - 2 + more);
  else await expect(request).rejects.toThrow("GET /x: status 200: the answer is larger than 50 MB");
  expect(seen).toHaveLength(1);
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
  ["an answer that is not valid JSON", [{ body: "<html>Unicorn!</html>" }, {}], [500]],
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

  test("a list that GitHub refuses is an error on every page, also by 409, which octokit takes for an empty list", async () => {
    answers = [
      { body: [1], headers: { link: `<${url}/api/v3/next>; rel="next"` } },
      { status: 409, body: { message: "Git Repository is empty." } },
    ];
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of client().paginate<number>(COMMENTS, target)) items.push(item);
    })();
    await expect(reading).rejects.toMatchObject({
      status: 409,
      message: `${COMMENTS}: status 409: Git Repository is empty.`,
    });
    expect(items).toEqual([1]);
  });

  test("a next page is asked for as GitHub wrote it, with the headers and retries of the first", async () => {
    answers = [
      { body: [1], headers: { link: `<${url}/repositories/1/pulls?head=alice:change%20a&page=2>; rel="next"` } },
      { status: 502 },
      { body: [2] },
    ];
    const items: number[] = [];
    for await (const item of client().paginate<number>("GET /pulls", { head: "alice:change a" })) items.push(item);
    expect(items).toEqual([1, 2]);
    expect(seen.map((request) => request.url)).toEqual([
      "/api/v3/pulls?per_page=100&head=alice%3Achange%20a",
      "/repositories/1/pulls?head=alice%3Achange%20a&page=2",
      "/repositories/1/pulls?head=alice%3Achange%20a&page=2",
    ]);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: "Bearer ghs_secret", "x-github-api-version": "2022-11-28" });
    }
  });

  test("a list without end ends with an error", async () => {
    const next = { body: [1], headers: { link: `<${url}/api/v3/next>; rel="next"` } };
    answers = Array.from({ length: MAX_PAGES + 1 }, () => next);
    let count = 0;
    const reading = (async () => {
      for await (const _ of client().paginate(COMMENTS, target)) count++;
    })();
    await expect(reading).rejects.toThrow("the list has more than 1000 pages");
    expect(count).toBe(MAX_PAGES);
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
      headers: {
        authorization: "Bearer ghs_secret",
        "x-github-api-version": "2022-11-28",
        "user-agent": "jessy-actions",
      },
    });
  });

  test("has an address of its own on github.com", async () => {
    answers = [{ body: { data: {} } }];
    await client(url).graphql("query { x }");
    expect(seen[0]?.url).toBe("/api/graphql");
  });

  test("an answer without data is an error", async () => {
    answers = [{ body: { data: null } }];
    await expect(client().graphql("query { x }")).rejects.toThrow("POST /graphql: status 200: no data");
  });

  test("a refusal is told as of any other request, and a lost answer is not asked for again", async () => {
    answers = [{ status: 401, body: { message: "Bad credentials" } }, { drop: true }];
    await expect(client().graphql("query { x }")).rejects.toThrow("POST /graphql: status 401: Bad credentials");
    await expect(client().graphql("query { x }")).rejects.toMatchObject({ name: "GitHubError", status: 0 });
    expect(seen).toHaveLength(2);
  });

  test("its errors come with status 200", async () => {
    answers = [{ body: { errors: [{ message: "one" }, { message: "two" }] } }];
    await expect(client().graphql("query { x }")).rejects.toThrow("POST /graphql: status 200: one; two");
  });
});
