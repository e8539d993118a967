import { expect, test } from "vitest";
import { inputsOf } from "../../testing/facts.ts";
import { findDefaultScope } from "./default-scope.ts";

type Written = Readonly<Record<string, string>>;

const find = async (now: Written, before: Written) => findDefaultScope(await inputsOf(now), before);

test.each<[string, Written, Written, string[] | undefined]>([
  ["nothing was kept", { exclude: "src/**" }, {}, undefined],
  ["the same", { exclude: "src/**" }, { exclude: "src/**" }, undefined],
  ["an input that did not exist then", { exclude: "a", shards: "all" }, { exclude: "a" }, undefined],
  ["the default, and nothing written", {}, { totals: "lines", shards: "executed" }, undefined],
  ["the same in other words", { exclude: "# tests\na\n'b'" }, { exclude: "a\nb" }, undefined],
  [
    "the same components as YAML",
    { components: "api:\n  paths: a\n  line: 80" },
    { components: "api: a: line 80" },
    undefined,
  ],
  ["inputs that have an order", { "min-coverage": "1" }, { "min-coverage": "80" }, undefined],
  ["one file more", { exclude: "a\nb" }, { exclude: "a" }, ["exclude"]],
  ["one file less", { exclude: "" }, { exclude: "a" }, ["exclude"]],
  ["another order, which decides where a glob is negated", { exclude: "!a\n*" }, { exclude: "*\n!a" }, ["exclude"]],
  ["other totals", { totals: "declared" }, { totals: "lines" }, ["totals"]],
  ["other shards", { shards: "all" }, { shards: "" }, ["shards"]],
  ["other files to measure", {}, { "require-measured": "src/**" }, ["require-measured"]],
  ["a component less", {}, { components: "api: a: line 80" }, ["components"]],
  ["a component's minimum", { components: "api: a: line 8" }, { components: "api: a: line 80" }, ["components"]],
  ["a rule for paths", { "path-map": "src/a => x/a" }, { "path-map": "" }, ["path-map"]],
  ["several", { exclude: "a", totals: "declared" }, { exclude: "", totals: "", shards: "" }, ["exclude", "totals"]],
])("%s", async (_, now, before, expected) => {
  expect((await find(now, before))?.inputs).toEqual(expected);
});

test("what was kept, and of the rest the change's own", async () => {
  expect(await find({ exclude: "a", totals: "declared" }, { exclude: "b" })).toMatchObject({
    scope: { exclude: ["b"], totals: "declared" },
  });
});

test("what cannot be read any more is a problem, with the inputs that it is about", async () => {
  expect(await find({}, { totals: "guessed", exclude: "" })).toEqual({
    inputs: ["totals"],
    problem: expect.stringMatching(/^input `?totals`?/),
  });
});
