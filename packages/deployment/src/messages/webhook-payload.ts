import { createHmac } from "node:crypto";
import type { FittedPayload, Message } from "./message.ts";
import type { RunFacts } from "./run-facts.ts";

export const WEBHOOK_SCHEMA = "jessy-actions/notify-message/v1";

/** What any service gets; published as docs/schema/notify-message.v1.json. */
export interface WebhookPayload extends Omit<Message, "mentions"> {
  readonly schema: typeof WEBHOOK_SCHEMA;
  /** The same for every attempt to send this message: a receiver drops what it has seen. */
  readonly id: string;
  readonly repository: { readonly owner: string; readonly name: string; readonly url: string };
  readonly run: Omit<RunFacts["run"], "startedAt">;
  readonly ref: string | null;
  readonly commit: string | null;
  readonly actor: string | null;
  readonly environment: string | null;
}

/** @param id becomes the header Idempotency-Key as well: `run-attempt-step` */
export function webhookPayload(message: Message, facts: RunFacts, id: string): FittedPayload<WebhookPayload> {
  const { mentions: _, ...said } = message;
  return {
    payload: {
      schema: WEBHOOK_SCHEMA,
      id,
      ...said,
      repository: facts.repository,
      run: facts.run,
      ref: facts.ref ?? null,
      commit: facts.commit?.sha ?? null,
      actor: facts.actor ?? null,
      environment: facts.environment?.name ?? null,
    },
    left: [],
  };
}

/** The header X-Hub-Signature-256, in the form of GitHub's own webhooks. @param body exactly as it is sent */
export function webhookSignature(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body, "utf8").digest("hex")}`;
}
