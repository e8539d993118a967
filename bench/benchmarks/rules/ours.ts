import type { Comparison } from "../../../packages/benchmarks/src/comparison.ts";
import { looksFrom } from "../../../packages/benchmarks/src/spending.ts";
import { judgeTimed } from "../../../packages/benchmarks/src/timed.ts";
import type { Cell, Rule } from "./rule.ts";

const MIN_ROUNDS = 6;
export const MAX_ROUNDS = 15;
const ALPHA = 0.05;

/** The rounds at which a job is looked at. */
export const LOOKS = [...looksFrom(MIN_ROUNDS, MAX_ROUNDS)];

/** bench-compare: the whole job is one family. */
export function ours(margin: number): Rule {
  return {
    name: `**bench-compare, margin ${margin * 100} %**`,
    regressions: (job) => judge(job, margin, MAX_ROUNDS).map(({ verdict }) => verdict === "regressed"),
  };
}

/** What bench-compare says of a job after so many rounds; of a benchmark with fewer, after all that it has. */
export function judge(job: readonly Cell[], margin: number, rounds: number): readonly Comparison[] {
  return judgeTimed(
    job.map((cell) => {
      const all = roundsOf(cell);
      const used = all.slice(0, rounds);
      const looks = [...LOOKS.filter((look) => look < used.length), used.length];
      return {
        benchmark: cell.name,
        metric: { name: "time", unit: "ns", better: "lower", judgement: "timed" },
        rounds: used,
        looks,
        ended: used.length === Math.min(MAX_ROUNDS, all.length),
      };
    }),
    { alpha: ALPHA, margin: () => ({ relative: margin, absolute: 0 }) },
  ).comparisons;
}

/** Two recorded pairs in succession are a round. */
function roundsOf({ base, head }: Cell) {
  return Array.from({ length: base.length >> 1 }, (_, round) => ({
    base: base.slice(2 * round, 2 * round + 2).map(toNanoseconds),
    head: head.slice(2 * round, 2 * round + 2).map(toNanoseconds),
  }));
}

function toNanoseconds(seconds: number): number {
  return seconds * 1e9;
}
