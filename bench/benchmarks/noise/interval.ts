/** Clopper and Pearson's exact interval of a rate, at 95 %. */
export function binomialInterval(count: number, trials: number): readonly [number, number] {
  const low = count === 0 ? 0 : solve((p) => 1 - until(count - 1, trials, p) > 0.025);
  const high = count === trials ? 1 : solve((p) => until(count, trials, p) < 0.025);
  return [low, high];
}

/** Where a condition that is false below and true above begins to hold, between 0 and 1. */
function solve(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** P(X <= count) of a binomial X. */
function until(count: number, trials: number, p: number): number {
  let logarithm = trials * Math.log1p(-p);
  let sum = Math.exp(logarithm);
  for (let k = 1; k <= count; k++) {
    logarithm += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logarithm);
  }
  return sum;
}

/** `4.9 % (4.1 to 5.8)`. */
export function formatRate(count: number, trials: number): string {
  const percent = (rate: number) => (100 * rate).toFixed(1);
  const [low, high] = binomialInterval(count, trials);
  return `${percent(count / trials)} % (${percent(low)} to ${percent(high)})`;
}
