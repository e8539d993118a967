import { expect, test } from "vitest";
import type { Target } from "../targets/target.ts";
import { targetAtBase } from "./target-at-base.ts";

const at = (location: string): Target => ({ kind: "fs", location, name: "crates/new" });

test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
  ["a folder that did not move", { "a/x": "b/x" }, ["crates/new"], "crates/new"],
  ["a folder that is new", {}, [], "crates/new"],
  [
    "a folder that was renamed",
    { "crates/old/x": "crates/new/x", "crates/old/src/y": "crates/new/src/y" },
    ["crates/old"],
    "crates/old",
  ],
  ["a folder that was somewhere else", { "lib/Cargo.lock": "crates/new/Cargo.lock" }, ["lib"], "lib"],
  [
    "a folder that was put together: where most is from",
    { "a/x": "crates/new/x", "b/y": "crates/new/y", "b/z": "crates/new/z" },
    ["a", "b"],
    "b",
  ],
  ["the same many: the first by name", { "b/y": "crates/new/y", "a/x": "crates/new/x" }, ["a", "b"], "a"],
  ["files that moved and changed their names", { "a/x": "crates/new/y" }, ["a"], "crates/new"],
  ["a file at the root", { x: "crates/new/x" }, ["x"], "crates/new"],
  ["another folder that was renamed", { "a/x": "crates/newer/x" }, ["a"], "crates/new"],
  ["a file that is the target", { "bom.json": "crates/new" }, ["bom.json"], "bom.json"],
])("%s", (_, renames, there, location) => {
  const found = targetAtBase(at("crates/new"), new Map(Object.entries(renames)), (path) => there.includes(path));
  expect(found).toEqual(at(location));
});
