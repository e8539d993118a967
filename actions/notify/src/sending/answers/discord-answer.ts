import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "../reading.ts";
import { isHtml, jsonOf } from "./answer-words.ts";
import { askedWait } from "./asked-wait.ts";
import { isSuccess, readStatus } from "./by-status.ts";

/** Discord's numbers (docs.discord.com, "JSON Error Codes"), and what to do. */
const ADVICE: Readonly<Record<number, string>> = {
  10003: "the thread or the channel is gone",
  10015: "the webhook was deleted: make a new one",
  50027: "the token in the webhook's address is not valid",
  50083: "the thread is archived",
  220001: "the channel is a forum: set `discord-thread-id`",
};
const UNKNOWN_MESSAGE = 10008;

/** Pure. */
export function readDiscord(answer: DeliveryAnswer, now: number): Reading {
  const { status, headers, body } = answer;
  const json = jsonOf(body);
  if (isSuccess(status)) {
    const id = json?.id;
    if (typeof id === "string" && /^\d{1,20}$/.test(id)) return { kind: "done", made: { discordId: id } };
    if (status === 204) return { kind: "done" };
    return {
      kind: "refused",
      reason: `Discord answers ${status} without a message: something else has answered in its place`,
    };
  }
  if (status === 429 && isBan(answer))
    return {
      kind: "refused",
      reason:
        "Discord has blocked the address of this runner (429 by Cloudflare, which names no limit); nothing is sent from it before that ends",
    };
  const code = json?.code;
  if (status === 404 && code === UNKNOWN_MESSAGE)
    return { kind: "gone", reason: "Discord does not have the message any more" };
  const reading = readStatus("Discord", answer, now);
  const advice = typeof code === "number" && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
  if (reading.kind === "refused" && advice !== undefined) return { ...reading, reason: `${reading.reason}: ${advice}` };
  const isGlobal = headers["x-ratelimit-global"] === "true" || json?.global === true;
  return reading.kind === "limited" && isGlobal
    ? { ...reading, reason: `${reading.reason} (for all of this sender)` }
    : reading;
}

/** Discord's own limit names itself in a header or says how long it lasts; the page of Cloudflare's ban does neither. */
function isBan(answer: DeliveryAnswer): boolean {
  const { headers, body } = answer;
  if (Object.keys(headers).some((name) => name.startsWith("x-ratelimit-"))) return false;
  return isHtml(body) || askedWait(answer, 0) === undefined;
}
