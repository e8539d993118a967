import { expect, test } from "vitest";
import type { Mention } from "./message.ts";
import { parseMention } from "./parse-mention.ts";

test.each<[string, Mention]>([
  ["here", { kind: "here" }],
  ["@here", { kind: "here" }],
  ["<!here>", { kind: "here" }],
  ["channel", { kind: "channel" }],
  ["@everyone", { kind: "everyone" }],
  ["<!channel>", { kind: "channel" }],
  ["user: U0123ABCD", { kind: "user", id: "U0123ABCD" }],
  ["group:S0123ABCD", { kind: "group", id: "S0123ABCD" }],
  ["role: 123456789012345678", { kind: "group", id: "123456789012345678" }],
  ["<@U0123ABCD>", { kind: "user", id: "U0123ABCD" }],
  ["<@U0123ABCD|ada>", { kind: "user", id: "U0123ABCD" }],
  ["<!subteam^S0123ABCD|@ops>", { kind: "group", id: "S0123ABCD" }],
  ["<@123456789012345678>", { kind: "user", id: "123456789012345678" }],
  ["<@!123456789012345678>", { kind: "user", id: "123456789012345678" }],
  ["<@&123456789012345678>", { kind: "group", id: "123456789012345678" }],
  ["U0123ABCD", { kind: "user", id: "U0123ABCD" }],
  ["S0123ABCD", { kind: "group", id: "S0123ABCD" }],
  ["ada@acme.example", { kind: "user", id: "ada@acme.example" }],
  ["ada@acme.example = Ada Lovelace", { kind: "user", id: "ada@acme.example", name: "Ada Lovelace" }],
  [
    "01234567-89ab-cdef-0123-456789abcdef = Ada",
    { kind: "user", id: "01234567-89ab-cdef-0123-456789abcdef", name: "Ada" },
  ],
])("%s", (line, mention) => {
  expect(parseMention(line)).toEqual(mention);
});

test.each([
  ["", "`` calls nobody: write"],
  ["@ada", "`@ada` calls nobody: write"],
  ["user: ada", "no chat knows the id `ada`; write `user: U0123ABCD`"],
  ["group: U0123ABCD", "no chat knows the id `U0123ABCD`; write `group: S0123ABCD`"],
  [
    "123456789012345678",
    "`123456789012345678` may be a person or a role: write `user: 123456789012345678` or `role: 123456789012345678`",
  ],
  ["<@U0123ABCD> <!channel>", "calls nobody"],
])("%s is an error", (line, message) => {
  expect(() => parseMention(line)).toThrow(message);
});
