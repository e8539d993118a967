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

test.each([
  ["{a,{b,c}}/**, d", ["{a,{b,c}}/**", "d"]],
  ["{a,b/{c,d}}/*.ts,{e,f},g", ["{a,b/{c,d}}/*.ts", "{e,f}", "g"]],
  ["a{, b", ["a{", "b"]],
  ["a\\{, b}", ["a\\{", "b}"]],
  [" a , , b ", ["a", "b"]],
])("commas inside braces belong to the glob: %s", (globs, expected) => {
  expect(parseComponentLines([`api: ${globs}: line 80`])).toEqual({
    problems: [],
    components: [{ name: "api", globs: expected, minimums: { line: "80" } }],
  });
});

test("`__proto__` is a name like any other", () => {
  expect(parseComponentLines(["__proto__: a/**: 80"]).components[0]?.name).toBe("__proto__");
  const data = JSON.parse('{"__proto__":{"paths":"a/**","line":80}}');
  expect(parseComponentData(data)).toEqual({
    problems: [],
    components: [{ name: "__proto__", globs: ["a/**"], minimums: { line: "80" } }],
  });
});

test("all that is wrong is said at once", () => {
  expect(parseComponentLines(["a b", "x: y/**: lines 1", "z: [q"]).problems).toHaveLength(3);
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
  ["no colon", () => parseComponentLines(["api services"]).problems, "`api services` is not a component; write `api: "],
  [
    "an unknown minimum",
    () => parseComponentLines(["api: a/**: lines 80"]).problems,
    "component `api` has the minimum `lines 80`; write `line 80` or",
  ],
  ["a name twice", () => parseComponentLines(["api: a/**", "api: b/**"]).problems, "component `api` is listed twice"],
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
  [
    "no colon after the globs",
    () => parseComponentLines(["api:a/**"]).problems,
    "`api:a/**` is not a component; write",
  ],
  [
    "a minimum that is a list",
    () => parseComponentLines(["api: a/**: line 80 81"]).problems,
    "component `api` has the minimum `line 80 81`; write",
  ],
  [
    "a name of the prototype as a key",
    () => parseComponentData({ api: { paths: "a", constructor: 80 } }).problems,
    "component `api` has the unknown key `constructor`",
  ],
  ["no map", () => parseComponentData("api").problems, "is neither a map nor a list of components"],
  ["a component of nothing", () => parseComponentData({ api: null }).problems, "component `api` has no `paths`"],
  ["no name", () => parseComponentData([{ paths: "a" }]).problems, "a component has no name"],
])("%s is said", (_, problems, start) => {
  expect(problems()[0]?.startsWith(start), problems()[0]).toBe(true);
});
