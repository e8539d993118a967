import { expect, test } from "vitest";
import { ReportError } from "./report-error.ts";

test.each([
  ["plain", "line 1 is odd", "line 1 is odd"],
  ["line breaks, which would begin a workflow command", "a\r\n::error::b\nc", "a ::error::b c"],
  ["control characters, which would move a terminal's cursor", "a\u001b[2Jb\u0000\u007fc\td", "a [2Jb c d"],
  ["more than anybody reads", "x".repeat(501), "x".repeat(500)],
])("%s is one short line", (_, message, expected) => {
  expect(new ReportError(message).message).toBe(expected);
});

test("it is told from errors of ours, and keeps its cause", () => {
  const cause = new RangeError("x");
  const error = new ReportError("y", { cause });
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.cause]).toEqual(["ReportError", cause]);
});
