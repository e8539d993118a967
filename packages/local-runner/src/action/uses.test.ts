import { expect, test } from "vitest";
import { looksLikeUses, parseStepTarget, parseUses, slugOf } from "./uses.ts";

test.each([
  [
    "org/jessy-actions/coverage-gate@v1",
    { owner: "org", repository: "jessy-actions", path: "coverage-gate", ref: "v1" },
  ],
  ["o/r@main", { owner: "o", repository: "r", path: "", ref: "main" }],
  ["o/r.x/a/b@feature/x", { owner: "o", repository: "r.x", path: "a/b", ref: "feature/x" }],
  [`o/r@${"a".repeat(40)}`, { owner: "o", repository: "r", path: "", ref: "a".repeat(40) }],
])("%s", (text, uses) => {
  expect(looksLikeUses(text)).toBe(true);
  expect(parseUses(text)).toEqual(uses);
});

test.each([
  ["o/r", "names no action of a repository; write owner/repository[/folder]@ref"],
  ["o@v1", "names no action"],
  ["docker://alpine:3", "names no action"],
  ["o/r/../x@v1", "leaves the repository"],
  ["o/r@abc1234", "has a shortened commit, which GitHub refuses; write all 40 digits"],
])("%s is refused", (text, message) => {
  expect(() => parseUses(text)).toThrow(message);
});

test.each(["coverage-gate", "./actions/x", "../x/y@z", "/tmp/x@y", "actions/coverage-gate"])(
  "%s is not a `uses:`",
  (text) => expect(looksLikeUses(text)).toBe(false),
);

test.each([
  ["./", { kind: "workspace", path: "" }],
  ["./actions/x", { kind: "workspace", path: "actions/x" }],
  ["./../x", { kind: "workspace", path: "../x" }],
  ["$/actions/x", { kind: "same repository", path: "actions/x" }],
  ["$//actions/x", { kind: "same repository", path: "actions/x" }],
  ["o/r/x@v1", { kind: "repository", uses: { owner: "o", repository: "r", path: "x", ref: "v1" } }],
])("a step that uses %s", (text, target) => expect(parseStepTarget(text)).toEqual(target));

test.each([
  ["$/", "`uses: $/` names no folder; write $/folder"],
  ["$/a/../../b", "leaves the repository; write it without"],
  ["docker://alpine:3", "is a container, which is not run here; use a JavaScript or a composite action"],
  ["actions/x", "names no action of a repository"],
])("a step that uses %s is refused", (text, message) => expect(() => parseStepTarget(text)).toThrow(message));

test.each(["o/r@v1", "o/r/a/b@main"])("%s is written as it is read", (text) => {
  expect(slugOf(parseUses(text))).toBe(text);
});
