import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../../testing/messages.ts";
import type { Message } from "../message.ts";
import { fitMessage, greatest } from "./fit-message.ts";
import { plainText } from "./message-line.ts";

/** A chat that counts the characters of everything. */
function fitted(message: Message, limit: number) {
  return fitMessage(
    message,
    (payload) => ({ payload, left: [] }),
    ({ title, text, fields, sections, buttons }) =>
      [
        title,
        ...text.map(plainText),
        ...fields.flatMap(({ name, value }) => [name, plainText(value)]),
        ...sections.flatMap((section) => [section.title, ...section.lines.map(plainText)]),
        ...buttons.flatMap((button) => [button.text, button.url]),
      ].join("").length <= limit,
  );
}

const FULL = messageOf({
  title: "title",
  text: [["a paragraph of 30 characters.."]],
  fields: [
    { name: "first", value: ["the value of a field"] },
    { name: "second", value: ["the value of a field"] },
  ],
  sections: [
    { title: "jobs", lines: [["the first of the lines"], ["the second of the lines"], ["the third of the lines"]] },
    { title: "results", lines: [["the only line here"]] },
  ],
  buttons: [{ text: "run", url: "https://a.example/" }],
});
const WHOLE = 5 + 30 + 25 + 26 + 4 + 22 + 23 + 22 + 7 + 18 + 3 + 18;

describe("what matters least goes first", () => {
  test("nothing goes at the limit", () => {
    expect(fitted(FULL, WHOLE)).toEqual({ payload: FULL, left: [] });
  });

  test("one character too many shortens the last line, or drops it", () => {
    const { payload, left } = fitted(FULL, WHOLE - 1);
    expect(payload.sections.map(({ title, lines }) => [title, lines.length])).toEqual([["jobs", 3]]);
    expect(left).toEqual(["1 section did not fit: “results”"]);
  });

  test("lines of a section say how many are missing", () => {
    const { payload, left } = fitted(FULL, WHOLE - 58);
    expect(payload.sections).toEqual([{ title: "jobs", lines: [["the first of the lines"], ["… and 2 more"]] }]);
    expect(left).toEqual(["“jobs” was shortened", "1 section did not fit: “results”"]);
  });

  test("also when a line stands for as many as it replaces", () => {
    expect(fitted(FULL, WHOLE - 26).left).toEqual(["“jobs” was shortened", "1 section did not fit: “results”"]);
  });

  test("then fields, with their names", () => {
    const { payload, left } = fitted(FULL, 5 + 21 + 30 + 25);
    expect(payload.fields.map(({ name }) => name)).toEqual(["first"]);
    expect(left).toEqual(["1 field did not fit: second", "2 sections did not fit: “jobs”, “results”"]);
  });

  test("a paragraph is cut rather than dropped", () => {
    const { payload, left } = fitted(messageOf({ title: "title", text: [["x".repeat(100)]] }), 55);
    expect(payload.text).toEqual([[`${"x".repeat(49)}…`]]);
    expect(left).toEqual(["the last line that fits was cut"]);
  });

  test("the title stays", () => {
    expect(fitted(FULL, 5).payload).toEqual(messageOf({ title: "title" }));
  });
});

test("links leave room for what is said", () => {
  const long = `https://a.example/${"b".repeat(1200)}`;
  const buttons = ["one", "two", "three"].map((text, at) => ({ text, url: at === 1 ? "https://a.example/" : long }));
  const { payload, left } = fitted(messageOf({ buttons }), 10_000);
  expect(payload.buttons.map(({ text }) => text)).toEqual(["one", "two"]);
  expect(left).toEqual(["the link “three” was left out: there are too many"]);
});

describe("nothing empty is sent", () => {
  test("fields, lines, sections and buttons without text are left out", () => {
    const empty = messageOf({
      title: " \u200b",
      titleUrl: "javascript:alert(1)",
      text: [[], ["  "]],
      fields: [
        { name: "a", value: [""] },
        { name: " ", value: ["b"] },
      ],
      sections: [{ title: "c", lines: [["\u200b"]] }],
      buttons: [{ text: "d", url: "ftp://a.example" }],
    });
    expect(fitted(empty, 1000)).toEqual({
      payload: messageOf({ title: "(no title)" }),
      left: ["the link “d” was left out: its address is too long, or not one of the web"],
    });
  });

  test("links and mentions have an end", () => {
    const buttons = Array.from({ length: 6 }, (_, at) => ({ text: `link ${at}`, url: "https://a.example/" }));
    const mentions = Array.from({ length: 51 }, (_, at) => ({ kind: "user", id: `U${at}` }) as const);
    const { payload, left } = fitted(messageOf({ buttons, mentions }), 1000);
    expect([payload.buttons.length, payload.mentions.length]).toEqual([5, 50]);
    expect(left).toEqual([
      "the link “link 5” was left out: there are too many",
      "1 mention left out: a message calls at most 50",
    ]);
  });
});

test("millions of characters are looked at once, and counted among those that do not fit", () => {
  const line = "*😀:a: ".repeat(3000);
  const fields = Array.from({ length: 400 }, (_, at) => ({ name: `field ${at}`, value: [line] }));
  const { payload, left } = fitted(messageOf({ title: "title", fields }), 1000);
  expect(payload.fields).toHaveLength(1);
  expect(left).toEqual([
    "399 fields did not fit: field 1, field 2, field 3, field 4, field 5 and 394 more",
    "the last line that fits was cut",
  ]);
});

test("a section of more lines than anybody reads says so", () => {
  const lines = Array.from({ length: 500 }, (_, at) => [`job ${at}`]);
  const [section] = fitted(messageOf({ sections: [{ title: "jobs", lines }] }), 10_000).payload.sections;
  expect([section!.lines.length, section!.lines.at(-1)]).toEqual([401, ["… and 100 more"]]);
});

test("greatest finds the last number that holds, with few questions", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (most, limit) => {
      let asked = 0;
      const found = greatest(most, (number) => {
        asked++;
        return number <= limit;
      });
      expect(found).toBe(Math.min(most, limit));
      expect(asked).toBeLessThanOrEqual(18);
    }),
  );
});
