import { expect, test } from "vitest";
import { parseComponentData, parseComponentLines } from "./components.ts";

test("one a line, with several globs and minimums", () => {
  expect(
    parseComponentLines([
      "api: services/api/**, !**/{gen,pb}/**: line 80, branch 70.5%, patch 90",
      "core: core/**: 75",
      "docs: docs/**",
    ]),
  ).toEqual({
    problems: [],
    components: [
      {
        name: "api",
        globs: ["services/api/**", "!**/{gen,pb}/**"],
        minimums: { line: "80", branch: "70.5%", patch: "90" },
      },
      { name: "core", globs: ["core/**"], minimums: { line: "75" } },
      { name: "docs", globs: ["docs/**"], minimums: {} },
    ],
  });
});

test("the same as data", () => {
  const expected = {
    problems: [],
    components: [{ name: "api", globs: ["a/**", "b/**"], minimums: { line: "80", patch: "90.5" } }],
  };
  expect(parseComponentData({ api: { paths: ["a/**", "b/**"], line: 80, patch: "90.5" } })).toEqual(expected);
  expect(parseComponentData([{ name: "api", paths: "a/**, b/**", line: 80, patch: 90.5 }])).toEqual(expected);
});

test.each<[string, () => readonly string[], string]>([
  ["no colon", () => parseComponentLines(["api services"]).problems, "`api services` is no component; write `api: "],
  [
    "an unknown minimum",
    () => parseComponentLines(["api: a/**: lines 80"]).problems,
    "component `api` has the minimum `lines 80`; write `line 80` or",
  ],
  ["a name twice", () => parseComponentLines(["api: a/**", "api: b/**"]).problems, "component `api` is there twice"],
  [
    "a bad glob",
    () => parseComponentLines(["api: a/[b"]).problems,
    "component `api`: the pattern `a/[b` has `[` without `]`",
  ],
  [
    "an unknown key",
    () => parseComponentData({ api: { paths: "a", lines: 80 } }).problems,
    "component `api` has the unknown key `lines`; write one of line, branch",
  ],
  ["no paths", () => parseComponentData({ api: { line: 80 } }).problems, "component `api` has no paths; write `api: "],
  ["no map", () => parseComponentData("api").problems, "is neither a map nor a list of components"],
  ["a component of nothing", () => parseComponentData({ api: null }).problems, "component `api` has no `paths`"],
  ["no name", () => parseComponentData([{ paths: "a" }]).problems, "a component has no name"],
])("%s is said", (_, problems, start) => {
  expect(problems()[0]?.startsWith(start), problems()[0]).toBe(true);
});
