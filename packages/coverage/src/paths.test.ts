import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileBuilder } from "./file-builder.ts";
import type { CoverageReport } from "./model.ts";
import { parsePathRules } from "./path-rules.ts";
import { PathMatcher, type ReportOrigin } from "./paths.ts";

const FILES = [
  "main.go",
  "src/lib.rs",
  "crates/a/src/lib.rs",
  "crates/b/src/lib.rs",
  "crates/b/src/only.rs",
  "services/api/handler.go",
  "tools/gen/main.go",
  "java/app/src/main/java/org/x/App.java",
  "web/Button.tsx",
  "dir with blank/ü.c",
];

const repository = {
  files: FILES,
  root: "/work/repo",
  goModules: new Map([
    ["example.com/repo", ""],
    ["example.com/tools", "tools"],
  ]),
};

describe("find", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["as the repository spells it", "src/lib.rs", [], ["src/lib.rs"]],
    ["absolute in this checkout", "/work/repo/crates/a/src/lib.rs", [], ["crates/a/src/lib.rs"]],
    ["absolute in another checkout", "/home/runner/work/repo/repo/crates/b/src/lib.rs", [], ["crates/b/src/lib.rs"]],
    ["Windows", "D:\\a\\repo\\repo\\crates\\b\\src\\only.rs", [], ["crates/b/src/only.rs"]],
    ["file URL", "file:///work/repo/web/Button.tsx", [], ["web/Button.tsx"]],
    ["deterministic .NET", "/_/web/Button.tsx", [], ["web/Button.tsx"]],
    ["dots", "./crates/../src/./lib.rs", [], ["src/lib.rs"]],
    ["below a Cobertura source", "handler.go", ["/work/repo/services/api"], ["services/api/handler.go"]],
    ["below a relative source", "lib.rs", ["crates/a/src"], ["crates/a/src/lib.rs"]],
    ["Go import path", "example.com/repo/services/api/handler.go", [], ["services/api/handler.go"]],
    ["Go import path of a nested module", "example.com/tools/gen/main.go", [], ["tools/gen/main.go"]],
    ["JaCoCo package path", "org/x/App.java", [], ["java/app/src/main/java/org/x/App.java"]],
    ["a bare name that only one file has", "only.rs", [], ["crates/b/src/only.rs"]],
    ["a bare name that several have", "lib.rs", [], ["src/lib.rs", "crates/a/src/lib.rs", "crates/b/src/lib.rs"]],
    ["other case, when nothing else fits", "Web/button.TSX", [], ["web/Button.tsx"]],
    ["a name in a foreign folder is not enough", "/usr/include/only.rs", [], []],
    ["nothing alike", "/rustc/abc/library/core/src/fmt/mod.rs", [], []],
    ["an untracked file beside tracked ones", "crates/a/src/only.rs", [], []],
    ["the same, absolute", "/work/repo/crates/a/src/only.rs", [], []],
    ["a folder of the repository built elsewhere", "/app/src/only.rs", [], ["crates/b/src/only.rs"]],
    ["a bare name behind a slash", "/only.rs", [], ["crates/b/src/only.rs"]],
    ["a bare name in another case", "MAIN.GO", [], ["main.go", "tools/gen/main.go"]],
    ["a part of a path whose folder the repository has elsewhere", "src/only.rs", [], ["crates/b/src/only.rs"]],
    ["Go import path of a file at the top", "example.com/repo/main.go", [], ["main.go"]],
    [
      "an absolute path is not below a source",
      "/lib.rs",
      ["crates/a/src"],
      ["src/lib.rs", "crates/a/src/lib.rs", "crates/b/src/lib.rs"],
    ],
    ["blanks and UTF-8", "/build/dir with blank/ü.c", [], ["dir with blank/ü.c"]],
  ])("%s", (_, path, roots, expected) => {
    expect(new PathMatcher(repository, []).find(path, roots)).toEqual(expected);
  });

  test.each<[string, string[], string, string[]]>([
    ["a prefix", ["/build/x => crates/a"], "/build/x/src/lib.rs", ["crates/a/src/lib.rs"]],
    ["a prefix of whole folders only", ["/build/x => crates/a"], "/build/xy/none.rs", []],
    ["a prefix to the top", ["/app => "], "/app/src/lib.rs", ["src/lib.rs"]],
    ["a glob", ["/tmp/build-*/out => crates/a"], "/tmp/build-77/out/src/lib.rs", ["crates/a/src/lib.rs"]],
    ["without blanks", ["/build/x=>crates/a"], "/build/x/src/lib.rs", ["crates/a/src/lib.rs"]],
    ["one file", ["/made/x.rs => src/lib.rs"], "/made/x.rs", ["src/lib.rs"]],
    ["every path", [". => crates/a"], "src/lib.rs", ["crates/a/src/lib.rs"]],
    ["a rule for other folders", ["/app => crates/a"], "src/lib.rs", ["src/lib.rs"]],
    ["a glob is for folders, not for the file", ["/web/* => crates/a"], "/web/Button.tsx", ["web/Button.tsx"]],
    ["the first rule that fits", ["/app => crates/a", "/app => crates/b"], "/app/src/lib.rs", ["crates/a/src/lib.rs"]],
  ])("path-map: %s", (_, lines, path, expected) => {
    const { rules, problems } = parsePathRules(lines);
    expect(problems).toEqual([]);
    expect(new PathMatcher(repository, rules).find(path)).toEqual(expected);
  });
});

test.each<[string, files: string[], path: string, expected: string[]]>([
  ["case decides if it can", ["a/Src/x.rs", "b/src/X.rs", "c/src/x.rs"], "/y/src/x.rs", ["c/src/x.rs"]],
  ["in another case, the longest tail wins", ["a/web/b.ts", "c/web/b.ts"], "/y/A/Web/B.ts", ["a/web/b.ts"]],
  [
    "a whole path is found below a folder of the same name",
    ["src/lib.rs", "crates/a/src/lib.rs", "crates/c/src/x.rs"],
    "crates/c/src/lib.rs",
    ["src/lib.rs"],
  ],
])("%s", (_, files, path, expected) => {
  expect(new PathMatcher({ files, root: "/r", goModules: new Map() }, []).find(path)).toEqual(expected);
});

test("two spellings of one file are merged", () => {
  const builder = new FileBuilder("sum");
  const file = (path: string, line: number) => {
    builder.addLine(line, 1);
    return [path, builder.build(path)] as const;
  };
  const report: CoverageReport = {
    format: "lcov",
    files: new Map([file("./src/lib.rs", 1), file("/work/repo/src/lib.rs", 2), file("/usr/x.h", 3), file("lib.rs", 4)]),
    sourceRoots: [],
    warnings: [],
  };
  const matched = new PathMatcher(repository, []).match(report);
  expect([...matched.report.files.keys()]).toEqual(["src/lib.rs"]);
  expect([...matched.report.files.get("src/lib.rs")!.lines.line]).toEqual([1, 2]);
  expect(matched.unmatched).toEqual(["/usr/x.h"]);
  expect(matched.ambiguous.map((each) => each.path)).toEqual(["lib.rs"]);
});

test("namesakes from elsewhere do not count as files of ours", () => {
  const builder = new FileBuilder("sum");
  const file = (path: string) => {
    builder.addLine(1, 1);
    return [path, builder.build(path)] as const;
  };
  const match = (...paths: string[]) => {
    const files = new Map(paths.map(file));
    return new PathMatcher(repository, []).match({ format: "lcov", files, sourceRoots: [], warnings: [] }).unmatched;
  };
  const dependency = "/root/.cargo/registry/src/dep-1.0/crates/a/src/lib.rs";
  expect(match("crates/a/src/lib.rs", dependency)).toEqual([dependency]);
  const built = ["/build/crates/a/src/lib.rs", "/build/crates/b/src/lib.rs", "/build/web/Button.tsx"];
  expect(match(...built, dependency)).toEqual([dependency]);
  expect(match("/build/crates/a/src/lib.rs", "/build/web/Button.tsx", dependency)).toEqual([]);
  // Two checkouts in one concatenated report are both ours.
  expect(match("/build1/crates/a/src/lib.rs", "/build2/crates/a/src/lib.rs")).toEqual([]);
});

test("100,000 paths that nearly match 100,000 files take no quadratic time", () => {
  const files = Array.from({ length: 100_000 }, (_, at) => `pkg${at}/index.ts`);
  const matcher = new PathMatcher({ files, root: "/r", goModules: new Map() }, []);
  for (const file of files) matcher.find(`/elsewhere/${file}`);
});

test("every tracked file is found by its own spelling, alone and below any other checkout", () => {
  const part = fc.constantFrom("src", "lib", "a", "b", "x.rs", "y.rs", "ü", "__proto__", "constructor");
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), (files) => {
      const matcher = new PathMatcher({ files, root: "/work/repo", goModules: new Map() }, []);
      for (const file of files) {
        expect(matcher.find(file)).toEqual([file]);
        expect(matcher.find(`/work/repo/${file}`)).toEqual([file]);
        expect(matcher.find(`D:\\work\\repo\\${file.replaceAll("/", "\\")}`)).toEqual([file]);
        expect(matcher.find(`./x/../${file}`)).toEqual([file]);
      }
    }),
  );
});

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
    exists: (path: string) => [...TRACKED, ...(setting.untracked ?? [])].includes(path.replace(/^\//, "")),
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
      "a path of another machine is not asked for on this one's disk",
      ["/app/src/only-at-the-top.ts"],
      { origin: at("lcov.info"), untracked: ["app/src/only-at-the-top.ts"] },
      ["src/only-at-the-top.ts"],
    ],
    [
      "a dependency below the top, when most paths start there",
      ["src/index.ts", "src/only-at-the-top.ts", "node_modules/dep/dist/main.js"],
      { origin: at("lcov.info") },
      ["src/index.ts", "src/only-at-the-top.ts", "- node_modules/dep/dist/main.js"],
    ],
    [
      "but another machine's paths are not below relative ones",
      ["src/index.ts", "src/only-at-the-top.ts", "/ci/packages/foo/src/a.ts"],
      { origin: at("lcov.info") },
      ["src/index.ts", "src/only-at-the-top.ts", "packages/foo/src/a.ts"],
    ],
    [
      "nor below absolute ones as many as they",
      ["/ci/packages/foo/src/a.ts", "/ci/x/dist/main.js"],
      { origin: at("lcov.info") },
      ["packages/foo/src/a.ts", "packages/bar/dist/main.js"],
    ],
    [
      "a vendored copy in this checkout",
      ["/work/repo/packages/foo/src/a.ts", "/work/repo/src/index.ts", "/work/repo/vendor/x/dist/main.js"],
      { origin: at("lcov.info") },
      ["packages/foo/src/a.ts", "src/index.ts", "- /work/repo/vendor/x/dist/main.js"],
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
