import { type Comparison, titleOf } from "@jessy-actions/benchmarks/comparison";
import { counted } from "@jessy-actions/kit/report/quantity";
import { listNames, shortName } from "../wording/names.ts";
import type { Finding, Judged } from "./gate.ts";

/** What only the base has. It fails as `fail-on` says: a benchmark that is gone can hide a regression. */
export function missing({ comparisons, rules }: Judged): Finding | undefined {
  const { noun, names } = missingNames(comparisons);
  if (names.length === 0) return undefined;
  const fails = rules.failOn.includes("missing");
  return {
    verdict: fails ? "fail" : "pass",
    fails,
    words: `${counted(names.length, noun)} ${names.length === 1 ? "is" : "are"} missing from the head: ${listNames(names.map((name) => shortName(name)))}`,
  };
}

/** Benchmarks by name when they are gone entirely; when one has lost only some of its metrics, every missing metric. */
function missingNames(comparisons: readonly Comparison[]): {
  readonly noun: "benchmark" | "metric";
  readonly names: readonly string[];
} {
  const gone = comparisons.filter(({ verdict }) => verdict === "missing");
  const benchmarks = new Set(gone.map(({ benchmark }) => benchmark));
  const isPartly = comparisons.some(({ verdict, benchmark }) => verdict !== "missing" && benchmarks.has(benchmark));
  return isPartly ? { noun: "metric", names: gone.map(titleOf) } : { noun: "benchmark", names: [...benchmarks] };
}
