import { describe, expect, test } from "vitest";
import { exampleAnswer, exampleCheck, exampleFailure } from "../../testing/outcomes.ts";
import type { Expectations, JsonPath, Matcher } from "./check.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { isContact, type Outcome } from "./outcome.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const NOW = Date.parse("2026-11-28T12:00:00Z");
const DAY = 86_400_000;

const judge = (expected: Partial<Expectations>, outcome: Outcome, version: string | undefined = SHA) =>
  judgeAnswer(exampleCheck({ expect: expected }), outcome, { version, now: NOW }).map(({ message }) => message);

const path = (text: string, ...segments: (string | number)[]): JsonPath => ({ text, segments });
const equals = (value: string): Matcher => ({ kind: "equals", value });
const json = (value: unknown, headers = {}) => exampleAnswer({ body: JSON.stringify(value), headers });
const STATUS = path("$.status", "status");

describe("what an answer must be", () => {
  test.each<[string, Partial<Expectations>, Outcome, string[]]>([
    ["a status in the range", {}, exampleAnswer({ status: 204, body: "" }), []],
    ["one behind it", {}, exampleAnswer({ status: 300 }), ["the status is 300, not 200 to 299"]],
    [
      "one of several",
      { statuses: [{ from: 200, to: 200 }, { from: 404, to: 404 }] }, // biome-ignore format: one row
      exampleAnswer({ status: 500 }),
      ["the status is 500, not 200, 404"],
    ],
    [
      "a redirect says where to, without what may be a token",
      {},
      exampleAnswer({ status: 302, headers: { location: "https://user:pass@login.example.com/sso?token=abc#x" } }),
      ["the status is 302, not 200 to 299, and leads to `https://login.example.com/sso`"],
    ],
    [
      "an error page is not judged by its body, too",
      { body: [{ matcher: { kind: "contains", value: "ok" } }], json: [{ path: STATUS, matcher: equals("ok") }] },
      exampleAnswer({ status: 502, body: "<html>" }),
      ["the status is 502, not 200 to 299"],
    ],
    [
      "the content type, whatever its parameters",
      { contentType: "application/json" },
      exampleAnswer({ headers: { "content-type": "Application/JSON; charset=utf-8" } }),
      [],
    ],
    [
      "the page of a single-page application instead of an API",
      { contentType: "application/json" },
      exampleAnswer({ headers: { "content-type": "text/html" } }),
      ["the content type is `text/html`, not `application/json`"],
    ],
    [
      "no content type",
      { contentType: "text/plain" },
      exampleAnswer(),
      ["the content type is missing, not `text/plain`"],
    ],
    [
      "a header",
      { headers: [{ name: "X-Cache", matcher: equals("MISS") }] },
      exampleAnswer({ headers: { "x-cache": "HIT" } }),
      ["the header `X-Cache` is not `MISS` but `HIT`"],
    ],
    [
      "a header of the prototype",
      { headers: [{ name: "constructor", matcher: { kind: "exists" } }] },
      exampleAnswer(),
      ["the header `constructor` is missing"],
    ],
    [
      "the value of a cookie is not shown",
      { headers: [{ name: "Set-Cookie", matcher: equals("a=1") }] },
      exampleAnswer({ headers: { "set-cookie": "session=planted" } }),
      ["the header `Set-Cookie` is not `a=1`"],
    ],
    ["a text in the body", { body: [{ matcher: { kind: "contains", value: "ok" } }] }, exampleAnswer(), []],
    [
      "one that must not be in it",
      { body: [{ matcher: { kind: "not-contains", value: "Error" } }] },
      exampleAnswer({ body: "Error 12" }),
      ["the body contains `Error`"],
    ],
    [
      "a pattern",
      { body: [{ matcher: { kind: "matches", pattern: "^ok$", flags: "i" } }] },
      exampleAnswer({ body: "not ok" }),
      ["the body does not match `/^ok$/i`"],
    ],
    [
      "what stands in the start of a long body",
      { body: [{ matcher: { kind: "contains", value: "ok" } }] },
      exampleAnswer({ isCut: true }),
      [],
    ],
    [
      "what may stand in the rest of it",
      { body: [{ matcher: { kind: "not-contains", value: "Error" } }] },
      exampleAnswer({ isCut: true }),
      ["the body is too long to be judged: only its start was read, and it may go on"],
    ],
    [
      "a body in another charset",
      { body: [{ matcher: equals("grün") }] },
      exampleAnswer({
        body: new Uint8Array([0x67, 0x72, 0xfc, 0x6e]),
        headers: { "content-type": "text/plain; charset=latin1" },
      }),
      [],
    ],
    ["a field of JSON", { json: [{ path: STATUS, matcher: equals("ok") }] }, json({ status: "ok" }), []],
    [
      "another value",
      { json: [{ path: STATUS, matcher: equals("ok") }] },
      json({ status: "degraded" }),
      ["`$.status` is not `ok` but `degraded`"],
    ],
    ["no value", { json: [{ path: STATUS, matcher: equals("ok") }] }, json({}), ["`$.status` is missing"]],
    ["null is a value", { json: [{ path: STATUS, matcher: { kind: "exists" } }] }, json({ status: null }), []],
    [
      "a value that must be missing",
      { json: [{ path: STATUS, matcher: { kind: "missing" } }] },
      json({ status: 1 }),
      ["`$.status` should not be there but is `1`"],
    ],
    ["a boolean as it is written", { json: [{ path: STATUS, matcher: equals("true") }] }, json({ status: true }), []],
    [
      "a number",
      { json: [{ path: path("$.lag[-1]", "lag", -1), matcher: { kind: "compare", operator: "<=", value: 5 } }] },
      json({ lag: [9, 5] }),
      [],
    ],
    [
      "a number that is too large",
      { json: [{ path: path("$.lag[0]", "lag", 0), matcher: { kind: "compare", operator: "<", value: 9 } }] },
      json({ lag: [9] }),
      ["`$.lag[0]` is not < 9 but `9`"],
    ],
    [
      "nothing is no number",
      { json: [{ path: STATUS, matcher: { kind: "compare", operator: ">=", value: 0 } }] },
      json({ status: "" }),
      ["`$.status` is not >= 0 but ``"],
    ],
    [
      "HTML where JSON is asked for",
      { json: [{ path: STATUS, matcher: equals("ok") }] },
      exampleAnswer({ body: "<!doctype html>", headers: { "content-type": "text/html" } }),
      ["the body is not valid JSON but `text/html`: it begins with `<!doctype html>`"],
    ],
    [
      "nothing where JSON is asked for",
      { json: [{ path: STATUS, matcher: { kind: "missing" } }] },
      exampleAnswer({ body: "" }),
      ["the body is empty, and JSON is needed"],
    ],
    [
      "JSON that would end the process",
      { json: [{ path: STATUS, matcher: { kind: "exists" } }] },
      exampleAnswer({ body: "[".repeat(100_000) }),
      [`the body is not valid JSON: it begins with \`${"[".repeat(37)}...\``],
    ],
    ["an answer in time", { latency: { warn: 21, fail: 21 } }, exampleAnswer(), []],
    [
      "a slow one",
      { latency: { warn: 10, fail: 30 } },
      exampleAnswer(),
      ["the answer took 21 ms, and 10 ms are allowed"],
    ],
    [
      "a certificate that ends soon",
      { tlsDays: 14 },
      exampleAnswer({ certificate: { subject: "a", issuer: "b", notAfter: NOW + 14 * DAY - 1 } }),
      ["the certificate is valid for 13 more days, and 14 are asked for"],
    ],
    [
      "one that does not",
      { tlsDays: 14 },
      exampleAnswer({ certificate: { subject: "a", issuer: "b", notAfter: NOW + 14 * DAY } }),
      [],
    ],
    ["no certificate", { tlsDays: 0 }, exampleAnswer(), ["there is no certificate to look at: none was seen"]],
    ["no answer", {}, exampleFailure("refused"), ["refused of 192.0.2.1:443"]],
  ])("%s", (_, expected, outcome, problems) => {
    expect(judge(expected, outcome)).toEqual(problems);
  });

  test("a latency that only warns does not fail", () => {
    const slow = (fail: number) =>
      judgeAnswer(exampleCheck({ expect: { latency: { warn: 10, fail } } }), exampleAnswer(), {
        version: undefined,
        now: NOW,
      }).map(({ isWarning }) => isWarning);
    expect(slow(21)).toEqual([true]);
    expect(slow(20)).toEqual([false]);
  });
});

describe("the version that a service says it runs", () => {
  const version = { in: "json", path: path("$.commit", "commit") } as const;
  const old = "f".repeat(40);
  test.each<[string, unknown, string | undefined, string[]]>([
    ["the deployed commit", SHA, SHA, []],
    ["its short form", SHA.slice(0, 7), SHA, []],
    [
      "a form that is too short",
      SHA.slice(0, 6),
      SHA,
      ["the service runs version `012345`, not `0123456789abcdef0123456789abcdef01234567`"],
    ],
    ["the whole commit, where the short form was deployed", SHA, SHA.slice(0, 8), []],
    ["in capitals", SHA.toUpperCase(), SHA, []],
    ["the old one", old, SHA, ["the service runs version `ffffffffff`, not `0123456789`"]],
    ["with local changes", `${SHA}-dirty`, SHA, [`the service runs version \`${SHA}-dirty\`, not \`${SHA}\``]],
    ["a release", "1.2.3", "1.2.3", []],
    ["another release", "1.2.30", "1.2.3", ["the service runs version `1.2.30`, not `1.2.3`"]],
    ["a date that begins another", "2026112", "20261128", ["the service runs version `2026112`, not `20261128`"]],
    ["a number", 20261128, "20261128", []],
    ["empty", "", SHA, ["the service does not say its version (nothing at `$.commit`)"]],
    ["null", null, SHA, ["the service does not say its version (nothing at `$.commit`)"]],
    ["a list", [SHA], SHA, ["the service does not say its version (nothing at `$.commit`)"]],
    ["nothing to compare with", SHA, "", ["no version was given that the service must run"]],
  ])("%s", (_, commit, wanted, problems) => {
    expect(judge({ version }, json({ commit }), wanted)).toEqual(problems);
  });

  test("in a header or as the whole body", () => {
    const place = { in: "header", name: "X-Version" } as const;
    expect(judge({ version: place }, exampleAnswer({ headers: { "x-version": SHA } }))).toEqual([]);
    expect(judge({ version: place }, exampleAnswer())).toEqual([
      "the service does not say its version (no header `X-Version`)",
    ]);
    expect(judge({ version: { in: "body" } }, exampleAnswer({ body: `${SHA}\n` }))).toEqual([]);
    expect(judge({ version: { in: "body" } }, exampleAnswer({ body: "x".repeat(201) }))).toEqual([
      "the service does not say its version (the body is empty or a whole page)",
    ]);
  });
});

describe("whether asking again can help", () => {
  const retry = (outcome: Outcome, headers: [string, string][] = []) =>
    judgeAnswer(exampleCheck({ headers }), outcome, { version: SHA, now: NOW }).map((problem) => problem.retry);
  test.each<[string, Outcome, [string, string][], string]>([
    ["nothing listens yet", exampleFailure("refused"), [], "later"],
    ["the router does not know it yet", exampleAnswer({ status: 404 }), [], "later"],
    ["it is starting", exampleAnswer({ status: 503 }), [], "later"],
    ["a certificate for another name", exampleFailure("certificate", "tls"), [], "never"],
    ["a clock that is late", exampleFailure("certificate-not-yet-valid", "tls"), [], "later"],
    ["a name that does not resolve", exampleFailure("name", "lookup"), [], "name"],
    ["an address that nobody may ask", exampleFailure("forbidden-address"), [], "never"],
    ["a door that is closed", exampleAnswer({ status: 401 }), [], "later"],
    ["a wrong key", exampleAnswer({ status: 401 }), [["Authorization", "Bearer x"]], "never"],
    ["a key without the right", exampleAnswer({ status: 403 }), [["cookie", "a=b"]], "never"],
  ])("%s", (_, outcome, headers, expected) => {
    expect(retry(outcome, headers)).toEqual([expected]);
  });

  test.each<[Outcome, boolean]>([
    [exampleAnswer({ status: 500 }), true],
    [exampleFailure("refused"), true],
    [exampleFailure("reset", "body"), true],
    [exampleFailure("timeout", "headers"), true],
    [exampleFailure("timeout", "connect"), false],
    [exampleFailure("name", "lookup"), false],
    [exampleFailure("unreachable"), false],
    [exampleFailure("forbidden-address"), true],
  ])("contact %#", (outcome, expected) => {
    expect(isContact(outcome)).toBe(expected);
  });
});
