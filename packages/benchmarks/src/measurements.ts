import type { FailedBenchmark, Metric, Results } from "./model.ts";
import { median } from "./quantile-interval.ts";
import type { Stratum } from "./rank-sum.ts";
import type { Arm } from "./schedule.ts";

/** One metric of one benchmark over all rounds of one command. */
export interface MeasuredSeries {
  readonly key: string;
  readonly benchmark: string;
  readonly metric: Metric;
  /** In how many of the processes it was, a side. */
  readonly seen: Readonly<Record<Arm, number>>;
  /** In how many it should have been and was not. */
  readonly absent: Readonly<Record<Arm, number>>;
  /** The rounds in which base and head both have it. */
  readonly rounds: readonly Stratum[];
  /** Such rounds since `drawAgain`: none of them is in `rounds`. */
  readonly second: readonly Stratum[];
  /** The null control: base against base, the twin in the head's place. */
  readonly control: readonly Stratum[];
  /** What one side measured in rounds in which the other did not have it. */
  readonly lone: Stratum;
}

/** What the processes of one round measured, by arm, in the order in which they ran. */
export type Round = Readonly<Partial<Record<Arm, readonly Results[]>>>;

interface Entry {
  readonly benchmark: string;
  readonly metric: Metric;
  readonly seen: Record<Arm, number>;
  /** Processes that did not have to run it, since it was decided. */
  readonly excused: Record<Arm, number>;
  readonly rounds: Stratum[];
  readonly second: Stratum[];
  readonly control: Stratum[];
  readonly lone: { readonly base: number[]; readonly head: number[] };
}

/**
 * Rounds in, series out. The unit is the process: of several samples in one process the median is taken, since samples
 * of one process hang together (intra-process correlation of 0.37 measured in duckdb/duckdb#24503) and would make every
 * test too sure.
 */
export class Measurements {
  readonly #entries = new Map<string, Entry>();
  readonly #drawnAgain = new Set<string>();
  readonly #failed = new Map<string, FailedBenchmark & { readonly arm: Arm }>();
  readonly #processes: Record<Arm, number> = { base: 0, head: 0, twin: 0 };

  /** Processes that were added, a side. */
  get processes(): Readonly<Record<Arm, number>> {
    return this.#processes;
  }

  /** Benchmarks that failed, the first reason of each side. */
  get failed(): readonly (FailedBenchmark & { readonly arm: Arm })[] {
    return [...this.#failed.values()];
  }

  /** From now on rounds of these series are a second draw, apart from what they have. @param keys of series. */
  drawAgain(keys: Iterable<string>): void {
    for (const key of keys) this.#drawnAgain.add(key);
  }

  /** @param only keys of the series that these processes were asked for; undefined when all. */
  add(round: Round, only?: ReadonlySet<string>): void {
    const values = new Map<string, Record<Arm, number[]>>();
    for (const arm of ARMS) {
      for (const results of round[arm] ?? []) {
        this.#processes[arm]++;
        this.#addProcess(arm, results, values, only);
        if (only === undefined) continue;
        for (const [key, entry] of this.#entries) if (!only.has(key)) entry.excused[arm]++;
      }
    }
    for (const [key, { base, head, twin }] of values) {
      const entry = this.#entries.get(key)!;
      const rounds = this.#drawnAgain.has(key) ? entry.second : entry.rounds;
      if (base.length > 0 && head.length > 0) rounds.push({ base, head });
      else {
        entry.lone.base.push(...base);
        entry.lone.head.push(...head);
      }
      if (base.length > 0 && twin.length > 0) entry.control.push({ base, head: twin });
    }
  }

  #addProcess(
    arm: Arm,
    { series, failed }: Results,
    values: Map<string, Record<Arm, number[]>>,
    only: ReadonlySet<string> | undefined,
  ): void {
    for (const { benchmark, reason } of failed) {
      const key = `${arm}\0${benchmark}`;
      if (!this.#failed.has(key)) this.#failed.set(key, { benchmark, reason, arm });
    }
    for (const [key, { benchmark, metric, values: samples }] of series) {
      if (only !== undefined && !only.has(key)) continue;
      let entry = this.#entries.get(key);
      if (entry === undefined) {
        entry = {
          benchmark,
          metric,
          seen: none(),
          excused: none(),
          rounds: [],
          second: [],
          control: [],
          lone: { base: [], head: [] },
        };
        this.#entries.set(key, entry);
      }
      entry.seen[arm]++;
      let ofRound = values.get(key);
      if (ofRound === undefined) {
        ofRound = { base: [], head: [], twin: [] };
        values.set(key, ofRound);
      }
      ofRound[arm].push(median(samples));
    }
  }

  series(): readonly MeasuredSeries[] {
    return [...this.#entries].map(([key, { excused, ...entry }]) => {
      const absent = none();
      for (const arm of ARMS) absent[arm] = this.#processes[arm] - entry.seen[arm] - excused[arm];
      return { key, ...entry, absent };
    });
  }
}

const ARMS = ["base", "head", "twin"] as const;

function none(): Record<Arm, number> {
  return { base: 0, head: 0, twin: 0 };
}
