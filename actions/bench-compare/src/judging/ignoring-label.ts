import type { Comparison } from "@jessy-actions/benchmarks/comparison";

/** The label that lets a regression pass; undefined when the pull request does not have it, or nothing regressed. */
export function ignoringLabel(
  labels: readonly string[],
  ignoreLabel: string | undefined,
  judged: readonly Pick<Comparison, "verdict">[],
): string | undefined {
  if (!judged.some(({ verdict }) => verdict === "regressed")) return undefined;
  return labels.find((label) => label === ignoreLabel);
}
