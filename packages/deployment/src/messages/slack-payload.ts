import type { FittedPayload, Message } from "./message.ts";

/** Body of an incoming webhook; of chat.postMessage and chat.update together with channel, thread_ts and ts. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: readonly object[];
  /** Absent from an edit: chat.update does not know them. */
  readonly unfurl_links?: false;
  readonly unfurl_media?: false;
}

/** @param form chat.update knows fewer arguments, and an edit calls nobody */
export function slackPayload(message: Message, form: "post" | "edit"): FittedPayload<SlackPayload> {
  return { payload: { text: message.title, blocks: [], ...(form === "post" && { unfurl_links: false }) }, left: [] };
}
