import { rule } from "./rule.ts";
import { mean, standardDeviation } from "./sample.ts";

/** Criterion makes 100,000; a hundredth of it moves these rates by less than one in a thousand cells. */
const RESAMPLES = 1000;
const NOISE = 0.01;

/** Criterion.rs: the t statistic against a bootstrap of both sides mixed, then the interval of the mean ratio outside of ±1 %. */
export const criterion = rule("Criterion.rs (p < 0.05, noise 1 %)", ({ base, head }) => {
  const draw = drawFrom(1);
  const observed = tStatistic(head, base);
  const mixed = [...base, ...head];
  let above = 0;
  for (let at = 0; at < RESAMPLES; at++)
    if (tStatistic(draw(mixed, head.length), draw(mixed, base.length)) > observed) above++;
  if (2 * Math.min(above, RESAMPLES - above) >= 0.05 * RESAMPLES) return false;
  const ratios = Array.from(
    { length: RESAMPLES },
    () => mean(draw(head, head.length)) / mean(draw(base, base.length)) - 1,
  ).sort((a, b) => a - b);
  return ratios[Math.floor(0.025 * RESAMPLES)]! > NOISE;
});

function tStatistic(a: readonly number[], b: readonly number[]): number {
  return (mean(a) - mean(b)) / Math.sqrt(standardDeviation(a) ** 2 / a.length + standardDeviation(b) ** 2 / b.length);
}

/** Samples with replacement, the same on every machine (Park and Miller 1988). */
function drawFrom(seed: number): (values: readonly number[], count: number) => number[] {
  let state = seed;
  return (values, count) =>
    Array.from({ length: count }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return values[state % values.length]!;
    });
}
