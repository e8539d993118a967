import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { missingPaths } from "./documented-paths.ts";
import { trackedFiles } from "./source-modules.ts";

const root = resolve(import.meta.dirname, "..");
const FILES = trackedFiles();
const DOCUMENTS = FILES.filter((file) => /^(?:[A-Z]+|docs\/.+)\.md$/.test(file));

test.each(DOCUMENTS.filter((file) => file !== "CHANGELOG.md"))("every path in %s exists", (file) => {
  expect(missingPaths(file, readFileSync(join(root, file), "utf8"), FILES)).toEqual([]);
});

test("the map names every package, and exactly the folders of kit", () => {
  const map = readFileSync(join(root, "docs/architecture.md"), "utf8").split("\n## ")[0]!;
  const packages = new Set(FILES.flatMap((file) => /^packages\/[^/]+/.exec(file) ?? []));
  expect([...packages].filter((name) => !map.includes(`${name}/`))).toEqual([]);
  const folders = new Set(FILES.flatMap((file) => /^packages\/kit\/src\/([^/]+)\//.exec(file)?.[1] ?? []));
  expect(new Set([...map.matchAll(/^ {6}([a-z-]+)\/ /gm)].map(([, name]) => name))).toEqual(folders);
});

describe("what a document may name", () => {
  const files = [
    "README.md",
    "docs/map.md",
    "packages/kit/src/git/git.ts",
    "packages/coverage/src/formats/lcov.ts",
    "actions/release/src/plan.ts",
    "actions/release/README.md",
    "actions/lint/src/lint.ts",
    "test/release/faults.test.ts",
  ];

  test.each<[string, readonly string[]]>([
    ["`packages/kit/src/git/git.ts`, `kit/git/git.ts`, `kit/git/`, `git.ts`", []],
    ["`kit/git.ts`, `packages/kit/git/git.ts`, `pit.ts`", ["kit/git.ts", "packages/kit/git/git.ts", "pit.ts"]],
    ["`test/release/faults.test.ts`, `test/release`, `test/other`", ["test/other"]],
    ["`coverage/formats/*.ts`, `actions/*/README.md`, `actions/*/LICENSE`", ["actions/*/LICENSE"]],
    ["[a](map.md) [b](../README.md#part) [c](https://example.com/x.md) [d](gone.md)", ["gone.md"]],
    ["`@actions/core`, `target/criterion`, `NAME.test.ts`, `.ts`, `build/report/index.html`, `a b.ts`", []],
    [
      "    packages/kit/src/   the world\n    packages/gone/   nothing\n    npm run mutants -- packages/gone/x.ts",
      ["packages/gone/"],
    ],
    [
      "## release, from tag to publication\n`plan.ts`, `lint.ts`\n### more\n`lint.ts`\n## Limits\n`lint.ts`",
      ["lint.ts", "lint.ts"],
    ],
  ])("%s", (text, missing) => {
    expect(missingPaths("docs/map.md", text, files)).toEqual(missing);
  });
});
