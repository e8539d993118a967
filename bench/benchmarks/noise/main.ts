/**
 * What the rank test and the whole gate do on machines that are made up, as Markdown tables: `npm run proof:statistics`,
 * or with `-- --trials 1000 --runs 50` for other numbers; 0 leaves a table out. Seeded: the same numbers give the same
 * tables.
 */
import { parseArgs } from "node:util";
import { type Random, seededRandom } from "../../../packages/benchmarks/src/random.ts";
import { RankSumTest } from "../../../packages/benchmarks/src/rank-sum.ts";
import { type Arm, roundOrder } from "../../../packages/benchmarks/src/schedule.ts";
import { type SimulatedRun, simulate } from "./gate.ts";
import { formatRate } from "./interval.ts";
import { MACHINES, type Machine } from "./machines.ts";

const { values } = parseArgs({
  options: { trials: { type: "string", default: "4000" }, runs: { type: "string", default: "200" } },
});
const TRIALS = Number(values.trials);
const RUNS = Number(values.runs);
const ROUNDS = 10;
const ALPHA = 0.05;
/** Rounds that time allows: four times the limit until November 2026. */
const BUDGET = 120;

type Schedule = (random: Random) => readonly Arm[];

const PAIR: readonly Arm[] = ["base", "head"];
const shuffled: Schedule = (random) => roundOrder(PAIR, random);

/** The schedule until November 2026. */
const mirrored: Schedule = (random) => {
  const half = random() < 0.5 ? PAIR : PAIR.toReversed();
  return [...half, ...half.toReversed()];
};

/** How often the test of one look calls the head slower, by `factor` in truth. */
function calls(machine: Machine, schedule: Schedule, factor: number, seed: string): number {
  let called = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const random = seededRandom(`${seed} ${trial}`);
    const noise = machine(random, 4 * ROUNDS, 4);
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      const sides: Record<Arm, number[]> = { base: [], head: [], twin: [] };
      for (const [place, arm] of schedule(random).entries())
        sides[arm].push(noise[4 * round + place]! + (arm === "head" ? Math.log(factor) : 0));
      return sides;
    });
    if (new RankSumTest(rounds).greater(0) <= ALPHA) called++;
  }
  return called;
}

function runs(machine: Machine, factors: readonly number[], seed: string): readonly SimulatedRun[] {
  return Array.from({ length: RUNS }, (_, run) => simulate(machine, seededRandom(`${seed} ${run}`), factors, BUDGET));
}

/** Writes each row as soon as it is known. */
function print(head: readonly string[], row: (name: string, machine: Machine) => readonly string[]): void {
  const write = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  write(["Machine", ...head]);
  write([":---", ...head.map(() => "---:")]);
  for (const [name, machine] of Object.entries(MACHINES)) write([name, ...row(name, machine)]);
  process.stdout.write("\n");
}

if (TRIALS > 0)
  print(
    ["False alarms, mirrored rounds", "False alarms, shuffled rounds", "+10 %, mirrored", "+10 %, shuffled"],
    (name, machine) => [
      formatRate(calls(machine, mirrored, 1, `${name} null`), TRIALS),
      formatRate(calls(machine, shuffled, 1, `${name} null`), TRIALS),
      ...[mirrored, shuffled].map(
        (schedule) => `${((100 * calls(machine, schedule, 1.1, `${name} slower`)) / TRIALS).toFixed(1)} %`,
      ),
    ],
  );

const isRed = ({ verdicts, suite }: SimulatedRun) => verdicts.includes("regressed") || suite === "regressed";
const isGreen = (run: SimulatedRun) => !isRed(run) && !run.isContaminated && !run.verdicts.includes("inconclusive");
const percent = (all: readonly SimulatedRun[], test: (run: SimulatedRun) => boolean) =>
  `${((100 * all.filter(test).length) / all.length).toFixed(1)} %`;
const mean = (all: readonly SimulatedRun[], of: (run: SimulatedRun) => number) =>
  (all.reduce((sum, run) => sum + of(run), 0) / all.length).toFixed(1);
const found = (run: SimulatedRun) => run.verdicts[0] === "regressed" && !run.isContaminated;

if (RUNS > 0)
  print(
    [
      "Red, nothing changed",
      "All slower by half the margin: ruled out",
      "Passed, nothing changed",
      "Rounds",
      "+10 % found",
      "+20 % found",
      "Rounds",
      "Confirmed by a second draw",
    ],
    (name, machine) => {
      const same = runs(machine, [1, 1, 1], `${name} same`);
      const half = runs(machine, Array(3).fill(Math.sqrt(1.05)), `${name} half`);
      const ten = runs(machine, [1.1, 1, 1], `${name} ten`);
      const twenty = runs(machine, [1.2, 1, 1], `${name} twenty`);
      return [
        formatRate(same.filter(isRed).length, RUNS),
        formatRate(half.filter(({ isEvident }) => isEvident).length, RUNS),
        percent(same, isGreen),
        mean(same, ({ rounds }) => rounds),
        percent(ten, found),
        percent(twenty, found),
        mean(twenty, ({ rounds }) => rounds),
        percent(twenty, ({ drawnAgain }) => drawnAgain > 0),
      ];
    },
  );
