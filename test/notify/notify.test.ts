import { afterEach, beforeEach, expect, test } from "vitest";
import { SLACK_TOKEN, WEBHOOK_SECRET } from "../../actions/notify/testing/chat-server.ts";
import { everythingOf, NotifyScenario, PLANTED } from "./notify-scenario.ts";

let notify: NotifyScenario;

beforeEach(async () => {
  notify = await NotifyScenario.start();
});

afterEach(() => notify.close());

const FAILED_JOBS = [
  { id: 11, name: "build", conclusion: "success", completedAt: "2026-11-28T10:02:00Z" },
  {
    id: 12,
    name: "deploy (production)",
    conclusion: "failure",
    completedAt: "2026-11-28T10:03:00Z",
    steps: [
      { name: "checkout", conclusion: "success" },
      { name: "switch hosts", conclusion: "failure" },
    ],
    annotations: [
      { level: "failure", message: "Process completed with exit code 1." },
      { level: "failure", message: "host b answers 502 <!channel> @everyone" },
    ],
  },
  { id: 13, name: "notify", conclusion: null },
];

test("one step tells every chat once, with what failed and why, and shows no secret", async () => {
  notify.seed(FAILED_JOBS, ["success"]);
  const needs = { needs: '{"deploy":{"result":"failure","outputs":{}}}' };
  const step = await notify.run({ ...notify.all(), ...needs }, { runNumber: 2, env: { RUNNER_DEBUG: "1" } });

  expect([step.exitCode, step.outputs.get("delivered"), step.outputs.get("state")], step.log.join("\n")).toEqual([
    0,
    "true",
    "failure",
  ]);
  expect(notify.chats.requests.sort()).toEqual([
    "POST discord Pl4nted-Discord_Webhook-Token",
    "POST slack chat.postMessage",
    "POST slack-webhook Pl4ntedSlackWebhookPath",
    "POST teams invoke",
    "POST webhook Pl4ntedHookPath99",
  ]);
  expect(step.outputs.get("slack-ts")).toBe(notify.chats.of("slack")[0]!.id);
  expect(step.outputs.get("slack-channel-id")).toBe("C0DEPLOY01");
  expect(step.outputs.get("discord-message-id")).toBe(notify.chats.of("discord")[0]!.id);

  const everything = everythingOf(step);
  for (const secret of PLANTED) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString("base64"));
  }
  for (const { body } of notify.chats.messages)
    for (const secret of PLANTED) expect(JSON.stringify(body)).not.toContain(secret);
});

test("one message is edited from started to done, in Slack and in Discord", async () => {
  notify.seed([]);
  const both = { ...notify.target("slack"), ...notify.target("discord") };
  const started = await notify.run({ ...both, status: "started" });
  const done = await notify.run({
    ...both,
    "slack-channel": started.outputs.get("slack-channel-id")!,
    "slack-ts": started.outputs.get("slack-ts")!,
    "discord-message-id": started.outputs.get("discord-message-id")!,
    on: "failure",
  });
  expect(done.outputs.get("delivered"), done.log.join("\n")).toBe("true");
  expect(notify.chats.messages.map(({ chat, edits }) => [chat, edits])).toEqual(
    expect.arrayContaining([
      ["slack", 1],
      ["discord", 1],
    ]),
  );
  expect(notify.chats.messages).toHaveLength(2);
});

test("what earlier steps of the job found is told", async () => {
  notify.seed([]);
  const { scenario } = notify;
  const { refs } = scenario.github;
  const before = refs.addCommit({ message: "chore: base" });
  const sha = refs.addCommit({ message: "not a conventional commit", parents: [before], login: "alice" });
  refs.setBranch("main", sha);
  const trigger = { name: "push", branch: "main", before, sha } as const;
  const lint = await scenario.run(trigger, {}, { action: "commit-lint" });
  expect(lint.outputs.get("verdict"), lint.log.join("\n")).toBe("fail");
  const inputs = { "allowed-hosts": notify.chats.host, ...notify.target("slack-webhook"), status: "failure" };
  await scenario.run(trigger, inputs, { action: "notify" });
  await notify.run(inputs);
  const [own, other] = notify.chats.of("slack-webhook").map(({ body }) => JSON.stringify(body));
  expect(own).toContain("breaks the rules");
  // A file of another commit is not passed off as this one's.
  expect(other).toContain("is about another commit");
  expect(other).not.toContain("breaks the rules");
});

test("what a run is called, and what a chat answers, reaches no command, no shell and no other message", async () => {
  notify.seed([{ id: 9, name: "x\n::error::injected", conclusion: "failure" }]);
  notify.chats.fault("webhook", { status: 400, body: "::set-output name=verdict::pass\n::error::injected" });
  const chats = { ...notify.target("webhook"), ...notify.target("discord"), ...notify.target("slack") };
  const step = await notify.run({ ...chats, title: `leaks ${SLACK_TOKEN}`, status: "failure" });
  const left = everythingOf(step) + JSON.stringify(notify.chats.messages.map(({ body }) => body));
  for (const secret of PLANTED) expect(left).not.toContain(secret);
  expect(left).not.toContain(Buffer.from(WEBHOOK_SECRET).toString("base64"));
  expect(step.outputs.get("verdict")).toBe("fail");
  expect(step.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Webhook: the message was not sent/),
  ]);
  expect(step.log.filter((line) => line.startsWith("::error::") || line.startsWith("::set-output"))).toEqual([]);
});

test("a step that is cancelled while it waits ends, and sends nothing more", async () => {
  notify.seed([]);
  notify.chats.fault("slack", { status: 429, headers: { "retry-after": "50" }, body: "{}" });
  const cancel = new AbortController();
  const step = await notify.run(notify.target("slack"), {
    signal: cancel.signal,
    onLine: (line) => {
      if (line.includes("again in")) cancel.abort();
    },
  });
  expect(step.outcome).toBe("cancelled");
  expect(notify.chats.messages).toEqual([]);
});

test("limits are waited for as long as they say, and no message stands twice", async () => {
  notify.seed([]);
  notify.chats.fault("slack", {
    status: 429,
    headers: { "retry-after": "1" },
    body: '{"ok":false,"error":"ratelimited"}',
  });
  notify.chats.fault("discord", {
    status: 429,
    headers: { "retry-after": "1", "x-ratelimit-limit": "5" },
    body: '{"message":"You are being rate limited.","retry_after":0.3,"global":false}',
  });
  notify.chats.fault("teams", { status: 200, body: "Microsoft Teams endpoint returned HTTP error 429" });
  // The message was kept, and the answer got lost.
  notify.chats.fault("webhook", { isDone: true, drop: true });
  const step = await notify.run({
    ...notify.target("slack"),
    ...notify.target("discord"),
    ...notify.target("teams"),
    ...notify.target("webhook"),
  });
  expect([step.exitCode, step.outputs.get("verdict"), step.outputs.get("delivered")], step.log.join("\n")).toEqual([
    0,
    "inconclusive",
    "partly",
  ]);
  expect(["slack", "discord", "teams", "webhook"].map((chat) => notify.chats.of(chat as "slack").length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(step.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    expect.stringMatching(/^warning: Webhook: it is not known whether the message arrived: .*not sent again/),
  ]);
});

test("what cannot be sent is said, and turns the step red only when asked", async () => {
  notify.seed([]);
  const inputs = {
    ...notify.target("slack-webhook"),
    "teams-webhook": "https://evil.example/workflows/Pl4ntedTeamsSignature",
    targets: "slack-webhook, discord",
  };
  notify.chats.fault("slack-webhook", { status: 404, body: "no_service" });
  const green = await notify.run(inputs);
  expect([green.exitCode, green.outputs.get("verdict"), green.outputs.get("delivered")]).toEqual([0, "fail", "false"]);
  expect(green.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Slack webhook: .*no_service: the webhook was removed/),
    expect.stringMatching(/^Teams: .*evil\.example/),
    expect.stringMatching(/^Discord: .*`discord-webhook` is empty/),
  ]);
  expect(everythingOf(green)).not.toContain("Pl4ntedTeamsSignature");

  notify.chats.fault("slack-webhook", { status: 404, body: "no_service" });
  const red = await notify.run({ ...inputs, "fail-on-error": "true" });
  expect([red.exitCode, red.outputs.get("verdict")]).toEqual([1, "fail"]);
});

test("a pull request from a fork has no secrets: a notice, and nothing else", async () => {
  const base = notify.scenario.repository.head;
  notify.scenario.repository.commit({ "a.txt": "a" });
  const pull = await notify.scenario.openPullRequest(base, { owner: "stranger" });
  const step = await notify.scenario.runPullRequest(pull, { "slack-channel": "deployments" }, { action: "notify" });
  expect([step.exitCode, step.outputs.get("delivered")], step.log.join("\n")).toEqual([0, "skipped"]);
  expect(step.annotations.map(({ level }) => level)).toEqual(["notice"]);
});

test("only the first failure and the recovery are told", async () => {
  const inputs = { ...notify.target("slack-webhook"), on: "change" };
  const tellsAfter = async (former: readonly string[], status: string) => {
    notify.scenario.github.workflowRuns.runs.length = 0;
    notify.seed([], former);
    const before = notify.chats.messages.length;
    await notify.run({ ...inputs, status }, { runNumber: former.length + 1 });
    return notify.chats.messages.length - before;
  };
  expect(await tellsAfter(["success"], "failure")).toBe(1);
  expect(await tellsAfter(["success", "failure", "cancelled"], "failure")).toBe(0);
  expect(await tellsAfter(["failure", "failure", "cancelled"], "success")).toBe(1);
  expect(await tellsAfter(["failure", "success"], "success")).toBe(0);
});
