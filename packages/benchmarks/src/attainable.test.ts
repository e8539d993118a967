import { expect, test } from "vitest";
import { leastRounds, leastRuns } from "./attainable.ts";
import { RankSumTest } from "./rank-sum.ts";
import { lookShare } from "./spending.ts";

/** The p-value of the largest change of all. */
const runsApart = (runs: number) => new RankSumTest([{ base: range(0, runs), head: range(runs, 2 * runs) }]).greater(0);
const roundsApart = (rounds: number) =>
  new RankSumTest(
    Array.from({ length: rounds }, (_, round) => ({
      base: [2 * round, 2 * round + 1],
      head: [1000 + 2 * round, 1001 + 2 * round],
    })),
  ).greater(0);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

test.each<[level: number, runs: number]>([
  [0.5, 4],
  [0.05, 4],
  [1 / 70, 4],
  [1 / 71, 5],
  [1 / 252, 5],
  // Twenty benchmarks: five runs a side cannot name one, six can.
  [0.04 / 20, 6],
  [0.05 / 1000, 9],
  [1e-9, 17],
])("a level of %d takes %d runs a side", (level, runs) => {
  expect(leastRuns(level)).toBe(runs);
  expect(runsApart(runs)).toBeLessThanOrEqual(level * (1 + 1e-12));
  if (runs > 4) expect(runsApart(runs - 1)).toBeGreaterThan(level);
});

test.each<[level: number, minRounds: number, rounds: number]>([
  [0.05, 6, 2],
  [0.01, 6, 3],
  [0.04 / 20, 6, 4],
  [0.04 / 1000, 6, 7],
  // The first look has half of it, the second a sixth.
  [6 ** -6 * 2.01, 6, 6],
  [6 ** -6 * 2, 6, 6],
  [6 ** -6 * 1.99, 6, 7],
  [6 ** -6 * 0.99, 6, 8],
  [0.05, 4, 2],
])("a level of %d with looks from %d rounds on takes %d", (level, minRounds, rounds) => {
  expect(leastRounds(level, minRounds)).toBe(rounds);
  const index = rounds <= minRounds ? 0 : 1;
  const share = lookShare(index, rounds < minRounds);
  expect(roundsApart(rounds)).toBeLessThanOrEqual(level * share * (1 + 1e-9));
});
