import { counted } from "@jessy-actions/kit/report/quantity";
import { listNames, shortName } from "../wording/names.ts";
import type { Finding, Judged } from "./gate.ts";

/** Benchmarks that failed, or that were not in every run. They always fail: what was not measured was not judged. */
export function broken({ comparisons }: Judged): Finding | undefined {
  const benchmarks = new Set(
    comparisons.filter(({ verdict }) => verdict === "broken").map(({ benchmark }) => shortName(benchmark)),
  );
  if (benchmarks.size === 0) return undefined;
  return {
    verdict: "broken",
    fails: true,
    outcome: "broken-benchmarks",
    words: `${counted(benchmarks.size, "benchmark")} could not be measured: ${listNames([...benchmarks])}`,
  };
}
