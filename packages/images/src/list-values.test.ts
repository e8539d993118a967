import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MANY, runs } from "../../reading/testing/depth.ts";
import { LINES, type ListRules, splitList } from "./list-values.ts";

const COMMAS: ListRules = { ...LINES, commas: true };
const SECRETS: ListRules = { commas: false, comments: false, trim: false, quotes: true };
const RAW: ListRules = { ...LINES, quotes: false };

describe("lists are split as docker's actions split them", () => {
  test.each<[string, string, ListRules, readonly string[]]>([
    ["lines", "a\nb\n", LINES, ["a", "b"]],
    ["CR LF", "a\r\nb\r\n", LINES, ["a", "b"]],
    ["CR", "a\rb", LINES, ["a", "b"]],
    ["different line ends", "a\r\nb\nc", LINES, ["a", "b", "c"]],
    ["blanks around values", "  a  \n\tb", LINES, ["a", "b"]],
    ["empty lines", "a\n\n \nb", LINES, ["a", "b"]],
    ["nothing", "", LINES, []],
    ["commas are part of a line", "type=raw,value=a", LINES, ["type=raw,value=a"]],
    ["or separate values", "a, b,c\nd", COMMAS, ["a", "b", "c", "d"]],
    ["an empty value is left out", "a,,b,", COMMAS, ["a", "b"]],
    ["quotes keep a comma", 'a,"b,c"', COMMAS, ["a", "b,c"]],
    ["but not that of a value alone", '"a,b"', COMMAS, ["a", "b"]],
    ["quotes around a part of a line", 'type=match,"pattern=a,b"', LINES, ["type=match,pattern=a,b"]],
    ["quotes around a line keep those within", '"type=match,""pattern=a,b"""', LINES, ['type=match,"pattern=a,b"']],
    ["quotes keep line breaks", '"GIT=x\ny"\nb', LINES, ["GIT=x\ny", "b"]],
    ["a quote within is text", 'a=b"c"', LINES, ['a=b"c"']],
    ["so are quotes that close too early", '"a"b,c', LINES, ['"a"b,c']],
    ["equals signs stay", "TOKEN=a=b==", LINES, ["TOKEN=a=b=="]],
    ["a comment at the line's start", "# a\nb\n#c", LINES, ["b"]],
    ["an indented one", "a\n  # b\nc", LINES, ["a", "c"]],
    ["a quote in a comment opens nothing", "# it's \"so\na", LINES, ["a"]],
    ["not within a line", "a # b\nc#d", LINES, ["a # b", "c#d"]],
    ["a secret's line break stays", '"KEY=-----\nabc\n-----\n"', SECRETS, ["KEY=-----\nabc\n-----\n"]],
    ["a secret's blanks stay", " A= b ", SECRETS, [" A= b "]],
    ["a secret may begin with #", "#x=1", SECRETS, ["#x=1"]],
    [
      "the quotes of a part go, as csv-parse has it",
      'type=image,"name=a,b",push=true\nx',
      LINES,
      ["type=image,name=a,b,push=true", "x"],
    ],
    ["not those of an output", 'type=oci,"annotation.x=a,b"', RAW, ['type=oci,"annotation.x=a,b"']],
    ["a secret's commas stay", "KEY=a,b,,\nB=2", SECRETS, ["KEY=a,b,,", "B=2"]],
    ["and those of JSON", 'GCP={"type": "x","y": ["1","2"]}', SECRETS, ['GCP={"type": "x","y": ["1","2"]}']],
    ["without quotes they are text", 'type=local,"dest=a', RAW, ['type=local,"dest=a']],
  ])("%s", (_, text, rules, values) => {
    expect(splitList(text, rules)).toEqual(values);
  });

  test("a quote that is never closed is an error with its line", () => {
    expect(() => splitList('a\n"b\nc', LINES)).toThrow(
      new UserError('has a quote on line 2 that is never closed; write """" for one quote'),
    );
  });
});

test("values in quotes come back as they are", () => {
  const value = fc.string({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      const text = values.map((each) => `"${each.replaceAll('"', '""')}"`).join("\n");
      expect(splitList(text, SECRETS)).toEqual(values);
    }),
    runs(2000),
  );
});

test("any text gives values or a named error", () => {
  const text = fc.string({ unit: fc.constantFrom(..."ab,\"#= \n\r'"), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (value, commas, trim) => {
      try {
        for (const each of splitList(value, { ...LINES, commas, trim })) expect(each).not.toBe("");
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    runs(5000),
  );
});

test.each([
  ["quotes", (many: number) => '"'.repeat(many * 20 + 1)],
  ["opened lines", (many: number) => '"a\n'.repeat(many * 10)],
  ["comments", (many: number) => "# a\n".repeat(many * 10)],
  ["blanks", (many: number) => `${" ".repeat(many * 20)}x`],
  ["commas", (many: number) => ",".repeat(many * 20)],
])("many %s take no longer than their length", (_, make) => {
  const text = make(MANY);
  try {
    expect(splitList(text, { ...COMMAS, trim: false }).length).toBeLessThanOrEqual(text.length);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
  }
});
