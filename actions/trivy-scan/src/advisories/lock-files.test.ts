import { describe, expect, test } from "vitest";
import type { Target } from "../targets/target.ts";
import { lockFiles, placeInTarget } from "./lock-files.ts";

const target = (location: string, name = location, kind: Target["kind"] = "fs"): Target => ({ kind, location, name });
const WHOLE = [target(".")];
const scope = (changes = {}) => ({ targets: WHOLE, skipFolders: [], skipFiles: [], ...changes });

test("every tracked file of exactly this name is a lock, wherever it lies", () => {
  const locks = ["Cargo.lock", "fuzz/Cargo.lock", "vendor/tool/Cargo.lock", "ü b/Cargo.lock"];
  const others = ["cargo.lock", "CARGO.LOCK", "Cargo.lock.orig", "Cargo.lock/README.md", "xCargo.lock", "Cargo.toml"];
  expect(lockFiles([...others, ...locks.toReversed()], scope())).toEqual(locks);
  expect(lockFiles(others, scope())).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ["nothing", {}, ["a/Cargo.lock", "a/b/Cargo.lock", "c/Cargo.lock"]],
  ["a folder", { skipFolders: ["a"] }, ["c/Cargo.lock"]],
  ["an inner folder, as people write it", { skipFolders: ["./a/b/"] }, ["a/Cargo.lock", "c/Cargo.lock"]],
  ["folders of a name", { skipFolders: ["**/b"] }, ["a/Cargo.lock", "c/Cargo.lock"]],
  ["only whole names", { skipFolders: ["b", "aa", "?/x"] }, ["a/Cargo.lock", "a/b/Cargo.lock", "c/Cargo.lock"]],
  ["a file", { skipFiles: ["a/Cargo.lock"] }, ["a/b/Cargo.lock", "c/Cargo.lock"]],
  ["files by a glob", { skipFiles: ["a/**"] }, ["c/Cargo.lock"]],
  ["in a target, relative to it", { targets: [target("a")], skipFolders: ["b"] }, ["a/Cargo.lock", "c/Cargo.lock"]],
])("left out: %s", (_, changes, expected) => {
  expect(lockFiles(["a/Cargo.lock", "a/b/Cargo.lock", "c/Cargo.lock"], scope(changes))).toEqual(expected);
});

describe("a lock is placed where Trivy reports it", () => {
  const FILE = "services/api/Cargo.lock";
  test.each<[string, readonly Target[], string, string]>([
    ["in the whole repository", WHOLE, ".", FILE],
    ["with a name", [target(".", "repo")], "repo", FILE],
    ["in a folder", [target("services/api")], "services/api", "Cargo.lock"],
    ["in a folder above", [target("services")], "services", "api/Cargo.lock"],
    [
      "in the innermost folder",
      [target("services/api"), target("."), target("services")],
      "services/api",
      "Cargo.lock",
    ],
    ["as people write folders", [target("./services/api/", "api")], "api", "Cargo.lock"],
    ["in no folder whose name only begins like its own", [target("services/ap"), target("serv")], ".", FILE],
    [
      "in no target of another kind",
      [target("services", "x", "config"), target("services/api", "y", "image")],
      ".",
      FILE,
    ],
    ["as a target itself", [target(FILE, "lock")], "lock", "Cargo.lock"],
    ["in none", [], ".", FILE],
  ])("%s", (_, targets, name, file) => {
    expect(placeInTarget(FILE, targets)).toEqual({ target: name, file });
  });
});
