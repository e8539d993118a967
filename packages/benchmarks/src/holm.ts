/**
 * Holm's step-down levels: one-sided p-values of a family, each with the level that it has to meet. The chance of even
 * one wrong rejection stays below `alpha`, however the tests depend on each other (Holm 1979).
 */
export interface HolmDecision {
  readonly rejected: boolean;
  /** The level that this hypothesis was, or would next be, tested at. */
  readonly level: number;
}

/** @param pValues may be above 1 (a p-value weighted for one of several looks): such are never rejected. */
export function holm(pValues: readonly number[], alpha: number): readonly HolmDecision[] {
  const order = pValues.map((_, at) => at).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  const decisions: HolmDecision[] = new Array(pValues.length);
  let rejecting = true;
  let level = alpha / Math.max(1, pValues.length);
  for (const [rank, at] of order.entries()) {
    if (rejecting) level = alpha / (pValues.length - rank);
    rejecting &&= pValues[at]! <= level;
    decisions[at] = { rejected: rejecting, level };
  }
  return decisions;
}
