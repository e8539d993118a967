import type { Cell } from "./rule.ts";
import { rule } from "./rule.ts";

/** Fewer pairs cannot reach 0.025. */
const LEAST_PAIRS = 6;

/** Wilcoxon's signed-rank test of the pairs' log ratios against the margin: what research on the recorded jobs found best. */
export function signedRankRule(margin: number) {
  return rule(`signed-rank on log ratios, margin ${margin * 100} %`, ({ base, head }: Cell) => {
    const differences = base.map((value, at) => Math.log(head[at]! / value) - Math.log1p(margin));
    return differences.length >= LEAST_PAIRS && signedRank(differences).greater <= 0.025;
  });
}

/**
 * The exact one-sided p-values of Wilcoxon's signed-rank test, with midranks for ties; zeros are left out (as Wilcoxon did). `greater` is
 * small when the differences are above zero.
 */
export function signedRank(differences: readonly number[]): { readonly greater: number; readonly less: number } {
  const sorted = differences.filter((value) => value !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  const ranks: number[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && Math.abs(sorted[to]!) === Math.abs(sorted[from]!)) to++;
    // Doubled midranks are integers: first + last, both 1-based.
    for (let at = from; at < to; at++) ranks.push(from + 1 + to);
    from = to;
  }
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  let chances = new Float64Array(total + 1);
  chances[0] = 1;
  for (const rank of ranks)
    chances = chances.map((chance, sum) => (chance + (sum >= rank ? chances[sum - rank]! : 0)) / 2);
  const observed = ranks.reduce((sum, rank, at) => sum + (sorted[at]! > 0 ? rank : 0), 0);
  let greater = 0;
  let less = 0;
  for (const [sum, chance] of chances.entries()) {
    if (sum >= observed) greater += chance;
    if (sum <= observed) less += chance;
  }
  return { greater, less };
}
