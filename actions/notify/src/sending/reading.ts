/** What an answer says of a message, whatever the chat. Reasons are clauses: `Slack answers 404: no_service`. */
export type Reading =
  | { readonly kind: "done"; readonly made?: MadeMessage; readonly note?: string }
  /** Too many messages; undefined: it does not say until when, in milliseconds from now. */
  | { readonly kind: "limited"; readonly reason: string; readonly delay: number | undefined }
  /** The server says that it did nothing, and that this passes. */
  | { readonly kind: "failing"; readonly reason: string }
  /** It may have been posted: sent again, it might stand there twice. */
  | { readonly kind: "unknown"; readonly reason: string }
  /** The message to edit is not there any more. */
  | { readonly kind: "gone"; readonly reason: string }
  /** It will never be taken as it is. */
  | { readonly kind: "refused"; readonly reason: string };

/** Ids of the message that was made or edited, as the chat gives them. */
export interface MadeMessage {
  readonly slackTs?: string;
  readonly slackChannel?: string;
  readonly discordId?: string;
}
