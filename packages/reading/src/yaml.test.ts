import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { ReportError } from "./report-error.ts";
import { MAX_YAML_CHARACTERS, MAX_YAML_DEPTH, MAX_YAML_VALUES, parseYaml, YamlError } from "./yaml.ts";

const read = (text: string) => parseYaml(text).value;

test.each<[string, string, unknown]>([
  ["nothing", "", null],
  ["a comment", "# x\n", null],
  ["a text", "a", "a"],
  ["a list in a map", "a:\n  - 1\n  - true\n  - ~\n  - '2'\n", { a: [1, true, null, "2"] }],
  ["JSON", '{"a": [{"b": 1.5}]}', { a: [{ b: 1.5 }] }],
  ["a key without a value", "a:\nb: 1", { a: null, b: 1 }],
  ["an explicit key", "? a\n: 1", { a: 1 }],
  ["a number as a key", "1: a", { "1": "a" }],
  ["no key", ": a", { "": "a" }],
  ["an alias", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
  ["an alias of a map", "a: &x {c: 1}\nb: *x", { a: { c: 1 }, b: { c: 1 } }],
  ["an alias as a key", "a: &x b\n*x : 1", { a: "b", b: 1 }],
  ["an anchor of a key", "&x a: 1\nb: *x", { a: 1, b: "a" }],
  ["an anchor that is used again", "a: &x 1\nb: *x\nc: &x 2\nd: *x", { a: 1, b: 1, c: 2, d: 2 }],
  ["`no` is a text, as in YAML 1.2", "a: no", { a: "no" }],
])("%s", (_, text, value) => {
  expect(read(text)).toEqual(value);
});

test("`__proto__` is a key like any other", () => {
  const value = read("__proto__: {a: 1}\n") as object;
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("fields of the outermost map have lines", () => {
  const document = parseYaml("a: 1\n\n'b':\n  c: 2\n? d\n");
  expect(["a", "b", "d", "c"].map((name) => document.field(name))).toEqual([
    { value: 1, line: 1 },
    { value: { c: 2 }, line: 4 },
    { value: null, line: 5 },
    undefined,
  ]);
  expect(parseYaml("- a").field("a")).toBeUndefined();
  expect(parseYaml(": a").field("")).toEqual({ value: "a", line: 1 });
});

test("what a list or map holds has lines, also by an alias", () => {
  const document = parseYaml("a: &x\n  - b: 1\n    c: 2\n  -\nd: *x\n");
  const { a, d } = document.value as Record<string, [object, null]>;
  expect([a, d].map((list) => document.lineOf(list!, 0))).toEqual([2, 2]);
  expect(["b", "c", "x"].map((key) => document.lineOf(a![0], key))).toEqual([2, 3, undefined]);
  expect(document.lineOf({}, "b")).toBeUndefined();
});

test("a field has the name that it has in the value, also by an alias", () => {
  const document = parseYaml("a: &x b\n*x : 1\nc: &x d\n");
  expect(document.field("b")).toEqual({ value: 1, line: 2 });
  expect(document.field("")).toBeUndefined();
});

test.each<[string, string, number, string]>([
  ["a map that is not closed", "a: 1\nb: {\n", 3, "is not valid YAML: Flow map in block collection must be"],
  ["a key twice", "a: 1\nb: 1\na: 2", 3, 'is not valid YAML: it has the key "a" twice'],
  ["a key twice within", "x:\n  a: 1\n  a: 2", 3, 'is not valid YAML: it has the key "a" twice'],
  ["a key and an alias of it", "&x a: 1\n*x : 2", 2, 'is not valid YAML: it has the key "a" twice'],
  ["a list as a key", "a: 1\n? [b]\n: 1", 2, "is not valid YAML: a key is a list or a map"],
  ["a map as a key", "? {b: 1}\n: 1", 1, "is not valid YAML: a key is a list or a map"],
  ["an alias of a list as a key", "a: &x []\n*x : 1", 2, "is not valid YAML: a key is a list or a map"],
  ["an alias of nothing", "a: *x", 1, "is not valid YAML: `*x` is used before `&x`"],
  ["an alias before its anchor", "a: *x\nb: &x 1", 1, "is not valid YAML: `*x` is used before `&x`"],
  ["bytes", "a: 1\nb: !!binary aGk=", 2, "is not valid YAML: it has bytes, which JSON cannot hold"],
  ["bytes for a key", "!!binary aGk=: 1", 1, "is not valid YAML: it has bytes, which JSON cannot hold"],
  [
    "a date of YAML 1.1",
    "%YAML 1.1\n---\na: 2001-12-14",
    3,
    "is not valid YAML: it has a date, which JSON cannot hold",
  ],
  ["a date by its tag", "a: !!timestamp 2001-12-14", 1, "is not valid YAML: it has a date, which JSON cannot hold"],
  ["an alias within itself", "a: &x\n  - *x", 2, "is not valid YAML: `*x` contains itself"],
  ["two documents", "a: 1\n---\nb: 1", 2, "is not valid YAML: Source contains multiple documents"],
])("%s is refused", (_, text, line, message) => {
  const error = errorOf(text);
  expect(error.line).toBe(line);
  expect(error.message.startsWith(message), error.message).toBe(true);
});

describe("limits", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const values = (count: number) => `[${"1,".repeat(count - 1)}]`;

  test("at the limit", () => {
    expect(read(`#${" ".repeat(MAX_YAML_CHARACTERS - 1)}`)).toBeNull();
    expect(JSON.stringify(read(deep(MAX_YAML_DEPTH + 1)))).toBe(deep(MAX_YAML_DEPTH + 1));
    // 1 + 10 lists of 9,999 values, of which one is written out.
    const list = values(9_999);
    expect(read(`- &a ${list}\n${"- *a\n".repeat(9)}`)).toHaveLength(10);
  });

  test.each<[string, string, string]>([
    ["characters", `#${" ".repeat(MAX_YAML_CHARACTERS)}`, `has more than ${MAX_YAML_CHARACTERS} characters`],
    ["levels", deep(MAX_YAML_DEPTH + 2), `has lists and maps that are more than ${MAX_YAML_DEPTH} deep`],
    [
      "levels of maps",
      `${"{a: ".repeat(MAX_YAML_DEPTH + 2)}${"}".repeat(MAX_YAML_DEPTH + 2)}`,
      "has lists and maps that are more than 100 deep",
    ],
    ["levels that exhaust the stack", "[".repeat(90_000), "has lists and maps that are more than 100 deep"],
    ["values", `- &a ${values(10_000)}\n${"- *a\n".repeat(10)}`, `has more than ${MAX_YAML_VALUES} values`],
    [
      "a billion laughs",
      `a: &a [x]\n${[..."bcdefghij"].map((key, at) => `${key}: &${key} [${`*${"abcdefghi"[at]},`.repeat(9)}]\n`).join("")}`,
      `has more than ${MAX_YAML_VALUES} values`,
    ],
  ])("too many %s", (_, text, message) => {
    expect(errorOf(text).message).toBe(message);
  });

  // The library's own conversion of the first took 5 s at 250 pairs, its search for equal keys 6 s at 8,000.
  test.each([
    ["keys within keys", "? ".repeat(50_000), /deep|a key is a list or a map/],
    ["many keys", `{${Array.from({ length: 9_000 }, (_, at) => `k${at}: 1`).join(",")}, k0: 1}`, /"k0" twice/],
    ["many aliases", `a: &a x\nb:\n${"- *a\n".repeat(19_000)}c: *c`, /used before/],
  ])("%s end soon", (_, text, message) => {
    expect(errorOf(text).message).toMatch(message);
  });
});

test("what the library writes of JSON is read as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      // YAML has one zero more than JSON.
      const json = JSON.parse(JSON.stringify(value));
      expect(read(stringify(json, { aliasDuplicateObjects: false }))).toEqual(json);
    }),
  );
});

test("any text is a value or one named error", () => {
  const piece = fc.constantFrom(
    "a",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "\n",
    " ",
    "|",
    ">",
    "!",
    '"',
    "'",
    "#",
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (each) => {
      try {
        JSON.stringify(read(each));
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
      }
    }),
    { numRuns: 300 },
  );
});

function errorOf(text: string): YamlError {
  try {
    parseYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}
