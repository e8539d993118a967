import type { DeliveryOutcome } from "@jessy-actions/kit/web-service/delivery";
import { expect, test } from "vitest";
import { readWebhook } from "./answers/webhook-answer.ts";
import { MAX_ATTEMPTS, type Sending, sendMessage } from "./send.ts";

const answer = (status: number, headers: Record<string, string> = {}): DeliveryOutcome => ({
  kind: "answer",
  status,
  headers,
  body: "",
});
const UNSENT: DeliveryOutcome = { kind: "unsent", reason: "connect ECONNREFUSED", isFinal: false };
const NO_HOST: DeliveryOutcome = { kind: "unsent", reason: "there is no host x", isFinal: true };
const UNANSWERED: DeliveryOutcome = { kind: "unanswered", reason: "socket hang up" };
const wait = (seconds: string) => answer(429, { "retry-after": seconds });

/** Sends to a server that answers so, in this order, and then for ever as at last. */
async function send(
  outcomes: readonly DeliveryOutcome[],
  { isRepeatable = false, maxWait = 60_000, requestTime = 0 } = {},
) {
  const waits: number[] = [];
  let requests = 0;
  let clock = 0;
  const sending: Sending = {
    deliver: async () => {
      clock += requestTime;
      return outcomes[Math.min(requests++, outcomes.length - 1)]!;
    },
    sleep: async (milliseconds) => {
      clock += milliseconds;
      waits.push(milliseconds);
    },
    now: () => clock,
    random: () => 0,
    maxWait,
    onWait: () => {},
  };
  const request = { method: "POST", url: new URL("https://chat.example/"), headers: {}, body: "{}" } as const;
  const sent = await sendMessage({ name: "the webhook", request, isRepeatable, read: readWebhook }, sending);
  expect(sent.attempts).toBe(requests);
  expect(sent.waited).toBe(waits.reduce((sum, one) => sum + one, 0));
  return { kind: sent.reading.kind, reason: "reason" in sent.reading ? sent.reading.reason : "", requests, waits };
}

test.each<[string, readonly DeliveryOutcome[], string, number[], { isRepeatable?: boolean; maxWait?: number }?]>([
  ["sent at once", [answer(200)], "done", []],
  ["after a limit of parts of a second", [wait("0.3"), answer(200)], "done", [300]],
  ["after a limit that says 0", [wait("0"), answer(200)], "done", [250]],
  ["after a limit that does not say how long", [answer(429), answer(429), answer(200)], "done", [1000, 2000]],
  ["after 500", [answer(500), answer(503), answer(200)], "done", [1000, 2000]],
  ["a server that is not reached at first", [UNSENT, UNSENT, answer(200)], "done", [1000, 2000]],
  ["a server that does not exist", [NO_HOST], "refused", []],
  ["no answer to a new message", [UNANSWERED, answer(200)], "unknown", []],
  ["no answer to an edit", [UNANSWERED, answer(200)], "done", [1000], { isRepeatable: true }],
  ["a gateway's error for a new message", [answer(502), answer(200)], "unknown", []],
  ["a gateway's error for an edit", [answer(504), answer(200)], "done", [1000], { isRepeatable: true }],
  ["a limit, and then no answer", [wait("1"), UNANSWERED, answer(200)], "unknown", [1000]],
  ["a refusal", [answer(403), answer(200)], "refused", []],
  ["a limit that fits", [wait("5"), answer(200)], "done", [5000], { maxWait: 5000 }],
  ["a limit that is just too long", [wait("5.001"), answer(200)], "refused", [], { maxWait: 5000 }],
  [
    "a second limit that does not fit any more",
    [wait("3"), wait("3"), answer(200)],
    "refused",
    [3000],
    { maxWait: 5000 },
  ],
  ["a limit of hours", [wait("1337"), answer(200)], "refused", []],
  ["no wait at all", [answer(500), answer(200)], "refused", [], { maxWait: 0 }],
])("%s", async (_, outcomes, kind, waits, options = {}) => {
  const sent = await send(outcomes, options);
  expect([sent.kind, sent.waits]).toEqual([kind, waits]);
});

test.each([
  [19_000, 3],
  [20_000, 3],
  [30_000, 2],
  [60_000, 1],
])("requests of %d ms each that reach nobody: %d within 60 s", async (requestTime, requests) => {
  expect(await send([UNSENT], { requestTime })).toMatchObject({ kind: "refused", requests });
});

test("a server that limits for ever is asked a few times and no more", async () => {
  const sent = await send([wait("0.1")]);
  expect([sent.kind, sent.requests]).toEqual(["refused", MAX_ATTEMPTS]);
  expect(sent.reason).toMatch(/given up after 6 attempts$/);
});

test("an edit that is never answered stays unknown", async () => {
  const sent = await send([UNANSWERED], { isRepeatable: true });
  expect([sent.kind, sent.requests]).toEqual(["unknown", MAX_ATTEMPTS]);
});

test("the reason says how long it would have been", async () => {
  expect((await send([wait("90")])).reason).toBe(
    "the webhook answers 429; it asks to wait 90.0 s, and `max-wait` leaves 60.0 s",
  );
});

test("no answer says why the message does not go out again", async () => {
  expect((await send([UNANSWERED])).reason).toBe(
    "the webhook did not answer after the message was on its way: socket hang up; it is not sent again, as it might then stand there twice",
  );
});
