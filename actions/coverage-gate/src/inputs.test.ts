import { expect, test } from "vitest";
import { inputsOf } from "../testing/facts.ts";

test("nothing written is a gate that judges nothing but reads everything", async () => {
  expect(await inputsOf()).toMatchObject({
    name: "",
    files: [],
    format: "auto",
    minimums: { line: undefined, maxDecrease: undefined, patchLines: 0 },
    baseline: { kind: "auto" },
    onMissingBaseline: "warn",
    onStaleReport: "fail",
    failOn: "gate",
    comment: true,
    annotations: true,
    workingDirectory: ".",
  });
});

test("every input in its type", async () => {
  const inputs = await inputsOf({
    files: "# shards\nunit/lcov.info\n'*.lcov'\n!old/**",
    format: "lcov",
    "min-coverage": "80.5 %",
    "max-decrease": "0.25pp",
    "min-patch-lines": "5",
    baseline: "base.info",
    components: "api: api/**: 80, patch 90.5%",
    exclude: "**/*_gen.go",
    "path-map": "/build/src => src",
    "publish-result": "result.json",
    comment: "FALSE",
    name: "unit",
  });
  expect(inputs).toMatchObject({
    files: ["unit/lcov.info", "*.lcov", "!old/**"],
    minimums: { line: { text: "80.5" }, maxDecrease: { text: "0.25" }, patchLines: 5 },
    baseline: { kind: "file", path: "base.info" },
    components: [{ name: "api", globs: ["api/**"], minimums: { line: { text: "80" }, patch: { text: "90.5" } } }],
    pathRules: [{ from: "/build/src", to: "src" }],
    publishResult: "result.json",
    comment: false,
  });
  // What is kept with the baseline: as written.
  expect(inputs.gate).toMatchObject({ "min-coverage": "80.5 %", exclude: "**/*_gen.go", "per-file-min": "" });
});

test.each([
  ["a map", "api:\n  paths: [api/**, lib/**]\n  line: 80\n"],
  ["a list", "- name: api\n  paths:\n    - api/**\n    - lib/**\n  line: '80'\n"],
])("components as YAML: %s", async (_, components) => {
  expect((await inputsOf({ components })).components).toMatchObject([
    { name: "api", globs: ["api/**", "lib/**"], minimums: { line: { text: "80" } } },
  ]);
});

test.each([
  [
    "a minimum that is none",
    "api: a/**: line most",
    "input `components` gives `api` the line minimum `most`; write a percentage from 0 to 100",
  ],
  [
    "more than all",
    "api: a/**: line 101",
    "input `components` gives `api` the line minimum `101`; write a percentage from 0 to 100",
  ],
  ["no YAML", "api:\n  paths: [a\n", "input `components` is not valid YAML: "],
  ["a YAML bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc:\n  paths: *b\n", "input `components` is not valid YAML: "],
])("components: %s", async (_, components, message) => {
  await expect(inputsOf({ components })).rejects.toThrow(message);
});
