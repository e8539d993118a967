import { deliver } from "@jessy-actions/kit/web-service/delivery";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ChatServer, SLACK_TOKEN } from "../../testing/chat-server.ts";
import type { Target } from "../targets/target.ts";
import type { Sending } from "./send.ts";
import { sendTo } from "./send-to.ts";

let chats: ChatServer;
let waits: string[];

beforeEach(async () => {
  chats = await ChatServer.start();
  waits = [];
});

afterEach(() => chats.close());

const MESSAGE = {
  state: "success",
  title: "demo: deployed",
  titleUrl: undefined,
  text: [],
  fields: [],
  sections: [],
  buttons: [],
  mentions: [],
  footer: "run 3",
  time: 0,
} as const;

function send(target: Target, maxWait = 60_000) {
  const sending: Sending = {
    deliver,
    sleep: async () => {},
    now: Date.now,
    random: () => 0,
    maxWait,
    onWait: (text) => void waits.push(text),
  };
  return sendTo(target, { message: MESSAGE, webhook: null }, sending);
}

const slack = (more: object = {}): Target => ({
  kind: "slack",
  name: "Slack",
  apiUrl: `${chats.url.slackApi}/`,
  token: SLACK_TOKEN,
  channel: "C0DEPLOY01",
  ts: undefined,
  threadTs: undefined,
  ...more,
});
const discord = (more: object = {}): Target => ({
  kind: "discord",
  name: "Discord",
  url: chats.url.discord,
  messageId: undefined,
  threadId: undefined,
  ...more,
});

test.each(["slack", "discord"] as const)("%s: posted, then edited", async (chat) => {
  const target = { slack, discord }[chat];
  const first = await send(target());
  expect(first).toMatchObject({ status: "sent", attempts: 1 });
  const ids = { ts: first.slackTs, messageId: first.discordMessageId };
  expect(await send(target(ids))).toMatchObject({ status: "edited", attempts: 1 });
  expect(chats.of(chat).map(({ edits }) => edits)).toEqual([1]);
});

test.each<[string, () => Target]>([
  ["Slack", () => slack({ ts: "1600000000.000001" })],
  ["Discord", () => discord({ messageId: "404" })],
])("%s: a message that is gone is posted anew, once, and its new id is given", async (_, target) => {
  const delivery = await send(target());
  expect(delivery).toMatchObject({ status: "reposted", attempts: 2 });
  expect([delivery.slackTs, delivery.discordMessageId]).toContain(chats.messages[0]!.id);
  expect(chats.messages).toHaveLength(1);
});

test("an edit that got no answer is made again, and changes nothing more", async () => {
  const { slackTs: ts } = await send(slack());
  chats.fault("slack", { isDone: true, drop: true }, { status: 502 });
  expect(await send(slack({ ts }))).toMatchObject({ status: "edited", attempts: 3 });
  expect(chats.of("slack")).toHaveLength(1);
});

test.each<[string, Parameters<ChatServer["fault"]>[1]]>([
  ["the connection ends after it was kept", { isDone: true, drop: true }],
  ["a gateway answers after it was kept", { isDone: true, status: 504 }],
  ["the answer is cut off", { isDone: true, headers: { "content-length": "1000" }, body: "{" }],
])("a new message whose fate is not known is not sent again: %s", async (_, fault) => {
  chats.fault("slack", fault);
  expect(await send(slack())).toMatchObject({ status: "unknown", attempts: 1 });
  expect(chats.of("slack")).toHaveLength(1);
});

test("the waits of an edit and of the post after it are counted together", async () => {
  chats.fault("slack", { status: 429, headers: { "retry-after": "3" } });
  chats.fault("slack", { status: 200, body: '{"ok":false,"error":"message_not_found"}' });
  chats.fault("slack", { status: 429, headers: { "retry-after": "3" } });
  const delivery = await send(slack({ ts: "1600000000.000001" }), 5000);
  expect(delivery).toMatchObject({ status: "failed", attempts: 3, waited: 3000 });
  expect(delivery.reason).toMatch(/`max-wait` leaves 2\.0 s/);
});

test("a redirect takes neither message nor token along", async () => {
  const elsewhere = await ChatServer.start();
  chats.fault("slack", { status: 307, headers: { location: `${elsewhere.url.slackApi}/chat.postMessage` } });
  expect(await send(slack())).toMatchObject({ status: "failed", attempts: 1 });
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
});

test("a token that Slack does not know", async () => {
  expect(await send(slack({ token: "xoxb-other" }))).toMatchObject({
    status: "failed",
    reason: "Slack answers `invalid_auth`: the token is not valid",
  });
});
