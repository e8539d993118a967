import { describe, expect, test } from "vitest";
import type { MessageLine } from "../message.ts";
import { discordLine } from "./discord-markdown.ts";

describe("text of others", () => {
  test.each([
    ["*a* _b_ ~c~ `d` ||e||", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\|\\|e\\|\\|"],
    ["@everyone <@1> <#2> <:a:3> <t:4:R>", "\\@everyone \\<\\@1> \\<#2> \\<\\:a:3> \\<t\\:4:R>"],
    ["[a](https://b)", "\\[a\\](https\\://b)"],
    [":smile: at 12:30", "\\:smile: at 12:30"],
    ["fix: a leak", "fix: a leak"],
    ["back\\slash", "back\\\\slash"],
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["-# a", "\\-# a"],
    ["+ a", "\\+ a"],
    ["> a", "\\> a"],
    [">>> a", "\\>>> a"],
    ["12. a", "12\\. a"],
    ["1.5 times", "1\\.5 times"],
    ["a # b - c > d", "a # b - c > d"],
  ])("%j is written %j", (text, written) => {
    expect(discordLine([text])).toBe(written);
  });
});

test.each<[string, MessageLine, string]>([
  ["strong", [{ strong: "a*b" }], "**a\\*b**"],
  ["strong with blanks at its ends", ["a", { strong: " b " }, "c"], "a **b** c"],
  ["code", [{ code: "a*b" }], "`a*b`"],
  ["code that would end early is text", [{ code: "a`*b" }], "a\\`\\*b"],
  ["a link", [{ text: "a]b", href: "https://c.example/" }], "[a\\]b](https://c.example/)"],
])("%s", (_, line, written) => {
  expect(discordLine(line)).toBe(written);
});
