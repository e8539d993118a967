import type { Message } from "../src/messages/message.ts";
import { NOW } from "./run-facts.ts";

/** A message with a title alone. */
export function messageOf(changes: Partial<Message> = {}): Message {
  return {
    state: "success",
    title: "jessy: CI passed on main",
    titleUrl: undefined,
    text: [],
    fields: [],
    sections: [],
    buttons: [],
    mentions: [],
    footer: "",
    time: NOW,
    ...changes,
  };
}

/** What people write into titles of commits. */
export const TRAPS: readonly string[] = [
  "@everyone @here <@1234567890123456789> <@&1234567890123456789>",
  "<!channel> <!here|x> <@U0123ABCD> <!subteam^S0123ABCD> &lt;!channel&gt;",
  "*bold* _italic_ ~gone~ `code` ```block``` ||spoiler|| **x** __y__",
  "> quote",
  "# heading",
  "- item",
  "-# small",
  "1. first",
  ">>> all",
  "[here](https://evil.example) <https://evil.example|text> https://evil.example/a_b_c",
  ":smile: <:name:123456789012345678> <t:1700000000:R> <#123456789012345678>",
  'quote " and \\ backslash \\* and ${{ github.token }} and {title}',
  "a|b|c",
  "two\nlines\r\nand\u2028more\ttab",
  "\u202egnp.exe\u202c \u200b\u200d \u{e0041}",
  "half \ud83d a pair",
  "👩‍👩‍👧‍👦 🇩🇪 漢字 é́́",
  "<at>everyone</at>",
  "   ",
  "",
];
