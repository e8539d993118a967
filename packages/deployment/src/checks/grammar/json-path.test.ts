import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAt } from "../json-path-value.ts";
import { parseJsonPath } from "./json-path.ts";

test.each<[string, (string | number)[]]>([
  ["$", []],
  ["$.status", ["status"]],
  ["$.a.b_2.ü", ["a", "b_2", "ü"]],
  ["$['db state']", ["db state"]],
  ['$["a"][0]', ["a", 0]],
  ["$[-1]", [-1]],
  ["$ .a [ 0 ] [ 'b' ]", ["a", 0, "b"]],
  ["$['']", [""]],
  ["$['it\\'s']", ["it's"]],
  ['$["\\u0041\\n\\/\\\\"]', ["A\n/\\"]],
  ["$['\\ud83d\\ude00']", ["😀"]],
  ["$['😀']", ["😀"]],
  ["$['$.a..b*']", ["$.a..b*"]],
  ["$.__proto__", ["__proto__"]],
])("%s", (text, segments) => {
  expect(parseJsonPath(text)).toEqual({ text, segments });
});

test.each<[string, string]>([
  ["", "a path begins with `$`"],
  ["status", "a path begins with `$`; write, for example, `$.status`"],
  ["checks[0].state", "write, for example, `$.checks[0].state`"],
  ["$..a", "which asks for several values at `..a`"],
  ["$.*", "which asks for several values at `.*`"],
  ["$[*]", "which asks for several values"],
  ["$[0,1]", "which asks for several values"],
  ["$['a','b']", "which asks for several values"],
  ["$[1:3]", "which asks for several values"],
  ["$[?@.a]", "which asks for several values"],
  ["$.db-state", "which has a name in need of quotes before `-state`; write `['a-b']`"],
  ["$.1a", "which is no path at `.1a`"],
  ["$a", "which is no path at `a`"],
  ["$.a ", "with a blank at its end"],
  ["$.", "which is no path at `.`"],
  ["$[01]", "which is no path"],
  ["$[-0]", "which is no path"],
  ["$[9007199254740992]", "whose index is too large"],
  ["$[a]", "which is no path"],
  ["$['a]", "which is no path"],
  ["$['a\\x']", "which has the unknown escape `\\x`"],
  ["$['\\\"']", 'which has the unknown escape `\\"`'],
  ["$['\\ud83d']", "half of a surrogate pair"],
  ["$['\\u12']", "which has the unknown escape"],
  ["$['\n']", "which is no path"],
  [`$.${"a".repeat(500)}`, "has more than 500 characters"],
])("%s is refused", (text, message) => {
  expect(() => parseJsonPath(text)).toThrow(ReportError);
  expect(() => parseJsonPath(text)).toThrow(message);
});

test.each<[unknown, string, unknown]>([
  [{ a: [{ b: 1 }] }, "$.a[0].b", { value: 1 }],
  [{ a: [1, 2] }, "$.a[-1]", { value: 2 }],
  [{ a: [1, 2] }, "$.a[-3]", undefined],
  [{ a: [1, 2] }, "$.a[2]", undefined],
  [{ a: [1] }, "$.a.length", undefined],
  [{ a: "text" }, "$.a[0]", undefined],
  [{ 0: "a" }, "$[0]", undefined],
  [["a"], "$['0']", undefined],
  [{ a: null }, "$.a", { value: null }],
  [{ a: null }, "$.a.b", undefined],
  [{}, "$.constructor", undefined],
  [{}, "$.__proto__", undefined],
  [JSON.parse('{"__proto__": 1}'), "$.__proto__", { value: 1 }],
  [null, "$", { value: null }],
])("%j at %s", (value, path, found) => {
  expect(valueAt(value, parseJsonPath(path))).toEqual(found);
});

test("any name in quotes is found again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.jsonValue(), (name, value) => {
      const path = parseJsonPath(`$[${JSON.stringify(name).slice(0, 400)}]`.replace(/[\x7f-\x9f]/g, " "));
      const key = path.segments[0] as string;
      const object = Object.fromEntries([[key, value]]);
      expect(valueAt(object, path)).toEqual({ value });
    }),
  );
});

test("any text is a path or a sentence", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."$.[]'\"\\ua0-1* ") }), (text) => {
      try {
        expect(parseJsonPath(`$${text}`).segments).toBeInstanceOf(Array);
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
      }
    }),
  );
});
