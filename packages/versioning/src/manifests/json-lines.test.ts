import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOfValue } from "./json-lines.ts";

test.each<[text: string, path: string[], line: number | undefined]>([
  ['{"a":1}', ["a"], 1],
  ['{\n"a"\n:\n1}', ["a"], 4],
  ['{"b":{"a":1},\n"a":2}', ["a"], 2],
  ['{"a":1,\n"a":2}', ["a"], 2],
  ['{"a":{"b":1},\n"a":{}}', ["a", "b"], undefined],
  ['{"\\u0061":1}', ["a"], 1],
  ['{"x":["a",1],\n"a":"b"}', ["a"], 2],
  ['{"packages":{"a":{"version":"1"},\n"":{"version":"2"}}}', ["packages", "", "version"], 2],
  ['[{"a":1}]', ["a"], undefined],
  ['{"x":"\\"a\\":1"}', ["a"], undefined],
  ["{}", ["a"], undefined],
  ["\n{}", [], 2],
  ['{"a":[\n{"b":1}],\n"b":1}', ["a", "b"], undefined],
  ['{"a":-1.5e+3,\n"b":true}', ["b"], 2],
])("%s %j", (text, path, line) => {
  expect(lineOfValue(text, path)).toBe(line);
});

test("is where a mark stands that takes the value's place", () => {
  const key = fc.constantFrom("a", "b", "", "version");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.array(key, { minLength: 1, maxLength: 3 }), (value, path) => {
      const text = JSON.stringify(value, undefined, 1);
      const expected = markedAt(value, path)
        ?.split("\n")
        .findIndex((each) => each.includes("the mark"));
      expect(lineOfValue(text, path)).toBe(expected === undefined ? undefined : expected + 1);
    }),
    { numRuns: 300 },
  );
});

/** The text with a mark in place of the value at a path; undefined when there is none. */
function markedAt(value: unknown, path: readonly string[]): string | undefined {
  const copy = structuredClone(value);
  const parent = path.slice(0, -1).reduce<unknown>((each, part) => (has(each, part) ? each[part] : undefined), copy);
  const last = path.at(-1)!;
  if (!has(parent, last)) return undefined;
  parent[last] = "the mark";
  return JSON.stringify(copy, undefined, 1);
}

function has(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key);
}
