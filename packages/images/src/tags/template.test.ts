import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MANY, runs } from "../../../reading/testing/depth.ts";
import { checkTemplate, type Expressions, isOnly, parseTemplate, renderTemplate } from "./template.ts";

const EXPRESSIONS: Expressions = {
  branch: () => "a&b",
  html: () => "<\"'`=>",
  date: ({ values, named }) => [...values, ...named].join("|"),
};
const render = (text: string) => renderTemplate(parseTemplate(text), EXPRESSIONS);

describe("templates are written out as Handlebars does it", () => {
  test.each([
    ["plain", "plain"],
    ["", ""],
    ["{{branch}}", "a&amp;b"],
    ["{{ branch }}-x", "a&amp;b-x"],
    ["{{{branch}}}", "a&b"],
    ["{{&branch}}", "a&b"],
    ["{{html}}", "&lt;&quot;&#x27;&#x60;&#x3D;&gt;"],
    ["{{date 'Y M'}}", "Y M"],
    ['{{date "Y" tz="Asia/Tokyo"}}', "Y|tz,Asia/Tokyo"],
    ["{{date 'it\\'s'}}", "it&#x27;s"],
    ["{{date 'a}}b'}}", "a}}b"],
    ["a \n{{~branch~}} b", "aa&amp;bb"],
    ["{{~{branch}~}}", "a&b"],
    ["\\{{branch}}-{{branch}}", "{{branch}}-a&amp;b"],
    ["\\\\{{branch}}", "\\a&amp;b"],
    ["{a}}", "{a}}"],
    ["\\d{1,2}", "\\d{1,2}"],
  ])("%j", (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe("what is wrong is named", () => {
  test.each([
    ["{{vesion}}", "{{vesion}} is not an expression here; write one of branch, html, date"],
    ["{{brnach}}", "{{brnach}} is not an expression here; did you mean {{branch}}?"],
    ["{{toString}}", "{{toString}} is not an expression here"],
    ["{{__proto__}}", "{{__proto__}} is not an expression here"],
    ["{{branch", '"{{branch" has no end; write }} after the expression'],
    ["{{branch}", "has no end"],
    ["{{branch}}}", '"{{branch}}" is not an expression'],
    ["{{{branch}}", '"{{{branch}}" is not an expression'],
    ["{{}}", '"{{}}" is not an expression; write {{name}}'],
    ["{{#if branch}}x{{/if}}", '"{{#if branch}}" is a block, comment, partial or nested expression'],
    ["{{! note }}", "is a block, comment, partial or nested expression"],
    ["{{> part}}", "is a block, comment, partial or nested expression"],
    ["{{branch.name}}", "is not an expression"],
    ["{{date 5}}", "is not an expression"],
    ["{{date 'a'tz='b'}}", "is not an expression"],
    ["{{date 'a}}", "is not an expression"],
  ])("%j", (text, message) => {
    expect(() => render(text)).toThrow(message);
    expect(() => render(text)).toThrow(UserError);
  });

  test("before the template is used", () => {
    expect(() => checkTemplate(parseTemplate("a{{branch}}{{sha}}"), ["branch"])).toThrow(
      "{{sha}} is not an expression",
    );
    checkTemplate(parseTemplate("a{{branch}}"), ["branch"]);
  });
});

test.each([
  ["{{ raw }}.{{ version }}", false],
  ["{{ raw }}", true],
  ["{{raw}}", true],
  ["{{{raw}}}", true],
  ["raw", false],
])("%j is only raw: %s", (text, expected) => {
  expect(isOnly(parseTemplate(text), "raw")).toBe(expected);
});

test("any text is written out or a named error", () => {
  const part = fc.constantFrom("{{", "}}", "{{{", "~", "branch", " ", "'", '"', "\\", "=", "date", "&", "a", "\n", "#");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      try {
        render(parts.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    runs(5000),
  );
});

test.each([
  ["braces", "{{"],
  ["expressions", "{{branch}}"],
  ["escaped braces", "\\{{"],
  ["backslashes", "\\"],
  ["blanks cut off", "  {{~branch~}}  "],
  ["quotes", "{{date '"],
])("many %s take no longer than their length", (_, text) => {
  const many = text.repeat(MANY * 5);
  try {
    expect(render(many).length).toBeGreaterThan(0);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
  }
});
