import { readFileSync } from "node:fs";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsOf, groupOf, inputsOf, type Level, RUN } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { MeasuredGroup } from "./facts.ts";
import type { ProblemKind, Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

const same: Level = { base: 1000, head: 1000 };

function resultOf(facts: Parameters<typeof factsOf>[0], written: Readonly<Record<string, string>> = {}): Result {
  return evaluate(inputsOf(written), factsOf(facts));
}

/** Slower, in noise that leaves open more than half the margin. */
const wild: Level = { base: 1000, head: 2000, noise: 0.2 };

/** As if every series had been called at once and measured again. */
const drawnAgain = (group: MeasuredGroup): MeasuredGroup => ({
  ...group,
  looks: [6, 12],
  series: group.series.map((each) => ({ ...each, second: each.rounds })),
});

/** A result with something in every part. */
const full = () =>
  resultOf(
    {
      levels: {
        slower: { base: 1000, head: 1300 },
        faster: { base: 1000, head: 700 },
        moved: { base: 1000, head: 1300, twin: 1300 },
        wild: { base: 1000, head: 1050, noise: 0.5 },
        rate: { base: 1000, head: 500, unit: "MB/s" },
        gone: { base: 1 },
        added: { head: 1 },
        first: { base: 0, head: 3, unit: "allocs/op" },
        zero: { base: 0, head: 0 },
        fruit: { base: 1, head: 2, unit: "bananas" },
      },
      failed: [{ benchmark: "bad", reason: "panic", arm: "head" }],
      labels: ["slow-ok"],
      run: { ...RUN, identical: false, withheld: ["A_TOKEN"] },
      trend: [
        { sha: "1".repeat(40), at: 1, times: new Map() },
        { sha: "2".repeat(40), at: 2, times: new Map(), gate: { margin: "2 %", "fail-on": "inconclusive" } },
      ],
      rulesUnknown: { state: "unavailable", reason: "the cache is down" },
      warnings: ["a warning"],
    },
    { "ignore-label": "slow-ok" },
  );

/** Few runs, of which nothing is known: open ends everywhere. */
const twoRounds = () =>
  resultOf({ groups: [], files: { base: { files: 1, runs: 1 }, head: { files: 2, runs: 2 } }, run: undefined });

const withProblem = (kind: ProblemKind) => resultOf({ problem: { kind, sentence: "It broke.", output: "panic" } });

const RESULTS: readonly (readonly [string, () => Result])[] = [
  ["everything", full],
  ["nothing", () => resultOf({})],
  ["files", twoRounds],
  ["the same program", () => resultOf({ levels: { x: same }, run: { ...RUN, identical: true } })],
  ["too few rounds", () => resultOf({ groups: [groupOf({ x: same, y: same }, 1)] })],
  ["a second draw", () => resultOf({ groups: [drawnAgain(groupOf({ x: wild, y: wild }, 12))] })],
  ["no base", () => resultOf({ levels: { x: { head: 1 } } })],
  ...(
    [
      "no-benchmarks",
      "base-missing",
      "base-build-failed",
      "head-build-failed",
      "base-crashed",
      "head-crashed",
      "base-hung",
      "head-hung",
      "base-unreadable",
      "head-unreadable",
      "out-of-time",
    ] as const
  ).map((kind): readonly [string, () => Result] => [kind, () => withProblem(kind)]),
];

const written = (result: Result) => JSON.parse(JSON.stringify(result));
const validate = (value: unknown) => validateResult(parseJson([Buffer.from(JSON.stringify(value))]));
const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/bench-compare-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

describe("fits the published JSON Schema, and its own check changes nothing but the pull request, which nobody may name", () => {
  test.each(RESULTS)("%s", (_, make) => {
    const result = make();
    expect(published(written(result)), JSON.stringify(published.errors)).toBe(true);
    const { pullRequest: _number, ...context } = result.context;
    expect(written(validate(result))).toEqual(written({ ...result, context }));
  });

  test("whatever was measured", () => {
    const value = fc.option(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true })), {
      nil: undefined,
    });
    const level = fc.record(
      {
        base: value,
        head: value,
        twin: value,
        unit: fc.constantFrom("ns", "MB/s", "allocs/op", "bananas"),
        noise: fc.constantFrom(0, 0.01, 0.9),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Level>;
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), level, { maxKeys: 4 }), (levels) => {
        const result = resultOf({ levels });
        expect(published(written(result)), JSON.stringify(published.errors)).toBe(true);
        validate(result);
      }),
      { numRuns: 60 },
    );
  });
});

test("what has no bound is null", () => {
  const { comparisons } = written(full());
  const of = (name: string) => comparisons.find(({ benchmark }: { benchmark: string }) => benchmark === name);
  expect(of("first")).toMatchObject({ base: 0, change: null });
  const { comparisons: few } = written(resultOf({ groups: [groupOf({ x: same }, 1)] }));
  expect(few).toMatchObject([{ verdict: "inconclusive", low: -1, high: null }]);
  expect(validate(full()).comparisons.find(({ benchmark }) => benchmark === "first")?.change).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test("nothing is in the schema that no result has", () => {
  const seen = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, path);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) {
        seen.add(`${path}.${key}`);
        visit(each, `${path}.${key}`);
      }
  };
  for (const [, make] of RESULTS) visit(written(make()), "");
  const known = new Set<string>();
  // biome-ignore lint/suspicious/noExplicitAny: a schema is what it is.
  const describeAll = (node: any, path: string): void => {
    const of = node.$ref === undefined ? node : schema.$defs[node.$ref.split("/").at(-1)];
    if (of.items !== undefined) describeAll(of.items, path);
    for (const [key, each] of Object.entries(of.properties ?? {})) {
      known.add(`${path}.${key}`);
      describeAll(each, `${path}.${key}`);
    }
  };
  describeAll(schema, "");
  // A control compares times alone, and only what it measured.
  const unseen = [...known].filter((path) => !seen.has(path) && !path.startsWith(".control.moved."));
  expect(unseen).toEqual([]);
});

describe("what is not as it should be is named by its place, by us and by the schema", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what is damaged has no type any more.
  test.each<[string, (result: any) => void, string]>([
    [
      "another version",
      (r) => (r.schema = "jessy-actions/bench-compare/v2"),
      "`schema` is not one of jessy-actions/bench-compare/v1",
    ],
    ["an unknown verdict", (r) => (r.verdict = "great"), "`verdict` is not one of pass, fail"],
    ["half a verdict", (r) => delete r.fails, "`fails` is not true or false"],
    ["an unknown base", (r) => (r.rules.onMissingBase = "pass"), "`rules.onMissingBase` is not one of fail, warn"],
    ["a trend of no commit", (r) => (r.trend[0].sha = "main"), "`trend[0].sha` is not a commit"],
    ["a trend of words", (r) => (r.trend[0].index = "up"), "`trend[0].index` is not a number"],
    ["an unknown outcome", (r) => (r.outcome = "great"), "`outcome` is not one of compared"],
    ["a number that is text", (r) => (r.rules.margin = "5"), "`rules.margin` is not a number"],
    ["a commit that is none", (r) => (r.context.pushed = "main"), "`context.pushed` is not a commit"],
    ["a text that is none", (r) => (r.notes[0] = { evil: 1 }), "`notes[0]` is not a string"],
    ["an endless text", (r) => (r.headline = "x".repeat(8193)), "`headline` is not a text of at most 4096 characters"],
    ["a missing part", (r) => delete r.control.moved, "`control.moved` is not a list but missing"],
    [
      "an unknown verdict of one",
      (r) => (r.comparisons[1].verdict = "great"),
      "`comparisons[1].verdict` is not one of",
    ],
    ["a change that is text", (r) => (r.comparisons[0].change = "much"), "`comparisons[0].change` is not a number"],
    ["an unknown failure", (r) => (r.rules.failOn = ["nothing"]), "`rules.failOn[0]` is not one of"],
    ["half a truth", (r) => (r.run.nullControl = 1), "`run.nullControl` is not true or false"],
    ["a missing count", (r) => delete r.counts.ok, "`counts.ok` is not a number but missing"],
  ])("%s", (_, damage, message) => {
    const result = written(full());
    damage(result);
    expect(() => validate(result)).toThrow(ReportError);
    expect(() => validate(result)).toThrow(message);
    expect(published(result)).toBe(false);
  });

  test("what nobody knows is left out by us and refused by the schema", () => {
    const result = { ...written(full()), evil: "<script>" };
    expect(validate(result)).not.toHaveProperty("evil");
    expect(published(result)).toBe(false);
  });

  test("a result of another shape altogether", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => validate(value)).toThrow(ReportError);
      }),
    );
  });
});

test("what another run decided is decided again, so that no text of its file counts", () => {
  const result = full();
  const inputs = inputsOf({ "fail-on": result.rules.failOn.join(", "), "ignore-label": "slow-ok" });
  const publish = (forged: Result) => evaluate(inputs, { kind: "published", result: forged, labels: ["slow-ok"] });
  const { verdict, fails, outcome, headline, counts, ignoredBy } = result;
  const decided = { verdict, fails, outcome, headline, counts, ignoredBy };
  expect(publish(result)).toMatchObject(decided);
  const forged = {
    ...result,
    verdict: "pass",
    fails: false,
    outcome: "compared",
    headline: "All is well",
    counts: {} as never,
    ignoredBy: "everything",
  } as const;
  expect(publish(forged)).toEqual(publish(result));
});
