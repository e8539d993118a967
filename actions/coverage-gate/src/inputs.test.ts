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

/** Each input, what a workflow writes, and what is read. */
test.each<[string, string, object]>([
  ["name", "unit", { name: "unit" }],
  ["files", "a\nb", { files: ["a", "b"] }],
  ["format", "auto", { format: "auto" }],
  ["format", "go", { format: "go" }],
  ["totals", "lines", { totals: "lines" }],
  ["totals", "declared", { totals: "declared" }],
  ["shards", "", { shards: "executed" }],
  ["shards", "all", { shards: "all" }],
  ["min-coverage", "1", { minimums: { line: { text: "1" } } }],
  ["min-branch-coverage", "2", { minimums: { branch: { text: "2" } } }],
  ["min-function-coverage", "3", { minimums: { function: { text: "3" } } }],
  ["min-patch-coverage", "4", { minimums: { patch: { text: "4" } } }],
  ["min-patch-branch-coverage", "5", { minimums: { patchBranch: { text: "5" } } }],
  ["per-file-min", "6", { minimums: { perFile: { text: "6" } } }],
  ["max-decrease", "7", { minimums: { maxDecrease: { text: "7" } } }],
  ["min-patch-lines", "1000000", { minimums: { patchLines: 1_000_000 } }],
  ["require-measured", "src/**", { requireMeasured: ["src/**"] }],
  ["exclude", "a/**", { exclude: ["a/**"] }],
  ["path-map", "/b => c", { pathRules: [{ from: "/b", to: "c" }] }],
  ["baseline", "auto", { baseline: { kind: "auto" } }],
  ["baseline", "none", { baseline: { kind: "none" } }],
  ["baseline", "none.info", { baseline: { kind: "file", path: "none.info" } }],
  ["on-missing-base", "fail", { onMissingBase: "fail" }],
  ["on-missing-base", "warn", { onMissingBase: "warn" }],
  ["on-unreadable-baseline", "fail", { onUnreadableBaseline: "fail" }],
  ["on-unreadable-baseline", "warn", { onUnreadableBaseline: "warn" }],
  ["on-missing-baseline", "warn", { onMissingBaseline: "warn" }],
  ["on-missing-baseline", "fail", { onMissingBaseline: "fail" }],
  ["on-stale-report", "warn", { onStaleReport: "warn" }],
  ["on-stale-report", "fail", { onStaleReport: "fail" }],
  ["on-changed-scope", "warn", { onChangedScope: "warn" }],
  ["on-changed-scope", "fail", { onChangedScope: "fail" }],
  ["fail-on", "gate", { failOn: "gate" }],
  ["fail-on", "never", { failOn: "never" }],
  ["comment", "false", { comment: false }],
  ["annotations", "false", { annotations: false }],
  ["publish-result", "r.json", { publishResult: "r.json" }],
  ["working-directory", "sub", { workingDirectory: "sub" }],
  ["github-token", "t", { token: "t" }],
])("`%s: %s`", async (name, written, expected) => {
  expect(await inputsOf({ [name]: written })).toMatchObject(expected);
});

test("nothing written: what the code falls back to", async () => {
  expect(await inputsOf()).toMatchObject({
    totals: "lines",
    components: [],
    requireMeasured: [],
    exclude: [],
    pathRules: [],
    publishResult: undefined,
    token: "",
  });
});

test("what is kept with the baseline is every input that makes the gate strict or lax", async () => {
  const written = {
    "min-coverage": "1",
    "min-branch-coverage": "2",
    "min-function-coverage": "3",
    "min-patch-coverage": "4",
    "min-patch-branch-coverage": "5",
    "min-patch-lines": "6",
    "max-decrease": "7",
    "per-file-min": "8",
    components: "api: api/**",
    "require-measured": "src/**",
    exclude: "a/**",
    totals: "declared",
    "on-missing-base": "warn",
    shards: "all",
    "on-missing-baseline": "fail",
    "on-unreadable-baseline": "warn",
    "on-stale-report": "warn",
    "on-changed-scope": "warn",
    "path-map": "/build => src",
    files: "lcov.info",
    "fail-on": "never",
  };
  expect((await inputsOf({ ...written, name: "unit" })).gate).toEqual(written);
});

test.each([
  [
    "path-map",
    "/build",
    "input `path-map` has a line that cannot be read: `/build` is not a rule; write `/path/in/the/report => path/in/the/repository`",
  ],
  ["components", "api", "input `components` cannot be used: `api` is not a component; write `api: services/api/**"],
  ["components", "api: a/**: line 9%0", "input `components` gives `api` the line minimum `9%0`"],
  ["min-patch-lines", "1000001", "input `min-patch-lines` is `1000001`; write a whole number from 0 to 1000000"],
  ["min-patch-lines", "-1", "input `min-patch-lines` is `-1`"],
  ["components", "api:\n  paths: [a\n", "input `components` is not valid YAML: Flow sequence in block collection"],
])("`%s: %s` is wrong", async (name, written, message) => {
  await expect(inputsOf({ [name]: written })).rejects.toThrow(message);
});

test("broken YAML is one problem, on one line", async () => {
  const error: Error = await inputsOf({ components: "- name: [a\n" }).then(
    () => new Error("it was read"),
    (thrown) => thrown,
  );
  expect(error.message).toMatch(/^input `components` is not valid YAML: [^\n]+$/m);
  expect(error.message.split("\n").filter((line) => line.includes("input `components`"))).toHaveLength(2);
});

test.each([
  ["a list", "- name: api\n  paths: api/**\n  line: 80"],
  ["a key with blanks behind it", "api:  \n  paths: api/**\n  line: 80"],
  ["a line below a comment that ends like a key", "# the service:\napi: api/**: line 80"],
])("components: %s", async (_, components) => {
  expect((await inputsOf({ components })).components).toMatchObject([
    { name: "api", globs: ["api/**"], minimums: { line: { text: "80" } } },
  ]);
});

test.each(["my - api", "my- api"])("a component's name may hold a hyphen before a blank: %s", async (name) => {
  expect((await inputsOf({ components: `${name}: api/**: line 80` })).components).toMatchObject([
    { name, globs: ["api/**"] },
  ]);
});

test.each([
  ["100", true],
  ["100.0 %", true],
  ["100.1", false],
])("a component's minimum of %s is read: %s", async (minimum, isRead) => {
  const reading = inputsOf({ components: `- {name: api, paths: a, line: "${minimum}"}` });
  if (isRead) expect((await reading).components[0]?.minimums.line?.text).toBe(minimum.replace(" %", ""));
  else await expect(reading).rejects.toThrow(`gives \`api\` the line minimum \`${minimum}\``);
});
