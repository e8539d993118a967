import { count, counted } from "@jessy-actions/kit/report/quantity";
import { countCompared, countVerdicts } from "../judging/counts.ts";
import { isUnsteady } from "./contamination.ts";
import type { Finding, Judged } from "./gate.ts";
import { isIdentical } from "./identical.ts";
import { isSuiteBlamed } from "./suite.ts";

/**
 * Metrics that were too noisy to tell. Of an unsteady machine `contamination` says so, of too few runs `too-few-runs`, and one program has nothing to
 * tell.
 */
export function inconclusive(judged: Judged): Finding | undefined {
  const { regressed } = countVerdicts(judged.comparisons);
  const inconclusive = judged.comparisons.filter(
    ({ verdict, needed }) => verdict === "inconclusive" && needed === undefined,
  ).length;
  if (inconclusive === 0 || isUnsteady(judged) || isIdentical(judged)) return undefined;
  const compared = countCompared(judged.comparisons);
  const noisy = `${count(inconclusive)} of ${counted(compared, "metric")} ${inconclusive === 1 ? "was" : "were"} too noisy to tell`;
  return {
    verdict: "inconclusive",
    fails: judged.rules.failOn.includes("inconclusive"),
    words: regressed === 0 && !isSuiteBlamed(judged) ? `no regression shown, but ${noisy}` : noisy,
  };
}
