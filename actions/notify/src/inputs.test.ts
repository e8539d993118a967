import { UserErrors } from "@jessy-actions/reading/user-error";
import { describe, expect, test } from "vitest";
import { DISCORD_WEBHOOK, inputsOf, SLACK_WEBHOOK } from "../testing/facts.ts";
import type { Target } from "./targets/target.ts";

const TOKEN = "xoxb-1-abcdefghijkl";
const TEAMS = "https://a.westeurope.logic.azure.com/workflows/0a/triggers/manual/paths/invoke?sig=Abcdefghijkl1";

describe("targets", () => {
  test.each<[string, Record<string, string>, readonly Partial<Target>[]]>([
    ["none", {}, []],
    [
      "one of each",
      {
        "slack-webhook": SLACK_WEBHOOK,
        "slack-token": TOKEN,
        "slack-channel": "deployments",
        "discord-webhook": DISCORD_WEBHOOK,
        "teams-webhook": TEAMS,
        webhook: "https://ci.example/hook",
        "webhook-secret": "s3cr3t-s3cr3t",
      },
      [
        { kind: "slack-webhook", name: "Slack webhook", url: SLACK_WEBHOOK },
        { kind: "slack", name: "Slack", token: TOKEN, channel: "deployments", apiUrl: "https://slack.com/api/" },
        { kind: "discord", name: "Discord", url: DISCORD_WEBHOOK, messageId: undefined, threadId: undefined },
        { kind: "teams", name: "Teams", url: TEAMS },
        { kind: "webhook", name: "Webhook", url: "https://ci.example/hook", secret: "s3cr3t-s3cr3t" },
      ],
    ],
    [
      "several of a kind, with blanks, comments and a repeat",
      { "slack-webhook": `  ${SLACK_WEBHOOK}\r\n# the second\n\n${SLACK_WEBHOOK}2\n${SLACK_WEBHOOK}\n` },
      [
        { name: "Slack webhook 1", url: SLACK_WEBHOOK },
        { name: "Slack webhook 2", url: `${SLACK_WEBHOOK}2` },
      ],
    ],
    [
      "two spellings of one address",
      { "discord-webhook": `${DISCORD_WEBHOOK}\n${DISCORD_WEBHOOK}/slack\n${DISCORD_WEBHOOK}?thread_id=7` },
      [
        { name: "Discord 1", threadId: undefined },
        { name: "Discord 3", threadId: "7" },
      ],
    ],
    [
      "channels as people write them",
      { "slack-token": TOKEN, "slack-channel": '#deployments\nC0DEPLOY01, "#ops"' },
      [
        { name: "Slack deployments", channel: "deployments" },
        { name: "Slack C0DEPLOY01", channel: "C0DEPLOY01" },
        { name: "Slack ops", channel: "ops" },
      ],
    ],
    [
      "a message to edit",
      { "slack-token": TOKEN, "slack-channel": "C0DEPLOY01", "slack-ts": "1700000000.000100" },
      [{ ts: "1700000000.000100", channel: "C0DEPLOY01" }],
    ],
    [
      "threads",
      {
        "slack-token": TOKEN,
        "slack-channel": "C0DEPLOY01",
        "slack-thread-ts": "1700000000.000100",
        "discord-webhook": `${DISCORD_WEBHOOK}?thread_id=77&wait=true`,
      },
      [{ threadTs: "1700000000.000100" }, { threadId: "77", url: DISCORD_WEBHOOK }],
    ],
    [
      "a thread of Discord's by input",
      { "discord-webhook": `${DISCORD_WEBHOOK}?thread_id=77`, "discord-thread-id": "78", "discord-message-id": "79" },
      [{ threadId: "78", messageId: "79" }],
    ],
  ])("%s", (_, written, targets) => {
    const inputs = inputsOf(written);
    expect(inputs.targets).toEqual(targets.map((target) => expect.objectContaining(target)));
    expect(inputs.unusable).toEqual([]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["a channel whose token is empty", { "slack-channel": "ops" }, /`slack-token` is empty/],
    ["a token without a channel", { "slack-token": TOKEN }, /set `slack-channel`/],
    ["two tokens", { "slack-token": `${TOKEN}\n${TOKEN}2`, "slack-channel": "ops" }, /not one token/],
    ["a token with a blank", { "slack-token": `${TOKEN} x`, "slack-channel": "ops" }, /not one token/],
    [
      "an edit by name",
      { "slack-token": TOKEN, "slack-channel": "ops", "slack-ts": "1.2" },
      /output `slack-channel-id`/,
    ],
    [
      "an edit in two channels",
      { "slack-token": TOKEN, "slack-channel": "C0DEPLOY01\nC0DEPLOY02", "slack-ts": "1.2" },
      /cannot edit/,
    ],
    [
      "an edit by two webhooks",
      { "discord-webhook": `${DISCORD_WEBHOOK}\n${DISCORD_WEBHOOK}2`, "discord-message-id": "1" },
      /exactly one/,
    ],
    ["an edit without a webhook", { "discord-message-id": "1" }, /exactly one/],
    [
      "an edit without a bot",
      { "slack-webhook": SLACK_WEBHOOK, "slack-ts": "1.2" },
      /`slack-ts` needs `slack-token` and `slack-channel`/,
    ],
    [
      "a thread without a bot",
      { "slack-webhook": SLACK_WEBHOOK, "slack-thread-ts": "1.2" },
      /`slack-thread-ts` needs `slack-token` and/,
    ],
    [
      "a thread without a webhook",
      { "discord-thread-id": "7" },
      /a thread and no webhook: .*`discord-webhook` is empty/,
    ],
    ["a secret without its webhook", { "webhook-secret": "s3cr3t-s3cr3t" }, /`webhook` is empty/],
    ["another host", { "teams-webhook": "https://evil.example/x" }, /`teams-webhook` has the host `evil\.example`/],
    [
      "another API",
      { "slack-token": TOKEN, "slack-channel": "ops", "slack-api-url": "https://evil.example/api" },
      /`slack-api-url` has the host/,
    ],
    ["a target that must be there", { targets: "discord" }, /`discord-webhook` is empty/],
  ])("%s is told in the report, as a secret is no mistake of the workflow", (_, written, problem) => {
    const { unusable } = inputsOf(written);
    expect(
      unusable.some((one) => problem.test(one.problem)),
      JSON.stringify(unusable),
    ).toBe(true);
    expect(JSON.stringify(unusable)).not.toMatch(/abcdefghijkl|abc-DEF/);
  });

  test("whatever lets its holder post is a secret, also of what cannot be used", () => {
    const { secrets } = inputsOf({
      "slack-webhook": SLACK_WEBHOOK,
      "slack-token": TOKEN,
      "teams-webhook": "https://evil.example/Abcdefghijkl1",
      "webhook-secret": " s3cr3t ",
    });
    for (const secret of ["cCcCcCcCcCcCcCcCcCcCcCcC", TOKEN, "Abcdefghijkl1", "s3cr3t"])
      expect(secrets).toContain(secret);
  });
});

describe("what is wrong is told at once", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "a status that is empty",
      { status: "" },
      "input `status` is empty; if it is another job's result, does that job stand in `needs`?",
    ],
    ["a status that GitHub does not have", { status: "failed" }, "one of started, success, failure"],
    ["an occasion", { on: "changes" }, "`change`"],
    ["needs that are no JSON", { needs: "failure" }, "write `needs: ${{ toJSON(needs) }}`"],
    ["needs of another shape", { needs: '{"build":"success"}' }, "has no result of the job `build`"],
    ["a result that no job has", { needs: '{"build":{"result":"fine"}}' }, "has no result of the job `build`"],
    ["a ts that lost its digits", { "slack-ts": "1.7e9" }, "the output `slack-ts`"],
    ["an id of Discord's", { "discord-message-id": "abc" }, "digits alone"],
    ["a field without a value", { fields: "Region" }, "such as `Region: eu-west-1`"],
    ["a button without an address", { buttons: "Run: javascript:alert(1)" }, "an address with `https://`"],
    ["a wait that nobody wants", { "max-wait": "16m" }, "at most `15m`"],
    ["an address without its environment", { "environment-url": "https://x.example" }, "without `environment`"],
    ["an environment's address", { environment: "x", "environment-url": "x.example" }, "an address with `https://`"],
    ["a host with its scheme", { "allowed-hosts": "https://relay.example" }, "such as `relay.example.org`"],
    ["a target that nobody knows", { targets: "slak" }, "`slack`"],
  ])("%s", (_, written, words) => {
    let problems: readonly string[] = [];
    try {
      inputsOf(written);
    } catch (error) {
      problems = (error as UserErrors).problems;
    }
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  test("the longest wait", () => {
    expect(inputsOf({ "max-wait": "15m" }).maxWait).toBe(900_000);
  });

  test("all of it", () => {
    expect(() => inputsOf({ on: "x", status: "", needs: "[" })).toThrow(UserErrors);
  });
});

test.each<[string, readonly string[] | undefined]>([
  ["", undefined],
  ["auto", undefined],
  ["none", []],
  ["a.json\nb/*.json", ["a.json", "b/*.json"]],
])("result-files: %j", (text, files) => {
  expect(inputsOf({ "result-files": text }).resultFiles).toEqual(files);
});

test("own words are read a line a paragraph", () => {
  const { own } = inputsOf({
    text: "one\n\n  two  ",
    fields: "A: b: c\n# no\nD: e",
    buttons: "Board: https://x.example/?a=b",
    title: "in\none line",
  });
  expect(own.text).toHaveLength(2);
  expect(own.fields.map(({ name }) => name)).toEqual(["A", "D"]);
  expect(own.buttons).toEqual([{ text: "Board", url: "https://x.example/?a=b" }]);
  expect(own.title).toBeDefined();
  expect(own.body).toBeUndefined();
});

test("needs", () => {
  expect(inputsOf({ needs: '{"a":{"result":"success","outputs":{}},"b":{"result":"skipped"}}' }).needs).toEqual([
    { name: "a", result: "success" },
    { name: "b", result: "skipped" },
  ]);
  expect(inputsOf({ needs: "{}" }).needs).toEqual([]);
});
