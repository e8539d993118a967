import { readFileSync } from "node:fs";
import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { DISCORD_WEBHOOK, factsOf, inputsOf, SLACK_WEBHOOK } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { render } from "./render.ts";

const schema = JSON.parse(readFileSync(new URL("../../../docs/schema/notify-result.v1.json", import.meta.url), "utf8"));
const published = new Ajv({ allErrors: true }).compile(schema);

/** The verdict on some facts; the result file of each fits the published schema. */
function judged(written: Readonly<Record<string, string>>, run: Partial<RunFacts> = {}, more: Partial<Facts> = {}) {
  const inputs = inputsOf(written);
  const own = { status: inputs.status, needs: inputs.needs, own: inputs.own, mentions: inputs.mentions };
  const result = evaluate(inputs, factsOf({ ...own, ...run }, more));
  const file = render(result).files.find(({ name }) => name === "result.json");
  expect(published(JSON.parse(String(file?.content))), JSON.stringify(published.errors)).toBe(true);
  return result;
}

const SLACK = { "slack-webhook": SLACK_WEBHOOK };
const history = (previous: "success" | "failure" | "none"): RunFacts["history"] => ({
  previous,
  redRuns: previous === "failure" ? 1 : 0,
  hasMore: false,
  redSince: undefined,
  lastGood: undefined,
});

test("a message is planned for every target", () => {
  const result = judged({ ...SLACK, "discord-webhook": DISCORD_WEBHOOK });
  expect(result.deliveries.map(({ target, status }) => [target, status])).toEqual([
    ["Slack webhook", "planned"],
    ["Discord", "planned"],
  ]);
  expect(JSON.stringify(result)).not.toMatch(/cCcCc|abc-DEF/);
});

test("a job that failed makes the message a failure, whatever the status says", () => {
  expect(judged({ ...SLACK, needs: '{"a":{"result":"failure"}}' }).state).toBe("failure");
});

describe("mentions", () => {
  const calls = (written: Record<string, string>, run: Partial<RunFacts> = {}) =>
    judged({ ...SLACK, mentions: "here", ...written }, run).message.mentions.length;
  test.each<[string, Record<string, string>, Partial<RunFacts>, number]>([
    ["of a failure", { status: "failure" }, {}, 1],
    ["not of a success", { status: "success" }, {}, 0],
    ["always", { status: "success", "mention-on": "always" }, {}, 1],
    ["of a first failure", { status: "failure", "mention-on": "change" }, { history: history("success") }, 1],
    ["not of a pass whose past is not known", { status: "success", "mention-on": "change" }, {}, 0],
    ["of a failure whose past is not known", { status: "failure", "mention-on": "change" }, {}, 1],
    ["not of the next one", { status: "failure", "mention-on": "change" }, { history: history("failure") }, 0],
  ])("%s", (_, written, run, expected) => {
    expect(calls(written, run)).toBe(expected);
  });
});

test("an edit is made whatever the occasion, since the message that stands says that the run has started", () => {
  const written = { ...SLACK, "discord-webhook": DISCORD_WEBHOOK, "discord-message-id": "5", on: "failure" };
  expect(judged(written).deliveries.map(({ status }) => status)).toEqual(["skipped", "planned"]);
});

test("in a run without secrets, one that is empty is left out, and a wrong address is still told", () => {
  const written = { targets: "slack-webhook", "teams-webhook": "https://evil.example/" };
  const missingSecrets = "the pull request is from a fork, which has no secrets";
  expect(judged(written, {}, { missingSecrets }).deliveries.map(({ kind, status }) => [kind, status])).toEqual([
    ["teams", "failed"],
    ["slack-webhook", "skipped"],
  ]);
});

test("a result file that cannot be read is a note", () => {
  const resultFiles = [{ file: "a.json", problem: "is not there" }];
  expect(judged(SLACK, { resultFiles }).notes).toEqual(["The result file `a.json` is not there."]);
  const asking = [{ file: "a.json", problem: "is not there; did its step run?" }];
  expect(judged(SLACK, { resultFiles: asking }).notes).toEqual([
    "The result file `a.json` is not there; did its step run?",
  ]);
});

test("a webhook gets the message as JSON, which the result file does not repeat", () => {
  const result = judged({ webhook: "https://ci.example/Hook12345678" });
  expect(result.webhook).toMatchObject({ id: "00000000-0000-4000-8000-000000000000", title: result.message.title });
  expect(render(result).files[0]!.content).not.toContain('"webhook":');
});

test("no target is no success", () => {
  expect(judged({})).toMatchObject({ verdict: "fail", fails: false, delivered: "false" });
  expect(judged({ "fail-on-error": "true" })).toMatchObject({ verdict: "fail", fails: true });
});
