import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { Measurements } from "@jessy-actions/benchmarks/measurements";
import { describe, expect, test } from "vitest";
import { groupOf, inputsOf, type Level, metricOf, resultsOf } from "../../testing/facts.ts";
import type { MeasuredGroup } from "../facts.ts";
import { judgeControl, judgeGroups, openSeries } from "./judge.ts";

const rulesOf = (written: Readonly<Record<string, string>> = {}) => inputsOf(written).rules;

const same: Level = { base: 1000, head: 1000 };
const slower: Level = { base: 1000, head: 1300 };
const faster: Level = { base: 1000, head: 700 };
const noisy: Level = { base: 1000, head: 1050, noise: 0.5 };
/** Shown not to be slower, though it may be faster by more than the margin. */
const promising: Level = { base: 1000, head: 930, noise: 0.2 };

const judge = (levels: Readonly<Record<string, Level>>, written: Readonly<Record<string, string>> = {}, rounds = 12) =>
  judgeGroups([groupOf(levels, rounds)], rulesOf(written)).comparisons;
const verdicts = (comparisons: readonly Comparison[]) => comparisons.map(({ verdict }) => verdict);

test("series of all groups come in their order, timed and exact and unknown ones alike", () => {
  const groups = [
    groupOf({ a: slower, b: { base: 10, head: 12, unit: "allocs/op" } }),
    groupOf({ c: { base: 1, head: 9, unit: "bananas" }, d: faster }),
  ];
  expect(judgeGroups(groups, rulesOf()).comparisons.map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([
    ["a", "regressed"],
    ["b", "regressed"],
    ["c", "shown"],
    ["d", "improved"],
  ]);
});

describe("which rules count for which benchmark", () => {
  test.each<readonly [string, Level, Readonly<Record<string, string>>, Comparison["verdict"]]>([
    ["the margin", { base: 1000, head: 1080 }, { margin: "5 %" }, "regressed"],
    ["a larger margin", { base: 1000, head: 1080 }, { margin: "10 %" }, "ok"],
    ["an override of the margin", { base: 1000, head: 1080 }, { overrides: "x => margin 10 %" }, "ok"],
    ["an override of another", { base: 1000, head: 1080 }, { overrides: "y => margin 10 %" }, "regressed"],
    ["the floor", { base: 10, head: 13, noise: 0.001 }, { floor: "5ns" }, "ok"],
    ["an override of the floor", { base: 10, head: 13, noise: 0.001 }, { overrides: "x => floor 5ns" }, "ok"],
    [
      "an override of the floor to none",
      { base: 10, head: 13, noise: 0.001 },
      { floor: "5ns", overrides: "x => floor 0" },
      "regressed",
    ],
    // The floor is a time: it says nothing about a rate.
    ["no floor for a rate", { base: 10, head: 7, noise: 0.001, unit: "ops/s" }, { floor: "5ns" }, "regressed"],
    ["the exact margin", { base: 100, head: 102, unit: "allocs/op" }, {}, "regressed"],
    ["a larger exact margin", { base: 100, head: 102, unit: "allocs/op" }, { "exact-margin": "2 %" }, "ok"],
    ["no margin for exact ones", { base: 100, head: 104, unit: "allocs/op" }, { margin: "10 %" }, "regressed"],
  ])("%s", (_, level, written, verdict) => {
    expect(verdicts(judge({ x: level }, written))).toEqual([verdict]);
  });
});

describe("one that is left out is only shown", () => {
  test.each<readonly [string, Level]>([
    ["timed", slower],
    ["exact", { base: 1, head: 9, unit: "allocs/op" }],
    ["missing", { base: 1 }],
    ["new", { head: 1 }],
  ])("%s", (_, level) => {
    const [comparison] = judge({ x: level }, { overrides: "x => ignore" });
    expect(comparison).toMatchObject({ verdict: "shown", reason: "left out by `overrides`" });
  });

  test("and widens nobody's interval: it is not one of the family", () => {
    const alone = judge({ y: noisy });
    const beside = judge({ x: noisy, y: noisy }, { overrides: "x => ignore" });
    expect(beside[1]).toEqual(alone[0]);
    expect(judge({ x: noisy, y: noisy })[1]).not.toEqual(alone[0]);
  });
});

describe("what one side does not have", () => {
  test.each<readonly [string, Level, Partial<Comparison>]>([
    ["the head", { base: 5 }, { verdict: "missing", base: expect.closeTo(5, 0) }],
    ["the base", { head: 5 }, { verdict: "new", head: expect.closeTo(5, 0) }],
    ["but for the control", { twin: 5 }, { verdict: "broken", reason: "in 24 of 48 runs of the base" }],
    [
      "but for the control, beside the head",
      { head: 5, twin: 5 },
      { verdict: "broken", reason: "in 24 of 48 runs of the base" },
    ],
  ])("%s", (_, level, expected) => {
    const comparison = judge({ x: level, y: same }).find(({ benchmark }) => benchmark === "x");
    expect(comparison).toMatchObject(expected);
    expect(comparison).not.toHaveProperty(expected.verdict === "missing" ? "head" : "low");
  });

  test.each<readonly ["base" | "head"]>([["base"], ["head"]])("in some runs of the %s: broken", (side) => {
    const group = groupOf({ x: same, y: same });
    const series = group.series.map((each) =>
      each.benchmark === "x"
        ? { ...each, seen: { ...each.seen, [side]: 20 }, absent: { ...each.absent, [side]: 4 } }
        : each,
    );
    expect(judgeGroups([{ ...group, series }], rulesOf()).comparisons).toMatchObject([
      {
        benchmark: "x",
        verdict: "broken",
        reason: `in 20 of 24 runs of the ${side}`,
        base: expect.any(Number),
        head: expect.any(Number),
      },
      { benchmark: "y", verdict: "ok" },
    ]);
  });

  test("but for the control, in some of its runs: of all runs of the base's program", () => {
    const group = groupOf({ x: { twin: 5 } });
    const [x] = group.series;
    const partly = { ...x!, seen: { ...x!.seen, twin: 20 }, absent: { ...x!.absent, twin: 4 } };
    expect(judgeGroups([{ ...group, series: [partly] }], rulesOf()).comparisons).toMatchObject([
      { verdict: "broken", reason: "in 20 of 48 runs of the base" },
    ]);
  });

  test("in some runs: it widens nobody's interval", () => {
    const group = groupOf({ x: noisy, y: noisy });
    const [x, y] = group.series;
    const partly = { ...x!, absent: { ...x!.absent, head: 4 } };
    expect(judgeGroups([{ ...group, series: [partly, y!] }], rulesOf()).comparisons[1]).toEqual(judge({ y: noisy })[0]);
  });

  test("the median of all runs is shown of the side that there is", () => {
    const measurements = new Measurements();
    for (const value of [10, 30, 20]) {
      const of = resultsOf([{ benchmark: "x", metric: metricOf(), values: [value] }]);
      measurements.add({ base: [of], head: [] });
    }
    const { processes } = measurements;
    const group: MeasuredGroup = { series: measurements.series(), processes, looks: [3], ended: true };
    expect(judgeGroups([group], rulesOf()).comparisons).toMatchObject([{ verdict: "missing", base: 20 }]);
  });
});

describe("what is only shown", () => {
  const fruit = (base: number, head: number) => judge({ x: { base, head, unit: "bananas", noise: 0 } })[0];

  test("has its numbers and its change", () => {
    expect(fruit(2, 3)).toMatchObject({ verdict: "shown", base: 2, head: 3, change: 0.5 });
    expect(fruit(2, 3)).not.toHaveProperty("reason");
  });

  test("has no change from nothing", () => {
    expect(fruit(0, 3)).toMatchObject({ base: 0, head: 3 });
    expect(fruit(0, 3)).not.toHaveProperty("change");
  });

  test("left out and never measured on both sides, it has no numbers", () => {
    const [comparison] = judge({ x: { base: 1 } }, { overrides: "x => ignore" });
    expect(comparison).toEqual({
      benchmark: "x",
      metric: metricOf(),
      verdict: "shown",
      reason: "left out by `overrides`",
    });
  });
});

describe("the control is the base against itself", () => {
  const control = (levels: Readonly<Record<string, Level>>, written: Readonly<Record<string, string>> = {}) =>
    judgeControl([groupOf(levels)], rulesOf(written)).map(({ benchmark, verdict }) => `${benchmark}: ${verdict}`);

  test.each<readonly [string, Readonly<Record<string, Level>>, Readonly<Record<string, string>>, readonly string[]]>([
    ["steady, whatever the head does", { x: slower }, {}, ["x: ok"]],
    ["moved, whatever the head does", { x: { ...same, twin: 1300 } }, {}, ["x: regressed"]],
    [
      "of what is timed alone",
      { x: same, y: { base: 1, head: 1, unit: "allocs/op" }, z: { base: 1, head: 1, unit: "bananas" } },
      {},
      ["x: ok"],
    ],
    ["not of what is left out", { x: { ...same, twin: 1300 }, y: same }, { overrides: "x => ignore" }, ["y: ok"]],
    ["by the rules of the benchmark", { x: { ...same, twin: 1080 } }, { overrides: "x => margin 20 %" }, ["x: ok"]],
    ["also of what the head does not have", { x: { base: 1000, twin: 1300 } }, {}, ["x: regressed"]],
    ["not of what the base does not have", { x: { head: 1000 } }, {}, []],
  ])("%s", (_, levels, written, expected) => {
    expect(control(levels, written)).toEqual(expected);
  });

  test("there is none where it did not run", () => {
    const group = groupOf({ x: same });
    const series = group.series.map((each) => ({ ...each, control: [] }));
    expect(judgeControl([{ ...group, series }], rulesOf())).toEqual([]);
  });
});

describe("who needs more rounds", () => {
  const undecided = (groups: readonly MeasuredGroup[], written: Readonly<Record<string, string>> = {}) =>
    openSeries(groups, rulesOf(written)).map(({ undecided }) => [...undecided].map((key) => key.split("\0")[0]));

  test.each<readonly [string, Level, boolean]>([
    ["no change", same, false],
    ["a regression", slower, false],
    ["an improvement", faster, false],
    ["noise", noisy, true],
    ["one that may be faster", promising, true],
    ["a rate that may be higher", { base: 1000, head: 1060, noise: 0.2, unit: "ops/s" }, true],
    ["a rate that falls by less than the margin", { base: 1000, head: 951, noise: 0.001, unit: "ops/s" }, false],
    ["a rate that does not change", { ...same, unit: "ops/s" }, false],
    ["what repeats exactly", { base: 1, head: 2, unit: "allocs/op" }, false],
    ["what nobody judges", { base: 1, head: 2, unit: "bananas", noise: 0.5 }, false],
    ["noise that nobody judges", { ...noisy, unit: "bananas" }, false],
    ["what is missing", { base: 1 }, false],
    ["what is new", { head: 1 }, false],
  ])("%s: %s", (_, level, is) => {
    expect(undecided([groupOf({ x: level })])).toEqual([is ? ["x"] : []]);
  });

  test("each group has its own", () => {
    expect(undecided([groupOf({ a: same, b: noisy }), groupOf({ c: noisy }), groupOf({ d: same })])).toEqual([
      ["b"],
      ["c"],
      [],
    ]);
  });

  test("nobody who is left out", () => {
    expect(undecided([groupOf({ a: noisy, b: noisy })], { overrides: "a => ignore" })).toEqual([["b"]]);
  });
});

describe("who is suspected", () => {
  const vague: Level = { base: 1000, head: 2000, noise: 0.2 };
  const suspected = (group: MeasuredGroup) =>
    openSeries([group], rulesOf()).flatMap(({ undecided, suspected }) => [undecided.size, suspected.size]);
  const after = (second: number) => {
    const group = groupOf({ x: vague }, 12);
    return { ...group, series: group.series.map((each) => ({ ...each, second: each.rounds.slice(0, second) })) };
  };

  test.each<readonly [string, MeasuredGroup, readonly number[]]>([
    ["a clear regression is not", groupOf({ x: slower }), [0, 0]],
    ["one that noise leaves vague is", after(0), [0, 1]],
    ["until its second draw is as long as the first", after(11), [0, 1]],
    ["and then no more", after(12), [0, 0]],
    ["what is undecided is not", groupOf({ x: noisy }), [1, 0]],
  ])("%s", (_, group, expected) => {
    expect(suspected(group)).toEqual(expected);
  });

  test("what came of it stands beside the row", () => {
    const reasonOf = (second: number) => judgeGroups([after(second)], rulesOf()).comparisons[0]?.reason;
    expect(reasonOf(0)).toBe("not confirmed: nothing was measured after it had been called");
    expect(reasonOf(1)).toBe("not confirmed: there was time for only 1 fresh round");
    expect(reasonOf(12)).toMatch(/^confirmed by 12 fresh rounds: \+\d/);
  });

  test("the control asks for none", () => {
    const [control] = judgeControl([groupOf({ x: { ...vague, twin: 2000 } }, 12)], rulesOf());
    expect(control?.verdict).toBe("regressed");
    expect(control).not.toHaveProperty("secondDraw");
  });
});

describe("all of them together", () => {
  test("are what both sides have and nobody left out", () => {
    const levels = { a: slower, b: slower, c: { base: 1 }, d: slower, e: { base: 1, head: 2, unit: "allocs/op" } };
    const { suite } = judgeGroups([groupOf(levels)], rulesOf({ overrides: "d => ignore" }));
    expect(suite).toMatchObject({ verdict: "regressed", metrics: 2, margin: expect.closeTo(0.05, 9) });
    expect(suite?.change).toBeCloseTo(0.3, 1);
    expect(suite).not.toHaveProperty("benchmark");
  });

  test("over several commands, with the mean of their margins", () => {
    const groups = [groupOf({ a: slower }), groupOf({ b: slower })];
    const { suite } = judgeGroups(groups, rulesOf({ overrides: "b => margin 21 %" }));
    expect(suite).toMatchObject({ metrics: 2, margin: expect.closeTo(Math.sqrt(1.05 * 1.21) - 1, 9) });
  });

  test("are nothing of their own where there is one", () => {
    expect(judgeGroups([groupOf({ a: slower })], rulesOf()).suite).toBeUndefined();
  });
});

describe("looks are paid for as they were planned", () => {
  const group = groupOf({ x: { base: 1000, head: 1060, noise: 0.05 } }, 12);
  const lowOf = (changed: Partial<MeasuredGroup>) =>
    judgeGroups([{ ...group, ...changed }], rulesOf()).comparisons[0]?.low ?? 0;

  test("more looks widen the interval", () => {
    expect(lowOf({ looks: [6, 9, 12], ended: false })).toBeLessThan(lowOf({ looks: [12], ended: false }));
  });

  test("a look that ended it gets all that is left; one that did not, its share", () => {
    expect(lowOf({ looks: [12], ended: true })).toBeGreaterThan(lowOf({ looks: [12], ended: false }));
  });

  test("one that was decided earlier than its group is judged as it was then", () => {
    const early = judgeGroups([{ ...group, looks: [12, 20], ended: true }], rulesOf());
    expect(early).toEqual(judgeGroups([{ ...group, looks: [12], ended: false }], rulesOf()));
  });

  test("without any look that it reached, all its rounds are one", () => {
    const late = judgeGroups([{ ...group, looks: [20] }], rulesOf());
    expect(late.comparisons[0]).toMatchObject({ samples: 12 });
    expect(late).toEqual(judgeGroups([{ ...group, looks: [12], ended: false }], rulesOf()));
  });
});
