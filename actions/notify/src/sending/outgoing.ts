import { discordPayload } from "@jessy-actions/deployment/messages/discord-payload";
import type { FittedPayload, Message } from "@jessy-actions/deployment/messages/message";
import { slackPayload } from "@jessy-actions/deployment/messages/slack-payload";
import { teamsPayload } from "@jessy-actions/deployment/messages/teams-payload";
import { type WebhookPayload, webhookSignature } from "@jessy-actions/deployment/messages/webhook-payload";
import type { DiscordWebhook, PlainWebhook, SlackBot, Target } from "../targets/target.ts";
import { readDiscord } from "./answers/discord-answer.ts";
import { readSlackApi, readSlackWebhook } from "./answers/slack-answers.ts";
import { readTeams } from "./answers/teams-answer.ts";
import { readWebhook } from "./answers/webhook-answer.ts";
import type { Outgoing } from "./send.ts";

/** What is said, without any secret. */
export interface Said {
  readonly message: Message;
  readonly webhook: WebhookPayload | null;
}

export type OutgoingMessage = Outgoing & Pick<FittedPayload<object>, "left">;

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** The request that brings a message to a target. Pure. @param form `post` for a new message though one was to be edited. */
export function outgoingOf(target: Target, said: Said, form: "post" | "edit"): OutgoingMessage {
  switch (target.kind) {
    case "slack-webhook":
      return post("Slack", target.url, slackPayload(said.message, "post"), readSlackWebhook);
    case "slack":
      return slackOf(target, said.message, form);
    case "discord":
      return discordOf(target, said.message, form);
    case "teams":
      return post("Teams", target.url, teamsPayload(said.message), readTeams);
    case "webhook":
      return webhookOf(target, said.webhook);
  }
}

function post(
  name: string,
  url: string,
  { payload, left }: FittedPayload<object>,
  read: Outgoing["read"],
  headers: Readonly<Record<string, string>> = {},
): OutgoingMessage {
  const body = JSON.stringify(payload);
  const request = { method: "POST", url: new URL(url), headers: { ...JSON_TYPE, ...headers }, body } as const;
  return { name, request, isRepeatable: false, read, left };
}

/** chat.postMessage, and chat.update by the channel's id and the `ts` of the message. */
function slackOf(
  { apiUrl, token, channel, ts, threadTs }: SlackBot,
  message: Message,
  form: "post" | "edit",
): OutgoingMessage {
  const { payload, left } = slackPayload(message, form);
  const [method, where] =
    form === "edit"
      ? (["chat.update", { channel, ts }] as const)
      : (["chat.postMessage", { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) }] as const);
  const fitted = { payload: { ...where, ...payload }, left };
  const outgoing = post("Slack", `${apiUrl}${method}`, fitted, readSlackApi, { authorization: `Bearer ${token}` });
  return { ...outgoing, isRepeatable: form === "edit" };
}

/** `wait=true`: only then Discord says that it kept the message, and its id. */
function discordOf(
  { url, messageId, threadId }: DiscordWebhook,
  message: Message,
  form: "post" | "edit",
): OutgoingMessage {
  const address = new URL(form === "edit" ? `${url}/messages/${messageId}` : url);
  if (form === "post") address.searchParams.set("wait", "true");
  if (threadId !== undefined) address.searchParams.set("thread_id", threadId);
  const outgoing = post("Discord", address.href, discordPayload(message), readDiscord);
  if (form === "post") return outgoing;
  return { ...outgoing, request: { ...outgoing.request, method: "PATCH" }, isRepeatable: true };
}

function webhookOf({ url, secret }: PlainWebhook, payload: WebhookPayload | null): OutgoingMessage {
  if (payload === null) throw new Error("a webhook has no payload");
  const outgoing = post("the webhook", url, { payload, left: [] }, readWebhook, { "idempotency-key": payload.id });
  if (secret === undefined) return outgoing;
  const { request } = outgoing;
  const signed = { ...request.headers, "x-hub-signature-256": webhookSignature(request.body, secret) };
  return { ...outgoing, request: { ...request, headers: signed } };
}
