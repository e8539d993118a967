import { expect, test } from "vitest";
import { discordPings, discordProblems } from "./discord-rules.ts";
import { slackProblem } from "./slack-rules.ts";

/** Characters of one code point and two UTF-16 units each. */
const emoji = (count: number) => "🚀".repeat(count);
const plain = (text: string) => ({ type: "plain_text", text });
const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
const blocks = (...list: readonly object[]) => ({ text: "x", blocks: list });
const section = { type: "section", text: plain("x") };
const button = (label: number, url = 10) => ({
  type: "button",
  text: plain(emoji(label)),
  url: `https://${"x".repeat(url - 8)}`,
});
const richText = (text: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

/** What is left of 13,200 characters. */
const WHOLE = 13_200 - JSON.stringify([richText("x".repeat(6000)), richText("")]).length;

/** Where each limit of Slack's ends: `n` is taken, `n + 1` is not. */
test.each<[string, number, (n: number) => object]>([
  ["blocks", 50, (n) => blocks(...times(n, section))],
  ["header", 150, (n) => blocks({ type: "header", text: plain(emoji(n)) })],
  ["section", 3000, (n) => blocks({ type: "section", text: plain(emoji(n)) })],
  ["fields", 10, (n) => blocks({ type: "section", fields: times(n, plain("x")) })],
  ["a field", 2000, (n) => blocks({ type: "section", fields: [plain(emoji(n))] })],
  ["elements of a context", 10, (n) => blocks({ type: "context", elements: times(n, plain("x")) })],
  ["label of a button", 75, (n) => blocks({ type: "actions", elements: [button(n)] })],
  ["address of a button", 3000, (n) => blocks({ type: "actions", elements: [button(5, n)] })],
  ["the whole", WHOLE, (n) => blocks(richText("x".repeat(6000)), richText("x".repeat(n)))],
])("Slack takes as many as it says of: %s", (_, limit, body) => {
  const takes = (n: number) => slackProblem(body(n) as Record<string, unknown>) === undefined;
  expect([limit - 1, limit, limit + 1].map(takes)).toEqual([true, true, false]);
});

test.each([
  [{}, "no_text"],
  [{ text: "" }, "no_text"],
  [blocks({ type: "header", text: { type: "mrkdwn", text: "x" } }), "invalid_blocks"],
  [blocks({ type: "section" }), "invalid_blocks"],
  [blocks({ type: "section", text: plain("") }), "invalid_blocks"],
  [blocks({ type: "unknown" }), "invalid_blocks"],
])("Slack refuses %j", (body, word) => {
  expect(slackProblem(body)?.word).toBe(word);
});

const embed = (fields: object) => ({ embeds: [fields] });
const field = (name: string, value: string) => ({ name, value });

test.each<[string, number, (n: number) => object]>([
  ["content", 2000, (n) => ({ content: emoji(n) })],
  ["embeds", 10, (n) => ({ embeds: times(n, { title: "x" }) })],
  ["title", 256, (n) => embed({ title: emoji(n) })],
  ["description", 4096, (n) => embed({ description: emoji(n) })],
  ["fields", 25, (n) => embed({ fields: times(n, field("a", "b")) })],
  ["name of a field", 256, (n) => embed({ fields: [field(emoji(n), "b")] })],
  ["value of a field", 1024, (n) => embed({ fields: [field("a", emoji(n))] })],
  ["footer", 2048, (n) => embed({ title: "x", footer: { text: emoji(n) } })],
  ["author", 256, (n) => embed({ title: "x", author: { name: emoji(n) } })],
  ["all embeds together", 2000, (n) => ({ embeds: [{ description: emoji(4000) }, { description: emoji(n) }] })],
])("Discord takes as many as it says of: %s", (_, limit, body) => {
  const takes = (n: number) => discordProblems(body(n) as Record<string, unknown>).length === 0;
  expect([limit - 1, limit, limit + 1].map(takes)).toEqual([true, true, false]);
});

test.each<[object, readonly string[]]>([
  [{}, ["content"]],
  [{ content: "x", embeds: null }, ["embeds", "embeds"]],
  [embed({ title: " \n " }), ["embeds[0].title"]],
  [embed({ fields: [field("", "b")] }), ["embeds[0].fields[0].name"]],
  [embed({ title: "x", url: "javascript:1" }), ["embeds[0].url"]],
])("Discord refuses %j", (body, places) => {
  expect(discordProblems(body as Record<string, unknown>)).toEqual(places);
});

test.each<[object, readonly string[]]>([
  [{ content: "@everyone <@1> <@&2>" }, ["@everyone", "<@1>", "<@&2>"]],
  [{ content: "@everyone <@1> <@&2>", allowed_mentions: { parse: [] } }, []],
  [{ content: "@here <@1> <@3>", allowed_mentions: { parse: [], users: ["1"] } }, ["<@1>"]],
])("whom Discord calls by %j", (body, pings) => {
  expect(discordPings(body as Record<string, unknown>)).toEqual(pings);
});
