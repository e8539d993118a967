import { join } from "node:path";
import { Measurements, type Round } from "@jessy-actions/benchmarks/measurements";
import type { Results } from "@jessy-actions/benchmarks/model";
import { repeated } from "@jessy-actions/benchmarks/names";
import { type Random, seededRandom } from "@jessy-actions/benchmarks/random";
import { type Arm, environmentPadding, roundOrder } from "@jessy-actions/benchmarks/schedule";
import { lookPlan } from "@jessy-actions/benchmarks/spending";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { MeasuredGroup } from "../facts.ts";
import type { Inputs, RunSource } from "../inputs.ts";
import { undecidedSeries } from "../judging/judge.ts";
import { formatDuration } from "../wording/duration.ts";
import type { Checkouts } from "./checkouts.ts";
import type { CommandLine } from "./command-line.ts";
import { benchmarkPattern, EVERY_BENCHMARK } from "./pattern.ts";
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
  /** Milliseconds. */
  readonly time: { readonly measuring: number; readonly inBenchmarks: number };
  readonly ranOutOfTime: boolean;
  readonly problem: MeasuringProblem["problem"] | undefined;
}

/**
 * Measures both sides in rounds, in an order that favours neither when the machine drifts. After planned numbers of rounds it looks at what is
 * still undecided, and only those commands go on. It ends when everything is decided, at `max-rounds`, or when the next round would not fit into
 * `max-minutes`.
 */
export async function measure(inputs: Inputs, source: RunSource, place: MeasuringPlace): Promise<MeasuredRun> {
  return new Run(inputs, source, place).run();
}

/** One command: what it has measured, and what it still has to measure. */
class Group {
  readonly command: CommandLine;
  readonly measurements = new Measurements();
  readonly looks: number[] = [];
  rounds = 0;
  isActive = true;
  ended = false;
  /** Series that are still undecided; undefined until the first look. */
  wanted: ReadonlySet<string> | undefined;
  pattern = EVERY_BENCHMARK;

  constructor(command: CommandLine) {
    this.command = command;
  }

  get facts(): MeasuredGroup {
    const { measurements, looks, ended } = this;
    return { series: measurements.series(), processes: measurements.processes, looks: [...looks], ended };
  }
}

class Run {
  readonly #inputs: Inputs;
  readonly #source: RunSource;
  readonly #place: MeasuringPlace;
  readonly #random: Random;
  readonly #arms: readonly Arm[];
  readonly #groups: readonly Group[];
  readonly #maxRounds: number;
  readonly #warnings = new Set<string>();
  #start = 0;
  #inBenchmarks = 0;
  #longestRound = 0;

  constructor(inputs: Inputs, source: RunSource, place: MeasuringPlace) {
    this.#inputs = inputs;
    this.#source = source;
    this.#place = place;
    this.#random = seededRandom(place.seed);
    this.#arms = source.nullControl ? ["base", "head", "twin"] : ["base", "head"];
    this.#groups = source.commands.map((command) => new Group(command));
    this.#maxRounds = place.identical ? source.minRounds : source.maxRounds;
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
      time: { measuring: performance.now() - this.#start, inBenchmarks: this.#inBenchmarks },
      ranOutOfTime,
      problem,
    };
  }

  /** Fills caches, and finds out how long a round takes and which benchmarks each side has. */
  async #warmUp(): Promise<void> {
    for (const group of this.#groups) {
      const start = performance.now();
      const base = await this.#runProcess(group, "base");
      const head = await this.#runProcess(group, "head");
      this.#longestRound += (performance.now() - start) * this.#arms.length;
      const common = [...base.series.keys()].filter((key) => head.series.has(key)).length;
      const counts = `${base.series.size} metrics of the base, ${head.series.size} of the head`;
      this.#place.log.info(`${group.command.text}: ${counts}, ${common} in common`);
      if (common > 0) continue;
      // Nothing to compare: the report shows these benchmarks as new or missing.
      group.measurements.add({ base: [base], head: [head] });
      group.isActive = false;
    }
    const isAny = ({ measurements, isActive }: Group) =>
      isActive || measurements.series().length > 0 || measurements.failed.length > 0;
    if (this.#groups.some(isAny)) return;
    const { format } = this.#inputs;
    const commands = this.#groups.map(({ command }) => `\`${command.text}\``).join(", ");
    throw new MeasuringProblem(
      "no-benchmarks",
      `Neither side has a single benchmark: ${commands} measured nothing. ${format === "auto" ? "Does its filter match any?" : `Does its filter match any, and is its output in the format \`${format}\`?`}`,
    );
  }

  /** @returns false when time ended it. */
  async #measureRounds(): Promise<boolean> {
    const looks = lookPlan(Math.min(this.#source.minRounds, this.#maxRounds), this.#maxRounds);
    for (const look of looks) {
      const isInTime = await this.#place.log.group(`Rounds up to ${look}`, () => this.#measureUpTo(look));
      if (
        !isInTime &&
        this.#groups.every(({ rounds, measurements }) => rounds === 0 && measurements.series().length === 0)
      )
        throw new MeasuringProblem(
          "out-of-time",
          `Not a single round fits into \`max-minutes\`: it would take ${formatDuration(this.#longestRound)} after a warm-up of ${formatDuration(performance.now() - this.#start)}, and ${formatDuration(this.#source.maxTime)} is allowed.`,
        );
      this.#lookAt(look === this.#maxRounds || !isInTime);
      if (!isInTime) return false;
      if (this.#active.length === 0) break;
    }
    return true;
  }

  get #active(): readonly Group[] {
    return this.#groups.filter(({ isActive }) => isActive);
  }

  /** @returns false when the next round would end after `max-minutes`. */
  async #measureUpTo(look: number): Promise<boolean> {
    for (;;) {
      const due = this.#active.filter(({ rounds }) => rounds < look);
      if (due.length === 0) return true;
      if (performance.now() - this.#start + this.#longestRound > this.#source.maxTime) return false;
      const start = performance.now();
      for (const group of due) await this.#measureRound(group);
      const time = performance.now() - start;
      this.#longestRound = Math.max(time, due.length === this.#groups.length ? 0 : this.#longestRound * 0.9);
      this.#place.log.info(`round ${due[0]!.rounds}: ${(time / 1000).toFixed(2)} s`);
    }
  }

  async #measureRound(group: Group): Promise<void> {
    const round: Record<Arm, Results[]> = { base: [], head: [], twin: [] };
    for (const arm of roundOrder(this.#arms, this.#random)) round[arm].push(await this.#runProcess(group, arm));
    group.measurements.add(round satisfies Round, group.wanted);
    group.rounds++;
  }

  async #runProcess({ command, pattern }: Group, arm: Arm): Promise<Results> {
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
    return results;
  }

  /** Finds what is still undecided, over all commands together: they are one family of tests. */
  #lookAt(isLast: boolean): void {
    const active = this.#active;
    for (const group of active) {
      if (group.rounds > 0 && group.looks.at(-1) !== group.rounds) group.looks.push(group.rounds);
      group.ended = isLast;
    }
    if (isLast) return;
    const undecided = undecidedSeries(
      this.#groups.map(({ facts }) => facts),
      this.#inputs.rules,
      this.#maxRounds,
    );
    for (const [at, group] of this.#groups.entries()) {
      if (!group.isActive) continue;
      const wanted = undecided[at]!;
      group.isActive = wanted.size > 0;
      if (!group.isActive) continue;
      const pattern = benchmarkPattern(group.command, group.measurements.series(), wanted);
      group.pattern = pattern ?? EVERY_BENCHMARK;
      group.wanted = pattern === undefined ? undefined : wanted;
    }
    const left = undecided.reduce((sum, keys) => sum + keys.size, 0);
    this.#place.log.info(
      left === 0 ? "Everything is decided." : `${left} ${left === 1 ? "metric is" : "metrics are"} still undecided.`,
    );
  }
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
