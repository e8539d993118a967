import { expect, test } from "vitest";
import { titleParts } from "./title-parts.ts";

test.each([
  ["feat: x", { type: "feat", breaking: false }],
  ["fix(api/v1): x", { type: "fix", scope: "api/v1", breaking: false }],
  ["feat!: x", { type: "feat", breaking: true }],
  ["Fix x", undefined],
  ['Revert "feat: x"', undefined],
])("%s", (title, parts) => {
  // Strict: a scope that is undefined would be a field of the result file's type, and is none of the file.
  expect(titleParts(title)).toStrictEqual(parts);
});
