import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillTemplate, PLACEHOLDERS, type PlaceholderValues, parseTemplate } from "./template.ts";

const VALUES = Object.fromEntries(
  PLACEHOLDERS.map((name) => [name, name === "commit" ? [{ text: "a1b2c3d", href: "https://a.example/" }] : [name]]),
) as unknown as PlaceholderValues;

const filled = (text: string) => fillTemplate(parseTemplate(text), VALUES);

describe("a template", () => {
  test.each<[string, string, unknown]>([
    ["of plain text", "deployed", ["deployed"]],
    ["with placeholders", "{version} by {actor}!", ["version", " by ", "actor", "!"]],
    ["with a link", "see {commit}", ["see ", { text: "a1b2c3d", href: "https://a.example/" }]],
    ["with braces", "{{version}} {{{version}}}", ["{version} {", "version", "}"]],
    ["with braces that stand alone", "a { b } c", ["a { b } c"]],
    [
      "with words in braces that mean nothing here",
      "feat: {name} {Commit} {constructor} {}",
      ["feat: {name} {Commit} {constructor} {}"],
    ],
    ["of nothing", "", []],
    ["with an expression of GitHub's that was left over", "$" + "{{ github.sha }}", ["${ github.sha }"]],
  ])("%s", (_, text, line) => {
    expect(filled(text)).toEqual(line);
  });

  test("text without braces stays as it is, and values are not looked into", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[{}]/g, "");
        expect(
          fillTemplate(parseTemplate(`${plain}{title}`), { ...VALUES, title: ["{actor} ", text] }).slice(-2),
        ).toEqual(["{actor} ", text]);
      }),
    );
  });
});

test("docs/chat-messages.md lists the placeholders", () => {
  const page = readFileSync(new URL("../../../../docs/chat-messages.md", import.meta.url), "utf8");
  const section = page.slice(page.indexOf("A text of the user"), page.indexOf("One that has no value"));
  expect([...section.matchAll(/`\{([a-z-]+)\}`/g)].map(([, name]) => name)).toEqual(PLACEHOLDERS);
});
