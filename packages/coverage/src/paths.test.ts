import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileBuilder } from "./file-builder.ts";
import type { CoverageReport } from "./model.ts";
import { explainMismatch } from "./path-mismatch.ts";
import { parsePathRules } from "./path-rules.ts";
import { PathMatcher } from "./paths.ts";
import { normalize } from "./report-path.ts";

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

test("a rule that is none is named", () => {
  expect(parsePathRules(["a -> b"]).problems).toEqual([
    "`a -> b` is not a rule; write `/path/in/the/report => path/in/the/repository`",
  ]);
});

test.each([
  [
    "/x/y/Button.tsx",
    "none of its 1 files is in the repository, e.g. `/x/y/Button.tsx`; if that is `web/Button.tsx`, write `path-map: /x/y => web`",
  ],
  [
    "/x/web/Button.tsx",
    "none of its 1 files is in the repository, e.g. `/x/web/Button.tsx`; if that is `web/Button.tsx`, write `path-map: /x => `",
  ],
  [
    "/q/App.java",
    "none of its 1 files is in the repository, e.g. `/q/App.java`; if that is `java/app/src/main/java/org/x/App.java`, write `path-map: /q => java/app/src/main/java/org/x`",
  ],
  [
    "/x/none.c",
    "none of its 1 files is in the repository, e.g. `/x/none.c`; was it made from another repository, or is a `path-map` missing?",
  ],
])("explainMismatch %s", (path, expected) => {
  expect(explainMismatch([path], repository, "lcov.info")).toBe(expected);
});

test.each([
  ["a//b/./c", "a/b/c"],
  ["/../a", "/a"],
  ["../a", "../a"],
  ["C:\\a\\b", "/a/b"],
  ["../../a", "../../a"],
  ["file:///a/b", "/a/b"],
  ["file:///C:/a/b", "/a/b"],
  ["x/file:///a", "x/file:/a"],
  ["x/C:/a", "x/C:/a"],
  ["/_/a", "a"],
  ["/_12/a", "a"],
  ["/_x/a", "/_x/a"],
])("normalize %s", (path, expected) => {
  expect(normalize(path)).toBe(expected);
});

test("100,000 paths that nearly match 100,000 files take no quadratic time", () => {
  const files = Array.from({ length: 100_000 }, (_, at) => `pkg${at}/index.ts`);
  const matcher = new PathMatcher({ files, root: "/r", goModules: new Map() }, []);
  for (const file of files) matcher.find(`/elsewhere/${file}`);
});

test("a rule whose glob means nothing is named, the others still stand", () => {
  const { rules, problems } = parsePathRules(["/a/[b => x", "/b/+(c|d)/* => x", "/c => y"]);
  expect(problems).toEqual([
    "`/a/[b => x` has `[` without `]`",
    "`/b/+(c|d)/* => x` is an extended glob; write {a,b} or several lines",
  ]);
  expect(rules.map(({ from, to }) => [from, to])).toEqual([["/c", "y"]]);
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
