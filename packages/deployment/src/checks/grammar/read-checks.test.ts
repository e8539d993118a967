import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCheck } from "../../../testing/outcomes.ts";
import { MAX_CHECKS, readChecks } from "./read-checks.ts";

const DEFAULTS = { timeout: 5000, redirect: "none", passes: 3 } as const;
const read = (text: string) => readChecks(text, DEFAULTS);
const problems = (text: string) => read(text).problems;

const WHOLE = `
# What production needs.
- https://example.com/health
- name: API
  url: https://example.com/api/jobs?key=1#top
  method: post
  headers:
    Authorization: Bearer \${API_TOKEN}
    Accept: application/json
  body: {dry: true}
  timeout: 2s
  passes: 5
  redirect: same-host
  optional: true
  expect:
    status: [200-204, 404]
    content-type: application/json
    headers: {X-Cache: MISS, ETag: {exists: false}}
    contains: [one, two]
    not-contains: Error
    matches: /^ok$/i
    json:
      $.status: ok
      $.ready: true
      $.lag: {"<=": 5}
      $['db state']: {matches: "^up"}
    version: $.commit
    latency: {warn: 500ms, fail: 1s}
    tls-days: 14
`;

test("everything that a check can say", () => {
  const { checks, problems: found } = read(WHOLE);
  expect(found).toEqual([]);
  expect(checks).toEqual([
    exampleCheck({ name: "GET /health" }),
    exampleCheck({
      name: "API",
      url: "https://example.com/api/jobs?key=1",
      method: "POST",
      headers: [
        ["Authorization", "Bearer ${API_TOKEN}"],
        ["Accept", "application/json"],
      ],
      body: '{"dry":true}',
      timeout: 2000,
      passes: 5,
      redirect: "same-host",
      optional: true,
      expect: {
        statuses: [
          { from: 200, to: 204 },
          { from: 404, to: 404 },
        ],
        contentType: "application/json",
        headers: [
          { name: "X-Cache", matcher: { kind: "equals", value: "MISS" } },
          { name: "ETag", matcher: { kind: "missing" } },
        ],
        body: [
          { matcher: { kind: "contains", value: "one" } },
          { matcher: { kind: "contains", value: "two" } },
          { matcher: { kind: "not-contains", value: "Error" } },
          { matcher: { kind: "matches", pattern: "^ok$", flags: "i" } },
        ],
        json: [
          { path: { text: "$.status", segments: ["status"] }, matcher: { kind: "equals", value: "ok" } },
          { path: { text: "$.ready", segments: ["ready"] }, matcher: { kind: "equals", value: "true" } },
          { path: { text: "$.lag", segments: ["lag"] }, matcher: { kind: "compare", operator: "<=", value: 5 } },
          {
            path: { text: "$['db state']", segments: ["db state"] },
            matcher: { kind: "matches", pattern: "^up", flags: "" },
          },
        ],
        version: { in: "json", path: { text: "$.commit", segments: ["commit"] } },
        latency: { warn: 500, fail: 1000 },
        tlsDays: 14,
      },
    }),
  ]);
});

test("lines say the same as YAML", () => {
  const lines = `
    # one a line
    https://example.com/health
    POST https://example.com/jobs 201,202 name="new job" timeout=2s passes=1 optional redirect=follow $.state=queued $.lag<=5 $.id~=^j $['db state']="all good"
    https://example.com/version version=header:X-Version contains="a \\"b\\"" not-contains=Error latency=500ms tls-days=0 content-type=text/plain
  `;
  const yaml = `
checks:
  - url: https://example.com/health
  - url: https://example.com/jobs
    method: POST
    name: new job
    timeout: 2s
    passes: 1
    optional: true
    redirect: follow
    expect:
      status: [201, 202]
      json: {$.state: queued, $.lag: {"<=": 5}, $.id: {matches: ^j}, "$['db state']": all good}
  - url: https://example.com/version
    expect: {version: "header:X-Version", contains: 'a "b"', not-contains: Error, latency: 500ms, tls-days: 0, content-type: text/plain}
`;
  expect(problems(lines)).toEqual([]);
  expect(read(lines)).toEqual(read(yaml));
  expect(read(`\ufeff${lines.replaceAll("\n", "\r\n")}`)).toEqual(read(yaml));
});

test.each<[string, string, string]>([
  ["no text", "", "it has no checks, so nothing would be judged; write one a line"],
  ["only comments", "# later\n\n", "it has no checks, so nothing would be judged"],
  ["an empty list", "[]", "it has no checks, so nothing would be judged"],
  ["a key without a list", "checks:\n", "it has no checks, so nothing would be judged"],
  [
    "all optional",
    "https://a.example/ optional",
    "all checks are optional, so nothing would be judged; leave out one `optional`",
  ],
  [
    "another map",
    "url: https://a.example/\n",
    "it has the keys `url`; write a list of checks, or the key `checks` alone",
  ],
  ["YAML that is none", "- {a: [}\n", "line 1: it is not valid YAML"],
  ["a list in a list", "- [a]\n", "line 1: a check is a list, and a map or an address is needed"],
  ["an empty item", "-\n", "line 1: a check is empty, and a map or an address is needed"],
  ["no address", "- name: x\n", "line 1: a check has no `url`"],
  ["an empty address", "- url: ''\n", "line 1: `url` is empty"],
  [
    "a key that is not known",
    "- url: https://a.example/\n  methods: GET\n",
    "line 2: the key `methods` is not known; did you mean `method`?",
  ],
  [
    "a key at the wrong place",
    "- url: https://a.example/\n  status: 200\n",
    "line 2: the key `status` is not known; known are name, url",
  ],
  ["a key of a prototype", "- url: https://a.example/\n  toString: 1\n", "line 2: the key `toString` is not known"],
  [
    "an unknown expectation",
    "- url: https://a.example/\n  expect:\n    statuses: 200\n",
    "line 3: the key `statuses` is not known; did you mean `status`?",
  ],
  [
    "nothing expected",
    "- url: https://a.example/\n  expect: {}\n",
    "line 2: `expect` is a map without a key; leave it out",
  ],
  ["another scheme", "ftp://a.example/\n", "line 1: it has `ftp://a.example/` where the address stands"],
  [
    "a host that was an empty variable",
    "- url: https:///health\n",
    "line 1: `url` is `https:///health`, which has no host; is a variable empty? write, for example",
  ],
  ["a blank in an address", "- url: https://a.example/a b\n", "which has a blank in it"],
  ["no host", "- url: https://:80/\n", "which is not an address"],
  ["a password in an address", "- url: https://me:planted@a.example/\n", "has a user name or password in it"],
  ["a method", "- url: https://a.example/\n  method: TRACE\n", "`method` is `TRACE`; write `GET`, `HEAD`"],
  ["a body of GET", "- url: https://a.example/\n  body: a\n", "`body` is sent by no `GET`"],
  ["the body of HEAD", "HEAD https://a.example/ contains=ok", "`method` is `HEAD`, whose answers have no body"],
  [
    "a plain credential",
    "- url: https://a.example/\n  headers: {Authorization: Bearer planted}\n",
    "`headers` has a credential in `Authorization`; set a variable in `env`",
  ],
  ["a plain key", "- url: https://a.example/\n  headers: {X-Api-Key: planted}\n", "has a credential in `X-Api-Key`"],
  ["a header's name", "- url: https://a.example/\n  headers: {'a b': c}\n", "`a b`, which is not the name of a header"],
  [
    "a header that is ours",
    "- url: https://a.example/\n  headers: {Content-Length: 1}\n",
    "which the connection sets by itself",
  ],
  [
    "a line in a header",
    '- url: https://a.example/\n  headers: {X: "a\\nb"}\n',
    "whose value is not plain ASCII on one line",
  ],
  ["a status", "https://a.example/ status=ok", "`status` is `ok`; write `200`, `2xx`"],
  ["a range that is none", "https://a.example/ 204-200", "`status` is `204-200`; write"],
  ["a status of nobody", "- url: https://a.example/\n  expect: {status: 600}\n", "`status` is `600`; write"],
  ["no status", "- url: https://a.example/\n  expect: {status: []}\n", "`status` is an empty list; leave it out"],
  ["a duration", "https://a.example/ timeout=5", "`timeout` is `5`; write a duration up to 600s"],
  ["no time", "https://a.example/ timeout=0s", "`timeout` is `0s`; write a duration"],
  ["too much time", "https://a.example/ timeout=601s", "`timeout` is `601s`; write a duration"],
  [
    "a latency that cannot be",
    "https://a.example/ timeout=1s latency=2s",
    "`latency` is 2000 ms, and a request ends after 1000 ms; write a longer `timeout` beside it",
  ],
  [
    "a latency that warns late",
    "- url: https://a.example/\n  expect: {latency: {warn: 2s, fail: 1s}}\n",
    "`latency` warns no earlier than it fails",
  ],
  ["no passes", "https://a.example/ passes=0", "`passes` is `0`; write a whole number from 1 to 100"],
  ["days without https", "http://a.example/ tls-days=3", "`url` is not https, so there is no certificate"],
  ["an empty text", 'https://a.example/ contains=""', "`contains` is empty, and everything would pass"],
  ["a pattern", "https://a.example/ matches=(", "`matches` is `(`, which is not a regular expression"],
  [
    "a pattern that explodes",
    "https://a.example/ matches=(a)\\1",
    "which refers back to a group, which takes too long",
  ],
  ["a path to several values", "https://a.example/ $..a=1", "`json` is `$..a`, which asks for several values"],
  [
    "a matcher",
    "- url: https://a.example/\n  expect: {json: {$.a: {is: 1}}}\n",
    "`json` has the keys `is`; write one of equals",
  ],
  [
    "two matchers",
    "- url: https://a.example/\n  expect: {json: {$.a: {'<': 1, '>': 0}}}\n",
    "has the keys `<, >`; write one of",
  ],
  ["no number", "https://a.example/ $.a<=x", "`json` is `x`, and a number is needed"],
  ["a version place", "https://a.example/ version=commit", "`version` is `commit`; write `$.commit`"],
  ["a word", "https://a.example/ nothing", "it has `nothing`; write a status, `key=value`"],
  ["a key twice", "https://a.example/ passes=1 passes=2", "it has `passes` twice"],
  ["an open quote", 'https://a.example/ contains="a', "it has"],
  ["no line of ours", "check the site", "it has `the` where the address stands"],
  ["one name for two", "https://a.example/ name=a\nhttps://b.example/ name=a", "two checks have the name `a`"],
])("%s", (_, text, message) => {
  const found = problems(text).join("\n");
  expect(found).toContain(message);
  expect(found).not.toContain("planted");
});

test("all problems at once", () => {
  expect(problems("- url: x\n  timeout: 1\n- nam: y\n")).toHaveLength(4);
});

describe("names", () => {
  test.each<[string, string[]]>([
    ["https://a.example/health?x=1", ["GET /health"]],
    ["https://a.example/\nhttps://b.example/", ["GET a.example/", "GET b.example/"]],
    ["https://a.example/\nhttps://a.example/", ["GET a.example/", "GET a.example/ (2)"]],
  ])("%j", (text, names) => {
    expect(read(text).checks.map(({ name }) => name)).toEqual(names);
  });
});

test.each<[number, number]>([
  [MAX_CHECKS - 1, 0],
  [MAX_CHECKS, 0],
  [MAX_CHECKS + 1, 1],
])("%d checks", (count, expected) => {
  const text = Array.from({ length: count }, (_, at) => `https://a.example/${at}`).join("\n");
  expect(problems(text)).toHaveLength(expected);
});

test("defaults", () => {
  const version = { in: "body" } as const;
  const defaults = { ...DEFAULTS, expect: { version, tlsDays: 7, latency: { warn: 100, fail: undefined } } };
  const [secure, plain] = readChecks("https://a.example/\nhttp://a.example/ latency=1s", defaults).checks;
  expect(secure!.expect).toMatchObject({ version, tlsDays: 7, latency: { warn: 100 } });
  expect(plain!.expect).toMatchObject({ version, tlsDays: undefined, latency: { warn: undefined, fail: 1000 } });
});

test("any text gives checks that are asked, or problems", () => {
  const unit = fc.constantFrom(
    "https://a.example/",
    " ",
    "\n",
    "-",
    "url",
    ":",
    "=",
    "$.a",
    "200",
    '"',
    "{",
    "}",
    "[",
    "]",
    "expect",
    "contains",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const list = read(text);
      expect(list.checks.length > 0 || list.problems.length > 0).toBe(true);
      for (const { url } of list.checks) expect(URL.canParse(url)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
