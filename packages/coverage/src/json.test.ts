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
  ["no JSON", "<html>", /^is no JSON: /],
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
