import { looksFrom, MOST_ROUNDS } from "@jessy-actions/benchmarks/spending";
import { openSeries } from "../judging/judge.ts";
import type { Rules } from "../judging/rules.ts";
import type { Group } from "./group.ts";
import { benchmarkPattern, EVERY_BENCHMARK } from "./pattern.ts";

/** What a look leaves to do. */
export interface Rest {
  readonly undecided: number;
  /** Metrics in their second draw. */
  readonly suspected: number;
}

/** The looks at a second draw: the first when it is as long as the first draw, the next as later as in any run. */
export class SecondCourse {
  readonly #start: number;
  readonly #looks: Generator<number, void>;
  #next: number;

  /** @param start rounds of the first draw. */
  constructor(start: number) {
    this.#start = start;
    this.#looks = looksFrom(start, MOST_ROUNDS);
    this.#next = this.#looks.next().value ?? start;
  }

  /** All rounds, of both draws, at the next look. */
  get until(): number {
    return this.#start + this.#next;
  }

  pass(rounds: number): void {
    while (this.until <= rounds && this.#next < MOST_ROUNDS) this.#next = this.#looks.next().value ?? MOST_ROUNDS;
  }
}

/**
 * Decides how far to measure next, without measuring: what is undecided goes on to the next planned look, and what was called in spite of the noise
 * is measured afresh for as many rounds as it had and more. All active groups have had the same number of rounds.
 */
export class Course {
  readonly #groups: readonly Group[];
  readonly #rules: Rules;
  readonly #looks: Generator<number, void>;
  readonly #maxRounds: number;
  #nextLook: number;
  /** Whether what was measured has made the rounds shorter: from then on the time at which they end depends on it. */
  #isNarrowed = false;

  constructor(groups: readonly Group[], rules: Rules, minRounds: number, maxRounds: number) {
    this.#groups = groups;
    this.#rules = rules;
    this.#maxRounds = maxRounds;
    this.#looks = looksFrom(minRounds, maxRounds);
    this.#nextLook = this.#looks.next().value ?? maxRounds;
  }

  get active(): readonly Group[] {
    return this.#groups.filter(({ isActive }) => isActive);
  }

  /** The number of rounds to look at next; undefined when there is nothing left to measure. */
  get next(): number | undefined {
    const stops = this.active.flatMap(({ isUndecided, suspects }) => [
      ...(isUndecided ? [this.#nextLook] : []),
      ...[...suspects.values()].map(({ until }) => until),
    ]);
    if (stops.length === 0 || this.#rounds >= this.#maxRounds) return undefined;
    return stops.reduce((least, stop) => Math.min(least, stop), this.#maxRounds);
  }

  get #rounds(): number {
    return this.#groups.reduce((most, { rounds }) => Math.max(most, rounds), 0);
  }

  /**
   * Looks at what was measured: all commands together, since they are one family of tests.
   *
   * @param isTimeUp whether no further round fits.
   * @returns undefined when it was the last look.
   */
  look(isTimeUp: boolean): Rest | undefined {
    const rounds = this.#rounds;
    const isLast = isTimeUp || rounds >= this.#maxRounds;
    if (isLast || rounds === this.#nextLook) {
      for (const group of this.active) {
        if (!group.isUndecided) continue;
        if (group.rounds > 0 && group.looks.at(-1) !== group.rounds) group.looks.push(group.rounds);
        group.ended = isLast && !(isTimeUp && this.#isNarrowed);
      }
    }
    while (this.#nextLook <= rounds && !isLast) this.#nextLook = this.#looks.next().value ?? this.#maxRounds;
    return isLast ? undefined : this.#narrow();
  }

  #narrow(): Rest {
    const open = openSeries(
      this.#groups.map(({ facts }) => facts),
      this.#rules,
    );
    for (const [at, group] of this.#groups.entries()) {
      if (!group.isActive) continue;
      const { undecided, suspected } = open[at]!;
      const fresh = [...suspected].filter((key) => !group.suspects.has(key));
      group.measurements.drawAgain(fresh);
      for (const key of fresh) group.suspects.set(key, new SecondCourse(group.rounds));
      for (const [key, course] of group.suspects) {
        if (suspected.has(key)) course.pass(group.rounds);
        else group.suspects.delete(key);
      }
      const wanted = new Set([...undecided, ...suspected]);
      group.isUndecided = undecided.size > 0;
      group.isActive = wanted.size > 0;
      const pattern = group.isActive
        ? benchmarkPattern(group.command, group.measurements.series(), wanted)
        : EVERY_BENCHMARK;
      group.pattern = pattern ?? EVERY_BENCHMARK;
      group.wanted = pattern === undefined ? undefined : wanted;
      this.#isNarrowed ||= !group.isActive || pattern !== undefined;
    }
    return {
      undecided: open.reduce((sum, { undecided }) => sum + undecided.size, 0),
      suspected: open.reduce((sum, { suspected }) => sum + suspected.size, 0),
    };
  }
}
