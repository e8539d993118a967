/** Where a message goes. Addresses and tokens are secrets: nothing of a target but its `name` is ever shown. */
export type Target = SlackWebhook | SlackBot | DiscordWebhook | TeamsWorkflow | PlainWebhook;

interface Named {
  /** For people: `Slack`, `Slack 2`. */
  readonly name: string;
}

/** Only posts: its answer does not say which message it made. */
export interface SlackWebhook extends Named {
  readonly kind: "slack-webhook";
  readonly url: string;
}

export interface SlackBot extends Named {
  readonly kind: "slack";
  /** Of the Web API, with a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** Its id, or its name for a new message. */
  readonly channel: string;
  /** The message to edit: a text, as a number would lose digits. */
  readonly ts: string | undefined;
  /** The message whose thread a new one goes into. */
  readonly threadTs: string | undefined;
}

export interface DiscordWebhook extends Named {
  readonly kind: "discord";
  /** Without a query and without the suffixes that mean other formats. */
  readonly url: string;
  /** The message to edit. */
  readonly messageId: string | undefined;
  readonly threadId: string | undefined;
}

export interface TeamsWorkflow extends Named {
  readonly kind: "teams";
  readonly url: string;
}

export interface PlainWebhook extends Named {
  readonly kind: "webhook";
  readonly url: string;
  /** Signs the body; undefined: unsigned. */
  readonly secret: string | undefined;
}

export type TargetKind = Target["kind"];

export const TARGET_KINDS = ["slack-webhook", "slack", "discord", "teams", "webhook"] as const;

/** A target that was asked for and cannot be used. Its address is not part of the problem. */
export interface UnusableTarget {
  readonly kind: TargetKind;
  readonly name: string;
  /** A sentence without its subject and full stop: `has no address: the input \`teams-webhook\` is empty`. */
  readonly problem: string;
  /** A secret that is empty: as all are in a run that may not have them. */
  readonly isEmpty?: true;
}

/** Whether a message that stands is to be edited. */
export function isEdit(target: Target): boolean {
  return (
    (target.kind === "slack" && target.ts !== undefined) ||
    (target.kind === "discord" && target.messageId !== undefined)
  );
}
