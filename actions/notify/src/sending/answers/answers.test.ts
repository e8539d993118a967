import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import { describe, expect, test } from "vitest";
import type { Reading } from "../reading.ts";
import { readDiscord } from "./discord-answer.ts";
import { readSlackApi, readSlackWebhook } from "./slack-answers.ts";
import { readTeams } from "./teams-answer.ts";
import { readWebhook } from "./webhook-answer.ts";

const NOW = Date.UTC(2026, 10, 28, 12);

function answer(status: number, body: string | object = "", headers: Record<string, string> = {}): DeliveryAnswer {
  return { kind: "answer", status, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

type Row = [what: string, answer: DeliveryAnswer, kind: Reading["kind"], more?: object];

const reason = (pattern: RegExp) => ({ reason: expect.stringMatching(pattern) });

describe.each<[string, (answer: DeliveryAnswer, now: number) => Reading, readonly Row[]]>([
  [
    "an incoming webhook of Slack's",
    readSlackWebhook,
    [
      ["ok", answer(200, "ok"), "done"],
      ["ok with a newline", answer(200, "ok\n"), "done"],
      ["a success without it", answer(200, ""), "refused", reason(/something else has answered/)],
      ["a login page", answer(200, "<!DOCTYPE html>"), "refused", reason(/an HTML page/)],
      ["a word of its own", answer(404, "no_service"), "refused", reason(/no_service: the webhook was removed/)],
      [
        "what it does not like",
        answer(400, "invalid_blocks"),
        "refused",
        reason(/^Slack answers 400: invalid_blocks$/),
      ],
      ["an archived channel", answer(410, "channel_is_archived"), "refused", reason(/the channel is archived/)],
      ["a limit", answer(429, "rate_limited", { "retry-after": "30" }), "limited", { delay: 30_000 }],
      ["a redirect", answer(302, "", { location: "https://evil.example/" }), "refused", reason(/a redirect/)],
      ["a fault of its own", answer(500, "rollup_error"), "failing"],
      ["a gateway", answer(502, "<html>"), "unknown"],
    ],
  ],
  [
    "Slack's Web API",
    readSlackApi,
    [
      [
        "a message",
        answer(200, { ok: true, ts: "1700000000.000100", channel: "C0DEPLOY01" }),
        "done",
        { made: { slackTs: "1700000000.000100", slackChannel: "C0DEPLOY01" } },
      ],
      [
        "ids of other shapes",
        answer(200, { ok: true, ts: 1700000000.0001, channel: "x\n::set" }),
        "done",
        { made: {} },
      ],
      ["a refusal", answer(200, { ok: false, error: "not_in_channel" }), "refused", reason(/invite the app/)],
      [
        "a scope",
        answer(200, { ok: false, error: "missing_scope", needed: "chat:write" }),
        "refused",
        reason(/needed: chat:write/),
      ],
      ["an error that nobody knows", answer(200, { ok: false, error: "new_word" }), "refused", reason(/`new_word`/)],
      ["a name of Object's", answer(200, { ok: false, error: "constructor" }), "refused", reason(/`constructor`$/)],
      ["no error at all", answer(200, { ok: false }), "refused", reason(/`ok: false`/)],
      [
        "a limit as an error",
        answer(200, { ok: false, error: "ratelimited" }, { "retry-after": "2" }),
        "limited",
        { delay: 2000 },
      ],
      [
        "a limit by status",
        answer(429, { ok: false, error: "ratelimited" }, { "retry-after": "1" }),
        "limited",
        { delay: 1000 },
      ],
      ["a message that is gone", answer(200, { ok: false, error: "message_not_found" }), "gone"],
      ["one that may not be edited", answer(200, { ok: false, error: "cant_update_message" }), "gone"],
      ["one that is too old", answer(200, { ok: false, error: "edit_window_closed" }), "gone"],
      ["an error after which it may stand", answer(200, { ok: false, error: "fatal_error" }), "unknown"],
      ["a service that is down", answer(200, { ok: false, error: "service_unavailable" }), "failing"],
      ["HTML", answer(200, "<html>"), "refused", reason(/something else has answered/)],
      ["null", answer(200, "null"), "refused"],
    ],
  ],
  [
    "Discord",
    readDiscord,
    [
      ["a message", answer(200, { id: "1200000000000000001" }), "done", { made: { discordId: "1200000000000000001" } }],
      ["no content", answer(204), "done"],
      ["a success without a message", answer(200, { ok: 1 }), "refused", reason(/something else/)],
      ["an embed that it refuses", answer(400, '{"embeds":["0"]}'), "refused", reason(/\{"embeds":\["0"\]\}/)],
      [
        "a form that it refuses",
        answer(400, {
          message: "Invalid Form Body",
          code: 50035,
          errors: { content: { _errors: [{ message: "too long" }] } },
        }),
        "refused",
        reason(/Invalid Form Body, code 50035, .*too long/),
      ],
      [
        "a webhook that is gone",
        answer(404, { message: "Unknown Webhook", code: 10015 }),
        "refused",
        reason(/make a new one/),
      ],
      ["a message that is gone", answer(404, { message: "Unknown Message", code: 10008 }), "gone"],
      [
        "a limit in parts of seconds",
        answer(429, { retry_after: 0.301, global: false }, { "x-ratelimit-limit": "5", "retry-after": "1" }),
        "limited",
        { delay: 1000 },
      ],
      ["a limit in its body alone", answer(429, { retry_after: 1.5 }), "limited", { delay: 1500 }],
      [
        "a limit of a bucket",
        answer(429, "", { "x-ratelimit-remaining": "0", "x-ratelimit-reset-after": "2.25" }),
        "limited",
        { delay: 2250 },
      ],
      [
        "a limit that does not say how long",
        answer(429, "", { "x-ratelimit-limit": "5" }),
        "limited",
        { delay: undefined },
      ],
      ["a global limit", answer(429, { retry_after: 1, global: true }), "limited", reason(/all of this sender/)],
      [
        "a ban by Cloudflare",
        answer(429, { message: "blocked", code: 0 }),
        "refused",
        reason(/has blocked the address/),
      ],
      [
        "its page",
        answer(429, "<!doctype html>error 1015", { "retry-after": "3600" }),
        "refused",
        reason(/has blocked/),
      ],
      ["a fault of its own", answer(500, "oops"), "failing"],
      ["no connection behind Cloudflare", answer(521, "<html>"), "failing"],
      ["a time-out behind Cloudflare", answer(524, "<html>"), "unknown"],
    ],
  ],
  [
    "Teams",
    readTeams,
    [
      ["202", answer(202), "done", { note: expect.stringMatching(/does not say whether/) }],
      ["a connector's 1", answer(200, "1"), "done"],
      [
        "a limit inside a success",
        answer(
          200,
          "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x",
        ),
        "limited",
        { delay: undefined },
      ],
      [
        "a card that is too large, inside a success",
        answer(200, "Microsoft Teams endpoint returned HTTP error 413"),
        "refused",
      ],
      ["a gateway inside a success", answer(202, "Microsoft Teams endpoint returned HTTP error 502"), "unknown"],
      ["another failure inside a success", answer(200, "Webhook Bad Request - delivery failed"), "refused"],
      ["a login page", answer(200, "<html>"), "refused"],
      [
        "a workflow that is off",
        answer(400, { error: { code: "WorkflowTriggerIsNotEnabled", message: "is off" } }),
        "refused",
        reason(/is off/),
      ],
      [
        "a limit with a date",
        answer(429, "", { "retry-after": "Sat, 28 Nov 2026 12:00:07 GMT" }),
        "limited",
        { delay: 7000 },
      ],
    ],
  ],
  [
    "any webhook",
    readWebhook,
    [
      ["200", answer(200, "whatever"), "done"],
      ["204", answer(204), "done"],
      ["299", answer(299), "done"],
      ["300", answer(300), "refused"],
      ["401", answer(401, { message: "wrong signature" }), "refused", reason(/wrong signature/)],
      ["408", answer(408), "failing"],
      ["500", answer(500), "failing"],
      ["501", answer(501), "refused"],
      ["503", answer(503), "failing"],
      ["504", answer(504), "unknown"],
    ],
  ],
])("%s", (_, read, rows) => {
  test.each<Row>(rows)("%s", (_what, given, kind, more = {}) => {
    expect(read(given, NOW)).toMatchObject({ kind, ...more });
  });
});

describe("what an answer says is cut", () => {
  test.each([199, 200, 201])("%d characters", (length) => {
    const read = readWebhook(answer(400, "x".repeat(length)), NOW);
    const said = ("reason" in read ? read.reason : "").replace("the webhook answers 400: ", "");
    expect(said.length).toBe(length > 200 ? 200 : length);
    expect(said.endsWith("...")).toBe(length > 200);
  });
});
