import type { FittedPayload, Message } from "./message.ts";

/** What the workflow "Post to a channel when a webhook request is received" takes. */
export interface TeamsPayload {
  readonly type: "message";
  readonly attachments: readonly [
    {
      readonly contentType: "application/vnd.microsoft.card.adaptive";
      readonly contentUrl: null;
      readonly content: object;
    },
  ];
}

export function teamsPayload(message: Message): FittedPayload<TeamsPayload> {
  return {
    payload: {
      type: "message",
      attachments: [
        { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: { title: message.title } },
      ],
    },
    left: [],
  };
}
