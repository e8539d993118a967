import type { Delivery } from "../result.ts";
import { isEdit, type Target } from "../targets/target.ts";
import { outgoingOf, type Said } from "./outgoing.ts";
import type { MadeMessage } from "./reading.ts";
import { type Sending, type Sent, sendMessage } from "./send.ts";

/** Brings a message to one target. An edit whose message is gone becomes a new message. Never throws for what a server does. */
export async function sendTo(target: Target, said: Said, sending: Sending): Promise<Delivery> {
  const form = isEdit(target) ? "edit" : "post";
  const start = sending.now();
  const outgoing = outgoingOf(target, said, form);
  const sent = await sendMessage(outgoing, sending);
  if (sent.reading.kind !== "gone" || form === "post")
    return deliveryOf(target, sent, outgoing.left, form === "edit" ? "edited" : "sent");
  const { reason } = sent.reading;
  const anew = outgoingOf(target, said, "post");
  sending.onWait(`${reason}; a new one is posted`);
  const maxWait = sending.maxWait - Math.max(sent.waited, sending.now() - start);
  const second = await sendMessage(anew, { ...sending, maxWait });
  const whole = { ...second, attempts: sent.attempts + second.attempts, waited: sent.waited + second.waited };
  return deliveryOf(target, whole, anew.left, "reposted", reason);
}

function deliveryOf(
  { name, kind }: Target,
  { reading, attempts, waited }: Sent,
  left: readonly string[],
  done: "sent" | "edited" | "reposted",
  before?: string,
): Delivery {
  const delivery = { target: name, kind, attempts, waited, left };
  if (reading.kind === "done") {
    const reason = before ?? reading.note;
    return { ...delivery, status: done, ...(reason !== undefined && { reason }), ...idsOf(reading.made) };
  }
  return { ...delivery, status: reading.kind === "unknown" ? "unknown" : "failed", reason: reading.reason };
}

function idsOf({ slackTs, slackChannel, discordId }: MadeMessage = {}): Partial<Delivery> {
  return {
    ...(slackTs !== undefined && { slackTs }),
    ...(slackChannel !== undefined && { slackChannel }),
    ...(discordId !== undefined && { discordMessageId: discordId }),
  };
}
