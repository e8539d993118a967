import { expect, test } from "vitest";
import { findPackageFolder } from "./package-folder.ts";
import { parseTag } from "./tag.ts";

test.each<[tag: string, tracked: string[], folder: string]>([
  ["v1.2.3", ["package.json", "pkg/package.json"], ""],
  ["pkg-v1.2.3", ["pkg/package.json", "packages/pkg/package.json"], "pkg"],
  ["pkg-v1.2.3", ["packages/pkg/package.json", "packages/pkg/src/a.ts"], "packages/pkg"],
  ["pkg-1.2.3", ["crates/pkg/Cargo.toml", "pkg.md"], "crates/pkg"],
  ["@scope/pkg@1.2.3", ["packages/pkg/package.json"], "packages/pkg"],
  ["pkg@1.2.3", ["libs/deep/pkg/pyproject.toml"], "libs/deep/pkg"],
  ["pkg/v1.2.3", ["pkg/go.mod"], "pkg"],
  ["x/pkg/v1.2.3", ["x/pkg/go.mod", "pkg/go.mod"], "x/pkg"],
  ["pkg/v1.2.3", ["services/pkg/go.mod"], "services/pkg"],
  ["pkg-v1.2.3", ["charts/pkg/Chart.yaml"], "charts/pkg"],
  ["pkg-v1.2.3", ["docs/pkg/CHANGELOG.md"], "docs/pkg"],
  ["pkg-v1.2.3", ["packages/pkg/package.json", "node_modules/pkg/package.json", "a/vendor/pkg/go.mod"], "packages/pkg"],
  ["pkg-v1.2.3", ["packages/pkg/package.json", "packages/pkg/CHANGELOG.md"], "packages/pkg"],
  ["a-v1.2.3", ["package.json", "a/package.json", "b/package.json"], "a"],
])("%s in %j is of %s", (text, tracked, folder) => {
  expect(findPackageFolder(parseTag(text)!, tracked)).toEqual({ folder });
});

test.each<[tag: string, tracked: string[], problem: RegExp]>([
  [
    "pkg-v1.2.3",
    ["package.json", "other/package.json"],
    /^there is no folder `pkg` with one of Cargo\.toml, .*CHANGELOG\.md$/,
  ],
  ["pkg-v1.2.3", ["pkg/README.md"], /^there is no folder `pkg`/],
  ["pkg-v1.2.3", ["my-pkg/package.json", "packages/xpkg/package.json"], /^there is no folder `pkg`/],
  [
    "pkg-v1.2.3",
    ["packages/pkg/package.json", "crates/pkg/Cargo.toml"],
    /^several folders are called `pkg`: `crates\/pkg`, `packages\/pkg`$/,
  ],
  [
    "pkg-v1.2.3",
    [..."edcba"].map((folder) => `${folder}/pkg/package.json`),
    /^several folders are called `pkg`: `a\/pkg`, `b\/pkg`, `c\/pkg`, `d\/pkg`, `e\/pkg`$/,
  ],
  [
    "pkg-v1.2.3",
    [..."fedcba"].map((folder) => `${folder}/pkg/package.json`),
    /^several folders are called `pkg`: `a\/pkg`, `b\/pkg`, `c\/pkg`, `d\/pkg`, `e\/pkg`, and 1 more$/,
  ],
  ["@a/pkg@1.2.3", [], /^there is no folder `pkg`/],
])("%s in %j is of none", (text, tracked, problem) => {
  expect(findPackageFolder(parseTag(text)!, tracked)).toEqual({
    problem: expect.stringMatching(problem),
    isAmbiguous: problem.source.includes("several"),
  });
});

test.each<[tag: string, within: string, tracked: string[], folder: string]>([
  ["v1.2.3", "a", ["a/package.json"], "a"],
  ["pkg-v1.2.3", "a", ["a/pkg/package.json", "pkg/package.json"], "a/pkg"],
  ["pkg-v1.2.3", "a", ["a/x/pkg/package.json"], "a/x/pkg"],
  ["pkg-v1.2.3", "packages/pkg", ["packages/pkg/package.json", "crates/pkg/Cargo.toml"], "packages/pkg"],
  ["pkg-v1.2.3", "pkg", ["pkg/package.json", "pkg/examples/pkg/package.json"], "pkg"],
  ["pkg-v1.2.3", "a/pkg", ["a/pkg/package.json", "a/pkg/pkg/package.json"], "a/pkg"],
  ["pkg-v1.2.3", "a/pkg", ["a/pkg/README.md", "a/pkg/pkg/package.json"], "a/pkg/pkg"],
  ["pkg-v1.2.3", "a/my-pkg", ["a/my-pkg/package.json", "a/my-pkg/libs/pkg/package.json"], "a/my-pkg/libs/pkg"],
  ["other-v1.2.3", "a", ["a/package.json", "other/package.json"], "a"],
])("%s within %s", (text, within, tracked, folder) => {
  expect(findPackageFolder(parseTag(text)!, tracked, within)).toEqual({ folder });
});
