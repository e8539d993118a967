import { rule } from "./rule.ts";
import { mean, standardDeviation } from "./sample.ts";

/** boa-dev/criterion-compare-action: bold when the mean of either side lies outside of one standard deviation of the other. */
export const criterionCompare = rule("criterion-compare-action (bold)", ({ base, head }) => {
  const difference = mean(head) - mean(base);
  return difference > 0 && (difference > standardDeviation(head) || difference > standardDeviation(base));
});
