import { expect, test } from "vitest";
import { refName } from "./ref-name.ts";

test.each([
  ["refs/heads/main", { kind: "branch", name: "main" }],
  ["refs/heads/feature/a", { kind: "branch", name: "feature/a" }],
  ["refs/tags/v1", { kind: "tag", name: "v1" }],
  ["refs/pull/5/merge", { kind: "pull-request", name: "#5" }],
  ["main", undefined],
  ["", undefined],
  [undefined, undefined],
])("%s", (ref, name) => {
  expect(refName(ref)).toEqual(name);
});
