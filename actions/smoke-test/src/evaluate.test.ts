import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { exampleAnswer, exampleFailure } from "../../../packages/deployment/testing/outcomes.ts";
import { factsOf, inputsOf, type RoundOutcomes, SHA } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Result } from "./result.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/smoke-test-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** The verdict on some answers; every result fits the published schema. */
function judged(checks: string, rounds: readonly RoundOutcomes[], written: Record<string, string> = {}): Result {
  const inputs = inputsOf({ checks, deadline: "60s", ...written });
  if (inputs.source.kind !== "checks") throw new Error("no checks");
  const result = evaluate(inputs, factsOf(inputs, inputs.source.checks, rounds));
  expect(published(JSON.parse(JSON.stringify(result))), JSON.stringify(published.errors)).toBe(true);
  return result;
}

const GOOD = exampleAnswer();
const DOWN = exampleAnswer({ status: 503 });
const UNKNOWN = exampleFailure("name", "lookup");
const shows = (commit: string) => exampleAnswer({ body: JSON.stringify({ commit }) });
const ONE = "https://a.example/health";
const TWO = "https://a.example/health\nhttps://a.example/api";

describe("verdicts and headlines", () => {
  test.each<[string, string, RoundOutcomes[], Record<string, string>, string, string]>([
    ["one that holds", ONE, [[GOOD]], {}, "pass", "The check passes, 3 times in a row; healthy after 0.1 s"],
    ["one pass is enough if so asked", ONE, [[GOOD]], { passes: "1" }, "pass", "The check passes; healthy after 0.1 s"],
    [
      "slow to start",
      ONE,
      [[exampleFailure("refused")], [DOWN], [GOOD]],
      {},
      "pass",
      "The check passes, 3 times in a row; healthy after 3.9 s",
    ],
    ["two that hold", TWO, [[GOOD, GOOD]], {}, "pass", "All 2 checks pass, 3 times in a row; healthy after 0.1 s"],
    [
      "the new version",
      `${ONE} version=$.commit`,
      [[shows("f".repeat(40))], [shows(SHA.slice(0, 8))]],
      { version: SHA },
      "pass",
      "The check passes, 3 times in a row; healthy after 1.6 s; version 0123456789 is served",
    ],
    [
      "down",
      ONE,
      [[DOWN]],
      {},
      "fail",
      "The check fails, after 57.3 s: GET /health: the status is 503, not 200 to 299",
    ],
    [
      "one of two",
      TWO,
      [[GOOD, exampleFailure("refused")]],
      {},
      "fail",
      "1 of 2 checks fails, after 57.3 s: GET /api: refused of 192.0.2.1:443",
    ],
    [
      "both",
      TWO,
      [[DOWN, DOWN]],
      {},
      "fail",
      "2 of 2 checks fail, after 57.3 s: GET /health: the status is 503, not 200 to 299, and 1 more",
    ],
    [
      "the old version for ever",
      `${ONE} version=$.commit`,
      [[shows("old")]],
      { version: SHA },
      "fail",
      `The check fails, after 57.3 s: GET /health: the service runs version old, not ${SHA}`,
    ],
    [
      "flapping",
      ONE,
      Array.from({ length: 100 }, (_, at) => [at % 3 === 2 ? DOWN : GOOD]),
      {},
      "fail",
      "The check fails, after 59.6 s: GET /health: it passed 1 of 3 times in a row when the deadline was over",
    ],
    [
      "one address of two",
      ONE,
      [[[GOOD, DOWN]]],
      {},
      "fail",
      "The check fails, after 57.3 s: GET /health: on 192.0.2.1:443 (1 of 2 addresses): the status is 503, not 200 to 299",
    ],
    [
      "a wrong certificate",
      ONE,
      [[exampleFailure("certificate", "tls")]],
      {},
      "fail",
      "The check fails; no waiting would mend it: GET /health: certificate of 192.0.2.1:443",
    ],
    [
      "no contact at all",
      TWO,
      [[UNKNOWN, exampleFailure("timeout")]],
      {},
      "inconclusive",
      "No contact within 57.3 s, so nothing is known of the service: GET /health: name of 192.0.2.1:443",
    ],
    [
      "no contact with one of them",
      TWO,
      [[GOOD, UNKNOWN]],
      {},
      "fail",
      "1 of 2 checks fails, after 57.3 s: GET /api: name of 192.0.2.1:443",
    ],
    [
      "contact that was lost",
      ONE,
      [[DOWN], [UNKNOWN]],
      {},
      "fail",
      "The check fails, after 57.3 s: GET /health: name of 192.0.2.1:443",
    ],
    [
      "an optional one",
      `${ONE}\nhttps://a.example/extra optional`,
      [[GOOD, DOWN]],
      {},
      "pass",
      "The check passes, 3 times in a row; healthy after 0.1 s; 1 optional check fails",
    ],
    ["no round", ONE, [], {}, "broken", "Nothing was asked"],
    ["rounds without a question", ONE, [[]], {}, "broken", "Nothing was asked"],
  ])("%s", (_, checks, rounds, written, verdict, headline) => {
    const result = judged(checks, rounds, written);
    expect([result.verdict, result.headline, result.fails]).toEqual([verdict, headline, verdict !== "pass"]);
  });

  test("no contact only warns if so asked, and is no pass", () => {
    const result = judged(ONE, [[UNKNOWN]], { "on-inconclusive": "warn" });
    expect([result.verdict, result.fails]).toEqual(["inconclusive", false]);
    expect(judged(ONE, [[DOWN]], { "on-inconclusive": "warn" }).fails).toBe(true);
    expect(judged(ONE, [], { "on-inconclusive": "warn" }).fails).toBe(true);
  });
});

test("what is known of a check", () => {
  const slow = { lookup: 1, connect: 2, tls: 3, firstByte: 300, total: 400 };
  const [check] = judged(
    `${ONE}?key=planted version=$.commit`,
    [
      [UNKNOWN],
      [exampleAnswer({ status: 500, body: "oh no", timing: slow })],
      [shows("old")],
      [shows(SHA)],
      [shows(SHA)],
      [shows(SHA)],
    ],
    { version: SHA },
  ).checks;
  expect(check).toMatchObject({
    url: ONE,
    state: "passed",
    history: ["no-contact", "failed", "failed", "passed", "passed", "passed"],
    requests: 6,
    passes: { held: 3, asked: 3 },
    latency: { min: 21, median: 21, max: 400 },
    versions: [
      { version: "old", from: 3850, until: 3850 },
      { version: SHA, from: 7225, until: 9225 },
    ],
    firstPass: 7225,
  });
});

test("two versions in one round are both named", () => {
  const result = judged(`${ONE} version=$.commit`, [[[shows(SHA), shows("old")]]], { version: SHA });
  expect(result.servedVersions).toEqual([SHA, "old"]);
  expect(result.verdict).toBe("fail");
});

test("the last answer is kept where it failed, and cut", () => {
  const [check] = judged(ONE, [[exampleAnswer({ status: 500, body: "😀".repeat(1000) })]]).checks;
  expect([...check!.last[0]!.excerpt!]).toHaveLength(301);
  expect(check!.last[0]!.excerpt!.isWellFormed()).toBe(true);
  expect(judged(ONE, [[GOOD]]).checks[0]!.last[0]!.excerpt).toBeNull();
});
