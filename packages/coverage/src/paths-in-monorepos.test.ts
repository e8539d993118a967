import { describe, expect, test } from "vitest";
import { FileBuilder } from "./file-builder.ts";
import type { CoverageReport } from "./model.ts";
import { parsePathRules } from "./path-rules.ts";
import { PathMatcher, type ReportOrigin } from "./paths.ts";

const builder = new FileBuilder("sum");

function reportOf(paths: readonly string[], sourceRoots: readonly string[] = []): CoverageReport {
  const files = new Map(
    paths.map((path) => {
      builder.addLine(1, 1);
      return [path, builder.build(path)];
    }),
  );
  return { format: "lcov", files, sourceRoots, warnings: [] };
}

const TRACKED = [
  "src/index.ts",
  "src/only-at-the-top.ts",
  "packages/foo/src/index.ts",
  "packages/foo/src/a.ts",
  "packages/bar/src/index.ts",
  "packages/bar/src/generated.ts",
  "packages/bar/dist/main.js",
  "app/src/main/kotlin/com/x/Screen.kt",
  "lib/src/main/kotlin/com/x/Screen.kt",
  "lib/src/main/kotlin/com/x/Shared.kt",
];

/** The folders of a report, nearest first. */
const within = (folder: string): string[] =>
  folder === "" ? [""] : [folder, ...within(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))))];

const at = (report: string, more: readonly string[] = []): ReportOrigin => ({
  report,
  folders: [...within(report.slice(0, Math.max(0, report.lastIndexOf("/")))).slice(0, -1), ...more, ""],
});

interface Setting {
  readonly origin: ReportOrigin;
  readonly sources?: readonly string[];
  readonly untracked?: readonly string[];
  readonly rules?: readonly string[];
  readonly tracked?: readonly string[];
}

/** Every path with what it is matched to: a file, nothing (`-`), or several (`?`). */
function matched(paths: readonly string[], setting: Setting): string[] {
  const { rules, problems } = parsePathRules(setting.rules ?? []);
  expect(problems).toEqual([]);
  const repository = {
    files: setting.tracked ?? TRACKED,
    root: "/work/repo",
    goModules: new Map(),
    exists: (path: string) => [...TRACKED, ...(setting.untracked ?? [])].includes(path),
  };
  const matcher = new PathMatcher(repository, rules);
  const { report, unmatched, ambiguous } = matcher.match(reportOf(paths, setting.sources), setting.origin);
  return [...report.files.keys(), ...unmatched.map((path) => `- ${path}`), ...ambiguous.map(({ path }) => `? ${path}`)];
}

const FOO = at("packages/foo/coverage/lcov.info");

test.each<[string, readonly string[], Setting, readonly string[]]>([
  ["a report belongs to the package that it lies in", ["src/index.ts"], { origin: FOO }, ["packages/foo/src/index.ts"]],
  [
    "and so does another one with the same paths",
    ["src/index.ts"],
    { origin: at("packages/bar/coverage/lcov.info") },
    ["packages/bar/src/index.ts"],
  ],
  ["one at the top to the top", ["src/index.ts"], { origin: at("coverage/lcov.info") }, ["src/index.ts"]],
  ["relative to its own folder", ["../src/a.ts"], { origin: FOO }, ["packages/foo/src/a.ts"]],
  [
    "in the package of a neighbour",
    ["../bar/src/generated.ts", "src/a.ts"],
    { origin: at("packages/foo/lcov.info") },
    ["packages/bar/src/generated.ts", "packages/foo/src/a.ts"],
  ],
  [
    "paths from the top, although the report lies in a package",
    ["packages/foo/src/index.ts", "packages/bar/src/index.ts"],
    { origin: FOO },
    ["packages/foo/src/index.ts", "packages/bar/src/index.ts"],
  ],
  [
    "the start that fits most files is the start of all",
    ["src/index.ts", "src/only-at-the-top.ts"],
    { origin: FOO },
    ["src/index.ts", "src/only-at-the-top.ts"],
  ],
  [
    "the working directory, when the report lies elsewhere",
    ["src/index.ts"],
    { origin: at("reports/lcov.info", ["packages/bar", "packages"]) },
    ["packages/bar/src/index.ts"],
  ],
])("%s", (_, paths, setting, expected) => {
  expect(matched(paths, setting)).toEqual(expected);
});

describe("a file that git does not track is never another package's", () => {
  test.each<[string, readonly string[], Setting, readonly string[]]>([
    [
      "there, in a folder of its own",
      ["src/a.ts", "dist/main.js"],
      { origin: FOO, untracked: ["packages/foo/dist/main.js"] },
      ["packages/foo/src/a.ts", "- dist/main.js"],
    ],
    [
      "beside tracked files, and no longer there",
      ["src/a.ts", "src/generated.ts"],
      { origin: FOO },
      ["packages/foo/src/a.ts", "- src/generated.ts"],
    ],
    [
      "the top's file of that name is another package's, too",
      ["src/a.ts", "src/only-at-the-top.ts"],
      { origin: FOO },
      ["packages/foo/src/a.ts", "- src/only-at-the-top.ts"],
    ],
    [
      "the only one that the report names",
      ["dist/main.js"],
      { origin: FOO, untracked: ["packages/foo/dist/main.js"] },
      ["- dist/main.js"],
    ],
    [
      "named by its absolute path",
      ["/work/repo/packages/foo/dist/main.js"],
      { origin: FOO, untracked: ["packages/foo/dist/main.js"] },
      ["- /work/repo/packages/foo/dist/main.js"],
    ],
    [
      "named by its absolute path on another machine",
      ["/ci/repo/packages/foo/src/a.ts", "/ci/repo/packages/bar/src/index.ts", "/ci/repo/packages/foo/dist/main.js"],
      { origin: FOO },
      ["packages/foo/src/a.ts", "packages/bar/src/index.ts", "- /ci/repo/packages/foo/dist/main.js"],
    ],
    [
      "a path out of the repository is not asked for on the disk",
      ["src/a.ts", "../../../../etc/passwd"],
      { origin: FOO, untracked: ["../etc/passwd"] },
      ["packages/foo/src/a.ts", "- ../../../../etc/passwd"],
    ],
  ])("%s", (_, paths, setting, expected) => {
    expect(matched(paths, setting)).toEqual(expected);
  });
});

describe("names that several packages have", () => {
  const kotlin = "com/x/Screen.kt";

  test.each<[string, readonly string[], Setting, readonly string[]]>([
    [
      "JaCoCo's package path is in the report's own module",
      [kotlin],
      { origin: at("app/build/reports/jacoco.xml") },
      ["app/src/main/kotlin/com/x/Screen.kt"],
    ],
    [
      "and elsewhere where only one module has it",
      ["com/x/Shared.kt"],
      { origin: at("app/build/reports/jacoco.xml") },
      ["lib/src/main/kotlin/com/x/Shared.kt"],
    ],
    ["a report of all modules cannot tell", [kotlin], { origin: at("build/jacoco.xml") }, [`? ${kotlin}`]],
    [
      "a container that sees one package as its top",
      ["/app/src/index.ts", "/app/src/a.ts"],
      { origin: FOO },
      ["packages/foo/src/index.ts", "packages/foo/src/a.ts"],
    ],
    [
      "a source on another machine tells them apart",
      ["index.ts"],
      { origin: at("reports/cobertura.xml"), sources: ["/app/packages/bar/src"] },
      ["packages/bar/src/index.ts"],
    ],
    [
      "a source in this checkout is meant literally",
      ["index.ts"],
      { origin: FOO, sources: ["/work/repo/packages/bar/src"] },
      ["packages/bar/src/index.ts"],
    ],
    [
      "a relative source starts where the report's paths do",
      ["index.ts", "a.ts"],
      { origin: FOO, sources: ["src"] },
      ["packages/foo/src/index.ts", "packages/foo/src/a.ts"],
    ],
    [
      "several relative sources",
      ["a.ts", "main.js"],
      { origin: FOO, sources: ["src", "dist"], tracked: [...TRACKED, "packages/foo/dist/main.js"] },
      ["packages/foo/src/a.ts", "packages/foo/dist/main.js"],
    ],
  ])("%s", (_, paths, setting, expected) => {
    expect(matched(paths, setting)).toEqual(expected);
  });
});

describe("path-map for one report", () => {
  const rules = ["reports/foo.info: src/ => packages/foo/src/", "reports/b*.info: src => packages/bar/src"];

  test.each([
    ["reports/foo.info", "packages/foo/src/index.ts"],
    ["reports/bar.info", "packages/bar/src/index.ts"],
    ["reports/other.info", "src/index.ts"],
  ])("%s", (report, expected) => {
    expect(matched(["src/index.ts"], { origin: at(report), rules })).toEqual([expected]);
  });

  test("the first rule that fits counts, of whichever kind", () => {
    const both = ["src => packages/bar/src", "reports/foo.info: src => packages/foo/src"];
    expect(matched(["src/index.ts"], { origin: at("reports/foo.info"), rules: both })).toEqual([
      "packages/bar/src/index.ts",
    ]);
  });

  test.each([
    ["a drive letter is not a report", "D:\\a\\repo => src", { from: "/a/repo", to: "src" }],
    ["nor is one with a slash", "C:/a => src", { from: "/a", to: "src" }],
    ["blanks around everything", "  x.info:   /b  =>  src/ ", { from: "/b", to: "src", report: expect.any(Function) }],
  ])("%s", (_, line, expected) => {
    expect(parsePathRules([line])).toEqual({ rules: [expected], problems: [] });
  });

  test("a report's glob that means nothing is named", () => {
    expect(parsePathRules(["a/[b.info: x => y"]).problems).toEqual(["`a/[b.info: x => y` has `[` without `]`"]);
  });
});

describe("growth", () => {
  test("20,000 files that are called alike, each named by a path of another machine", () => {
    const tracked = Array.from({ length: 20_000 }, (_, at) => `packages/p${at}/src/index.ts`);
    const paths = tracked.map((path) => `/ci/${path}`);
    expect(matched(paths, { origin: at("lcov.info"), tracked })).toEqual(tracked);
  });

  test("20,000 paths that each fit 20,000 files are named, and not compared with each", () => {
    const tracked = Array.from({ length: 20_000 }, (_, at) => `packages/p${at}/src/index.ts`);
    const paths = Array.from({ length: 20_000 }, (_, at) => `/x${at}/src/index.ts`);
    const found = matched(paths, { origin: at("lcov.info"), tracked });
    expect(found).toHaveLength(20_000);
    expect(found.every((each) => each.startsWith("? "))).toBe(true);
  });

  test("20,000 sources for 20,000 paths", () => {
    const tracked = Array.from({ length: 20_000 }, (_, at) => `packages/p${at}/src/f${at}.ts`);
    const paths = tracked.map((_, at) => `f${at}.ts`);
    for (const top of ["/work/repo/", "", "/elsewhere/"]) {
      const sources = tracked.map((_, at) => `${top}packages/p${at}/src`);
      expect(matched(paths, { origin: at("coverage.xml"), tracked, sources })).toEqual(tracked);
    }
  });

  test("paths that go up are below a source, too, however many there are", () => {
    const tracked = Array.from({ length: 20 }, (_, at) => `packages/p${at}/src/f.ts`);
    const sources = tracked.map((_, at) => `/work/repo/packages/p${at}/build`);
    expect(matched(["../src/f.ts"], { origin: at("coverage.xml"), tracked, sources })).toEqual([
      "packages/p0/src/f.ts",
    ]);
    expect(matched(["../../p7/src/f.ts"], { origin: at("coverage.xml"), tracked, sources })).toEqual([
      "packages/p7/src/f.ts",
    ]);
  });
});
