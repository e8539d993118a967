import { normalQuantile, normalTail } from "./normal.ts";

export interface MedianInterval {
  readonly median: number;
  /** -Infinity and Infinity when there are too few samples for this confidence: six at 95 %. */
  readonly low: number;
  readonly high: number;
}

/** Above it the normal approximation of the binomial distribution is used, as benchstat does. */
const MAX_EXACT = 30;

/**
 * The median with a confidence interval between two samples, free of assumptions: how many samples lie below the true
 * median is binomial. Where two intervals are as good the left one is taken, so that ours are benchstat's
 * (go-moremath's QuantileCI; of 24 samples its rounding takes the right one).
 *
 * @param values at least one, finite.
 */
export function medianInterval(values: readonly number[], confidence: number): MedianInterval {
  const sorted = Float64Array.from(values).sort();
  const [low, high] =
    sorted.length <= MAX_EXACT ? exactOrders(sorted.length, confidence) : normalOrders(sorted.length, confidence);
  return {
    median: medianOfSorted(sorted),
    low: sorted[low - 1] ?? Number.NEGATIVE_INFINITY,
    high: sorted[high - 1] ?? Number.POSITIVE_INFINITY,
  };
}

export function median(values: Iterable<number>): number {
  return medianOfSorted(Float64Array.from(values).sort());
}

function medianOfSorted(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * From the mode of the binomial distribution outwards, the likelier side first; 1-based orders, 0 and n + 1 are the
 * infinities.
 */
function exactOrders(n: number, confidence: number): readonly [number, number] {
  const probability = binomialHalf(n);
  let left = Math.ceil((n + 1) / 2) - 1;
  let right = left + 1;
  let sum = probability(left);
  while (sum < confidence && (left > 0 || right <= n)) {
    if (probability(left - 1) >= probability(right)) sum += probability(--left);
    else sum += probability(right++);
  }
  return [left, right];
}

/** P(k of n) at one half. */
function binomialHalf(n: number): (k: number) => number {
  const row = [2 ** -n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * (n - k + 1)) / k);
  return (k) => row[k] ?? 0;
}

function normalOrders(n: number, confidence: number): readonly [number, number] {
  const mean = n / 2;
  const deviation = Math.sqrt(n) / 2;
  const reach = normalQuantile((1 - confidence) / 2) * deviation;
  // The continuity correction: order k stands for the band from k - 0.5 to k + 0.5.
  const low = Math.floor(mean - reach - 0.5) + 1;
  const high = Math.ceil(mean + reach - 0.5) + 1;
  const covered = (to: number) =>
    normalTail((low - 0.5 - mean) / deviation) - normalTail((to - 0.5 - mean) / deviation);
  const biased = covered(high - 1) >= confidence ? high - 1 : high;
  return [Math.max(0, low), Math.min(n + 1, biased)];
}
