import { judgeControl, judgeGroups } from "../../../actions/bench-compare/src/judging/judge.ts";
import { parseCommandLine } from "../../../actions/bench-compare/src/measuring/command-line.ts";
import { Course } from "../../../actions/bench-compare/src/measuring/course.ts";
import { Group } from "../../../actions/bench-compare/src/measuring/group.ts";
import { inputsOf } from "../../../actions/bench-compare/testing/facts.ts";
import type { Comparison } from "../../../packages/benchmarks/src/comparison.ts";
import { type Results, seriesKey } from "../../../packages/benchmarks/src/model.ts";
import type { Random } from "../../../packages/benchmarks/src/random.ts";
import { type Arm, roundOrder } from "../../../packages/benchmarks/src/schedule.ts";
import { TIME_METRIC } from "../../../packages/benchmarks/src/units.ts";
import type { Machine } from "./machines.ts";

export const ARMS: readonly Arm[] = ["base", "head", "twin"];
export const SLOTS = 2 * ARMS.length;
const BENCHMARKS = ["first", "second", "third"] as const;
const RULES = inputsOf({ command: "./bench {benchmarks}" }).rules;

export interface SimulatedRun {
  readonly verdicts: readonly Comparison["verdict"][];
  readonly suite: Comparison["verdict"] | undefined;
  /** Whether a change of half the margin was ruled out for the worse, of any benchmark or of all together. */
  readonly isEvident: boolean;
  readonly isContaminated: boolean;
  /** Regressions that needed a second draw and had one. */
  readonly drawnAgain: number;
  readonly rounds: number;
}

/**
 * A run of the gate as `measure` makes it, on a machine that is made up: three benchmarks, the first of which is slower
 * by a factor. Time is up after so many rounds.
 */
export function simulate(machine: Machine, random: Random, factors: readonly number[], budget: number): SimulatedRun {
  const group = new Group(parseCommandLine("./bench {benchmarks}"), 6);
  const course = new Course([group], RULES, 6, budget);
  const noises = BENCHMARKS.map(() => machine(random, budget * SLOTS, SLOTS));
  for (let until = course.next; until !== undefined; until = course.next) {
    while (group.rounds < until) {
      const round: Record<Arm, Results[]> = { base: [], head: [], twin: [] };
      for (const [place, arm] of roundOrder(ARMS, random).entries())
        round[arm].push(resultsOf(noises, group.rounds * SLOTS + place, arm === "head" ? factors : undefined));
      group.measurements.add(round, group.wanted);
      group.rounds++;
    }
    if (course.look(false) === undefined) break;
  }
  const { comparisons, suite } = judgeGroups([group.facts], RULES);
  return {
    verdicts: comparisons.map(({ verdict }) => verdict),
    suite: suite?.verdict,
    isEvident: [suite, ...comparisons].some((each) => (each?.low ?? 0) > Math.sqrt(1 + RULES.margin) - 1 + 1e-9),
    isContaminated: judgeControl([group.facts], RULES).some(
      ({ verdict }) => verdict === "regressed" || verdict === "improved",
    ),
    drawnAgain: comparisons.filter(({ secondDraw }) => secondDraw?.outcome === "confirmed").length,
    rounds: group.rounds,
  };
}

function resultsOf(noises: readonly Float64Array[], slot: number, factors: readonly number[] | undefined): Results {
  return {
    format: "custom",
    series: new Map(
      BENCHMARKS.map((benchmark, at) => [
        seriesKey(benchmark, TIME_METRIC.name),
        { benchmark, metric: TIME_METRIC, values: [1e6 * (factors?.[at] ?? 1) * Math.exp(noises[at]![slot]!)] },
      ]),
    ),
    failed: [],
    warnings: [],
  };
}
