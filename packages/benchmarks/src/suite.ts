import type { Metric } from "./model.ts";
import { median } from "./quantile-interval.ts";
import type { Stratum } from "./rank-sum.ts";

/** What all benchmarks of a run took together, process by process. */
export interface SuiteCosts {
  /** Geometric means of the costs, one where the base's median is. */
  readonly rounds: readonly Stratum[];
  /** Counts of rounds at which all of them were looked at. */
  readonly looks: readonly number[];
  /** Whether the last look may spend the rest of alpha: it does if none of them was measured any longer. */
  readonly ended: boolean;
}

/** The unit of the suite's costs: a multiple of the base. */
export const SUITE_METRIC: Metric = { name: "suite", unit: "", better: "lower", judgement: "timed" };

interface Member {
  /** Logarithms of cost. */
  readonly costs: readonly Stratum[];
  /** The last is the number of rounds. */
  readonly looks: readonly number[];
  readonly ended: boolean;
}

/**
 * The suite as if it were one more benchmark: of every process the mean of its logarithms of cost, over the benchmarks
 * that all rounds have in common. Processes at the same place of the order belong together, since all commands of a
 * round share its order; so the order is drawn for the suite as for each benchmark, and the same test is exact.
 *
 * @param members at least one, each with at least one round.
 */
export function suiteCosts(members: readonly Member[]): SuiteCosts {
  const count = members.reduce((least, { costs }) => Math.min(least, costs.length), Number.POSITIVE_INFINITY);
  const levels = members.map(({ costs }) => median(costs.flatMap(({ base }) => base)));
  const rounds = Array.from({ length: count }, (_, round) => {
    const side = (of: keyof Stratum) => {
      const runs = members.reduce((least, { costs }) => Math.min(least, costs[round]![of].length), Infinity);
      return Array.from({ length: runs }, (_, run) => {
        const sum = members.reduce((total, { costs }, at) => total + costs[round]![of][run]! - levels[at]!, 0);
        return Math.exp(sum / members.length);
      });
    };
    return { base: side("base"), head: side("head") };
  });
  const { looks } = members.find(({ costs }) => costs.length === count)!;
  return { rounds, looks, ended: members.every(({ ended, costs }) => ended && costs.length === count) };
}
