import { expect, test } from "vitest";
import { explainMismatch, ruleFor } from "./path-mismatch.ts";

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

test("where several files have the name, the rule is for this report alone", () => {
  expect(explainMismatch(["/q/lib.rs"], repository, "a/lcov.info")).toBe(
    "none of its 1 files is in the repository, e.g. `/q/lib.rs`; if that is `src/lib.rs`, write `path-map: a/lcov.info: /q => src`",
  );
});

test.each([
  ["/ci/src/a.ts", "packages/foo/src/a.ts", "/ci => packages/foo"],
  ["src/a.ts", "packages/foo/src/a.ts", "src => packages/foo/src"],
  ["a.ts", "packages/foo/a.ts", "a.ts => packages/foo/a.ts"],
  ["C:\\w\\a.ts", "x/b/a.ts", "/w => x/b"],
])("the rule for %s and %s", (path, file, expected) => {
  expect(ruleFor(path, file)).toBe(expected);
});
