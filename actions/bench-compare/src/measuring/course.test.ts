import { seededRandom } from "@jessy-actions/benchmarks/random";
import { type Arm, roundOrder } from "@jessy-actions/benchmarks/schedule";
import { describe, expect, test } from "vitest";
import { inputsOf, metricOf, resultsOf } from "../../testing/facts.ts";
import { judgeGroups } from "../judging/judge.ts";
import { parseCommandLine } from "./command-line.ts";
import { Course } from "./course.ts";
import { Group } from "./group.ts";

const RULES = inputsOf().rules;
const FILTERED = "./bench {benchmarks}";

/** The head's level, the base being 1000, and half of the scatter as a fraction, in one round. */
type Level = readonly [head: number, noise: number];

/** Measures groups of benchmarks by name, round by round, until the course ends; @returns the stops and what was left at each. */
function drive(
  commands: Readonly<Record<string, Readonly<Record<string, (round: number) => Level>>>>,
  {
    min = 6,
    max = 100,
    time = Number.POSITIVE_INFINITY,
    seed = "course",
  }: { min?: number; max?: number; time?: number; seed?: string } = {},
) {
  const random = seededRandom(seed);
  const groups = Object.keys(commands).map((command) => new Group(parseCommandLine(command), min));
  const course = new Course(groups, RULES, min, max);
  const stops: unknown[] = [];
  let round = 0;
  for (let until = course.next; until !== undefined; until = course.next) {
    if (stops.length > max) throw new Error("the course does not end");
    for (; round < Math.min(until, time); round++) {
      for (const [at, group] of groups.entries()) {
        if (!group.isActive) continue;
        const benchmarks = Object.values(commands)[at]!;
        const of = (arm: Arm) =>
          resultsOf(
            Object.entries(benchmarks).map(([benchmark, level]) => {
              const [head, noise] = level(round);
              const value = (arm === "head" ? head : 1000) * (1 + noise * (2 * random() - 1));
              return { benchmark, metric: metricOf(), values: [value] };
            }),
          );
        const order = roundOrder(["base", "head"], random);
        const runs = order.map((arm) => [arm, of(arm)] as const);
        const by = (arm: Arm) => runs.filter(([each]) => each === arm).map(([, results]) => results);
        group.measurements.add({ base: by("base"), head: by("head") }, group.wanted);
        group.rounds++;
      }
    }
    const rest = course.look(round >= time);
    stops.push([round, rest === undefined ? "end" : `${rest.undecided} undecided, ${rest.suspected} suspected`]);
    if (rest === undefined) break;
  }
  const { comparisons } = judgeGroups(
    groups.map(({ facts }) => facts),
    RULES,
  );
  return { stops, groups, comparisons, course };
}

const quiet = (): Level => [1000, 0.005];
const slower = (): Level => [1300, 0.005];
const wild = (): Level => [1010, 0.9];
const vague = (): Level => [2000, 0.5];

test("what is decided at the first look ends there", () => {
  const { stops, groups } = drive({ [FILTERED]: { a: quiet, b: slower } });
  expect(stops).toEqual([[6, "0 undecided, 0 suspected"]]);
  expect(groups[0]).toMatchObject({ looks: [6], ended: false, isActive: false });
});

describe("what is undecided goes on until time is up, however many rounds that are", () => {
  test("alone, where nothing has made the rounds shorter: the last look may spend the rest", () => {
    const { stops, groups } = drive({ [FILTERED]: { a: wild } }, { time: 60 });
    expect(stops.map((stop) => (stop as unknown[])[0])).toEqual([6, 9, 14, 21, 32, 48, 60]);
    expect(groups[0]).toMatchObject({ looks: [6, 9, 14, 21, 32, 48, 60], ended: true });
  });

  test("among others that were decided: it may not", () => {
    const { groups } = drive({ [FILTERED]: { a: wild, b: quiet } }, { time: 40 });
    expect(groups[0]).toMatchObject({ looks: [6, 9, 14, 21, 32, 40], ended: false, pattern: "^(a)$" });
    const { groups: both, course } = drive({ "./a": { a: quiet }, "./b": { b: wild } }, { time: 40 });
    const [first, second] = both;
    expect(course.active).toEqual([second]);
    expect([first?.looks, first?.ended, second?.looks.at(-1), second?.ended]).toEqual([[6], false, 40, false]);
  });

  test("without a filter decided ones cost as much as before, so it may", () => {
    const { groups } = drive({ "./bench": { a: wild, b: quiet } }, { time: 40 });
    expect(groups[0]).toMatchObject({ ended: true, wanted: undefined });
  });

  test("or until `max-rounds`, which is known before", () => {
    const { groups, stops, course } = drive({ [FILTERED]: { a: wild, b: quiet } }, { max: 20 });
    expect(course.next).toBeUndefined();
    expect(stops.at(-1)).toEqual([20, "end"]);
    expect(groups[0]).toMatchObject({ looks: [6, 9, 14, 20], ended: true });
  });

  test("over all commands, which are counted together", () => {
    const { stops } = drive({ "./a": { a: wild }, "./b": { b: wild, c: wild } }, { max: 9 });
    expect(stops).toEqual([
      [6, "3 undecided, 0 suspected"],
      [9, "end"],
    ]);
  });

  test("and a look at the same rounds again is none of its own", () => {
    const { groups, course } = drive({ [FILTERED]: { a: wild } }, { time: 9 });
    expect(groups[0]?.looks).toEqual([6, 9]);
    course.look(true);
    expect(groups[0]?.looks).toEqual([6, 9]);
  });

  test("and where there was no time at all, there is no look", () => {
    const { groups, stops } = drive({ [FILTERED]: { a: wild } }, { time: 0 });
    expect(stops).toEqual([[0, "end"]]);
    expect(groups[0]).toMatchObject({ looks: [], ended: true });
  });

  test("and where not even the first look is reached, it is the last", () => {
    const { groups } = drive({ [FILTERED]: { a: slower, b: quiet } }, { time: 4 });
    expect(groups[0]).toMatchObject({ looks: [4], ended: true });
  });
});

describe("a regression that noise leaves vague is measured afresh for as many rounds as it had", () => {
  test("and confirmed", () => {
    const { stops, comparisons } = drive({ [FILTERED]: { a: vague, b: quiet } });
    expect(stops).toEqual([
      [6, "0 undecided, 1 suspected"],
      [12, "0 undecided, 0 suspected"],
    ]);
    expect(comparisons[0]).toMatchObject({
      verdict: "regressed",
      samples: 6,
      secondDraw: { outcome: "confirmed", rounds: 6 },
      reason: expect.stringMatching(/^confirmed by 6 fresh rounds: \+\d/),
    });
  });

  test("and not told where the fresh rounds do not show it", () => {
    // One seed in twenty confirms what is not there.
    const fading = (round: number): Level => [round < 6 ? 2000 : 1000, 0.4];
    const { stops, comparisons } = drive({ [FILTERED]: { a: fading } }, { seed: "fading", time: 13 });
    expect(stops.at(-1)).toEqual([13, "end"]);
    expect(comparisons[0]).toMatchObject({
      verdict: "inconclusive",
      secondDraw: { outcome: "not-confirmed", rounds: 6 },
      reason: expect.stringMatching(/ in 6 rounds, and 6 fresh rounds did not confirm it: /),
    });
  });

  test("and longer while they say neither, until they rule it out", () => {
    const fading = (round: number): Level => [round < 6 ? 2000 : 1000, round < 12 ? 0.4 : 0.005];
    const { stops, comparisons } = drive({ [FILTERED]: { a: fading } }, { seed: "fading" });
    expect(stops.map((stop) => (stop as unknown[])[0])).toEqual([6, 12, 15, 20, 27]);
    expect(comparisons[0]).toMatchObject({ verdict: "inconclusive", secondDraw: { outcome: "refuted", rounds: 21 } });
  });

  test("and told all the same when time ends before: a slower head leaves less of it", () => {
    const { comparisons } = drive({ [FILTERED]: { a: vague } }, { time: 10 });
    expect(comparisons[0]).toMatchObject({
      verdict: "regressed",
      secondDraw: { outcome: "unfinished", rounds: 4 },
      reason: "not confirmed: there was time for only 4 fresh rounds",
    });
  });

  test("beside what is undecided, whose looks stay where they were planned", () => {
    const { stops, groups } = drive({ [FILTERED]: { a: vague, b: wild } }, { time: 25 });
    expect(stops.map((stop) => (stop as unknown[])[0])).toEqual([6, 9, 12, 14, 21, 25]);
    expect(groups[0]?.looks).toEqual([6, 9, 14, 21, 25]);
    const [vagueSeries] = groups[0]!.measurements.series();
    expect([vagueSeries?.rounds.length, vagueSeries?.second.length]).toEqual([6, 6]);
  });
});
