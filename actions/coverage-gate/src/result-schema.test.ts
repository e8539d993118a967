import { readFileSync } from "node:fs";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { changed, factsOf, inputsOf } from "../testing/facts.ts";
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
  return evaluate(inputs, { ...facts, baseline: { ...facts.baseline, gate: { "min-coverage": "90" } } });
}

const validate = (value: unknown) => validateResult(parseJson([Buffer.from(JSON.stringify(value))]));
const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/coverage-gate-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true }).compile(schema);

test("a result passes its own check unchanged, but for the pull request, which nobody may name", async () => {
  const result = await fullResult();
  const { pullRequest: _, ...context } = result.context;
  expect(validate(result)).toEqual({ ...result, context });
});

test("a result fits the published JSON Schema", async () => {
  expect(published(JSON.parse(JSON.stringify(await fullResult()))), JSON.stringify(published.errors)).toBe(true);
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
