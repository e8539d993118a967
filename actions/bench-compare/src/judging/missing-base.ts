import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import type { Problem } from "../result.ts";

/** There is no base at all when every benchmark is new. @returns undefined when there is one, or no benchmark. */
export function missingBase(comparisons: readonly Comparison[]): Problem | undefined {
  if (comparisons.length === 0 || comparisons.some(({ verdict }) => verdict !== "new")) return undefined;
  const benchmarks = new Set(comparisons.map(({ benchmark }) => benchmark)).size;
  const all = benchmarks === 1 ? "the only one is new" : `all ${benchmarks} are new`;
  return { kind: "base-missing", sentence: `The base has no benchmarks: ${all}.` };
}
