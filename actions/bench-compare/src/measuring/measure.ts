import { join } from "node:path";
import type { Measurements, Round } from "@jessy-actions/benchmarks/measurements";
import type { Results } from "@jessy-actions/benchmarks/model";
import { repeated } from "@jessy-actions/benchmarks/names";
import { settleNames } from "@jessy-actions/benchmarks/processor-suffix";
import { type Random, seededRandom } from "@jessy-actions/benchmarks/random";
import { type Arm, environmentPadding, roundOrder } from "@jessy-actions/benchmarks/schedule";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { MeasuredGroup } from "../facts.ts";
import type { Inputs, RunSource } from "../inputs.ts";
import { limitsBy } from "../judging/benchmark-limits.ts";
import type { Schedule } from "../result.ts";
import { formatDuration } from "../wording/duration.ts";
import { type Plan, RUNS_A_ROUND, shortage, shortageAdvice } from "./budget.ts";
import type { Checkouts } from "./checkouts.ts";
import { Course, type Rest } from "./course.ts";
import { Group } from "./group.ts";
import { MeasuringProblem } from "./problem.ts";
import { runBenchmarkProcess } from "./process.ts";

export interface MeasuringPlace {
  readonly checkouts: Checkouts;
  /** A folder for what processes leave outside the checkouts. */
  readonly scratch: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The same seed gives the same order of runs and the same padding. */
  readonly seed: string;
  /** Both sides are the same program, so the least number of rounds is enough. */
  readonly identical: boolean;
  readonly log: Log;
}

export interface MeasuredRun {
  readonly groups: readonly MeasuredGroup[];
  readonly failed: Measurements["failed"];
  readonly warnings: readonly string[];
  readonly rounds: number;
  readonly maxRounds: number;
  /** Whether the null control ran: it is left out where it would leave too few rounds. */
  readonly nullControl: boolean;
  readonly schedule: Schedule;
  /** Milliseconds. */
  readonly time: { readonly measuring: number; readonly inBenchmarks: number };
  readonly ranOutOfTime: boolean;
  readonly problem: MeasuringProblem["problem"] | undefined;
}

/**
 * Measures both sides in rounds, in an order that is drawn anew for each. After more and more rounds it looks at what is still undecided, and only
 * that goes on. It ends when everything is decided, when the next round would not fit into `max-minutes`, or at `max-rounds`.
 */
export async function measure(inputs: Inputs, source: RunSource, place: MeasuringPlace): Promise<MeasuredRun> {
  return new Run(inputs, source, place).run();
}

class Run {
  readonly #inputs: Inputs;
  readonly #source: RunSource;
  readonly #place: MeasuringPlace;
  readonly #random: Random;
  readonly #groups: readonly Group[];
  readonly #maxRounds: number;
  readonly #course: Course;
  readonly #orders: string[] = [];
  #arms: readonly Arm[];
  readonly #warnings = new Set<string>();
  #start = 0;
  #inBenchmarks = 0;
  #longestRound = 0;
  #logged = Number.NEGATIVE_INFINITY;

  constructor(inputs: Inputs, source: RunSource, place: MeasuringPlace) {
    this.#inputs = inputs;
    this.#source = source;
    this.#place = place;
    this.#random = seededRandom(place.seed);
    this.#arms = source.nullControl ? ["base", "head", "twin"] : ["base", "head"];
    this.#groups = source.commands.map((command) => new Group(command, source.minRounds));
    this.#maxRounds = place.identical ? source.minRounds : source.maxRounds;
    this.#course = new Course(this.#groups, inputs.rules, source.minRounds, this.#maxRounds);
  }

  async run(): Promise<MeasuredRun> {
    this.#start = performance.now();
    let ranOutOfTime = false;
    let problem: MeasuringProblem["problem"] | undefined;
    try {
      await this.#place.log.group("Warming up: one run of each side, not counted", () => this.#warmUp());
      ranOutOfTime = !(await this.#measureRounds());
    } catch (error) {
      if (!(error instanceof MeasuringProblem)) throw error;
      problem = error.problem;
    } finally {
      this.#place.checkouts.leave();
    }
    return {
      groups: tellApart(this.#groups),
      failed: this.#groups.flatMap(({ measurements }) => measurements.failed),
      warnings: [...this.#warnings],
      rounds: Math.max(0, ...this.#groups.map(({ rounds }) => rounds)),
      maxRounds: this.#maxRounds,
      nullControl: this.#arms.includes("twin"),
      schedule: { design: "shuffled", orders: this.#orders },
      time: { measuring: performance.now() - this.#start, inBenchmarks: this.#inBenchmarks },
      ranOutOfTime,
      problem,
    };
  }

  /** Fills caches, and finds out how long a round takes and which benchmarks each side has. */
  async #warmUp(): Promise<void> {
    const limits = limitsBy(this.#inputs.rules);
    let metrics = 0;
    const passes = { base: 0, head: 0 };
    for (const group of this.#groups) {
      const started = performance.now();
      const first = await this.#runProcess(group, "base");
      const between = performance.now();
      const second = await this.#runProcess(group, "head");
      group.rename = settleNames([first], [second]);
      const [base, head] = [group.rename.base(first), group.rename.head(second)];
      const shared = [...base.series].filter(([key]) => head.series.has(key));
      const common = shared.length;
      const counts = `${base.series.size} metrics of the base, ${head.series.size} of the head`;
      this.#place.log.info(`${group.command.text}: ${counts}, ${common} in common`);
      if (common > 0) {
        passes.base += between - started;
        passes.head += performance.now() - between;
        metrics += shared.filter(
          ([, { benchmark, metric }]) => metric.judgement === "timed" && !limits(benchmark).ignore,
        ).length;
        continue;
      }
      // Nothing to compare: the report shows these benchmarks as new or missing.
      group.measurements.add({ base: [base], head: [head] });
      group.isActive = false;
    }
    const isAny = ({ measurements, isActive }: Group) =>
      isActive || measurements.series().length > 0 || measurements.failed.length > 0;
    if (this.#groups.some(isAny)) return this.#planRounds(metrics, passes);
    const { format } = this.#inputs;
    const commands = this.#groups.map(({ command }) => `\`${command.text}\``).join(", ");
    throw new MeasuringProblem(
      "no-benchmarks",
      `Neither side has a single benchmark: ${commands} measured nothing. ${format === "auto" ? "Does its filter match any?" : `Does its filter match any, and is its output in the format \`${format}\`?`}`,
    );
  }

  /** Says before minutes are spent that they will not be enough, and leaves the null control out if that helps. */
  #planRounds(metrics: number, passes: Readonly<Record<"base" | "head", number>>): void {
    const plan = (): Plan => ({
      metrics,
      alpha: this.#inputs.rules.alpha,
      minRounds: this.#source.minRounds,
      maxRounds: this.#maxRounds,
      pass: this.#roundTime(passes) / (RUNS_A_ROUND * this.#arms.length),
      arms: this.#arms.length,
      left: this.#source.maxTime - (performance.now() - this.#start),
    });
    const { log } = this.#place;
    let short = shortage(plan());
    if (short !== undefined && short.rounds < this.#maxRounds && this.#arms.includes("twin")) {
      this.#arms = ["base", "head"];
      log.warning(
        `The null control is left out: with it only ${counted(short.rounds, "round")} would fit into \`max-minutes\`, and it takes ${short.needed} to call a regression.`,
      );
      short = shortage(plan());
    }
    if (short !== undefined) log.warning(shortageAdvice(short, plan()));
    this.#longestRound = this.#roundTime(passes);
  }

  #roundTime({ base, head }: Readonly<Record<"base" | "head", number>>): number {
    const times = { base, head, twin: base };
    return this.#arms.reduce((sum, arm) => sum + RUNS_A_ROUND * times[arm], 0);
  }

  /** @returns false when time ended it. */
  async #measureRounds(): Promise<boolean> {
    const course = this.#course;
    for (let until = course.next; until !== undefined; until = course.next) {
      const stop = until;
      const isInTime = await this.#place.log.group(`Rounds up to ${stop}`, () => this.#measureUpTo(stop));
      if (
        !isInTime &&
        this.#groups.every(({ rounds, measurements }) => rounds === 0 && measurements.series().length === 0)
      )
        throw new MeasuringProblem(
          "out-of-time",
          `Not a single round fits into \`max-minutes\`: it would take ${formatDuration(this.#longestRound)} after a warm-up of ${formatDuration(performance.now() - this.#start)}, and ${formatDuration(this.#source.maxTime)} is allowed.`,
        );
      const rest = course.look(!isInTime);
      if (!isInTime) return false;
      if (rest === undefined) break;
      this.#place.log.info(whatIsLeft(rest));
    }
    return true;
  }

  /** @returns false when the next round would end after `max-minutes`. */
  async #measureUpTo(look: number): Promise<boolean> {
    for (;;) {
      const due = this.#course.active.filter(({ rounds }) => rounds < look);
      if (due.length === 0) return true;
      if (performance.now() - this.#start + this.#longestRound > this.#source.maxTime) return false;
      const start = performance.now();
      // All commands in the same order: the suite is judged process by process.
      const order = roundOrder(this.#arms, this.#random);
      this.#orders.push(order.map((arm) => LETTERS[arm]).join(""));
      for (const group of due) await this.#measureRound(group, order);
      const time = performance.now() - start;
      this.#longestRound = Math.max(time, due.length === this.#groups.length ? 0 : this.#longestRound * 0.9);
      this.#logRound(due[0]!.rounds, time);
    }
  }

  /** A line a second is enough of rounds that take milliseconds. */
  #logRound(round: number, time: number): void {
    if (performance.now() - this.#logged < LOG_INTERVAL) return;
    this.#place.log.info(`round ${round}: ${(time / 1000).toFixed(2)} s`);
    this.#logged = performance.now();
  }

  async #measureRound(group: Group, order: readonly Arm[]): Promise<void> {
    const round: Record<Arm, Results[]> = { base: [], head: [], twin: [] };
    for (const arm of order) round[arm].push(await this.#runProcess(group, arm));
    group.measurements.add(round satisfies Round, group.wanted);
    group.rounds++;
  }

  async #runProcess({ command, pattern, rename }: Group, arm: Arm): Promise<Results> {
    const side = arm === "twin" ? "base" : arm;
    const { checkouts, scratch, environment, log } = this.#place;
    checkouts.enter(side);
    const padding = environmentPadding(this.#random);
    log.debug(
      `Starting \`${command.text}\` of the ${side}${arm === "twin" ? " (control)" : ""}: benchmarks ${pattern}, ${padding} bytes of padding, at most ${formatDuration(this.#source.timeout)}`,
    );
    const { results, time } = await runBenchmarkProcess(
      {
        command,
        side,
        cwd: join(checkouts.root, this.#inputs.workingDirectory),
        scratch,
        environment,
        padding,
        benchmarks: pattern,
      },
      this.#inputs,
      this.#source,
    );
    log.debug(`Ended after ${formatDuration(time)}: ${results.series.size} metrics, format ${results.format}`);
    this.#inBenchmarks += time;
    for (const warning of results.warnings) this.#warnings.add(`${command.text} (${side}): ${warning}`);
    return rename?.[side](results) ?? results;
  }
}

/** Milliseconds. */
const LOG_INTERVAL = 1000;

const LETTERS: Readonly<Record<Arm, string>> = { base: "b", head: "h", twin: "t" };

function whatIsLeft({ undecided, suspected }: Rest): string {
  const left = [
    ...(undecided > 0 ? [`${counted(undecided, "metric")} still undecided`] : []),
    ...(suspected > 0 ? [`${counted(suspected, "regression")} to confirm by fresh rounds`] : []),
  ];
  return left.length === 0 ? "Everything is decided." : `${left.join(", ")}.`;
}

/** Two commands may use one name for their benchmarks. Such names get their command, or they would share a row and a point of the trend. */
function tellApart(groups: readonly Group[]): readonly MeasuredGroup[] {
  const all = groups.map(({ facts }) => facts);
  const again = repeated(all.flatMap(({ series }) => series.map(({ key }) => key)));
  return all.map((facts, at) => ({
    ...facts,
    series: facts.series.map((series) =>
      again.has(series.key) ? { ...series, benchmark: `${series.benchmark} (${groups[at]!.command.text})` } : series,
    ),
  }));
}
