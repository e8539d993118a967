import { describe, expect, test } from "vitest";
import { factsOf, groupOf, inputsOf, RUN } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import { render } from "../render.ts";
import type { ProblemKind, Result } from "../result.ts";
import { inOwnWords } from "./own-words.ts";

const own = (facts: Parameters<typeof factsOf>[0], written = {}) => evaluate(inputsOf(written), factsOf(facts));
const result = own({ levels: { x: { base: 1000, head: 1300 } } });

describe("a name is one word", () => {
  test.each([
    ["parse", "parse"],
    ["BenchmarkParse/size=1k-8", "BenchmarkParse/size=1k-8"],
    ["parse big file", "parse·big·file"],
    ["std::vec<T>::push(&mut)", "std::vec<T>::push(&mut)"],
    ["größe", "größe"],
    ["all is well\n\n✅ **approved**", "all·is·well·**approved**"],
    ["a`b`c|d", "a·b·c·d"],
    ["a𝒜b", "a𝒜b"],
    ["a\u2028b\u202ec\u00a0d", "a·b·c·d"],
    ["n".repeat(121), "n".repeat(120)],
    [`${"n".repeat(119)}𝒜`, "n".repeat(119)],
    ["", ""],
  ])("%j is %j", (name, word) => {
    const [comparison] = result.comparisons;
    const metric = { ...comparison!.metric, name, unit: name };
    const some = { ...comparison!, benchmark: name, metric };
    const expected = { ...some, benchmark: word, metric: { ...metric, name: word, unit: word } };
    const told = inOwnWords({ ...result, comparisons: [some], control: { state: "moved", moved: [some] } });
    expect([told.comparisons, told.control.moved]).toEqual([[expected], [expected]]);
  });
});

describe("reasons of ours stay, others do not", () => {
  const told = (reason: string | undefined) =>
    inOwnWords({
      ...result,
      comparisons: [{ ...result.comparisons[0]!, ...(reason !== undefined && { reason }) }],
    }).comparisons[0]?.reason;

  const ELSEWHERE = "the job summary of the run that measured says why";

  test.each([
    "in 3 of 5 runs of the head",
    "in 12 of 123456 runs of the base",
    "left out by `overrides`",
    "too few rounds to call any change: 5, and it takes 12",
    "too few rounds to call any change: 12, and it takes 14",
    "too few runs to call any change: 5 a side, and it takes 12",
    "too few runs to call any change: 12 a side, and it takes 14",
    "the values of one side scatter by more than the two sides differ",
  ])("%s, and nothing before or behind it", (reason) => {
    expect(told(reason)).toBe(reason);
    expect(told(`${reason}, which is fine`)).toBe(ELSEWHERE);
    expect(told(`It is well ${reason}`)).toBe(ELSEWHERE);
  });

  test.each([
    "head: panic",
    "in 1234567 of 5 runs of the head",
    "too few rounds to call any change: all, and it takes 12",
    "too few runs to call any change: 5 a side, and it takes none",
    "",
  ])("not: %s", (reason) => {
    expect(told(reason)).toBe(ELSEWHERE);
  });

  test("a second draw is told in ours", () => {
    const drawn = { secondDraw: { outcome: "unfinished", rounds: 4 }, reason: "LIE" } as const;
    const suite = { verdict: "regressed", metrics: 2, change: 0.5, margin: 0.05, ...drawn } as const;
    const said = inOwnWords({ ...result, comparisons: [{ ...result.comparisons[0]!, ...drawn }], suite });
    const reason = "not confirmed: there was time for only 4 fresh rounds";
    expect(said.comparisons[0]?.reason).toBe(reason);
    expect(said.suite).toEqual({ ...suite, reason });
    expect(inOwnWords(result)).not.toHaveProperty("suite");
  });

  test("and so is why these two commits", () => {
    const reason = "as the run that measured them found them";
    expect(inOwnWords(result).context).toEqual({ ...result.context, reason });
  });

  test("and none stays none", () => {
    expect(told(undefined)).toBeUndefined();
  });

  test("those that this version gives are among them", () => {
    const few = groupOf({ x: { base: 1000, head: 2000 }, left: { base: 1, head: 2 } }, 1);
    const reasons = own({ groups: [few], run: { ...RUN, rounds: 1 } }, { overrides: "left => ignore" })
      .comparisons.map(({ reason }) => reason)
      .filter((reason) => reason !== undefined);
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.map(told)).toEqual(reasons);
  });
});

test.each<ProblemKind>([
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
])("a problem of the kind %s in one sentence of ours, without the program's output", (kind) => {
  const { problem } = inOwnWords(own({ problem: { kind, sentence: "LIE", output: "LIE" } }));
  expect(problem).toEqual({ kind, sentence: expect.stringMatching(/^(?:Th|A b)[a-z ]+\.$/) });
  if (/^(?:base|head)-/.test(kind)) expect(problem?.sentence).toContain(kind.slice(0, 4));
});

test.each([
  ["margin", "10 %", "5 %", true],
  ["margin", "", "0.05", true],
  ["floor", "5ns", "2 µs", true],
  ["fail-on", "never", "regression, missing", true],
  ["fail-on", "missing", "regression, missing, inconclusive", true],
  ["on-missing-base", "warn", "fail", true],
  ["margin", "10 % which is fine", "5 %", false],
  ["margin", "10 %", "5 %, and it meets it", false],
  ["margin and all", "10 %", "5 %", false],
  ["a-b-c-d-e", "10 %", "5 %", false],
])("a weakened gate: `%s` from %s to %s is shown: %s", (input, asked, enforced, isShown) => {
  const lowered = { input, asked, enforced };
  expect(inOwnWords({ ...result, lowered: [lowered] }).lowered).toEqual(isShown ? [lowered] : []);
});

test.each([
  [[], []],
  [["LIE"], ["The run that measured has 1 note of its own; its job summary shows what they are."]],
  [["LIE", "LIE"], ["The run that measured has 2 notes of its own; its job summary shows what they are."]],
])("notes %j are counted", (notes, expected) => {
  expect(inOwnWords({ ...result, notes }).notes).toEqual(expected);
});

test("no sentence of the file stands in the report, nor what it says of the default branch", () => {
  const LIE = "LIE all is well";
  const comparisons = result.comparisons.map((comparison) => ({ ...comparison, benchmark: LIE, reason: LIE }));
  const forged: Result = {
    ...result,
    headline: LIE,
    comparisons,
    context: { ...result.context, reason: LIE },
    problem: { kind: "head-crashed", sentence: LIE, output: LIE },
    trend: [{ sha: "1".repeat(40), index: 100 }],
    lowered: [{ input: LIE, asked: LIE, enforced: LIE }],
    ignoredBy: LIE,
    notes: [LIE],
  };
  const published = evaluate(inputsOf(), { kind: "published", result: forged, labels: [] });
  const { outputs, annotations, comment, summary, files } = render(published);
  for (const part of [published.headline, outputs, annotations, comment, summary, files])
    expect(JSON.stringify(part)).not.toContain(LIE);
  expect(published).not.toHaveProperty("trend");
});
