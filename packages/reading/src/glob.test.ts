import { describe, expect, test } from "vitest";
import { bracesAt, compileGlob } from "./glob.ts";

describe("a glob matches a whole path", () => {
  test.each<[pattern: string, matches: readonly string[], others: readonly string[]]>([
    ["a", ["a"], ["", "b", "ab", "ba", "a/a"]],
    ["a/b", ["a/b"], ["a", "b", "a/b/c", "x/a/b", "a//b"]],
    ["*", ["", "a", "abc", ".a", "*"], ["a/b"]],
    ["a*", ["a", "ab", "a*"], ["ba", ""]],
    ["*a", ["a", "ba", "aaa"], ["ab", ""]],
    ["*a*b", ["ab", "xaxb", "aab", "abab", "abb"], ["a", "b", "ba", "abx"]],
    ["a**b", ["ab", "axxb"], ["a/b"]],
    ["a***", ["a", "aaa"], ["b"]],
    ["?", ["a", "é"], ["", "ab"]],
    ["a?c", ["abc", "a?c"], ["ac", "abbc"]],
    ["?*", ["a", "ab"], [""]],
    ["*?", ["a", "ab"], [""]],
    ["**", ["a", "a/b", ""], []],
    ["**/a", ["a", "x/a", "x/y/a"], ["ab", "a/b"]],
    ["a/**", ["a/b", "a/b/c", "a/"], ["a", "b/a"]],
    ["a/**/b", ["a/b", "a/x/b", "a/b/b"], ["a", "ab", "a/b/c", "a/x/y"]],
    ["a/**/b/**", ["a/b/c", "a/x/b/c", "a/b/b"], ["a/b", "a/x/b"]],
    ["**/a/**/b", ["a/b", "x/a/y/b", "a/a/b", "a/b/b"], ["b/a", "a"]],
    ["**/*.rs", ["a.rs", "x/a.rs"], ["a.rst", "a.rs/b"]],
    ["a\\*", ["a*"], ["ab", "a\\*", "a"]],
    ["a\\", ["a\\"], ["a"]],
    ["\\[a]", ["[a]"], ["a"]],
    ["a\\{b,c}", ["a{b,c}"], ["ab", "ac"]],
    ["[a-c]", ["a", "b", "c"], ["d", "-", "", "ab"]],
    ["[ac]", ["a", "c"], ["b"]],
    ["[axd]", ["a", "x", "d"], ["b", "c", "y"]],
    ["[!a]", ["b", "!"], ["a", ""]],
    ["[^a]", ["b", "^"], ["a"]],
    ["[!a-c]", ["d"], ["a", "b", "c"]],
    ["[a-]", ["a", "-"], ["b"]],
    ["[-a]", ["a", "-"], ["b"]],
    ["[]a]", ["]", "a"], ["b"]],
    ["[!]a]", ["b"], ["]", "a"]],
    ["[^]a]", ["b"], ["]", "a"]],
    ["[a-cx-z]", ["b", "y", "x"], ["d", "w"]],
    ["[a]b", ["ab"], ["a", "b"]],
    ["[a!]", ["a", "!"], ["b"]],
    ["{a,b}", ["a", "b"], ["{a,b}", "", "ab"]],
    ["x{a,b}y", ["xay", "xby"], ["xaby", "xy"]],
    ["{a,b}{c,d}", ["ac", "ad", "bc", "bd"], ["ab"]],
    ["{a,{b,c}d}", ["a", "bd", "cd"], ["b", "ad"]],
    ["{a,}b", ["ab", "b"], ["a"]],
    ["{a/b,c}/d", ["a/b/d", "c/d"], ["a/d"]],
    ["{a,b", ["{a,b"], ["a"]],
    ["a}", ["a}"], ["a"]],
    ["{a}", ["{a}"], ["a"]],
    ["{}", ["{}"], [""]],
    ["{a\\,b,c}", ["a,b", "c"], ["a", "b"]],
    ["{a,b}\\*", ["a*", "b*"], ["ax"]],
  ])("%s", (pattern, matches, others) => {
    const test = compileGlob(pattern);
    expect(matches.filter((path) => !test(path))).toEqual([]);
    expect(others.filter(test)).toEqual([]);
  });
});

test.each([
  ["[a", "has `[` without `]`"],
  ["[]", "has `[` without `]`"],
  ["[!]", "has `[` without `]`"],
  ["[^]", "has `[` without `]`"],
  ["{a,b}".repeat(10), "has more than 1000 alternatives"],
  [`{${Array.from({ length: 1001 }, (_, at) => at).join(",")}}`, "has more than 1000 alternatives"],
])("%s is refused", (pattern, message) => {
  expect(() => compileGlob(pattern)).toThrow(new RangeError(message));
});

test("1,000 alternatives are fine", () => {
  const glob = compileGlob(`{${Array.from({ length: 1000 }, (_, at) => at).join(",")}}`);
  expect([glob("0"), glob("999"), glob("1000")]).toEqual([true, true, false]);
});

test.each<[pattern: string, start: number, expected: ReturnType<typeof bracesAt>]>([
  ["{a,b}", 0, { texts: ["a", "b"], end: 4 }],
  ["x{a,b}y", 1, { texts: ["a", "b"], end: 5 }],
  ["{a,{b,c}}", 0, { texts: ["a", "{b,c}"], end: 8 }],
  ["{a,{b,c}}", 3, { texts: ["b", "c"], end: 7 }],
  ["{a\\},b}", 0, { texts: ["a\\}", "b"], end: 6 }],
  ["{,}", 0, { texts: ["", ""], end: 2 }],
  ["{a}", 0, undefined],
  ["{a,b", 0, undefined],
  ["{{a,b}}", 0, undefined],
])("braces of %s at %d", (pattern, start, expected) => {
  expect(bracesAt(pattern, start)).toEqual(expected);
});
