import type { Message, MessageState } from "@jessy-actions/deployment/messages/message";
import type { WebhookPayload } from "@jessy-actions/deployment/messages/webhook-payload";
import type { ResultContext } from "@jessy-actions/kit/action/context";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { TargetKind } from "./targets/target.ts";

export const RESULT_SCHEMA = "jessy-actions/notify/v1";

/**
 * The whole decision as plain JSON, and what became of it. Published as docs/schema/notify-result.v1.json; a field never
 * gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1: only with `fail-on-error`. */
  readonly fails: boolean;
  readonly headline: string;
  readonly context: ResultContext;
  readonly state: MessageState;
  readonly delivered: Delivered;
  /** Whether there was something to say, and why. */
  readonly occasion: OccasionResult;
  readonly settings: { readonly failOnError: boolean; readonly dryRun: boolean; readonly maxWait: number };
  /** Why the run has none of the repository's secrets, as a clause; null if it has them. */
  readonly missingSecrets: string | null;
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
  /** What could not be found out or read, a sentence each. */
  readonly notes: readonly string[];
  /** What a webhook gets; null without one. Not in the result file, which has the message. */
  readonly webhook: WebhookPayload | null;
}

/** `partly`: to some of the targets. `unknown`: to none that is known, and perhaps to one. `skipped`: nothing was to be sent. */
export type Delivered = "true" | "partly" | "false" | "unknown" | "skipped";

export interface OccasionResult {
  readonly on: "always" | "failure" | "change";
  readonly isMet: boolean;
  /** A clause: `the run failed, and the one before did not`. */
  readonly reason: string;
}

/** What became of the message at one target. */
export interface Delivery {
  /** For people. */
  readonly target: string;
  readonly kind: TargetKind;
  readonly status: DeliveryStatus;
  /** Why it was not sent, or what to know of it. */
  readonly reason?: string;
  /** Requests. */
  readonly attempts: number;
  /** Milliseconds. */
  readonly waited: number;
  /** What was cut to fit the chat's limits, a sentence each. */
  readonly left: readonly string[];
  readonly slackTs?: string;
  readonly slackChannel?: string;
  readonly discordMessageId?: string;
}

/** `reposted`: the message to edit was gone, and a new one was posted. `planned`: of a dry run. */
export type DeliveryStatus = "planned" | "sent" | "edited" | "reposted" | "failed" | "unknown" | "skipped";
