import type { ActionIo } from "@jessy-actions/kit/action/io";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordedLog } from "../../../packages/local-runner/testing/recorded-log.ts";
import { ChatServer, SLACK_TOKEN, WEBHOOK_SECRET } from "../testing/chat-server.ts";
import { factsOf, inputsOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import type { Target } from "./targets/target.ts";

let chats: ChatServer;
let logged: string;

beforeEach(async () => {
  chats = await ChatServer.start();
  logged = "";
});

afterEach(() => chats.close());

function written(more: Readonly<Record<string, string>> = {}) {
  const { slackWebhook, webhook } = chats.url;
  const targets = { "slack-webhook": slackWebhook, webhook, "webhook-secret": WEBHOOK_SECRET };
  return inputsOf({ "allowed-hosts": chats.host, ...targets, ...more });
}

async function send(inputs: ReturnType<typeof written>, title = "x") {
  const log = recordedLog((line) => {
    logged += line;
  });
  for (const secret of inputs.secrets) log.mask(secret);
  const io = { log } as unknown as ActionIo;
  return execute(evaluate(inputs, factsOf({ own: { ...inputs.own, title: [title] } })), inputs, io);
}

test("every target gets the message, and the verdict is made of what became of it", async () => {
  const result = await send(written());
  expect(result).toMatchObject({ verdict: "pass", delivered: "true" });
  expect(chats.messages.map(({ chat }) => chat).sort()).toEqual(["slack-webhook", "webhook"]);
});

test("the idempotency key is the message's, whoever gets it", async () => {
  const { webhook } = await send(written());
  expect(chats.of("webhook")[0]!.body).toMatchObject({ idempotencyKey: webhook!.id, id: webhook!.id });
});

test("a dry run and an occasion that is not met send nothing", async () => {
  expect((await send(written({ "dry-run": "true" }))).delivered).toBe("skipped");
  expect((await send(written({ on: "failure" }))).delivered).toBe("skipped");
  expect(chats.requests).toEqual([]);
});

test("a secret that a message would tell is cut out of it", async () => {
  await send(
    written({ "slack-token": SLACK_TOKEN, "slack-channel": "C0DEPLOY01", "slack-api-url": chats.url.slackApi }),
    `it is ${SLACK_TOKEN}`,
  );
  expect(chats.messages).toHaveLength(3);
  expect(JSON.stringify(chats.messages)).not.toContain(SLACK_TOKEN);
  expect(logged).not.toContain(SLACK_TOKEN);
});

test("a fault of ours at one target stops no other, and is told with its stack", async () => {
  const inputs = written();
  const [slack, webhook] = inputs.targets as readonly [Target, Target];
  const faulty = { ...inputs, targets: [{ ...slack, url: "no address" } as Target, webhook] };
  const result = await send(faulty);
  expect(result).toMatchObject({ verdict: "inconclusive", fails: false, delivered: "partly" });
  expect(logged).toContain("at ");
  expect(chats.of("webhook")).toHaveLength(1);
});
