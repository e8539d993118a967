import { expect, test } from "vitest";
import { parsePathRules } from "./path-rules.ts";

test("a rule that is none is named", () => {
  expect(parsePathRules(["a -> b"]).problems).toEqual([
    "`a -> b` is not a rule; write `/path/in/the/report => path/in/the/repository`",
  ]);
});

test("a rule whose glob means nothing is named, the others still stand", () => {
  const { rules, problems } = parsePathRules(["/a/[b => x", "/b/+(c|d)/* => x", "/c => y"]);
  expect(problems).toEqual([
    "`/a/[b => x` has `[` without `]`",
    "`/b/+(c|d)/* => x` is an extended glob; write {a,b} or several lines",
  ]);
  expect(rules.map(({ from, to }) => [from, to])).toEqual([["/c", "y"]]);
});

test.each([
  ["a drive letter is not a report", "D:\\a\\repo => src", { from: "/a/repo", to: "src" }],
  ["nor is one with a slash", "C:/a => src", { from: "/a", to: "src" }],
  ["blanks around everything", "  x.info:   /b  =>  src/ ", { from: "/b", to: "src", report: expect.any(Function) }],
])("%s", (_, line, expected) => {
  expect(parsePathRules([line])).toEqual({ rules: [expected], problems: [] });
});

test("a report's glob that means nothing is named", () => {
  expect(parsePathRules(["a/[b.info: x => y"]).problems).toEqual(["`a/[b.info: x => y` has `[` without `]`"]);
});
