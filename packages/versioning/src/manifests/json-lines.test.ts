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
])("%s %j", (text, path, line) => {
  expect(lineOfValue(text, path)).toBe(line);
});

test("finds what JSON.parse finds", () => {
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
      const found = path.reduce<unknown>(
        (each, part) =>
          typeof each === "object" && each !== null && !Array.isArray(each) && Object.hasOwn(each, part)
            ? (each as Record<string, unknown>)[part]
            : undefined,
        value,
      );
      expect(lineOfValue(text, path) !== undefined).toBe(found !== undefined);
    }),
    { numRuns: 300 },
  );
});
