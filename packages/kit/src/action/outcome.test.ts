import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { describeError } from "./outcome.ts";

test("the user's errors are their lines", () => {
  expect(describeError(new UserError("input `a` is wrong"))).toEqual({ lines: ["input `a` is wrong"] });
  expect(describeError(new UserErrors(["one", "two"]))).toEqual({ lines: ["one", "two"] });
});

test("ours has its chain of causes, its stack and where to report it", () => {
  const error = new Error("outer", { cause: new TypeError("inner", { cause: "text" }) });
  const { lines, stack } = describeError(error);
  expect(lines).toEqual([
    "this is a fault of the action, not of your workflow: Error: outer; because of TypeError: inner; because of text. Please report it at https://github.com/org/jessy-actions/issues",
  ]);
  expect(stack).toContain("outcome.test.ts");
});

test("a cause that is its own cause ends", () => {
  const error = new Error("a");
  error.cause = error;
  expect(describeError(error).lines[0]?.match(/because/g)).toHaveLength(7);
});

test("anything can be thrown", () => {
  expect(describeError("text").lines[0]).toContain("text");
  expect(describeError(undefined).lines).toHaveLength(1);
});
