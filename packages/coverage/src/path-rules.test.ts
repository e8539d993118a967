import { expect, test } from "vitest";
import { applyRules, parsePathRules } from "./path-rules.ts";

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

test.each<[string, string[], string, string | undefined]>([
  ["a prefix", ["/build/x => crates/a"], "/build/x/src/lib.rs", "crates/a/src/lib.rs"],
  ["a prefix of whole folders only", ["/build/x => crates/a"], "/build/xy/lib.rs", undefined],
  ["a prefix to the top", ["/app => "], "/app/src/lib.rs", "src/lib.rs"],
  ["the root", ["/ => src"], "/lib.rs", "src/lib.rs"],
  ["every path", [". => crates/a"], "src/lib.rs", "crates/a/src/lib.rs"],
  ["one file", ["/made/x.rs => src/lib.rs"], "/made/x.rs", "src/lib.rs"],
  ["a glob", ["/tmp/build-*/out => a"], "/tmp/build-77/out/src/lib.rs", "a/src/lib.rs"],
  ["the longest run of folders that a glob matches", ["/x/** => a"], "/x/y/z/lib.rs", "a/lib.rs"],
  ["a glob for all of the path but its name", ["/web/* => a"], "/web/lib.rs", undefined],
  ["a glob for one folder", ["{b,c} => a"], "b/lib.rs", "a/lib.rs"],
  ["the first that fits", ["/no => n", "/app => a", "/app => b"], "/app/lib.rs", "a/lib.rs"],
  ["one for this report", ["out/x.info: /app => a"], "/app/lib.rs", "a/lib.rs"],
  [
    "one for such reports, after one for another",
    ["y.info: /app => b", "out/*.info: /app => a"],
    "/app/lib.rs",
    "a/lib.rs",
  ],
  ["one for another report", ["y.info: /app => a"], "/app/lib.rs", undefined],
  ["none", [], "/app/lib.rs", undefined],
])("a rule for %s", (_, lines, path, expected) => {
  const { rules, problems } = parsePathRules(lines);
  expect(problems).toEqual([]);
  expect(applyRules(rules, path, "out/x.info")).toBe(expected);
});
