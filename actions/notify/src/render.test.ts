import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { describe, expect, test } from "vitest";
import { factsOf, inputsOf, SLACK_WEBHOOK } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import { judge } from "./judging/verdict.ts";
import { render } from "./render.ts";
import type { Delivery, Result } from "./result.ts";

function delivery(target: string, more: Partial<Delivery>): Delivery {
  return { target, kind: "slack", status: "sent", attempts: 1, waited: 0, left: [], ...more };
}

function resultOf(deliveries: readonly Delivery[], more: Partial<Result> = {}): Result {
  const planned = evaluate(inputsOf({ "slack-webhook": SLACK_WEBHOOK }), factsOf());
  const result = { ...planned, deliveries, ...more };
  return { ...result, ...judge(result) };
}

const markdown = (result: Result) => renderMarkdown(render(result).summary, { maxBytes: 100_000 }).text;

test("a row a target says what became of the message", () => {
  const shown = markdown(
    resultOf([
      delivery("Slack", { left: ["2 fields were left out"] }),
      delivery("Discord", { status: "failed", reason: "Discord answers 400", attempts: 3, waited: 1500 }),
      delivery("Teams", { status: "skipped", reason: "the run passed", attempts: 0 }),
    ]),
  );
  expect(shown).toContain("| ✅ sent | Slack | 2 fields were left out | 1 |");
  expect(shown).toContain("| ❌ not sent | Discord | Discord answers 400 | 3, 1.5 s waited |");
  expect(shown).toContain("| ➖ left out | Teams | the run passed |  |");
});

test("the message is shown as its chats got it, and what it quotes stays text", () => {
  const message = {
    ...resultOf([]).message,
    title: "<script>",
    text: [["@everyone ", { text: "x", href: "javascript:1" }]],
  };
  const shown = markdown(resultOf([delivery("Slack", {})], { message } as Partial<Result>));
  expect(shown).toContain("<summary>&#60;script&#62;</summary>");
  expect(shown).not.toContain("javascript:1");
  expect(shown).not.toContain("@everyone");
});

describe("a message that is missing is never silent", () => {
  const annotated = (deliveries: readonly Delivery[], more: Partial<Result> = {}) =>
    render(resultOf(deliveries, more)).annotations.map(({ level, message }) => `${level}: ${message}`);
  const failOnError = { settings: { failOnError: true, dryRun: false, maxWait: 0 } };
  const missingSecrets = "the pull request is from a fork, which has no secrets";

  test.each<[string, readonly Delivery[], Partial<Result>, readonly string[]]>([
    ["sent", [delivery("Slack", {})], {}, []],
    [
      "not sent",
      [delivery("Slack", { status: "failed", reason: "x" })],
      {},
      ["warning: Slack: the message was not sent: x"],
    ],
    [
      "not sent, and that decides",
      [delivery("Slack", { status: "failed", reason: "x" })],
      failOnError,
      ["error: Slack: the message was not sent: x"],
    ],
    [
      "not known",
      [delivery("Slack", { status: "unknown", reason: "x" })],
      {},
      ["warning: Slack: it is not known whether the message arrived: x"],
    ],
    ["no target", [], {}, ["warning: No message was sent: no target is set, or its secret is empty: fail"]],
    ["a fork", [], { missingSecrets }, [`notice: No message: ${missingSecrets}: pass`]],
    [
      "a fork with a target that needs no secret",
      [delivery("Slack", { status: "skipped", reason: missingSecrets }), delivery("Webhook", {})],
      { missingSecrets },
      [`notice: 1 target left out: ${missingSecrets}`],
    ],
    ["nothing to say", [delivery("Slack", { status: "skipped", reason: "the run passed" })], {}, []],
  ])("%s", (_, deliveries, more, annotations) => {
    expect(annotated(deliveries, more)).toEqual(annotations);
  });
});

test("outputs are those of the first message of a chat, and empty without one", () => {
  const made = [
    delivery("Teams", { kind: "teams" }),
    delivery("Slack a", { slackTs: "1.2", slackChannel: "C0A" }),
    delivery("Slack b", { slackTs: "3.4", slackChannel: "C0B" }),
    delivery("Discord", { kind: "discord", discordMessageId: "5" }),
  ];
  expect(render(resultOf(made)).outputs).toEqual({
    verdict: "pass",
    delivered: "true",
    state: "success",
    "slack-ts": "1.2",
    "slack-channel-id": "C0A",
    "discord-message-id": "5",
  });
  expect(render(resultOf([])).outputs).toMatchObject({ "slack-ts": "", "discord-message-id": "" });
});
