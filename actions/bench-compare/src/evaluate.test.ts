import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { describe, expect, test } from "vitest";
import { BASE, factsOf, groupOf, HEAD, inputsOf, type Level, RUN } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { MeasuredFacts, MeasuredGroup } from "./facts.ts";
import type { Result } from "./result.ts";

type Facts = Parameters<typeof factsOf>[0];

function judge(facts: Facts, written: Readonly<Record<string, string>> = {}) {
  return evaluate(inputsOf(written), factsOf(facts));
}

const verdicts = ({ comparisons }: { readonly comparisons: readonly Comparison[] }) =>
  comparisons.map(
    ({ benchmark, metric, verdict }) => `${benchmark}${metric.name === "time" ? "" : ` ${metric.name}`}: ${verdict}`,
  );

/** As a run with `null-control: false` measures it. */
const withoutControl = (group: MeasuredGroup): MeasuredGroup => ({
  ...group,
  series: group.series.map((series) => ({ ...series, control: [] })),
});

const same: Level = { base: 1000, head: 1000 };
const slower: Level = { base: 1000, head: 1300 };
const faster: Level = { base: 1000, head: 700 };
const noisy: Level = { base: 1000, head: 1050, noise: 0.5 };
const allocations = (base: number, head: number): Level => ({ base, head, unit: "allocs/op" });

describe("each verdict", () => {
  test.each<[string, Level, string]>([
    ["the same", same, "ok"],
    ["30 % slower", slower, "regressed"],
    ["30 % faster", faster, "improved"],
    ["too noisy", noisy, "inconclusive"],
    ["within the margin", { base: 1000, head: 1030, noise: 0.001 }, "ok"],
    ["below the floor of 1 ns", { base: 5, head: 5.9, noise: 0.001 }, "ok"],
    ["above the floor", { base: 5, head: 6.1, noise: 0.001 }, "regressed"],
    ["a rate that fell", { base: 1000, head: 700, unit: "ops/s" }, "regressed"],
    ["a rate that rose", { base: 1000, head: 1300, unit: "ops/s" }, "improved"],
    ["new", { head: 1000 }, "new"],
    ["missing", { base: 1000 }, "missing"],
    ["more allocations", allocations(100, 102), "regressed"],
    ["one more of very many", allocations(1000, 1001), "ok"],
    ["fewer allocations", allocations(100, 90), "improved"],
    ["the first allocation", allocations(0, 1), "regressed"],
    ["still none", allocations(0, 0), "ok"],
    ["of a unit that nobody knows", { base: 1, head: 9, unit: "bananas" }, "shown"],
  ])("%s", (_, level, verdict) => {
    expect(
      judge({ levels: { x: level, other: same } }).comparisons.find(({ benchmark }) => benchmark === "x"),
    ).toMatchObject({ verdict });
  });

  test("a benchmark that is not in every run is broken", () => {
    const group = groupOf({ x: same, y: same });
    const series = group.series.map((each) =>
      each.benchmark === "x"
        ? { ...each, seen: { ...each.seen, head: 20 }, absent: { ...each.absent, head: 4 } }
        : each,
    );
    const result = judge({ groups: [{ ...group, series }] });
    expect(result.comparisons[0]).toMatchObject({
      benchmark: "x",
      verdict: "broken",
      reason: "in 20 of 24 runs of the head",
    });
    expect(result).toMatchObject({ verdict: "broken", outcome: "broken-benchmarks", fails: true });
  });
});

test.each<[string, Level]>([
  ["alone", { twin: 1 }],
  ["beside the head", { head: 1, twin: 1 }],
])("a benchmark that only the null control has, %s, is in some runs of the base", (_, level) => {
  expect(judge({ levels: { x: level, y: same } }).comparisons[0]).toMatchObject({
    benchmark: "x",
    verdict: "broken",
    reason: "in 24 of 48 runs of the base",
  });
});

const failedOn = (...arms: readonly ("base" | "head" | "twin")[]): MeasuredFacts["failed"] =>
  arms.map((arm) => ({ benchmark: "bad", reason: `panic on ${arm}`, arm }));

/** Facts, inputs, and what has to come of them. */
interface Case {
  readonly facts: Facts;
  readonly written?: Readonly<Record<string, string>>;
  readonly is: readonly [verdict: string, outcome: string, fails: boolean];
  readonly headline: string;
}

const problem = (
  kind: "base-build-failed" | "head-crashed" | "no-benchmarks" | "out-of-time",
  sentence: string,
): Facts => ({
  problem: { kind, sentence },
  levels: { x: same },
});
const noBase = { levels: { a: { head: 1 }, b: { head: 1 } } };
const twinMoved: Level = { base: 1000, head: 1300, twin: 1300 };
const identical = { ...RUN, identical: true };

describe("the decision", () => {
  test.each<[string, Case]>([
    [
      "no change",
      {
        facts: { levels: { x: same, y: same } },
        is: ["pass", "compared", false],
        headline: "No regression in 2 metrics",
      },
    ],
    [
      "one metric",
      { facts: { levels: { x: same } }, is: ["pass", "compared", false], headline: "No regression in 1 metric" },
    ],
    [
      "a regression",
      {
        facts: { levels: { x: same, parse: slower } },
        is: ["fail", "compared", true],
        headline: "1 of 2 metrics regressed: parse by +30.0 %",
      },
    ],
    [
      "a regression that may be",
      {
        facts: { levels: { x: slower } },
        written: { "fail-on": "missing" },
        is: ["fail", "compared", false],
        headline: "1 of 1 metric regressed: x by +30.0 %",
      },
    ],
    [
      "an improvement",
      {
        facts: { levels: { x: same, y: faster } },
        is: ["pass", "compared", false],
        headline: "No regression in 2 metrics; 1 improved",
      },
    ],
    [
      "too much noise",
      {
        facts: { levels: { x: noisy, y: same } },
        is: ["inconclusive", "compared", false],
        headline: "No regression shown, but 1 of 2 metrics was too noisy to tell",
      },
    ],
    [
      "too much noise, and that fails",
      {
        facts: { levels: { x: noisy, y: same } },
        written: { "fail-on": "inconclusive" },
        is: ["inconclusive", "compared", true],
        headline: "No regression shown, but 1 of 2 metrics was too noisy to tell",
      },
    ],
    [
      "noise fails beside a regression that may be",
      {
        facts: { levels: { x: noisy, y: slower } },
        written: { "fail-on": "inconclusive" },
        is: ["fail", "compared", true],
        headline: "1 of 2 metrics regressed: y by +30.0 %; 1 of 2 metrics was too noisy to tell",
      },
    ],
    [
      "a missing benchmark",
      {
        facts: { levels: { x: same, y: { base: 1 } } },
        is: ["fail", "compared", true],
        headline: "1 benchmark is missing from the head: y",
      },
    ],
    [
      "a missing benchmark that may be",
      {
        facts: { levels: { x: same, y: { base: 1 } } },
        written: { "fail-on": "regression" },
        is: ["pass", "compared", false],
        headline: "No regression in 1 metric; 1 benchmark is missing from the head: y",
      },
    ],
    [
      "every benchmark missing",
      {
        facts: { levels: { x: { base: 1 }, y: { base: 1 } } },
        is: ["fail", "compared", true],
        headline: "2 benchmarks are missing from the head: x, y",
      },
    ],
    [
      "every benchmark missing, which may be: still nothing was compared",
      {
        facts: { levels: { x: { base: 1 } } },
        written: { "fail-on": "regression" },
        is: ["broken", "nothing-compared", true],
        headline:
          "Nothing was compared: base and head have no benchmark in common that can be judged; 1 benchmark is missing from the head: x",
      },
    ],
    [
      "new benchmarks beside others",
      {
        facts: { levels: { x: same, y: { head: 1 } } },
        is: ["pass", "compared", false],
        headline: "No regression in 1 metric",
      },
    ],
    [
      "no base at all",
      {
        facts: noBase,
        is: ["broken", "base-missing", true],
        headline: "Nothing was compared: the base has no benchmarks: all 2 are new",
      },
    ],
    [
      "no base at all, which may be",
      {
        facts: noBase,
        written: { "on-missing-base": "warn" },
        is: ["inconclusive", "base-missing", false],
        headline: "Nothing was compared: the base has no benchmarks: all 2 are new",
      },
    ],
    [
      "nothing that can be judged",
      {
        facts: { levels: { x: { base: 1, head: 2, unit: "bananas" } } },
        is: ["broken", "nothing-compared", true],
        headline:
          "Nothing was judged: no unit says which way x bananas gets better; `overrides` can say it (`** bananas => lower`, or `higher`)",
      },
    ],
    [
      "a direction that `overrides` says",
      {
        facts: { levels: { x: { base: 10, head: 20, unit: "bananas" } } },
        written: { overrides: "** bananas => lower" },
        is: ["fail", "compared", true],
        headline: "1 of 1 metric regressed: x bananas by +100.0 %",
      },
    ],
    [
      "something that is not judged beside what is",
      {
        facts: { levels: { x: { base: 1, head: 2, unit: "bananas" }, y: same } },
        is: ["pass", "compared", false],
        headline: "No regression in 1 metric; 1 metric not judged, x bananas: no known direction",
      },
    ],
    [
      "everything left out by `overrides`",
      {
        facts: { levels: { x: slower } },
        written: { overrides: "** => ignore" },
        is: ["broken", "nothing-compared", true],
        headline: "Nothing was compared: base and head have no benchmark in common that can be judged",
      },
    ],
    [
      "a base that does not build",
      {
        facts: problem("base-build-failed", "`make` of the base ended with exit code 2."),
        is: ["broken", "base-build-failed", true],
        headline: "Nothing was compared: `make` of the base ended with exit code 2",
      },
    ],
    [
      "a base that does not build, which may be",
      {
        facts: problem("base-build-failed", "`make` of the base ended with exit code 2."),
        written: { "on-missing-base": "warn" },
        is: ["inconclusive", "base-build-failed", false],
        headline: "Nothing was compared: `make` of the base ended with exit code 2",
      },
    ],
    [
      "a head that crashes is never excused",
      {
        facts: problem("head-crashed", "`./bench` of the head was ended by SIGSEGV."),
        written: { "on-missing-base": "warn", "fail-on": "never" },
        is: ["broken", "head-crashed", true],
        headline: "Nothing was compared: `./bench` of the head was ended by SIGSEGV",
      },
    ],
    [
      "no benchmark anywhere",
      {
        facts: problem("no-benchmarks", "Neither side has a single benchmark."),
        written: { "on-missing-base": "warn" },
        is: ["broken", "no-benchmarks", true],
        headline: "Nothing was compared: neither side has a single benchmark",
      },
    ],
    [
      "the base moved against itself",
      {
        facts: { levels: { x: twinMoved, y: same } },
        is: ["inconclusive", "contaminated", false],
        headline: "The machine was too unsteady to blame the change: the base differs from itself in 1 metric",
      },
    ],
    [
      "an exact regression fails in any weather, and is the one that is named",
      {
        facts: { levels: { x: twinMoved, y: allocations(100, 120), z: allocations(100, 100) } },
        is: ["fail", "contaminated", true],
        headline:
          "1 of 3 metrics regressed: y allocs/op by +20.0 %; the machine was too unsteady to blame the change: the base differs from itself in 1 metric",
      },
    ],
    [
      "a benchmark that is left out excuses no other",
      {
        facts: { levels: { wild: twinMoved, y: slower } },
        written: { overrides: "wild => ignore" },
        is: ["fail", "compared", true],
        headline: "1 of 1 metric regressed: y by +30.0 %; 1 metric left out by `overrides`",
      },
    ],
    [
      "the same program",
      {
        facts: { levels: { x: same, y: same }, run: identical },
        is: ["pass", "identical", false],
        headline: "Both sides are the same program: 2 metrics, no difference shown",
      },
    ],
    [
      "the same program that differs",
      {
        facts: { groups: [withoutControl(groupOf({ x: slower }))], run: { ...identical, nullControl: false } },
        is: ["inconclusive", "contaminated", false],
        headline:
          "The machine was too unsteady to blame the change: both sides are the same program, and yet they differ",
      },
    ],
    [
      "the same program that differs on a machine that was steady: it may read other data",
      {
        facts: { levels: { x: { ...slower, twin: 1000 } }, run: identical },
        is: ["fail", "compared", true],
        headline: "1 of 1 metric regressed: x by +30.0 %",
      },
    ],
    [
      "a benchmark that fails on the head is broken, not missing",
      {
        facts: { levels: { x: same, bad: { base: 1000 } }, failed: failedOn("head") },
        is: ["broken", "broken-benchmarks", true],
        headline: "1 benchmark could not be measured: bad",
      },
    ],
    [
      "one that fails on both sides",
      {
        facts: { levels: { x: same }, failed: failedOn("base", "head", "twin") },
        is: ["broken", "broken-benchmarks", true],
        headline: "1 benchmark could not be measured: bad",
      },
    ],
    [
      "one that fails on both sides, and is left out",
      {
        facts: { levels: { x: same }, failed: failedOn("base", "head") },
        written: { overrides: "bad => ignore" },
        is: ["pass", "compared", false],
        headline: "No regression in 1 metric",
      },
    ],
    [
      "one that failed on the base is new",
      {
        facts: { levels: { x: same, bad: { head: 1000 } }, failed: failedOn("base", "twin") },
        is: ["pass", "compared", false],
        headline: "No regression in 1 metric",
      },
    ],
    [
      "all of them failed on the base: there is nothing to compare with",
      {
        facts: { levels: { bad: { head: 1000 } }, failed: failedOn("base") },
        is: ["broken", "base-missing", true],
        headline: "Nothing was compared: the base has no benchmarks: the only one is new",
      },
    ],
    [
      "several things at once",
      {
        facts: { levels: { a: slower, b: { base: 1000, head: 1500 }, c: { base: 1 }, d: faster } },
        is: ["fail", "compared", true],
        headline:
          "2 of 3 metrics regressed: b by +50.0 %, a by +30.0 %; 1 benchmark is missing from the head: c; 1 improved",
      },
    ],
    [
      "broken fails whatever `fail-on` says",
      {
        facts: { levels: { x: slower }, failed: failedOn("head") },
        written: { "fail-on": "never" },
        is: ["broken", "broken-benchmarks", true],
        headline: "1 benchmark could not be measured: bad; 1 of 1 metric regressed: x by +30.0 %",
      },
    ],
    [
      "never",
      {
        facts: { levels: { x: slower, y: { base: 1 }, z: noisy } },
        written: { "fail-on": "never" },
        is: ["fail", "compared", false],
        headline:
          "1 of 2 metrics regressed: x by +30.0 %; 1 benchmark is missing from the head: y; 1 of 2 metrics was too noisy to tell",
      },
    ],
  ])("%s", (_, { facts, written, is, headline }) => {
    const { verdict, outcome, fails, headline: text } = judge(facts, written);
    expect([verdict, outcome, fails]).toEqual(is);
    expect(text).toBe(headline);
  });
});

describe("the label that lets a regression pass", () => {
  const written = { "ignore-label": "slow-ok" };

  test("does, and is named", () => {
    const result = judge({ levels: { x: slower }, labels: ["other", "slow-ok"] }, written);
    expect(result).toMatchObject({ verdict: "fail", ignoredBy: "slow-ok", fails: false });
  });

  test("does not without being asked for, or by another name", () => {
    expect(judge({ levels: { x: slower }, labels: ["slow-ok"] })).toMatchObject({ fails: true });
    expect(judge({ levels: { x: slower }, labels: ["slow-OK"] }, written)).toMatchObject({ fails: true });
  });

  test("does nothing for what is missing or broken, nor for noise that fails", () => {
    const labels = ["slow-ok"];
    expect(judge({ levels: { x: slower, y: { base: 1 } }, labels }, written)).toMatchObject({ fails: true });
    expect(judge({ levels: { x: slower }, failed: failedOn("head"), labels }, written)).toMatchObject({ fails: true });
    const strict = { ...written, "fail-on": "regression, inconclusive" };
    expect(judge({ levels: { x: slower, y: noisy }, labels }, strict)).toMatchObject({ fails: true });
    expect(judge({ levels: { x: same }, labels }, written)).not.toHaveProperty("ignoredBy");
  });
});

test("the most harmful comes first, whichever way a metric gets better", () => {
  expect(
    verdicts(
      judge({
        levels: {
          "10 % slower": { base: 1000, head: 1100 },
          "half the rate": { base: 1000, head: 500, unit: "ops/s" },
          "50 % slower": { base: 1000, head: 1500 },
          gone: { base: 1 },
          added: { head: 1 },
          wild: noisy,
          "a bit faster": { base: 1000, head: 900 },
          "much faster": { base: 1000, head: 400 },
          equal: same,
          fruit: { base: 1, head: 1, unit: "bananas" },
          first: allocations(0, 3),
        },
        failed: failedOn("head"),
      }),
    ),
  ).toEqual([
    "first allocs/op: regressed",
    "half the rate ops/s: regressed",
    "50 % slower: regressed",
    "10 % slower: regressed",
    "bad: broken",
    "gone: missing",
    "wild: inconclusive",
    "a bit faster: improved",
    "much faster: improved",
    "equal: ok",
    "added: new",
    "fruit bananas: shown",
  ]);
});

test("an override counts for its own benchmarks, exact ones too are left out by it", () => {
  const levels = { a: slower, "b/x": slower, c: { base: 1000, head: 1030, noise: 0.001 } };
  expect(verdicts(judge({ levels }, { overrides: "b/* => margin 50 %\na => ignore\nc => margin 2 %" }))).toEqual([
    "c: regressed",
    "b/x: ok",
    "a: shown",
  ]);
});

test("what a run could not do is noted", () => {
  const run = { ...RUN, rounds: 7, ranOutOfTime: true, withheld: ["A_TOKEN", "B_KEY"] };
  expect(judge({ levels: { x: same }, run, warnings: ["from the report"] }).notes).toEqual([
    "Measuring ended after 7 rounds, because `max-minutes` was used up.",
    "Benchmarks did not get these environment variables, which look like credentials or are not known to belong to tools: `A_TOKEN`, `B_KEY`. `pass-environment` lets them through.",
    "from the report",
  ]);
});

test("of files it is said how many runs they are", () => {
  const files = (base: number, head: number) => ({
    run: undefined,
    files: { base: { files: base, runs: base }, head: { files: head, runs: head } },
    levels: { x: same },
  });
  expect(judge(files(1, 1)).notes).toEqual([
    "Each side is a single process run. Samples of one process resemble each other, so the intervals look narrower than those of several runs would.",
  ]);
  expect(judge(files(5, 4)).notes).toEqual([
    "The order in which the runs were made is not known (5 of the base, 4 of the head).",
  ]);
});

test("the null control says how steady the machine was", () => {
  expect(judge({ levels: { x: same } }).control).toMatchObject({ state: "steady", moved: [] });
  expect(judge({ levels: { x: same } }).control.noise).toBeGreaterThan(0);
  expect(judge({ levels: { x: allocations(1, 1) } }).control).toEqual({ state: "off", moved: [] });
  expect(judge({ levels: { x: twinMoved } }).control).toMatchObject({ state: "moved", moved: [{ benchmark: "x" }] });
});

test("the same facts give the same result, and it says where it comes from", () => {
  const facts = factsOf({ levels: { x: slower } });
  const before = structuredClone(facts);
  expect(evaluate(inputsOf({ name: "micro" }), facts)).toEqual(evaluate(inputsOf({ name: "micro" }), facts));
  expect(facts).toEqual(before);
  expect(judge({ levels: { x: same } }, { name: "micro", margin: "7" })).toMatchObject({
    schema: "jessy-actions/bench-compare/v1",
    name: "micro",
    context: { base: BASE, head: HEAD },
    rules: { margin: 0.07, exactMargin: 0.01, floor: 1, alpha: 0.05, failOn: ["regression", "missing"] },
  });
});

const gateOf = (written: Readonly<Record<string, string>>) => inputsOf(written).gate;
const pointOf = (letter: string, time: number, gate?: Readonly<Record<string, string>>) => ({
  sha: letter.repeat(40),
  at: 1,
  times: new Map([["x", time]]),
  ...(gate !== undefined && { gate }),
});

describe("what it puts together", () => {
  test("the rules of the newest commit of the default branch are enforced", () => {
    const trend = [
      pointOf("0", 1000),
      pointOf("1", 1000, gateOf({ margin: "1 %", alpha: "0.01" })),
      pointOf("2", 1000, gateOf({ margin: "2 %", "null-control": "false" })),
    ];
    const result = judge({ levels: { x: { base: 1000, head: 1030, noise: 0.001 } }, trend });
    expect(result).toMatchObject({
      verdict: "fail",
      rules: { margin: 0.02, alpha: 0.05 },
      lowered: [{ input: "margin", asked: "", enforced: "2 %" }],
    });
    expect(result.notes).toContain("The default branch is judged with a different `null-control`.");
  });

  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, "pass" | "fail"]>([
    ["a change that leaves everything out", { overrides: "** => ignore" }, {}, "fail"],
    ["a change that turns a direction round", { overrides: "** => higher" }, {}, "fail"],
    ["a change with a wide margin for one", { overrides: "x => margin 900 %" }, {}, "fail"],
    ["what the default branch leaves out, too", { overrides: "** => ignore" }, { overrides: "x => ignore" }, "pass"],
    [
      "a margin that the default branch has, too",
      { overrides: "* => margin 90 %" },
      { overrides: "x => margin 80 %" },
      "pass",
    ],
  ])("%s", (_, now, before, verdict) => {
    const trend = [pointOf("1", 1000, gateOf(before))];
    const levels = { x: { base: 1000, head: 1300, noise: 0.001 }, y: same };
    const result = judge({ levels, trend }, now);
    expect(result.verdict).toBe(verdict);
    expect(result.notes).toContain(
      "The default branch is judged with a different `overrides`: for each benchmark, the stricter of the two rules counts.",
    );
  });

  test.each([
    ["unavailable", "fail", "broken", true, "the cache cannot be read"],
    ["unreadable", "fail", "broken", true, "its history is damaged"],
    ["unavailable", "warn", "pass", false, "the cache cannot be read"],
  ] as const)("rules that nobody knows: %s, `on-unreadable-history: %s`", (state, value, verdict, fails, why) => {
    const rulesUnknown = { state, reason: "the cache is down" };
    const result = judge({ levels: { x: same }, rulesUnknown }, { "on-unreadable-history": value });
    expect(result).toMatchObject({
      verdict,
      fails,
      unjudged: { cause: `history-${state}`, input: "on-unreadable-history", allowed: !fails },
    });
    expect(result.headline).toMatch(new RegExp(`he default branch's rules are not known \\(${why}\\)$`));
    expect(result.notes[0]).toBe(
      "The default branch's rules are not known, because the cache is down. Where they are stricter than this change's own, they did not count; `on-unreadable-history: warn` allows that.",
    );
  });

  test("the enforced rules are in the result", () => {
    const written = {
      "exact-margin": "3 %",
      floor: "2ns",
      alpha: "0.01",
      "on-missing-base": "warn",
      "on-too-few-runs": "warn",
      "fail-on": "missing",
    };
    expect(judge({ levels: { x: same } }, written).rules).toEqual({
      margin: 0.05,
      exactMargin: 0.03,
      floor: 2,
      alpha: 0.01,
      failOn: ["missing"],
      onMissingBase: "warn",
      onTooFewRuns: "warn",
    });
  });

  test("what measuring left when it ended early is not judged", () => {
    const { comparisons, control, counts, fails } = judge({
      levels: { x: twinMoved },
      failed: failedOn("head"),
      problem: { kind: "head-hung", sentence: "It hung." },
    });
    expect(comparisons).toEqual([]);
    expect(control).toEqual({ state: "off", moved: [] });
    expect(Object.values(counts)).toEqual(Array(8).fill(0));
    expect(fails).toBe(true);
  });

  test("a part that there is not is left out", () => {
    const without = judge({ levels: { x: allocations(1, 1) }, run: undefined });
    for (const part of ["run", "files", "problem", "trend", "ignoredBy"]) expect(without).not.toHaveProperty(part);
    const files = { base: { files: 1, runs: 1 }, head: { files: 2, runs: 2 } };
    expect(judge({ levels: { x: same }, run: undefined, files })).toMatchObject({ files });
    expect(judge({ levels: { x: same } })).toMatchObject({ run: RUN });
  });

  test("a look that need not be the last gets its share of alpha", () => {
    const group = groupOf({ x: { base: 1000, head: 1060, noise: 0.05 } });
    const lowOf = (ended: boolean) => judge({ groups: [{ ...group, ended }], run: RUN }).comparisons[0]?.low ?? 0;
    expect(lowOf(false)).toBeLessThan(lowOf(true));
  });

  test("result files are looked at once, and that look may spend all of alpha", () => {
    const levels = { x: { base: 1000, head: 1100, noise: 0.05 } };
    const group = { ...groupOf(levels, 1), looks: [1] };
    const files = { base: { files: 6, runs: 6 }, head: { files: 6, runs: 6 } };
    const once = judge({ groups: [group], run: undefined, files }).comparisons[0];
    const ofMany = judge({ groups: [{ ...group, ended: false }], run: RUN }).comparisons[0];
    expect(once?.high).toBeLessThanOrEqual(ofMany?.high ?? 0);
    expect(once).toEqual(judge({ groups: [group], run: RUN }).comparisons[0]);
  });

  test("the label is named only beside a regression", () => {
    const written = { "ignore-label": "slow-ok" };
    const labels = ["slow-ok"];
    expect(judge({ levels: { x: same, y: slower }, labels }, written)).toMatchObject({ ignoredBy: "slow-ok" });
    expect(judge({ levels: { x: same, y: faster }, labels }, written)).not.toHaveProperty("ignoredBy");
    expect(judge({ levels: { x: slower }, labels: ["other"] }, written)).not.toHaveProperty("ignoredBy");
  });

  test("the trend has the head behind the default branch, from three commits on", () => {
    const levels = { x: { base: 1000, head: 1100, noise: 0 } };
    const trend = [pointOf("1", 1000), pointOf("2", 1050)];
    expect(judge({ levels, trend }).trend).toEqual([
      { sha: "1".repeat(40), index: 100 },
      { sha: "2".repeat(40), index: expect.closeTo(105, 6) },
      { sha: HEAD, index: expect.closeTo(110, 6) },
    ]);
    expect(judge({ levels, trend: trend.slice(1) })).not.toHaveProperty("trend");
  });
});

test("a result of another run is decided again from its numbers", () => {
  const result = judge({ levels: { x: slower, y: same } });
  const forged = { ...result, verdict: "pass", fails: false, headline: "All is well", outcome: "identical" } as const;
  const publish = (published: Result, written = {}) =>
    evaluate(inputsOf(written), { kind: "published", result: published, labels: [] });
  const { verdict, fails, headline, outcome } = result;
  expect(publish(forged)).toMatchObject({ verdict, fails, headline, outcome });
  const lax = { ...forged, rules: { ...forged.rules, failOn: [] } };
  expect(publish(lax)).toMatchObject({ verdict: "fail", fails: true });
  expect(publish(forged, { "fail-on": "never" })).toMatchObject({ headline, fails: false });
});
