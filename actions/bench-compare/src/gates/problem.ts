import type { Problem } from "../result.ts";
import type { Finding, Judged } from "./gate.ts";

/** Problems of the base: the change did not cause them and cannot fix them. */
const BASE_PROBLEMS: readonly Problem["kind"][] = [
  "base-missing",
  "base-build-failed",
  "base-crashed",
  "base-hung",
  "base-unreadable",
];

/** The measurement ended early. It fails, unless the base is to blame and `on-missing-base` is `warn`; then nothing is known. */
export function problem({ problem, rules }: Judged): Finding | undefined {
  if (problem === undefined) return undefined;
  const isExcused = BASE_PROBLEMS.includes(problem.kind) && rules.onMissingBase === "warn";
  const sentence = problem.sentence.replace(/\.$/, "");
  return {
    verdict: isExcused ? "inconclusive" : "broken",
    fails: !isExcused || rules.failOn.includes("inconclusive"),
    outcome: problem.kind,
    words: `nothing was compared: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  };
}
