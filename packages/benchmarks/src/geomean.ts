/**
 * The geometric mean of ratios head / base, as benchstat has it: the mean of the ratios, not the ratio of the means.
 * 0/0 is 1; undefined when another ratio is not above 0 and finite, or when there are none.
 */
export function geometricMean(pairs: Iterable<readonly [base: number, head: number]>): number | undefined {
  let sum = 0;
  let count = 0;
  for (const [base, head] of pairs) {
    const ratio = base === head ? 1 : head / base;
    if (!(ratio > 0 && Number.isFinite(ratio))) return undefined;
    sum += Math.log(ratio);
    count++;
  }
  return count === 0 ? undefined : Math.exp(sum / count);
}
