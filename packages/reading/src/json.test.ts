import { expect, test } from "vitest";
import { parseJson } from "./json.ts";
import { ReportError } from "./report-error.ts";

const parse = (text: string) => parseJson([new TextEncoder().encode(text)]);

test("members are only an object's own", () => {
  const root = parse('{"a":{"b":[1,"x",null]},"__proto__":{"evil":1}}');
  expect([...root.get("a").get("b").items()].map((item) => item.raw)).toEqual([1, "x", null]);
  expect(root.get("toString").isMissing).toBe(true);
  expect(root.get("constructor").isMissing).toBe(true);
  expect(({} as { evil?: number }).evil).toBeUndefined();
  expect([...root.entries()].map(([key]) => key)).toEqual(["a", "__proto__"]);
});

test.each([
  ["a list", (root: ReturnType<typeof parse>) => root.get("a").list(), "`a` is not a list but 1"],
  ["a string", (root: ReturnType<typeof parse>) => root.get("b").get("c").text(), "`b.c` is not a string but missing"],
  [
    "a number",
    (root: ReturnType<typeof parse>) => [...root.get("d").items()][1]?.number(),
    '`d[1]` is not a number but "y"',
  ],
  ["an object", (root: ReturnType<typeof parse>) => [...root.get("a").entries()], "`a` is not an object but 1"],
])("%s that is none is named by its place", (_, read, message) => {
  expect(() => read(parse('{"a":1,"b":{},"d":[0,"y"]}'))).toThrow(new ReportError(message));
});

test("UTF-16 and a byte order mark", () => {
  expect(parseJson([Buffer.from('\ufeff{"ü":1}', "utf16le")]).get("ü").raw).toBe(1);
  expect(parse('\ufeff{"ü":1}').get("ü").raw).toBe(1);
});

test("pieces of a file are one text, characters cut in two included", () => {
  const bytes = new TextEncoder().encode('{"ü":"☃"}');
  for (let at = 0; at <= bytes.length; at++) {
    expect(parseJson([bytes.subarray(0, at), bytes.subarray(at)]).get("ü").raw).toBe("☃");
  }
});

test.each([
  ["cut off", '{"a":[1', /^ends early, after 7 bytes: the report was cut off$/],
  ["empty", "", /^ends early, after 0 bytes/],
  ["no JSON", "<html>", /^is not valid JSON: /],
  ["a depth bomb", "[".repeat(100_000), /^nests JSON more than 200 deep, at byte 200$/],
])("%s is one line", (_, text, message) => {
  expect(() => parse(text)).toThrow(ReportError);
  expect(() => parse(text)).toThrow(message);
});

test("brackets inside strings are no depth", () => {
  expect(parse(`{"a":"${"[".repeat(1000)}\\""}`).get("a").raw).toHaveLength(1001);
});

test("of two members of one name the last stands, as in every reader of JSON", () => {
  expect(parse('{"a":1,"a":2}').get("a").raw).toBe(2);
  expect([...parse('{"a":1,"a":2}').entries()]).toHaveLength(1);
});

test("depth is counted in characters, not in halves of them", () => {
  // The lower half of this letter in UTF-16 is a quote, of that one a bracket.
  const bomb = `\ufeff{"\u0422":1,"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(() => parseJson([Buffer.from(bomb, "utf16le")])).toThrow(/^nests JSON more than 200 deep/);
  const brackets = `\ufeff{"${"\u535b".repeat(300)}":1}`;
  expect([...parseJson([Buffer.from(brackets, "utf16le")]).entries()]).toHaveLength(1);
});

test("200 deep is fine, 201 is not", () => {
  expect(parse("[".repeat(200) + "]".repeat(200)).isList).toBe(true);
  expect(() => parse("[".repeat(201) + "]".repeat(201))).toThrow(/^nests JSON more than 200 deep, at byte 200$/);
});

test("cut off at any byte, it says so and nothing else", () => {
  const bytes = new TextEncoder().encode('{"ü":[-1.5e+3,true,null,"a\\u00fc\\"b",{}],"":false}');
  for (let end = 0; end < bytes.length; end++) {
    expect(() => parseJson([bytes.subarray(0, end)]), `${end} bytes`).toThrow(
      new ReportError(`ends early, after ${end} bytes: the report was cut off`),
    );
  }
});

test.each([
  ["18446744073709551615", 18446744073709552000],
  ["1e400", Number.POSITIVE_INFINITY],
  ["-0", -0],
])("number %s is read as near as a number comes", (text, expected) => {
  expect(parse(`[${text}]`).list()).toEqual([expected]);
});

test("NUL bytes and a second document are no JSON", () => {
  expect(() => parse('{"a":1}\0')).toThrow(/^is not valid JSON: /);
  expect(() => parse('{"a":1}{"a":1}')).toThrow(/^is not valid JSON: /);
});

test("what is quoted of a wrong value is short", () => {
  expect(() =>
    parse(JSON.stringify({ a: "x".repeat(1000) }))
      .get("a")
      .number(),
  ).toThrow(new ReportError(`\`a\` is not a number but "${"x".repeat(39)}`));
});

test("what a value is", () => {
  const kinds = parse('{"o":{},"l":[],"s":"","n":0,"b":false,"z":null}');
  const of = (key: string) => {
    const value = kinds.get(key);
    return [value.isMissing, value.isObject, value.isList];
  };
  expect(of("o")).toEqual([false, true, false]);
  expect(of("l")).toEqual([false, false, true]);
  for (const key of ["s", "n", "b"]) expect(of(key)).toEqual([false, false, false]);
  for (const key of ["z", "gone"]) expect(of(key)).toEqual([true, false, false]);
  expect([kinds.get("s").text(), kinds.get("n").number(), kinds.get("l").list()]).toEqual(["", 0, []]);
});

test("a member of something that is not an object is missing", () => {
  for (const text of ["[1]", '"text"', "5", "null"]) {
    expect(parse(text).get("length").isMissing).toBe(true);
    expect(parse(text).get("0").isMissing).toBe(true);
  }
});

test.each<[text: string, read: (root: ReturnType<typeof parse>) => unknown, message: string]>([
  ["[]", (root) => [...root.entries()], "its content is not an object but []"],
  ["5", (root) => [...root.entries()], "its content is not an object but 5"],
  ["null", (root) => [...root.entries()], "its content is not an object but null"],
  ["{}", (root) => [...root.items()], "its content is not a list but {}"],
  ["5", (root) => root.text(), "its content is not a string but 5"],
  ['"5"', (root) => root.number(), 'its content is not a number but "5"'],
  ['{"a b":{"c":1}}', (root) => [...root.entries()][0]![1].get("c").text(), '`["a b"].c` is not a string but 1'],
  ['{"f":[{},{"s":1}]}', (root) => [...root.get("f").items()][1]!.get("s").list(), "`f[1].s` is not a list but 1"],
])("%s: an error names the place", (text, read, message) => {
  expect(() => read(parse(text))).toThrow(new ReportError(message));
});

test.each([
  ['["a\\\\",[]]', 2],
  ['{"a":[],"b":[],"c":[]}', 3],
])("depth goes down again: %s", (text, members) => {
  const deep = `[${"[],".repeat(300)}${text}]`;
  const last = parse(deep).list().at(-1) as object;
  expect(Object.keys(last)).toHaveLength(members);
});

test("what is not JSON is quoted on one line, at most 160 characters of it", () => {
  const message = (text: string) => {
    try {
      parse(text);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  expect(message("{\n\n\nx")).toMatch(/^is not valid JSON: \S[^\n]*$/);
  expect(message(`{"${"y".repeat(500)}": x}`).length).toBeLessThanOrEqual("is not valid JSON: ".length + 160);
});

test("UTF-16, big end first", () => {
  expect(parseJson([Buffer.from('\ufeff{"ü":1}', "utf16le").swap16()]).get("ü").raw).toBe(1);
});

test.each(["[1,", '{"a":', '[true,{"a":', "[ "])("what stands between brackets does not hide depth: %s", (opening) => {
  expect(() => parse(opening.repeat(201))).toThrow(/^nests JSON more than 200 deep/);
});

test.each<[bytes: readonly number[], message: RegExp]>([
  [[0xff, 0x7b, 0x7d, 0x20], /\ufffd/],
  [[0xfe, 0x7b, 0x7d, 0x20], /\ufffd/],
  [[0x7b, 0xfe, 0x7d, 0x20], /property name/],
  [[0x7b, 0xff, 0x7d, 0x20], /property name/],
])("half a byte order mark does not make a text UTF-16: %j", (bytes, message) => {
  expect(() => parseJson([Uint8Array.from(bytes)])).toThrow(message);
});
