import { lookShare, looksFrom } from "./spending.ts";

/** With fewer runs a side no test can decide, whatever its p-value. */
export const LEAST_RUNS = 4;

/** Ways to split the four runs of one round into two of the base and two of the head. */
const SPLITS_OF_A_ROUND = 6;

/**
 * How many runs a side it takes until the largest change of all, with every run of the head above every one of the
 * base, has a p-value of at most `level`.
 */
export function leastRuns(level: number): number {
  let runs = 0;
  // One over the ways to choose which `runs` of twice as many are the head's.
  let p = 1;
  while (p > level || runs < LEAST_RUNS) {
    runs++;
    p *= runs / (2 * (2 * runs - 1));
  }
  return runs;
}

/**
 * The same in rounds of two runs a side. Where time ends before `minRounds` there is one look, with all of `level`; from
 * then on a look has its share.
 */
export function leastRounds(level: number, minRounds: number): number {
  const isEnough = (rounds: number, share: number) => SPLITS_OF_A_ROUND ** -rounds <= level * share;
  let rounds = LEAST_RUNS / 2;
  for (; rounds < minRounds; rounds++) if (isEnough(rounds, lookShare(0, true))) return rounds;
  let index = 0;
  for (const look of looksFrom(minRounds, Number.MAX_SAFE_INTEGER)) {
    for (; rounds <= look; rounds++) if (isEnough(rounds, lookShare(index, false))) return rounds;
    index++;
  }
  return rounds;
}
