import { RankSumTest } from "../../../packages/benchmarks/src/rank-sum.ts";
import type { Cell } from "./rule.ts";

/** The two-sided p-value of Mann and Whitney's test. */
export function mannWhitney({ base, head }: Cell): number {
  const { greater, less } = new RankSumTest([{ base, head }]).test(0);
  return Math.min(1, 2 * Math.min(greater, less));
}
