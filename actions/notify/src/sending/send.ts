import type { DeliveryAnswer, DeliveryOutcome, DeliveryRequest } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "./reading.ts";

/** A message on its way to one chat. */
export interface Outgoing {
  /** Of the chat, for people. */
  readonly name: string;
  readonly request: DeliveryRequest;
  /** Whether it does no harm twice: an edit, and no new message. */
  readonly isRepeatable: boolean;
  readonly read: (answer: DeliveryAnswer, now: number) => Reading;
}

/** How it ended. */
export interface Sent {
  readonly reading: Extract<Reading, { readonly kind: "done" | "unknown" | "gone" | "refused" }>;
  readonly attempts: number;
  /** Milliseconds in all. */
  readonly waited: number;
}

export interface Sending {
  readonly deliver: (request: DeliveryRequest) => Promise<DeliveryOutcome>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds from the first request after which none is begun any more. */
  readonly maxWait: number;
  readonly onWait: (text: string) => void;
}

/** Also when the waits are short: failed requests count against the sender. */
export const MAX_ATTEMPTS = 6;
/** Milliseconds where an answer does not say how long, doubled each time. */
const FIRST_WAIT = 1000;
/** Runs that were limited together do not come back together. */
const JITTER = 250;
/** A server that says "wait 0 s" is asked no faster than this. */
const SHORTEST_WAIT = 250;

/**
 * Sends a message until it is known what became of it. It goes out again only when the last attempt certainly did
 * nothing, or when a second one does no harm.
 */
export async function sendMessage(outgoing: Outgoing, sending: Sending): Promise<Sent> {
  const { deliver, sleep, now, random, maxWait, onWait } = sending;
  const start = now();
  let waited = 0;
  for (let attempts = 1; ; attempts++) {
    const reading = readOutcome(outgoing, await deliver(outgoing.request), now());
    const end = (ended: Sent["reading"]): Sent => ({ reading: ended, attempts, waited });
    if (
      reading.kind !== "limited" &&
      reading.kind !== "failing" &&
      !(reading.kind === "unknown" && outgoing.isRepeatable)
    )
      return end(reading);
    const asked = reading.kind === "limited" ? reading.delay : undefined;
    // A server that takes the connection and says nothing costs time as well.
    const left = maxWait - Math.max(waited, now() - start);
    const planned = Math.max(asked ?? FIRST_WAIT * 2 ** (attempts - 1), SHORTEST_WAIT);
    const delay = Math.min(Math.round(planned + random() * JITTER), Math.max(planned, left));
    const why = whyNotAgain({ attempts, delay, left, asked });
    if (why !== undefined)
      return end({ kind: reading.kind === "unknown" ? "unknown" : "refused", reason: `${reading.reason}; ${why}` });
    onWait(`${reading.reason}; again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
    waited += delay;
  }
}

function readOutcome({ name, read, isRepeatable }: Outgoing, outcome: DeliveryOutcome, now: number): Reading {
  switch (outcome.kind) {
    case "answer":
      return read(outcome, now);
    case "unsent": {
      const reason = `${name} was not reached: ${outcome.reason}`;
      return { kind: outcome.isFinal ? "refused" : "failing", reason };
    }
    case "unanswered": {
      const end = isRepeatable ? "" : "; it is not sent again, as it might then stand there twice";
      return {
        kind: "unknown",
        reason: `${name} did not answer after the message was on its way: ${outcome.reason}${end}`,
      };
    }
  }
}

function whyNotAgain(state: {
  readonly attempts: number;
  readonly delay: number;
  readonly left: number;
  readonly asked: number | undefined;
}): string | undefined {
  const { attempts, delay, left, asked } = state;
  if (asked !== undefined && asked > left)
    return `it asks to wait ${(asked / 1000).toFixed(1)} s, and \`max-wait\` leaves ${(left / 1000).toFixed(1)} s`;
  if (attempts >= MAX_ATTEMPTS) return `given up after ${attempts} attempts`;
  return delay > left ? `given up after ${attempts} attempts, as \`max-wait\` is over` : undefined;
}
