import { rule } from "./rule.ts";
import { mean } from "./sample.ts";

/** benchmark-action/github-action-benchmark: one number a side, an alert above a ratio of them (200 % unless told). */
export function githubActionBenchmark(threshold: number) {
  return rule(
    `github-action-benchmark (ratio > ${Math.round(threshold * 100)} %)`,
    ({ base, head }) => mean(head) / mean(base) > threshold,
  );
}
