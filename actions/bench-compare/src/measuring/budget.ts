import { leastRounds } from "@jessy-actions/benchmarks/attainable";
import { SUITE_PART } from "@jessy-actions/benchmarks/timed";
import { counted } from "@jessy-actions/kit/report/quantity";
import { formatDuration } from "../wording/duration.ts";

/** Runs of one side in a round. */
export const RUNS_A_ROUND = 2;

/** What is known after the warm-up. Times are milliseconds. */
export interface Plan {
  /** Noisy metrics that both sides have. */
  readonly metrics: number;
  readonly alpha: number;
  readonly minRounds: number;
  readonly maxRounds: number;
  /** Of one run of every command, of the side that takes longer. */
  readonly pass: number;
  /** Programs that take turns: two, or three with the null control. */
  readonly arms: number;
  /** What the warm-up has left of `max-minutes`. */
  readonly left: number;
}

export interface Shortage {
  /** Rounds that can be had, and those that it takes to call a regression of any size in each metric alone. */
  readonly rounds: number;
  readonly needed: number;
  /** The longest pass with which they would fit, and the time that they take as it is, in milliseconds. */
  readonly longestPass: number;
  readonly time: number;
}

/** Whether time leaves too few rounds to call any regression. @returns undefined when there are enough. Pure. */
export function shortage({ metrics, alpha, minRounds, maxRounds, pass, arms, left }: Plan): Shortage | undefined {
  if (metrics === 0) return undefined;
  const needed = leastRounds((metrics > 1 ? (1 - SUITE_PART) * alpha : alpha) / metrics, minRounds);
  const passes = RUNS_A_ROUND * arms;
  const rounds = Math.max(0, Math.min(maxRounds, Math.floor(left / (passes * pass))));
  if (rounds >= needed) return undefined;
  return { rounds, needed, longestPass: left / (passes * needed), time: passes * needed * pass };
}

/** What to do about it, in a sentence or two. */
export function shortageAdvice({ rounds, needed, longestPass, time }: Shortage, { metrics, pass, left }: Plan): string {
  const few = `${counted(rounds, "round")} ${rounds === 1 ? "is" : "are"} too few to call a regression of any size in ${metrics === 1 ? "the only metric" : `one of ${metrics} metrics`}: it takes ${needed}.`;
  // There is time for enough rounds.
  return time <= left
    ? `${few} Raise \`max-rounds\`.`
    : `${few} A pass took ${formatDuration(pass)}: shorten it to ${formatDuration(longestPass)}, or let \`max-minutes\` be ${Math.ceil((2 * pass + time) / 60_000)}.`;
}
