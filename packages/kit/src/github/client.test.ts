import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MAX_REDIRECTS } from "../http/redirect.ts";
import { LIMITS, type Limits } from "./allowance.ts";
import { GitHub, MAX_PAGES } from "./client.ts";
import { list, object, optional, type Shape, text, whole } from "./shape.ts";

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

/** Takes whatever comes. */
const anything: Shape<unknown> = ({ raw }) => raw;

function client(apiUrl = `${url}/api/v3`, token = "ghs_secret", limits: Partial<Limits> = {}): GitHub {
  const log = {
    info: (line: string) => lines.push(line),
    debug: (line: string) => debugLines.push(line),
  } as never;
  return new GitHub({
    token,
    apiUrl,
    graphqlUrl: `${url}/api/graphql`,
    log,
    limits,
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
  await client().request(COMMENTS, target, anything);
  expect(debugLines.map((line) => line.replace(/\d+ ms/, "N ms"))).toEqual([
    `GitHub: ${COMMENTS}: 502, N ms`,
    `GitHub: ${COMMENTS}: no answer, N ms`,
    `GitHub: ${COMMENTS}: 200, N ms`,
  ]);
  expect(debugLines.join()).not.toContain("secret");
});

test("a path filled and escaped, the rest in the query; also on GitHub Enterprise Server", async () => {
  await client().request(
    COMMENTS,
    { owner: "o/../x", repo: "a?b#c", issue_number: 7, per_page: 5, page: undefined },
    anything,
  );
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
    await client().request(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { ...target, body: "x" },
      object({ id: whole }),
    ),
  ).toEqual({ id: 3 });
  expect(seen[0]?.body).toBe('{"body":"x"}');
});

test("an answer without content is for whoever asks for none", async () => {
  answers = [
    { status: 204, body: "" },
    { status: 200, body: "" },
    { status: 200, body: { gone: true } },
  ];
  for (let sent = 0; sent < 3; sent++) expect(await client().send("DELETE /x", {})).toBeUndefined();
});

test("without a token nothing is said of one", async () => {
  await client(undefined, "").request("GET /x", {}, anything);
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
  await client().request(COMMENTS, target, anything);
  expect(seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ["/api/v3/repos/org/demo/issues/7/comments", "Bearer ghs_secret"],
    ["/api/v3/renamed", "Bearer ghs_secret"],
    ["/moved", undefined],
  ]);
  await new Promise((resolve) => other.close(resolve));
});

describe("a file", () => {
  const GET = ["GET /repos/{owner}/{repo}/tarball/{ref}", { owner: "a", repo: "b", ref: "main" }] as const;

  test("comes as it is, by way of a redirect", async () => {
    answers = [{ status: 302, headers: { location: "/codeload" } }, { body: "\u001f<html>{" }];
    expect(Buffer.from(await client().download(...GET)).toString()).toBe("\u001f<html>{");
    expect(seen.map((request) => request.url)).toEqual(["/api/v3/repos/a/b/tarball/main", "/codeload"]);
  });

  test("may be empty", async () => {
    answers = [{ body: "" }];
    expect(await client().download(...GET)).toHaveLength(0);
  });

  test("is asked for again where it does not come whole, and a refusal is told in GitHub's words", async () => {
    answers = [{ drop: true }, { status: 502, body: "<html>" }, { status: 404, body: { message: "Not Found" } }];
    await expect(client().download(...GET)).rejects.toThrow(": status 404: Not Found");
    expect(waits).toHaveLength(2);
  });

  test.each([-1, 0, 1])("of the limit and %d bytes", async (more) => {
    answers = [{ body: "x".repeat(1000 + more) }];
    const file = client(undefined, undefined, { answerBytes: 1000 }).download(...GET);
    if (more <= 0) expect(await file).toHaveLength(1000 + more);
    else await expect(file).rejects.toThrow("the answer is larger than 0.001 MB");
  });
});

test("what octokit says of a deprecated route goes through the log", async () => {
  answers = [{ headers: { deprecation: "true", sunset: "soon\t::error::x" } }];
  const said = vi.spyOn(console, "warn");
  await client().request("GET /x", {}, anything);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test.each([-1, 0, 1])("an answer of the limit and %d bytes", async (more) => {
  answers = [{ body: `"${"x".repeat(LIMITS.answerBytes - 2 + more)}"` }];
  const request = client().request("GET /x", {}, text);
  if (more <= 0) expect((await request).length).toBe(LIMITS.answerBytes - 2 + more);
  else await expect(request).rejects.toThrow("GET /x: status 200: the answer is larger than 50 MB");
  expect(seen).toHaveLength(1);
});

test("a parameter that is missing is a fault of ours", async () => {
  await expect(client().request(COMMENTS, { owner: "a", repo: "b" }, anything)).rejects.toThrow(
    "needs the parameter issue_number",
  );
});

test.each([
  ["to nowhere", "GET /x", { status: 301 }, "status 301: a redirect that names no address"],
  [
    "to another protocol",
    "GET /x",
    { status: 302, headers: { location: "file:///etc/passwd" } },
    "status 302: a redirect to another protocol, file:",
  ],
  [
    "of a write to another host",
    "POST /x",
    { status: 307, headers: { location: "http://localhost:1/x" } },
    "status 307: a redirect of a write to another host, localhost:1, which is not followed",
  ],
  [
    "of a write to what was made of it",
    "POST /x",
    { status: 303, headers: { location: "/y" } },
    "status 303: a redirect to something else than what was asked for",
  ],
])("a redirect %s is an error, at once", async (_, route, answer, problem) => {
  answers = [answer];
  await expect(client().request(route, {}, anything)).rejects.toMatchObject({
    status: 0,
    message: `${route}: ${problem}`,
  });
  expect(seen).toHaveLength(1);
});

test.each([-1, 0, 1])("as many redirects as may be and %d", async (more) => {
  answers = Array.from({ length: MAX_REDIRECTS + more }, () => ({ status: 302, headers: { location: "/again" } }));
  const request = client().request("GET /x", {}, anything);
  if (more <= 0) expect(await request).toEqual({});
  else await expect(request).rejects.toThrow(`GET /x: status 302: more than ${MAX_REDIRECTS} redirects`);
});

test("a write that GitHub redirects is sent as it was", async () => {
  answers = [{ status: 301, headers: { location: "/renamed" } }, { status: 201 }];
  await client().send("POST /x", { a: 1 });
  expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", "/api/v3/x", '{"a":1}'],
    ["POST", "/renamed", '{"a":1}'],
  ]);
});

test.each([
  ["null", "null", "status 200: the answer is not as GitHub describes it: its content is not an object but null"],
  ["nothing", "", "status 200: the answer is empty"],
  ["a list", "[]", "status 200: the answer is not as GitHub describes it: its content is not an object but []"],
  [
    "a field of another type",
    '{"id":"7"}',
    'status 200: the answer is not as GitHub describes it: `id` is not a number but "7"',
  ],
  [
    "a number that no client can hold",
    '{"id":12345678901234567890}',
    "status 200: the answer is not as GitHub describes it: `id` is not a whole number",
  ],
  [
    "a list whose item is of another type",
    '{"id":1,"names":[null]}',
    "status 200: the answer is not as GitHub describes it: `names[0]` is not a string but null",
  ],
])("an answer that is %s", async (_, body, problem) => {
  answers = [{ body }];
  const shape = object({ id: whole, names: optional(list(text)) });
  await expect(client().request("GET /x", {}, shape)).rejects.toMatchObject({
    name: "GitHubError",
    status: 0,
    message: expect.stringContaining(`GET /x: ${problem}`),
  });
  expect(seen).toHaveLength(1);
});

test.each([
  ["HTML", "  <!DOCTYPE html><p>Unicorn!", "the answer is HTML, not JSON"],
  ["cut off", '{"id":', "the answer ends early, after 6 bytes"],
  ["nested without end", "[".repeat(100_000), "the answer nests JSON more than 200 deep, at byte 200"],
])("an answer that is %s is asked for again, and then named", async (_, body, problem) => {
  answers = Array.from({ length: 5 }, () => ({ body }));
  await expect(client().request("GET /x", {}, anything)).rejects.toThrow(`GET /x: status 200: ${problem}`);
  expect(seen).toHaveLength(5);
});

test("what GitHub says becomes one line without control characters, and not an endless one", async () => {
  answers = [{ status: 404, body: { message: `a\n\u001b[31m::error::\u202e${"x".repeat(5000)}` } }];
  const error = await client()
    .request("GET /x", {}, anything)
    .then(() => new Error("nothing was refused"))
    .catch((caught: Error) => caught);
  expect(error.message).toMatch(/^GET \/x: status 404: a \\u\{1b\}\[31m::error::\\u\{202e\}x+\.\.\.$/);
  expect(error.message.length).toBe(1000);
});

describe("time", () => {
  /** Sends a body blank by blank, and never ends it. */
  function dribble(): void {
    server.removeAllListeners("request").on("request", (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 1);
      response.on("close", () => clearInterval(timer));
    });
  }

  test("an answer that never ends is given up, each time", async () => {
    dribble();
    const request = client(undefined, undefined, { attemptTime: 20 }).request("GET /x", {}, anything);
    await expect(request).rejects.toThrow("GET /x: status 200: the answer broke off: no whole answer within 0.02 s");
    expect(waits).toHaveLength(4);
  });

  test("waits count, and one that would exceed the whole is not begun", async () => {
    const limited = { status: 429, headers: { "retry-after": "60" }, body: { message: "Slow down" } };
    answers = [limited, limited, limited];
    const github = client(undefined, undefined, { totalTime: 119_000 });
    await expect(github.request("GET /x", {}, anything)).rejects.toThrow(
      "GET /x: status 429: Slow down; another attempt would exceed the 119 s that GitHub may take in all",
    );
    expect(waits).toEqual([60_000]);
    expect(seen).toHaveLength(2);
  });

  test("a client within another one has a time of its own", async () => {
    answers = [{ status: 502 }, {}];
    const github = client();
    await expect(github.within(100).request("GET /x", {}, anything)).rejects.toThrow("would exceed the 0.1 s");
    expect(await github.request("GET /x", {}, anything)).toEqual({});
  });
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
  expect(await client().request(COMMENTS, target, anything)).toEqual({});
  expect(waits).toEqual(expected);
  expect(lines).toHaveLength(expected.length);
  expect(lines[0]).toMatch(/^GitHub: GET .*; again in [\d.]+ s$/);
});

test("a POST whose answer was lost is left to its caller", async () => {
  answers = [{ drop: true }];
  await expect(client().request("POST /x", { a: 1 }, anything)).rejects.toMatchObject({ status: 0 });
  expect(seen).toHaveLength(1);
});

test("after five attempts it ends with what GitHub said", async () => {
  answers = Array.from({ length: 6 }, () => ({
    status: 500,
    body: { message: "Server Error" },
    headers: { "x-github-request-id": "ABC1" },
  }));
  await expect(client().request(COMMENTS, target, anything)).rejects.toThrow(
    `${COMMENTS}: status 500: Server Error (request ABC1)`,
  );
  expect(seen).toHaveLength(5);
});

test.each<[string, Answer, { readonly answerBytes?: number }, string, string]>([
  ["no answer", { drop: true }, {}, "missing", "GET /x: no answer: fetch failed"],
  [
    "one that breaks off",
    { headers: { "content-length": "99" } },
    {},
    "cut",
    "GET /x: status 200: the answer broke off: ",
  ],
  ["JSON that ends too early", { body: '{"id": 1' }, {}, "cut", "GET /x: status 200: the answer "],
  ["HTML", { body: "<html>" }, {}, "unusable", "GET /x: status 200: the answer is HTML, not JSON"],
  ["another shape", { body: [] }, {}, "unusable", "GET /x: status 200: the answer is not as GitHub describes it: "],
  ["nothing", { body: "" }, {}, "unusable", "GET /x: status 200: the answer is empty"],
  [
    "too much",
    { body: [1, 2, 3, 4] },
    { answerBytes: 5 },
    "too-large",
    "GET /x: status 200: the answer is larger than ",
  ],
  ["a refusal", { status: 404, body: { message: "no" } }, {}, "refused", "GET /x: status 404: no"],
])("%s is told apart", async (_, answer, limits, fault, message) => {
  answers = Array(5).fill(answer);
  if (answer.headers !== undefined)
    server.removeAllListeners("request").on("request", (__, response) => {
      response.writeHead(200, answer.headers).write("[1");
      setImmediate(() => response.destroy());
    });
  const error = await client(undefined, undefined, limits)
    .request("GET /x", {}, object({ id: whole }))
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ fault, message: expect.stringContaining(message) });
});

test("a missing permission is said in the words of a workflow", async () => {
  answers = [
    {
      status: 403,
      body: { message: "Resource not accessible by integration" },
      headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
    },
  ];
  await expect(client().request(COMMENTS, target, anything)).rejects.toThrow(
    "Resource not accessible by integration; the job needs `permissions:` issues: write; pull-requests: write",
  );
});

test("details of a refusal are shown, the token never", async () => {
  answers = [{ status: 422, body: { message: "Validation Failed", errors: [{ code: "too_long", field: "body" }] } }];
  const error = await client()
    .request(COMMENTS, target, anything)
    .then(() => new Error("nothing was refused"))
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
    for await (const item of client().paginate(COMMENTS, target, whole)) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    expect(seen.map((request) => request.url)).toEqual([
      "/api/v3/repos/org/demo/issues/7/comments?per_page=100",
      "/api/v3/next?page=2",
    ]);
  });

  /** Reads a list to its end, or to its error. */
  async function readAll(github = client()): Promise<{ readonly items: number[]; readonly error: unknown }> {
    const items: number[] = [];
    try {
      for await (const item of github.paginate(COMMENTS, target, whole)) items.push(item);
      return { items, error: undefined };
    } catch (error) {
      return { items, error };
    }
  }

  test.each([
    [
      "on another host: it would get the token",
      '<http://evil.example/next>; rel="next"',
      "the next page of the list is on another host, evil.example",
    ],
    [
      "whose address is relative",
      '</api/v3/next?page=2>; rel="next"',
      "the next page of the list is not a whole address",
    ],
  ])("a next page %s is not asked for, and the list is not taken for whole", async (_, link, problem) => {
    answers = [{ body: [1], headers: { link } }];
    const { items, error } = await readAll();
    expect(items).toEqual([1]);
    expect(error).toMatchObject({ name: "GitHubError", status: 0, message: `${COMMENTS}: status 200: ${problem}` });
    expect(seen).toHaveLength(1);
  });

  test.each([
    ["itself", ["a", "a"], 2],
    ["an earlier one", ["a", "b", "a"], 3],
  ])("a page whose next one is %s", async (_, targets, asked) => {
    answers = targets.map((name) => ({ body: [1], headers: { link: `<${url}/api/v3/${name}>; rel="next"` } }));
    const { error } = await readAll();
    expect(error).toMatchObject({ message: `${COMMENTS}: status 200: the list leads back to a page that was read` });
    expect(seen).toHaveLength(asked);
  });

  test.each([
    ["null", null, "its content is not a list but null"],
    ["nothing", "", "the answer is empty"],
    ["an object", { total_count: 1, items: [1] }, "its content is not a list but"],
    ["an item of another shape", [1, "2"], "`[1]` is not a number but"],
  ])("a page that is %s is an error, and no end of the list", async (_, body, problem) => {
    answers = [
      { body: [1], headers: { link: `<${url}/api/v3/next>; rel="next"` } },
      { body: body === null ? "null" : body },
    ];
    const { items, error } = await readAll();
    expect(items).toEqual([1]);
    expect(error).toMatchObject({ name: "GitHubError", message: expect.stringContaining(problem) });
  });

  test("a list that GitHub refuses is an error on every page, also by 409, which octokit takes for an empty list", async () => {
    answers = [
      { body: [1], headers: { link: `<${url}/api/v3/next>; rel="next"` } },
      { status: 409, body: { message: "Git Repository is empty." } },
    ];
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of client().paginate(COMMENTS, target, whole)) items.push(item);
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
    for await (const item of client().paginate("GET /pulls", { head: "alice:change a" }, whole)) items.push(item);
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

  test.each([-1, 0, 1])("a list of as many pages as may be and %d", async (more) => {
    const pages = MAX_PAGES + more;
    answers = Array.from({ length: pages }, (_, at) => ({
      body: [at],
      headers: at + 1 < pages ? { link: `<${url}/api/v3/next?page=${at + 2}>; rel="next"` } : {},
    }));
    const { items, error } = await readAll();
    expect(items).toHaveLength(Math.min(pages, MAX_PAGES));
    if (more <= 0) expect(error).toBeUndefined();
    else expect(error).toMatchObject({ message: `${COMMENTS}: status 200: the list has more than 1000 pages` });
    expect(seen).toHaveLength(Math.min(pages, MAX_PAGES));
  });

  test("a list that grows for ever ends at the bytes of all answers", async () => {
    answers = Array.from({ length: 9 }, (_, at) => ({
      body: [Number("1".repeat(10))],
      headers: { link: `<${url}/api/v3/next?page=${at}>; rel="next"` },
    }));
    const { items, error } = await readAll(client(undefined, undefined, { totalBytes: 30 }));
    expect(items).toHaveLength(2);
    expect(error).toMatchObject({
      message: `${COMMENTS}: status 200: the answers to this run are larger than 0.00003 MB together`,
    });
  });
});

describe("GraphQL", () => {
  test("answers its data", async () => {
    answers = [{ body: { data: { viewer: { login: "x" } } } }];
    expect(await client().graphql("query { viewer { login } }", anything)).toEqual({ viewer: { login: "x" } });
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
    await client(url).graphql("query { x }", object({ x: optional(text) }));
    expect(seen[0]?.url).toBe("/api/graphql");
  });

  test("an answer without data is an error", async () => {
    answers = [{ body: { data: null } }, { body: {} }, { body: "" }, { body: "null" }, { body: { data: { x: 1 } } }];
    const query = () => client().graphql("query { x }", object({ x: optional(text) }));
    const problem = "POST /graphql: status 200: the answer is not as GitHub describes it: ";
    await expect(query()).rejects.toThrow(`${problem}\`data\` is not an object but null`);
    await expect(query()).rejects.toThrow(`${problem}\`data\` is not an object but missing`);
    await expect(query()).rejects.toThrow("POST /graphql: status 200: the answer is empty");
    await expect(query()).rejects.toThrow(`${problem}its content is not an object but null`);
    await expect(query()).rejects.toThrow(`${problem}\`data.x\` is not a string but 1`);
  });

  test("a refusal is told as of any other request, and a lost answer is not asked for again", async () => {
    answers = [{ status: 401, body: { message: "Bad credentials" } }, { drop: true }];
    await expect(client().graphql("query { x }", object({ x: optional(text) }))).rejects.toThrow(
      "POST /graphql: status 401: Bad credentials",
    );
    await expect(client().graphql("query { x }", object({ x: optional(text) }))).rejects.toMatchObject({
      name: "GitHubError",
      status: 0,
    });
    expect(seen).toHaveLength(2);
  });

  test("its errors come with status 200", async () => {
    answers = [{ body: { errors: [{ message: "one" }, { message: "two" }] } }];
    await expect(client().graphql("query { x }", anything)).rejects.toThrow("POST /graphql: status 200: one; two");
  });

  test.each([[{}], ["x"], [[null]], [[{ message: 1 }]]])("whose `errors` are %j", async (errors) => {
    answers = [{ body: { errors } }];
    await expect(client().graphql("query { x }", anything)).rejects.toMatchObject({ name: "GitHubError", status: 0 });
  });
});
