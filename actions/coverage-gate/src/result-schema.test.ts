import { readFileSync } from "node:fs";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { changed, factsOf, inputsOf, reportOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

/** A result with something in every part. */
async function fullResult(): Promise<Result> {
  const inputs = await inputsOf({
    "min-coverage": "80",
    "min-patch-coverage": "90",
    "max-decrease": "0",
    "per-file-min": "60",
    "require-measured": "src/**",
    components: "api: a: line 80",
  });
  const facts = factsOf({
    head: { a: "1:1 2:0/2 3:1/2", b: "1:0" },
    base: { a: "1:1 2:0 3:0", gone: "1:1" },
    diff: [changed("a", [2, 3]), changed("src/new.rs", [1, 9])],
    notes: [{ level: "warning", text: "a note" }],
  });
  const scope = await inputsOf({ "path-map": "a => b" });
  return evaluate(inputs, {
    ...facts,
    baseline: { ...facts.baseline, gate: { "min-coverage": "90" } },
    byDefault: { inputs: ["exclude", "path-map"], scope, report: reportOf({ a: "1:0", "src/new.rs": "1:0" }) },
  });
}

/** The same with a function that its uncovered range is in. */
async function resultWithFunction(): Promise<Result> {
  const result = await fullResult();
  const [file, ...others] = result.patch.files;
  const functions = [{ name: "parse", line: 1, ranges: file!.missing }];
  return { ...result, patch: { ...result.patch, files: [{ ...file!, functions }, ...others] } };
}

const validate = (value: unknown) => validateResult(parseJson([Buffer.from(JSON.stringify(value))]));
const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/coverage-gate-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true }).compile(schema);

test("a result passes its own check unchanged, but for the pull request, which nobody may name", async () => {
  const result = await resultWithFunction();
  const { pullRequest: _, ...context } = result.context;
  expect(validate(result)).toEqual({ ...result, context });
});

test("a result fits the published JSON Schema", async () => {
  expect(published(JSON.parse(JSON.stringify(await resultWithFunction()))), JSON.stringify(published.errors)).toBe(
    true,
  );
});

test.each([
  ["pass", false],
  ["fail", true],
] as const)("a result of an older version, which has fewer fields: %s", async (verdict, fails) => {
  const { fails: _, fileChanges: __, mostUncovered: ___, ...older } = await fullResult();
  const gates = older.gates.map(({ base: _, ...gate }) => gate);
  expect(published(JSON.parse(JSON.stringify({ ...older, verdict, gates })))).toBe(true);
  const read = validate({ ...older, verdict, gates });
  expect(read.fails).toBe(fails);
  expect(read).not.toHaveProperty("fileChanges");
  expect(read).not.toHaveProperty("mostUncovered");
});

describe("what is not as it should be is named by its place, by us and by the schema", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what is damaged has no type any more.
  test.each<[string, (result: any) => void, string]>([
    [
      "another version",
      (r) => (r.schema = "jessy-actions/coverage-gate/v2"),
      "`schema` is not one of jessy-actions/coverage-gate/v1",
    ],
    ["an unknown verdict", (r) => (r.verdict = "great"), "`verdict` is not one of pass, fail"],
    [
      "more covered than there is",
      (r) => (r.total.lines = { covered: 3, total: 2 }),
      "`total.lines` is not a part of a whole",
    ],
    [
      "a negative line",
      (r) => (r.patch.files[0].missing = [[-1, 2]]),
      "`patch.files[0].missing[0][0]` is not a whole number from 0",
    ],
    [
      "a range backwards",
      (r) => (r.patch.files[0].missing = [[3, 2]]),
      "`patch.files[0].missing[0]` is not a first and a last line",
    ],
    [
      "half a number",
      (r) => (r.components[0].total.branches.covered = 0.5),
      "`components[0].total.branches.covered` is not a whole number",
    ],
    ["no commit", (r) => (r.context.headSha = "main"), "`context.headSha` is not a commit"],
    ["a text that is none", (r) => (r.notes[0].text = { evil: 1 }), "`notes[0].text` is not a string"],
    ["an endless text", (r) => (r.headline = "x".repeat(4097)), "`headline` is not a text of at most 4096 characters"],
    ["a verdict that is no word", (r) => (r.fails = "no"), "`fails` is not true or false"],
    [
      "a minimum that is no number",
      (r) => (r.gates[0].threshold = "8O"),
      "`gates[0].threshold` is not a decimal number",
    ],
    ["a scope of no input", (r) => (r.gates.at(-1).scope.inputs = []), "is not a list of inputs, each once"],
    [
      "a scope of an input twice",
      (r) => (r.gates.at(-1).scope.inputs = ["exclude", "exclude"]),
      "is not a list of inputs, each once",
    ],
    ["a scope of another input", (r) => (r.gates.at(-1).scope.inputs = ["files"]), "is not one of exclude, components"],
    ["a scope that may be allowed", (r) => delete r.gates.at(-1).scope.allowed, ".scope.allowed` is not true or false"],
    [
      "a function in no line",
      (r) => (r.patch.files[0].functions = [{ name: "f", line: -1, ranges: [] }]),
      "`patch.files[0].functions[0].line` is not a whole number from 0",
    ],
    [
      "a file change without a name",
      (r) => (r.fileChanges.files = [{ now: { covered: 0, total: 1 } }]),
      "`fileChanges.files[0].path` is not a string but missing",
    ],
    [
      "a count of files below none",
      (r) => (r.fileChanges.count = -1),
      "`fileChanges.count` is not a whole number from 0",
    ],
    ["a missing part", (r) => delete r.movement.parts, "`movement.parts` is not a list but missing"],
  ])("%s", async (_, damage, message) => {
    const result = JSON.parse(JSON.stringify(await fullResult()));
    damage(result);
    expect(() => validate(result)).toThrow(ReportError);
    expect(() => validate(result)).toThrow(message);
    // Two comparisons that JSON Schema cannot make.
    if (!/part of a whole|first and a last line/.test(message)) expect(published(result)).toBe(false);
  });

  test("what nobody knows is left out", async () => {
    const result = await fullResult();
    expect(validate({ ...result, evil: "<script>" })).not.toHaveProperty("evil");
  });
});
