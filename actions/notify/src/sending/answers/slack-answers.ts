import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "../reading.ts";
import { isHtml, jsonOf, wordsOf } from "./answer-words.ts";
import { askedWait } from "./asked-wait.ts";
import { isSuccess, readStatus } from "./by-status.ts";

/** What to do about Slack's own words (docs.slack.dev, "chat.postMessage", "chat.update", "Incoming webhooks"). */
const ADVICE: Readonly<Record<string, string>> = {
  channel_not_found: "there is no such channel for this token: write its id, and invite the app to it if it is private",
  not_in_channel: "invite the app to the channel, or give it `chat:write.public`",
  is_archived: "the channel is archived",
  channel_is_archived: "the channel is archived",
  invalid_auth: "the token is not valid",
  not_authed: "the token is empty",
  token_revoked: "the token was revoked: install the app again",
  token_expired: "the token has expired",
  account_inactive: "the token belongs to a user or a workspace that is gone",
  missing_scope: "the app lacks the scope `chat:write`",
  no_permission: "the app may not post there",
  restricted_action: "the workspace does not let the app post there",
  restricted_action_thread_only_channel: "the channel takes only replies: set `slack-thread-ts`",
  cant_update_message: "the message was written by somebody else",
  no_service: "the webhook was removed or disabled: make a new one",
  no_team: "the workspace of the webhook is gone",
  action_prohibited: "an administrator has forbidden the webhook to post there",
  invalid_token: "the webhook was revoked: make a new one",
  user_not_found: "the webhook belongs to a user who is gone",
};

/** Errors after which the message to edit is out of reach; a new one is posted instead. */
const GONE = new Set(["message_not_found", "cant_update_message", "edit_window_closed"]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
const UNKNOWN = new Set(["fatal_error", "internal_error", "request_timeout"]);
const FAILING = new Set(["service_unavailable", "team_added_to_org", "org_login_required"]);
const LIMITED = new Set(["ratelimited", "rate_limited"]);

function withAdvice(reason: string, word: string): string {
  const advice = Object.hasOwn(ADVICE, word) ? ADVICE[word] : undefined;
  return advice === undefined ? reason : `${reason}: ${advice}`;
}

/** An incoming webhook answers `ok`, or a status with a word. Pure. */
export function readSlackWebhook(answer: DeliveryAnswer, now: number): Reading {
  const { status, body } = answer;
  const word = body.trim();
  if (status === 200 && (word === "ok" || jsonOf(body)?.ok === true)) return { kind: "done" };
  if (isSuccess(status))
    return {
      kind: "refused",
      reason: `Slack answers ${status} without its \`ok\`${said(body)}: something else has answered in its place`,
    };
  const reading = readStatus("Slack", answer, now);
  return reading.kind === "refused" ? { ...reading, reason: withAdvice(reading.reason, word) } : reading;
}

/** The Web API answers 200 to nearly everything, with `ok` and an error's word. Pure. */
export function readSlackApi(answer: DeliveryAnswer, now: number): Reading {
  const { status, body } = answer;
  if (!isSuccess(status)) return readStatus("Slack", answer, now);
  const json = jsonOf(body);
  if (json === undefined || typeof json.ok !== "boolean")
    return {
      kind: "refused",
      reason: `Slack answers ${status} without its JSON${said(body)}: something else has answered in its place`,
    };
  if (json.ok) {
    const { ts, channel } = json;
    return {
      kind: "done",
      made: {
        ...(typeof ts === "string" && /^\d+\.\d+$/.test(ts) && { slackTs: ts }),
        ...(typeof channel === "string" && /^[A-Z0-9]{2,50}$/.test(channel) && { slackChannel: channel }),
      },
    };
  }
  return readError(typeof json.error === "string" ? json.error : "", answer, now);
}

function readError(word: string, answer: DeliveryAnswer, now: number): Reading {
  const needed = jsonOf(answer.body)?.needed;
  const scope = word === "missing_scope" && typeof needed === "string" ? ` (needed: ${needed.slice(0, 100)})` : "";
  const reason = withAdvice(`Slack answers \`${word.slice(0, 100) || "ok: false"}\`${scope}`, word);
  if (LIMITED.has(word)) return { kind: "limited", reason, delay: askedWait(answer, now) };
  if (GONE.has(word)) return { kind: "gone", reason };
  if (UNKNOWN.has(word)) return { kind: "unknown", reason };
  if (FAILING.has(word)) return { kind: "failing", reason };
  return { kind: "refused", reason };
}

function said(body: string): string {
  return body.trim() === "" ? "" : ` but with ${isHtml(body) ? "an HTML page" : `"${wordsOf(body)}"`}`;
}
