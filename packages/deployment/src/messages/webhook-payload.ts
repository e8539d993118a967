import { createHmac } from "node:crypto";
import { fitMessage } from "./fitting/fit-message.ts";
import { plainText } from "./fitting/message-line.ts";
import type { FittedPayload, Message, MessageLine, MessageState } from "./message.ts";
import type { RunFacts } from "./run-facts.ts";

export const WEBHOOK_SCHEMA = "jessy-actions/notify-message/v1";

/** Of the body, in bytes: less than what any receiver that we know of refuses. */
export const MAX_WEBHOOK_BYTES = 64 * 1024;

/** Plain text, and the address of its first link. */
interface WebhookLine {
  readonly text: string;
  readonly url: string | null;
}

/** What any service gets; published as docs/schema/notify-message.v1.json. Within version 1 fields are only added. */
export interface WebhookPayload {
  readonly schema: typeof WEBHOOK_SCHEMA;
  /** The same for every attempt to send this message: a receiver drops what it has seen. */
  readonly id: string;
  readonly state: MessageState;
  readonly title: string;
  readonly url: string | null;
  readonly text: readonly WebhookLine[];
  readonly fields: readonly { readonly name: string; readonly value: WebhookLine }[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly WebhookLine[] }[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly repository: { readonly owner: string; readonly name: string; readonly url: string };
  readonly run: {
    readonly id: number;
    readonly number: number;
    readonly attempt: number;
    readonly url: string;
    readonly workflow: string;
    readonly event: string;
  };
  readonly ref: string | null;
  readonly commit: string | null;
  readonly actor: string | null;
  readonly environment: string | null;
}

/** @param id becomes the header Idempotency-Key as well: `run-attempt-step` */
export function webhookPayload(message: Message, facts: RunFacts, id: string): FittedPayload<WebhookPayload> {
  return fitMessage(
    message,
    (part) => ({ payload: renderWebhook(part, facts, id), left: [] }),
    (payload) => new TextEncoder().encode(JSON.stringify(payload)).length <= MAX_WEBHOOK_BYTES,
  );
}

/** The header X-Hub-Signature-256, in the form of GitHub's own webhooks. @param body exactly as it is sent */
export function webhookSignature(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body, "utf8").digest("hex")}`;
}

function renderWebhook(message: Message, facts: RunFacts, id: string): WebhookPayload {
  const { id: runId, number, attempt, url, workflow, event } = facts.run;
  return {
    schema: WEBHOOK_SCHEMA,
    id,
    state: message.state,
    title: message.title,
    url: message.titleUrl ?? null,
    text: message.text.map(webhookLine),
    fields: message.fields.map(({ name, value }) => ({ name, value: webhookLine(value) })),
    sections: message.sections.map(({ title, lines }) => ({ title, lines: lines.map(webhookLine) })),
    links: message.buttons,
    time: message.time,
    repository: facts.repository,
    run: { id: runId, number, attempt, url, workflow, event },
    ref: facts.ref ?? null,
    commit: facts.commit?.sha ?? null,
    actor: facts.actor ?? null,
    environment: facts.environment?.name ?? null,
  };
}

function webhookLine(line: MessageLine): WebhookLine {
  const link = line.find((part) => typeof part !== "string" && "href" in part);
  return {
    text: plainText(line),
    url: link !== undefined && typeof link !== "string" && "href" in link ? link.href : null,
  };
}
