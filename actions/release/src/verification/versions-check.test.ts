import type { ReadManifest } from "@jessy-actions/versioning/version-files";
import { expect, test } from "vitest";
import { factsOf } from "../../testing/facts.ts";
import type { VersionFileFacts } from "../facts.ts";
import { checkVersions } from "./versions-check.ts";

function manifest(path: string, found: string, line: number | undefined = 3): ReadManifest {
  const stated = { file: path, line, field: "version", found, form: "semver" } as const;
  return { path, found: [stated], problems: [], skipped: undefined };
}
const skipped: ReadManifest = { path: "web/package.json", found: [], problems: [], skipped: "is private" };
const broken: ReadManifest = {
  path: "go.mod",
  found: [],
  problems: [{ file: "go.mod", line: 2, message: "has no module line" }],
  skipped: undefined,
};
const many = (count: number) => Array.from({ length: count }, (_, at) => manifest(`${at}/Cargo.toml`, "1.2.3"));

test.each<[string, Partial<VersionFileFacts>, string[]]>([
  ["one agrees", { readings: [manifest("Cargo.toml", "1.2.3")] }, ["pass `Cargo.toml` agrees"]],
  [
    "one file with two versions is named once",
    { readings: [manifest("a", "1.2.3"), manifest("a", "1.2.3", 9)] },
    ["pass `a` agrees"],
  ],
  [
    "five agree",
    { readings: many(5) },
    ["pass `0/Cargo.toml`, `1/Cargo.toml`, `2/Cargo.toml`, `3/Cargo.toml`, `4/Cargo.toml` agree"],
  ],
  [
    "seven agree",
    { readings: many(7) },
    ["pass `0/Cargo.toml`, `1/Cargo.toml`, `2/Cargo.toml`, `3/Cargo.toml`, `4/Cargo.toml` and 2 more agree"],
  ],
  [
    "one differs, with its place",
    { readings: [manifest("Cargo.toml", "1.2.2"), manifest("package.json", "1.2.3")] },
    [
      "fail Cargo.toml:3 `Cargo.toml` has `1.2.2` for version, but the tag v1.2.3 says 1.2.3",
      "pass `package.json` agrees",
    ],
  ],
  [
    "one differs, and where cannot be told",
    { readings: [{ ...manifest("a", ""), found: [{ ...manifest("a", "2.0.0").found[0]!, line: undefined }] }] },
    ["fail a:undefined `a` has `2.0.0` for version, but the tag v1.2.3 says 1.2.3"],
  ],
  ["one cannot be read", { readings: [broken] }, ["fail go.mod:2 `go.mod` has no module line"]],
  [
    "one cannot be read, beside one that is not compared",
    { readings: [skipped, broken] },
    ["fail go.mod:2 `go.mod` has no module line", "pass `web/package.json` is not compared: is private"],
  ],
  [
    "a pattern that matches nothing",
    { readings: [], unmatched: ["x/*.toml"] },
    ["fail `version-files` names `x/*.toml`, which matches no tracked file"],
  ],
  [
    "nothing to compare",
    { readings: [skipped] },
    ["pass `web/package.json` is not compared: is private", "warning No file states a version that could be compared"],
  ],
  [
    "one to compare beside it",
    { readings: [skipped, manifest("Cargo.toml", "1.2.3")] },
    ["pass `web/package.json` is not compared: is private", "pass `Cargo.toml` agrees"],
  ],
  [
    "no file at all",
    { readings: [], searched: { folder: "" } },
    [
      "warning No version was compared: the top folder has no `Cargo.toml`, `package.json`, `go.mod`, `pyproject.toml`, `Chart.yaml`; name files in `version-files`, or write `none`",
    ],
  ],
  [
    "no file in the package's folder",
    { readings: [], searched: { folder: "crates/pkg" } },
    [
      "warning No version was compared: `crates/pkg` has no `Cargo.toml`, `package.json`, `go.mod`, `pyproject.toml`, `Chart.yaml`; name files in `version-files`, or write `none`",
    ],
  ],
  [
    "no folder of the package",
    { readings: [], searched: { problem: "there is none", isAmbiguous: false } },
    ["warning No version was compared: there is none; name files in `version-files`, or write `none`"],
  ],
  [
    "several folders of the package's name",
    { readings: [], searched: { problem: "there are two", isAmbiguous: true } },
    ["fail No version was compared: there are two; name files in `version-files`, or write `none`"],
  ],
  [
    "no file, and nobody said where to look",
    { readings: [] },
    [
      "warning No version was compared: the top folder has no `Cargo.toml`, `package.json`, `go.mod`, `pyproject.toml`, `Chart.yaml`; name files in `version-files`, or write `none`",
    ],
  ],
])("%s", (_, facts, expected) => {
  const versionFiles = { readings: [], unmatched: [], searched: undefined, ...facts };
  const checks = checkVersions(factsOf({ versionFiles }));
  expect(new Set(checks.map(({ subject }) => subject))).toEqual(new Set(["versions"]));
  const place = ({ file, line }: (typeof checks)[number]) => (file === undefined ? "" : `${file}:${line} `);
  expect(checks.map((check) => `${check.state} ${place(check)}${check.message}`)).toEqual(expected);
});

test("the workflow may switch it off", () => {
  expect(checkVersions(factsOf({ versionFiles: undefined }))).toEqual([]);
});
