import type { Message, MessageLine } from "@jessy-actions/deployment/messages/message";
import { webhookPayload, webhookSignature } from "@jessy-actions/deployment/messages/webhook-payload";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discordPings, discordProblems } from "../../testing/discord-rules.ts";
import { DISCORD_WEBHOOK, factsOf, SLACK_WEBHOOK } from "../../testing/facts.ts";
import { slackProblem } from "../../testing/slack-rules.ts";
import type { Target } from "../targets/target.ts";
import { outgoingOf } from "./outgoing.ts";

const MESSAGE: Message = {
  state: "failure",
  title: "demo → production: deployment failed",
  titleUrl: "https://github.com/org/demo/actions/runs/7",
  text: [["by ", { strong: "alice" }]],
  fields: [{ name: "Branch", value: ["main"] }],
  sections: [
    { title: "Failed jobs", lines: [[{ text: "deploy", href: "https://github.com/org/demo/actions/runs/7/job/8" }]] },
  ],
  buttons: [{ text: "Run 3", url: "https://github.com/org/demo/actions/runs/7" }],
  mentions: [],
  footer: "run 3",
  time: Date.UTC(2026, 10, 28, 12),
};

const BOT = {
  kind: "slack",
  name: "Slack",
  apiUrl: "https://slack.com/api/",
  token: "xoxb-1-token",
  channel: "C0DEPLOY01",
  ts: "1700000000.000100",
  threadTs: undefined,
} as const;
const DISCORD = { kind: "discord", name: "Discord", url: DISCORD_WEBHOOK, messageId: "79", threadId: "78" } as const;
const TARGETS: readonly Target[] = [
  { kind: "slack-webhook", name: "Slack webhook", url: SLACK_WEBHOOK },
  { ...BOT, ts: undefined, threadTs: "1600000000.000100" },
  { ...DISCORD, messageId: undefined },
  { kind: "teams", name: "Teams", url: "https://a.logic.azure.com/x?sig=y" },
];

function sent(target: Target, form: "post" | "edit" = "post", message = MESSAGE) {
  const webhook = target.kind === "webhook" ? webhookPayload(message, factsOf().run, "an-id").payload : null;
  const { request, isRepeatable } = outgoingOf(target, { message, webhook }, form);
  return { ...request, isRepeatable, json: JSON.parse(request.body) as Record<string, unknown> };
}

describe("requests", () => {
  test("a message in a thread of Slack's", () => {
    expect(sent(TARGETS[1]!)).toMatchObject({
      method: "POST",
      url: new URL("https://slack.com/api/chat.postMessage"),
      headers: { authorization: "Bearer xoxb-1-token", "content-type": "application/json; charset=utf-8" },
      isRepeatable: false,
      json: { channel: "C0DEPLOY01", thread_ts: "1600000000.000100" },
    });
  });

  test("an edit in Slack does no harm twice", () => {
    const edit = sent(BOT, "edit");
    expect(edit).toMatchObject({
      url: new URL("https://slack.com/api/chat.update"),
      isRepeatable: true,
      json: { channel: "C0DEPLOY01", ts: "1700000000.000100", text: expect.stringContaining("failed") },
    });
    expect(edit.json).not.toHaveProperty("unfurl_links");
  });

  test("a message of Discord's asks for its id, and goes into its thread", () => {
    expect(sent({ ...DISCORD, messageId: undefined })).toMatchObject({
      method: "POST",
      url: new URL(`${DISCORD_WEBHOOK}?wait=true&thread_id=78`),
      isRepeatable: false,
    });
  });

  test("an edit in Discord stays in its thread, and switches mentions off again", () => {
    expect(sent(DISCORD, "edit")).toMatchObject({
      method: "PATCH",
      url: new URL(`${DISCORD_WEBHOOK}/messages/79?thread_id=78`),
      isRepeatable: true,
      json: { allowed_mentions: { parse: [] } },
    });
  });

  test("a webhook is signed as GitHub signs its own, over exactly what is sent", () => {
    const target = { kind: "webhook", name: "Webhook", url: "https://ci.example/x", secret: "s3cr3t" } as const;
    const request = sent(target);
    expect(request.headers["x-hub-signature-256"]).toBe(webhookSignature(request.body, "s3cr3t"));
    expect(request.headers["idempotency-key"]).toBe("an-id");
    expect(sent({ ...target, secret: undefined }).headers).not.toHaveProperty("x-hub-signature-256");
  });

  test("no body holds a secret of its target", () => {
    for (const target of [...TARGETS, BOT, DISCORD]) expect(sent(target).body).not.toMatch(/xoxb|cCcCc|abc-DEF|sig=/);
  });
});

/** Texts that break messages: markup, mentions, characters beyond the first plane, blanks, controls, and far too much of it. */
const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "@everyone <!channel> <@U0123ABCD> <@&123> @here",
    "*bold* _it_ ~no~ `code` | > # [x](https://evil.example) &<>",
    "</at><at>x</at>",
    "\u0000\u001b[31m\u202e",
    "\ud83d",
    "👩‍👩‍👧‍👦".repeat(300),
    "漢".repeat(5000),
    "x".repeat(30_000),
    "\n".repeat(3000),
  ),
  fc.string({ unit: "grapheme", maxLength: 400 }),
);
const part = fc.oneof(
  nasty,
  nasty.map((code) => ({ code })),
  nasty.map((strong) => ({ strong })),
  nasty.map((text) => ({ text, href: "https://github.com/org/demo/x?y=z" })),
);
const line: fc.Arbitrary<MessageLine> = fc.array(part, { maxLength: 4 });
const message: fc.Arbitrary<Message> = fc.record({
  state: fc.constantFrom("started", "success", "failure", "cancelled", "skipped", "warning", "recovered"),
  title: nasty,
  titleUrl: fc.constantFrom(undefined, "https://github.com/org/demo"),
  text: fc.array(line, { maxLength: 8 }),
  fields: fc.array(fc.record({ name: nasty, value: line }), { maxLength: 40 }),
  sections: fc.array(fc.record({ title: nasty, lines: fc.array(line, { maxLength: 80 }) }), { maxLength: 6 }),
  buttons: fc.array(fc.record({ text: nasty, url: fc.constant("https://github.com/org/demo") }), { maxLength: 30 }),
  mentions: fc.constant([]),
  footer: nasty,
  time: fc.constant(MESSAGE.time),
});

describe("no chat refuses a message, whatever it says, and nobody is called by it", () => {
  const runs = { numRuns: 25 };
  test.each(["post", "edit"] as const)("Slack, %s", (form) => {
    fc.assert(
      fc.property(message, (said) => {
        const { channel: _, ts: __, ...body } = sent(BOT, form, said).json;
        expect(slackProblem(body)).toBeUndefined();
        expect(JSON.stringify(mrkdwnOf(body))).not.toMatch(/<[!@]/);
      }),
      runs,
    );
  });

  test("Discord", () => {
    fc.assert(
      fc.property(message, (said) => {
        const { json } = sent(DISCORD, "post", said);
        expect(discordProblems(json)).toEqual([]);
        expect(discordPings(json)).toEqual([]);
      }),
      runs,
    );
  });

  test("Teams", () => {
    fc.assert(
      fc.property(message, (said) => {
        const { body } = sent(TARGETS[3]!, "post", said);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(28 * 1024);
        // Without an entity, `<at>` is a text like any other.
        expect(body).not.toContain('"entities"');
      }),
      runs,
    );
  });
});

/** Texts in which Slack reads mentions. */
function mrkdwnOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  return [...(type === "mrkdwn" ? [text] : []), ...Object.values(value).flatMap(mrkdwnOf)];
}
