import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LoopbackServer } from "../../../packages/local-runner/src/github/loopback-server.ts";
import { discordProblems } from "./discord-rules.ts";
import { slackProblem } from "./slack-rules.ts";

export type Chat = "slack-webhook" | "slack" | "discord" | "teams" | "webhook";

type Fields = Readonly<Record<string, unknown>>;

/** A message that stands in a chat. */
export interface StandingMessage {
  readonly chat: Chat;
  readonly id: string;
  /** Of Slack and Discord. */
  readonly thread?: string | undefined;
  /** As it stands after the last edit. */
  body: Fields;
  edits: number;
}

/** What the next request of a chat meets instead of its answer. */
export interface ChatFault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the chat does what it was asked for, and yet answers so. */
  readonly isDone?: boolean;
  /** No answer: the connection ends. */
  readonly drop?: boolean;
}

export const SLACK_TOKEN = "xoxb-1111111111-Pl4ntedT0kenOfSlack";
export const WEBHOOK_SECRET = "Pl4nted-Secret-Of-Webhooks";
const PATHS = {
  slackWebhook: "/services/T0PLANTED/B0PLANTED/Pl4ntedSlackWebhookPath",
  discord: "/api/webhooks/123456789012345678/Pl4nted-Discord_Webhook-Token",
  teams: "/workflows/0123456789abcdef0123/triggers/manual/paths/invoke",
  webhook: "/hooks/Pl4ntedHookPath99",
};
const TEAMS_SIGNATURE = "Pl4ntedTeamsSignature";
const TEAMS_BYTES = 28 * 1024;

/** Slack, Discord, Teams and a service of one's own, on this machine: they refuse what the real ones refuse. */
export class ChatServer {
  readonly host: string;
  readonly messages: StandingMessage[] = [];
  /** Requests that came in, as `POST slack chat.update`. */
  readonly requests: string[] = [];
  readonly #server: LoopbackServer;
  readonly #faults = new Map<Chat, ChatFault[]>();
  /** Channels that the bot may post in, by name. */
  readonly channels = new Map([["deployments", "C0DEPLOY01"]]);
  #made = 0;

  static async start(): Promise<ChatServer> {
    const server = await LoopbackServer.start();
    const chats = new ChatServer(server);
    server.onRequest((request, response) => {
      chats.#serve(request, response).catch((error: unknown) => response.writeHead(599).end(String(error)));
    });
    return chats;
  }

  private constructor(server: LoopbackServer) {
    this.#server = server;
    this.host = new URL(server.url).host;
  }

  get url() {
    const { url } = this.#server;
    return {
      slackWebhook: url + PATHS.slackWebhook,
      slackApi: `${url}/api`,
      discord: url + PATHS.discord,
      teams: `${url}${PATHS.teams}?api-version=2016-06-01&sig=${TEAMS_SIGNATURE}`,
      webhook: url + PATHS.webhook,
    };
  }

  /** The next requests of a chat meet these, one each. */
  fault(chat: Chat, ...faults: readonly ChatFault[]): void {
    this.#faults.set(chat, [...(this.#faults.get(chat) ?? []), ...faults]);
  }

  of(chat: Chat): readonly StandingMessage[] {
    return this.messages.filter((message) => message.chat === chat);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.#server.url);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const chat = chatOf(url.pathname);
    if (chat === undefined) return void response.writeHead(404).end("no such chat");
    this.requests.push(`${request.method} ${chat} ${url.pathname.split("/").at(-1)}`);
    const fault = this.#faults.get(chat)?.shift();
    const done = fault === undefined || fault.isDone === true ? this.#answer(chat, request, url, text) : undefined;
    if (fault?.drop) return void request.socket.destroy();
    const { status, body, headers } =
      fault === undefined ? done! : { status: fault.status ?? 200, body: fault.body ?? "", headers: fault.headers };
    response
      .writeHead(status, { "content-type": body.startsWith("{") ? "application/json" : "text/plain", ...headers })
      .end(body);
  }

  #answer(chat: Chat, request: IncomingMessage, url: URL, text: string): ChatAnswer {
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return { status: 400, body: "not JSON" };
    const body = JSON.parse(text) as Fields;
    switch (chat) {
      case "slack-webhook": {
        const problem = slackProblem(body);
        if (problem !== undefined) return { status: 400, body: problem.word };
        this.#keep(chat, body);
        return { status: 200, body: "ok" };
      }
      case "slack":
        return json(200, this.#slack(url.pathname.split("/").at(-1)!, request.headers.authorization, body));
      case "discord":
        return this.#discord(request.method!, url, body);
      case "teams":
        if (url.searchParams.get("sig") !== TEAMS_SIGNATURE)
          return json(401, { error: { code: "DirectApiAuthorizationRequired", message: "no signature" } });
        if (Buffer.byteLength(text) > TEAMS_BYTES) return { status: 413, body: "too large" };
        this.#keep(chat, body);
        return { status: 202, body: "" };
      case "webhook": {
        const expected = `sha256=${createHmac("sha256", WEBHOOK_SECRET).update(text).digest("hex")}`;
        if (request.headers["x-hub-signature-256"] !== expected) return { status: 401, body: "wrong signature" };
        this.#keep(chat, { ...body, idempotencyKey: request.headers["idempotency-key"] });
        return { status: 204, body: "" };
      }
    }
  }

  #slack(
    method: string,
    authorization: string | undefined,
    { channel, ts, thread_ts: thread, ...body }: Fields,
  ): Fields {
    if (authorization !== `Bearer ${SLACK_TOKEN}`) return { ok: false, error: "invalid_auth" };
    const problem = slackProblem(body);
    if (problem !== undefined)
      return { ok: false, error: problem.word, response_metadata: { messages: [problem.place] } };
    const ids = [...this.channels.values()];
    if (method === "chat.postMessage") {
      const id = this.channels.get(String(channel)) ?? ids.find((one) => one === channel);
      if (id === undefined) return { ok: false, error: "channel_not_found" };
      const made = this.#keep("slack", body, typeof thread === "string" ? thread : undefined);
      return { ok: true, channel: id, ts: made.id, message: { ts: made.id } };
    }
    if (!ids.includes(String(channel))) return { ok: false, error: "channel_not_found" };
    const message = this.of("slack").find(({ id }) => id === ts);
    if (message === undefined) return { ok: false, error: "message_not_found" };
    message.body = body;
    message.edits++;
    return { ok: true, channel, ts };
  }

  #discord(method: string, url: URL, body: Fields): ChatAnswer {
    const problems = discordProblems(body);
    if (problems.length > 0) return json(400, { message: "Invalid Form Body", code: 50035, errors: problems });
    if (method === "POST") {
      const made = this.#keep("discord", body, url.searchParams.get("thread_id") ?? undefined);
      return url.searchParams.get("wait") === "true" ? json(200, { id: made.id }) : { status: 204, body: "" };
    }
    const id = /\/messages\/(\d+)$/.exec(url.pathname)?.[1];
    const message = this.of("discord").find((one) => one.id === id);
    if (message === undefined) return json(404, { message: "Unknown Message", code: 10008 });
    message.body = body;
    message.edits++;
    return json(200, { id });
  }

  #keep(chat: Chat, body: Fields, thread?: string): StandingMessage {
    const number = ++this.#made;
    const id = chat === "slack" ? `1700000000.00000${number}` : String(1_200_000_000_000_000_000n + BigInt(number));
    const message = { chat, id, body, edits: 0, thread };
    this.messages.push(message);
    return message;
  }
}

interface ChatAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function json(status: number, body: Fields): ChatAnswer {
  return { status, body: JSON.stringify(body) };
}

function chatOf(path: string): Chat | undefined {
  if (path === PATHS.slackWebhook) return "slack-webhook";
  if (/^\/api\/chat\.(?:postMessage|update)$/.test(path)) return "slack";
  if (path === PATHS.discord || path.startsWith(`${PATHS.discord}/messages/`)) return "discord";
  if (path === PATHS.teams) return "teams";
  return path === PATHS.webhook ? "webhook" : undefined;
}
