import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonOutline } from "./json-outline.ts";

test.each([
  [
    "objects and lists",
    '{"a":{"b":1,"c":[{"d":[[{"e":1}]]}]},"f":2}',
    ["a", "a.b", "a.c", "a.c[]", "a.c[].d", "a.c[].d[]", "a.c[].d[][]", "a.c[].d[][].e", "f"],
  ],
  ["a list", '[{"a":1},{"b":2}]', ["[]", "[].a", "[].b"]],
  ["spaces", ' { "a" \r\n\t: [ 1 , "x" ] , "b" : { } }', ["a", "a[]", "b"]],
  ["what a string holds is no key", '{"a":"\\"b\\":1,{\\"c\\":[","d":"\\\\"}', ["a", "d"]],
  ["a list of strings", '["a","b"]', ["[]"]],
  ["a key that looks like a path", '{"a.b":1,"c[]":2,"":3,"\\"":4}', ["?"]],
  ["cut in a key", '{"a":1,"b', ["a"]],
  ["cut behind a key", '{"a":1,"b"', ["a"]],
  ["cut behind a colon", '{"a":{"b":', ["a", "a.b"]],
  ["no JSON", "goos: linux", []],
  ["a text alone", '"a":1', []],
  ["nothing", "", []],
])("%s", (_, text, expected) => {
  expect([...jsonOutline(text)]).toEqual(expected);
});

test("what stands deeper than any format looks is passed over", () => {
  const deep = `${'{"a":'.repeat(10)}1${"}".repeat(10)}`;
  expect([...jsonOutline(`[${deep},{"b":1}]`)].at(-1)).toBe("[].b");
  expect(jsonOutline("[".repeat(65_536))).toEqual(new Set(Array.from({ length: 8 }, (_, at) => "[]".repeat(at + 1))));
  expect([...jsonOutline('{"a":'.repeat(13_000))].at(-1)).toBe("a.a.a.a.a.a.a.a");
});

test("every key of any document is there, and only those", () => {
  const key = fc.string().filter((text) => /^[^.[\]\\"]+$/.test(text));
  fc.assert(
    fc.property(fc.array(fc.dictionary(key, fc.dictionary(key, fc.jsonValue()))), (document) => {
      const keys = document.flatMap((row) => Object.keys(row).map((name) => `[].${plain(name)}`));
      const outline = [...jsonOutline(JSON.stringify(document))];
      expect(new Set(outline.filter((path) => /^\[\]\.[^.[]+$/.test(path)))).toEqual(new Set(keys));
    }),
  );
});

/** JSON escapes control characters, which no format's key holds. */
function plain(key: string): string {
  return JSON.stringify(key).includes("\\") || key.length > 64 ? "?" : key;
}
