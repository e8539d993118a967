import { expect, test } from "vitest";
import type { Problem } from "../result.ts";
import { codeFrame } from "./code-frame.ts";

const problem = (line: number, column: number, text: string, at = column - 1): Problem => ({
  level: "error",
  rule: "r",
  line,
  column,
  message: "m",
  excerpt: { text, at },
});

test.each<[string, Problem[], string[]]>([
  ["one place", [problem(1, 6, "Fixed stuff.")], ["1 | Fixed stuff.", "  |      ^"]],
  ["two of a line, in any order", [problem(1, 3, "abc"), problem(1, 1, "abc")], ["1 | abc", "  | ^ ^"]],
  ["the same place twice", [problem(1, 2, "abc"), problem(1, 2, "abc")], ["1 | abc", "  |  ^"]],
  ["lines of one and two digits", [problem(12, 1, "b"), problem(3, 1, "a")], [" 3 | a", "   | ^", "12 | b", "   | ^"]],
  ["behind the end", [problem(1, 4, "abc")], ["1 | abc", "  |    ^"]],
  ["an empty line", [problem(1, 1, "")], ["1 | ", "  | ^"]],
  ["what cannot be seen", [problem(1, 3, "a\u202eb")], ["1 | a\\u{202e}b", "  |          ^"]],
  ["tabs and signs of two units", [problem(1, 4, "\t🎉x")], ["1 |  🎉x", "  |   ^"]],
])("%s", (_, problems, lines) => {
  expect(codeFrame(problems).split("\n")).toEqual(lines);
});
