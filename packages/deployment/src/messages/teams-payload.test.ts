import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf, TRAPS } from "../../testing/messages.ts";
import { STORIES } from "../../testing/run-facts.ts";
import { teamsFaults } from "../../testing/teams-rules.ts";
import { composeMessage } from "./compose-message.ts";
import type { Mention } from "./message.ts";
import { MAX_TEAMS_BYTES, teamsPayload } from "./teams-payload.ts";

test.each(Object.entries(STORIES))("the story of a %s", async (name, facts) => {
  const { payload, left } = teamsPayload(composeMessage(facts));
  expect(teamsFaults(payload)).toEqual([]);
  expect(left.filter((sentence) => !sentence.startsWith("nobody"))).toEqual([]);
  await expect(`${JSON.stringify(payload, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.teams.json`);
});

describe("limits", () => {
  /** Lines are cut at 13,000 characters, so it takes three of them. */
  const cardOf = (rest: number) =>
    teamsPayload(
      messageOf({ fields: [12_000, 12_000, rest].map((size) => ({ name: "a", value: ["x".repeat(size)] })) }),
    );
  const most = MAX_TEAMS_BYTES - new TextEncoder().encode(JSON.stringify(cardOf(100).payload)).length + 100;

  test.each([
    ["n - 1", -1, []],
    ["n", 0, []],
    ["n + 1", 1, ["the last line that fits was cut"]],
  ])("a card at %s bytes", (_, more, left) => {
    const fitted = cardOf(most + more);
    expect(fitted.left).toEqual(left);
    expect(teamsFaults(fitted.payload)).toEqual([]);
  });

  test.each([
    [299, []],
    [300, []],
    [301, ["the title was cut to 300 characters"]],
  ])("a title of %i", (length, left) => {
    expect(teamsPayload(messageOf({ title: "漢".repeat(length - 2) })).left).toEqual(left);
  });
});

test.each(TRAPS.map((trap) => [trap]))("%j stays text", (trap) => {
  const { payload } = teamsPayload(
    messageOf({
      title: trap,
      text: [[trap, { strong: trap }, { code: trap }, { text: trap, href: trap }]],
      fields: [{ name: trap, value: [trap] }],
      sections: [{ title: trap, lines: [[trap]] }],
      footer: trap,
    }),
  );
  expect(teamsFaults(payload)).toEqual([]);
  expect(payload.attachments[0].content.body.every(({ type }) => type === "RichTextBlock")).toBe(true);
});

describe("mentions", () => {
  const ID = "01234567-89ab-cdef-0123-456789abcdef";

  test.each<[string, readonly Mention[], string | undefined, readonly string[]]>([
    ["nobody", [], undefined, []],
    [
      "people by address and by object id",
      [
        { kind: "user", id: "ada@acme.example", name: "Ada" },
        { kind: "user", id: ID, name: "Grace" },
      ],
      "<at>Ada</at> <at>Grace</at>",
      [],
    ],
    ["by address alone", [{ kind: "user", id: "ada@acme.example" }], "<at>ada@acme.example</at>", []],
    ["a name without markup", [{ kind: "user", id: ID, name: "<b>*A*</b>" }], "<at>bA/b</at>", []],
    [
      "nobody else",
      [{ kind: "here" }, { kind: "user", id: "U0123ABCD" }, { kind: "group", id: ID }],
      undefined,
      ["nobody is called: no mention is of Teams, which knows people alone, by address or object id"],
    ],
  ])("%s", (_, mentions, called, left) => {
    const fitted = teamsPayload(messageOf({ mentions }));
    const block = fitted.payload.attachments[0].content.body.find(({ type }) => type === "TextBlock");
    expect(block?.type === "TextBlock" ? block.text : undefined).toBe(called);
    expect(fitted.left).toEqual(left);
    expect(teamsFaults(fitted.payload)).toEqual([]);
  });
});

test("whatever a message holds, Teams takes it", () => {
  const text = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: "binary", maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const message = messageOf({
        title: texts[0] ?? "",
        text: texts.map((one) => [one, { code: one }]),
        fields: texts.map((one) => ({ name: one, value: [one] })),
        sections: [{ title: texts[1] ?? "", lines: texts.map((one) => [{ text: one, href: "https://a.example" }]) }],
        footer: texts[2] ?? "",
      });
      expect(teamsFaults(teamsPayload(message).payload)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
