/** What is to be said, whatever the chat: made from job results and result files, or by the user's own inputs. All texts are untrusted and plain. */
export interface Message {
  readonly state: MessageState;
  /** One line: `jessy v1.2.3 → production: deployed`. */
  readonly title: string;
  readonly titleUrl: string | undefined;
  /** Paragraphs under the title. */
  readonly text: readonly MessageLine[];
  /** Short facts, in order of importance: the last ones are left out first. */
  readonly fields: readonly { readonly name: string; readonly value: MessageLine }[];
  /** Longer parts, e.g. failed jobs, hosts, smoke checks; cut from their ends. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly MessageLine[] }[];
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
  /** Who is called, from inputs alone; empty: nobody, whatever the texts say. */
  readonly mentions: readonly Mention[];
  /** `run 12, attempt 2`. */
  readonly footer: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export type MessageState = "started" | "success" | "failure" | "cancelled" | "skipped" | "warning" | "recovered";

export type MessagePart =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly text: string; readonly href: string };

export type MessageLine = readonly MessagePart[];

/** By the chat's own ids; a chat ignores those of others. */
export type Mention =
  | { readonly kind: "everyone" | "here" | "channel" }
  | { readonly kind: "user" | "group"; readonly id: string; readonly name?: string };

/** A payload ready to be sent, and what had to be cut or left out to fit the chat's limits, a sentence each. */
export interface FittedPayload<Payload> {
  readonly payload: Payload;
  readonly left: readonly string[];
}
