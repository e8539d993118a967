import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf, TRAPS } from "../../testing/messages.ts";
import { STORIES } from "../../testing/run-facts.ts";
import { slackFaults } from "../../testing/slack-rules.ts";
import { composeMessage } from "./compose-message.ts";
import { codePoints } from "./fitting/code-points.ts";
import type { Mention, Message } from "./message.ts";
import { MAX_SLACK_BLOCKS, MAX_SLACK_HEADER, slackPayload } from "./slack-payload.ts";

const post = (message: Message) => slackPayload(message, "post");

test.each(Object.entries(STORIES))("the story of a %s", async (name, facts) => {
  const { payload, left } = post(composeMessage(facts));
  expect(slackFaults(payload)).toEqual([]);
  expect(left.filter((sentence) => !sentence.startsWith("nobody"))).toEqual([]);
  await expect(`${JSON.stringify(payload, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.slack.json`);
});

describe("limits", () => {
  // The mark and a blank are two more.
  test.each([
    [MAX_SLACK_HEADER - 1, []],
    [MAX_SLACK_HEADER, []],
    [MAX_SLACK_HEADER + 1, ["the title was cut to 150 characters"]],
  ])("a title of %i emoji", (length, left) => {
    const fitted = post(messageOf({ title: "😀".repeat(length - 2) }));
    expect(fitted.left).toEqual(left);
    expect(slackFaults(fitted.payload)).toEqual([]);
    const [header] = fitted.payload.blocks;
    expect(codePoints(header?.type === "header" ? header.text.text : "")).toBe(Math.min(length, MAX_SLACK_HEADER));
  });

  test.each([
    ["n - 1", -1, []],
    ["n", 0, []],
    ["n + 1", 1, ["the last line that fits was cut"]],
  ])("all blocks at %s bytes", (_, more, left) => {
    const bytes = (text: string): number => JSON.stringify(post(messageOf({ text: [[text]] })).payload.blocks).length;
    const text = "x".repeat(MAX_SLACK_BLOCKS - bytes("x") + 1 - 2 + more);
    const fitted = post(messageOf({ text: [[text]] }));
    expect(fitted.left).toEqual(left);
    expect(slackFaults(fitted.payload)).toEqual([]);
  });

  test("400 lines of 300 emoji are what fits of them", () => {
    const lines = Array.from({ length: 400 }, () => ["😀".repeat(300)]);
    const { payload, left } = post(messageOf({ text: [["first"]], sections: [{ title: "jobs", lines }] }));
    expect(slackFaults(payload)).toEqual([]);
    expect(left).toEqual(["“jobs” was shortened"]);
  });
});

describe("texts of others", () => {
  test.each(TRAPS.map((trap) => [trap]))("%j stays text", (trap) => {
    const { payload } = post(everywhere(trap));
    expect(slackFaults(payload)).toEqual([]);
    expect(payload.blocks.filter(({ type }) => type === "section")).toEqual([]);
    expect(payload.text).not.toMatch(/[<>]/);
  });

  test("a notification escapes what Slack's markup begins with", () => {
    expect(post(messageOf({ title: "a < b & c > d <!channel>" })).payload.text).toBe(
      "✅ a &lt; b &amp; c &gt; d &lt;!channel&gt;",
    );
  });
});

describe("mentions", () => {
  test.each<[string, readonly Mention[], string | undefined, readonly string[]]>([
    ["nobody", [], undefined, []],
    [
      "everybody it knows",
      [{ kind: "here" }, { kind: "user", id: "U0123ABCD" }, { kind: "group", id: "S0123ABCD" }],
      "<!here> <@U0123ABCD> <!subteam^S0123ABCD>",
      [],
    ],
    ["each once", [{ kind: "channel" }, { kind: "channel" }], "<!channel>", []],
    [
      "its own among those of others",
      [
        { kind: "user", id: "1".repeat(18) },
        { kind: "user", id: "W0123" },
      ],
      "<@W0123>",
      [],
    ],
    [
      "nobody of another chat",
      [{ kind: "user", id: "U0> <!channel" }],
      undefined,
      ["nobody is called: no mention is of Slack, which knows ids such as U0123ABCD and S0123ABCD"],
    ],
  ])("%s", (_, mentions, called, left) => {
    const fitted = post(messageOf({ mentions }));
    const section = fitted.payload.blocks.find(({ type }) => type === "section");
    expect(section?.type === "section" ? section.text.text : undefined).toBe(called);
    expect(fitted.left).toEqual(left);
    expect(slackFaults(fitted.payload)).toEqual([]);
  });
});

test("an edit has no arguments that chat.update does not know", () => {
  expect(Object.keys(slackPayload(messageOf(), "edit").payload)).toEqual(["text", "blocks"]);
  expect(post(messageOf()).payload).toMatchObject({ unfurl_links: false, unfurl_media: false });
});

test("whatever a message holds, Slack takes it", () => {
  const text = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: "binary", maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const message = messageOf({
        title: texts[0] ?? "",
        text: texts.map((one) => [one, { code: one }]),
        fields: texts.map((one) => ({ name: one, value: [one] })),
        sections: [{ title: texts[1] ?? "", lines: texts.map((one) => [{ text: one, href: "https://a.example" }]) }],
        footer: texts[2] ?? "",
      });
      expect(slackFaults(post(message).payload)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

function everywhere(text: string): Message {
  return messageOf({
    title: text,
    text: [[text, { strong: text }, { code: text }, { text, href: text }]],
    fields: [{ name: text, value: [text] }],
    sections: [{ title: text, lines: [[text]] }],
    buttons: [{ text, url: "https://a.example" }],
    footer: text,
  });
}
