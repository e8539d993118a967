import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkByBuilders, discordFaults } from "../../testing/discord-rules.ts";
import { messageOf, TRAPS } from "../../testing/messages.ts";
import { STORIES } from "../../testing/run-facts.ts";
import { composeMessage } from "./compose-message.ts";
import { discordPayload } from "./discord-payload.ts";
import { codePoints } from "./fitting/code-points.ts";
import type { Mention, Message } from "./message.ts";

const embedOf = (message: Message) => discordPayload(message).payload.embeds[0];

test.each(Object.entries(STORIES))("the story of a %s", async (name, facts) => {
  const { payload, left } = discordPayload(composeMessage(facts));
  expect(discordFaults(payload)).toEqual([]);
  checkByBuilders(payload);
  expect(left.filter((sentence) => !sentence.startsWith("nobody"))).toEqual([]);
  await expect(`${JSON.stringify(payload, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.discord.json`);
});

describe("limits", () => {
  // The mark and a blank are two more.
  test.each([
    [255, 255, []],
    [256, 256, []],
    [257, 256, ["the title was cut to 256 characters"]],
    [300, 256, ["the title was cut to 256 characters"]],
  ])("a title of %i emoji", (length, kept, left) => {
    const fitted = discordPayload(messageOf({ title: "😀".repeat(length - 2) }));
    expect(codePoints(fitted.payload.embeds[0].title)).toBe(kept);
    expect(fitted.left).toEqual(left);
    expect(discordFaults(fitted.payload)).toEqual([]);
  });

  test("escapes count, and none is cut through", () => {
    const { title } = embedOf(messageOf({ title: "*".repeat(300) }));
    expect(title).toMatch(/^✅ (?:\\\*)+…$/);
    expect(codePoints(title)).toBe(255);
  });

  test.each([
    [4095, []],
    [4096, []],
    [4097, ["the text was cut to 4096 characters"]],
  ])("a description of %i", (length, left) => {
    const fitted = discordPayload(messageOf({ text: [["漢".repeat(length)]] }));
    expect(codePoints(fitted.payload.embeds[0].description!)).toBe(Math.min(length, 4096));
    expect(fitted.left).toEqual(left);
    checkByBuilders(fitted.payload);
  });

  test("links stay when the text above them is cut", () => {
    const buttons = [{ text: "run", url: "https://a.example/" }];
    const { description } = embedOf(messageOf({ text: [["x".repeat(5000)]], buttons }));
    expect(codePoints(description!)).toBe(4096);
    expect(description).toMatch(/x…\n\[run\]\(https:\/\/a\.example\/\)$/);
  });

  test.each([
    [24, 24, []],
    [25, 25, []],
    [26, 25, ["1 field did not fit among 25: field 25"]],
  ])("%i fields", (count, kept, left) => {
    const fields = Array.from({ length: count }, (_, at) => ({ name: `field ${at}`, value: ["value"] }));
    const fitted = discordPayload(messageOf({ fields }));
    expect(fitted.payload.embeds[0].fields).toHaveLength(kept);
    expect(fitted.left).toEqual(left);
    checkByBuilders(fitted.payload);
  });

  test.each([
    [1023, []],
    [1024, []],
    [1025, ["“a” was cut to 1024 characters"]],
  ])("a field of %i", (length, left) => {
    const fitted = discordPayload(messageOf({ fields: [{ name: "a", value: ["x".repeat(length)] }] }));
    expect(fitted.left).toEqual(left);
    checkByBuilders(fitted.payload);
  });

  test.each([
    [255, 255],
    [256, 256],
    [257, 256],
  ])("a name of %i", (length, kept) => {
    const { fields } = embedOf(messageOf({ fields: [{ name: "x".repeat(length), value: ["y"] }] }));
    expect(codePoints(fields[0]!.name)).toBe(kept);
  });

  test("fields make room for sections", () => {
    const fields = Array.from({ length: 25 }, (_, at) => ({ name: `field ${at}`, value: ["value"] }));
    const { payload, left } = discordPayload(messageOf({ fields, sections: [{ title: "jobs", lines: [["a"]] }] }));
    expect(payload.embeds[0].fields.slice(-2).map(({ name }) => name)).toEqual(["field 23", "jobs"]);
    expect(left).toEqual(["1 field did not fit among 25: field 24"]);
  });

  test("a section that is too long ends in how many are missing", () => {
    const lines = Array.from({ length: 100 }, (_, at) => [`job ${at} with a name of some length`]);
    const { payload, left } = discordPayload(messageOf({ sections: [{ title: "Failed jobs", lines }] }));
    expect(payload.embeds[0].fields[0]!.value).toMatch(/length\n… and \d+ more$/);
    expect(left).toEqual(["“Failed jobs” was shortened to 1024 characters"]);
    expect(discordFaults(payload)).toEqual([]);
  });

  test.each([
    [5999, []],
    [6000, []],
    [6001, ["the last line that fits was cut"]],
  ])("an embed of %i in all", (length, left) => {
    // Title 6, five fields of 1 + 1024, and one of the rest.
    const rest = length - 6 - 5 * 1025 - 1;
    const fields = [1024, 1024, 1024, 1024, 1024, rest].map((size) => ({ name: "a", value: ["x".repeat(size)] }));
    const fitted = discordPayload(messageOf({ title: "jess", fields }));
    expect(fitted.left).toEqual(left);
    expect(discordFaults(fitted.payload)).toEqual([]);
    checkByBuilders(fitted.payload);
  });
});

describe("texts of others", () => {
  test.each(TRAPS.map((trap) => [trap]))("%j is taken, and calls nobody", (trap) => {
    const { payload } = discordPayload(
      messageOf({
        title: trap,
        text: [[trap, { strong: trap }, { code: trap }, { text: trap, href: "https://a.example" }]],
        fields: [{ name: trap, value: [trap] }],
        sections: [{ title: trap, lines: [[trap]] }],
        footer: trap,
      }),
    );
    expect(discordFaults(payload)).toEqual([]);
    expect(payload.content).toBe("");
    expect(payload.allowed_mentions).toEqual({ parse: [], users: [], roles: [] });
  });
});

describe("mentions", () => {
  test.each<[string, readonly Mention[], string, object, readonly string[]]>([
    ["nobody", [], "", { parse: [], users: [], roles: [] }, []],
    [
      "people and roles",
      [
        { kind: "user", id: "123456789012345678" },
        { kind: "group", id: "234567890123456789" },
        { kind: "user", id: "123456789012345678" },
      ],
      "<@123456789012345678> <@&234567890123456789>",
      { parse: [], users: ["123456789012345678"], roles: ["234567890123456789"] },
      [],
    ],
    ["who is here", [{ kind: "here" }], "@here", { parse: ["everyone"], users: [], roles: [] }, []],
    ["everyone", [{ kind: "everyone" }], "@everyone", { parse: ["everyone"], users: [], roles: [] }, []],
    ["all", [{ kind: "here" }, { kind: "channel" }], "@everyone", { parse: ["everyone"], users: [], roles: [] }, []],
    [
      "nobody of another chat",
      [{ kind: "user", id: "U0123ABCD" }],
      "",
      { parse: [], users: [], roles: [] },
      ["nobody is called: no mention is of Discord, which knows ids of 17 to 20 digits"],
    ],
  ])("%s", (_, mentions, content, allowed, left) => {
    const fitted = discordPayload(messageOf({ mentions }));
    expect(fitted.payload).toMatchObject({ content, allowed_mentions: allowed });
    expect(fitted.left).toEqual(left);
    expect(discordFaults(fitted.payload)).toEqual([]);
  });
});

test("whatever a message holds, Discord takes it", () => {
  const text = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: "binary", maxLength: 600 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const message = messageOf({
        title: texts[0] ?? "",
        text: texts.map((one) => [one, { code: one }]),
        fields: texts.map((one) => ({ name: one, value: [one] })),
        sections: [{ title: texts[1] ?? "", lines: texts.map((one) => [{ text: one, href: "https://a.example" }]) }],
        buttons: texts.map((one) => ({ text: one, url: `https://a.example/${"b".repeat(one.length)}` })),
        footer: texts[2] ?? "",
      });
      expect(discordFaults(discordPayload(message).payload)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
