import { expect, test } from "vitest";
import type { Delivery, DeliveryStatus } from "../result.ts";
import { judge, type Outcome } from "./verdict.ts";

function delivery(target: string, status: DeliveryStatus, reason?: string): Delivery {
  return { target, kind: "webhook", status, ...(reason !== undefined && { reason }), attempts: 1, waited: 0, left: [] };
}

const FORK = "the pull request is from a fork, which has no secrets";

test.each<[string, readonly Delivery[], Partial<Outcome>, string, string]>([
  ["sent", [delivery("Slack", "sent")], {}, "true", "The message was sent to Slack: pass"],
  [
    "sent to three",
    [delivery("Slack", "sent"), delivery("Discord", "edited"), delivery("Teams", "reposted")],
    {},
    "true",
    "The message was sent to Slack, Discord and Teams: pass",
  ],
  [
    "edited",
    [delivery("Slack", "edited"), delivery("Discord", "edited")],
    {},
    "true",
    "The message was edited in Slack and Discord: pass",
  ],
  [
    "one of two",
    [delivery("Slack", "sent"), delivery("Teams", "failed", "Teams answers 400")],
    {},
    "partly",
    "The message did not reach Teams: Teams answers 400: fail",
  ],
  [
    "none",
    [delivery("Slack", "failed", "has no address"), delivery("Teams", "failed", "x")],
    {},
    "false",
    "No message was sent: Slack has no address (and 1 more): fail",
  ],
  [
    "not known",
    [delivery("Slack", "unknown", "x")],
    {},
    "unknown",
    "It is not known whether the message reached Slack: inconclusive",
  ],
  [
    "one not known",
    [delivery("Slack", "unknown", "x"), delivery("Teams", "sent")],
    {},
    "partly",
    "It is not known whether the message reached Slack: inconclusive",
  ],
  [
    "failed and not known",
    [delivery("Slack", "unknown", "x"), delivery("Teams", "failed", "y")],
    {},
    "unknown",
    "The message did not reach Teams: y: fail",
  ],
  [
    "nothing to say",
    [delivery("Slack", "skipped", "the run passed")],
    { occasion: { on: "failure", isMet: false, reason: "the run passed" } },
    "skipped",
    "No message: the run passed: pass",
  ],
  [
    "an edit is made all the same",
    [delivery("Slack", "skipped", "x"), delivery("Discord", "edited")],
    {},
    "true",
    "The message was edited in Discord: pass",
  ],
  ["a fork", [], { missingSecrets: FORK }, "skipped", `No message: ${FORK}: pass`],
  [
    "a fork's run that names its targets",
    [delivery("Slack", "skipped", FORK)],
    { missingSecrets: FORK },
    "skipped",
    `No message: ${FORK}: pass`,
  ],
  ["no target", [], {}, "false", "No message was sent: no target is set, or its secret is empty: fail"],
  ["a dry run", [delivery("Slack", "planned")], {}, "skipped", "Dry run: the message would go to Slack: pass"],
])("%s", (_, deliveries, changed, delivered, headline) => {
  const outcome = {
    deliveries,
    occasion: { on: "always", isMet: true, reason: "every message is sent" },
    missingSecrets: null,
    settings: { failOnError: false, dryRun: false, maxWait: 0 },
    ...changed,
  } as const;
  const verdict = headline.split(": ").at(-1);
  expect(judge(outcome)).toEqual({ verdict, fails: false, headline, delivered });
  const strict = judge({ ...outcome, settings: { ...outcome.settings, failOnError: true } });
  expect(strict).toEqual({ verdict, fails: verdict !== "pass", headline, delivered });
});

test.each([199, 200, 201])("a reason of %d characters fits a headline, or is cut", (length) => {
  const outcome = {
    deliveries: [delivery("Slack", "failed", "x".repeat(length))],
    occasion: { on: "always", isMet: true, reason: "" },
    missingSecrets: null,
    settings: { failOnError: false, dryRun: false, maxWait: 0 },
  } as const;
  const said = judge(outcome).headline.replace(/^No message was sent: (.*): fail$/, "$1");
  expect([said.length, said.endsWith("...")]).toEqual([Math.min(length, 200), length > 200]);
});
