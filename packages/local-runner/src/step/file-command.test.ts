import { describe, expect, test } from "vitest";
import { checkSummarySize, FileCommandError, parseEnvironmentFile, parseFileCommands } from "./file-command.ts";

test.each<[string, string, Record<string, string>]>([
  ["name=value", "a=1\n", { a: "1" }],
  ["a value with `=` and `<<`", "a=b=c<<d\n", { a: "b=c<<d" }],
  ["no last newline", "a=1", { a: "1" }],
  ["empty lines", "\n\na=1\n\n", { a: "1" }],
  ["an empty value", "a=\n", { a: "" }],
  ["a heredoc", "a<<EOF\none\n\ntwo=2\nEOF\nb=1\n", { a: "one\n\ntwo=2", b: "1" }],
  ["an empty heredoc", "a<<EOF\nEOF\n", { a: "" }],
  ["a delimiter that only looks like one", "a<<EOF\n EOF\nEOFX\nEOF\n", { a: " EOF\nEOFX" }],
  ["the last of two", "a=1\na=2\n", { a: "2" }],
  ["CRLF belongs to the value on Linux", "a=1\r\n", { a: "1\r" }],
])("%s", (_, content, expected) => {
  expect(Object.fromEntries(parseFileCommands(content))).toEqual(expected);
});

describe("what fails the step", () => {
  test.each([
    ["no name", "=1\n", "Invalid format '=1'. Name must not be empty"],
    ["no sign", "hello\n", "Invalid format 'hello'"],
    ["no delimiter", "a<<\n", "Invalid format 'a<<'"],
    ["no name before a heredoc", "<<EOF\nEOF\n", "Invalid format '<<EOF'"],
    ["a heredoc without an end", "a<<EOF\nx\n", "Invalid value. Matching delimiter not found 'EOF'"],
    ["a heredoc at the end of the file", "a<<EOF", "Invalid value. Matching delimiter not found 'EOF'"],
  ])("%s", (_, content, message) => {
    expect(() => parseFileCommands(content)).toThrow(new FileCommandError(message));
  });

  test.each(["NODE_OPTIONS=--require=x\n", "node_options<<E\nx\nE\n"])("%j in the environment", (content) => {
    expect(() => parseEnvironmentFile(content)).toThrow(FileCommandError);
  });
});

test.each([
  [1_048_575, undefined],
  [1_048_576, undefined],
  [1_048_577, "$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1025k."],
])("a summary of %d bytes", (bytes, expected) => {
  expect(checkSummarySize(bytes)).toBe(expected);
});
