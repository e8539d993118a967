import { counted } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import { countCompared, countVerdicts } from "../judging/counts.ts";
import type { Result } from "../result.ts";
import { broken } from "./broken.ts";
import { contamination } from "./contamination.ts";
import type { Finding, Gate, Judged } from "./gate.ts";
import { isIdentical } from "./identical.ts";
import { improvement } from "./improvement.ts";
import { inconclusive } from "./inconclusive.ts";
import { missing } from "./missing.ts";
import { notJudged } from "./not-judged.ts";
import { nothingCompared } from "./nothing-compared.ts";
import { problem } from "./problem.ts";
import { regression } from "./regression.ts";
import { suite } from "./suite.ts";
import { tooFewRuns } from "./too-few-runs.ts";
import { unknownRules } from "./unknown-rules.ts";

export type Decision = Pick<Result, "verdict" | "fails" | "outcome" | "headline" | "counts">;

/** In the order in which the headline names them. */
const GATES: readonly Gate[] = [
  broken,
  nothingCompared,
  regression,
  suite,
  tooFewRuns,
  missing,
  unknownRules,
  contamination,
  inconclusive,
  improvement,
  notJudged,
];

/** The more serious, the further back. */
const SERIOUSNESS: readonly Verdict[] = ["pass", "inconclusive", "fail", "broken"];

/**
 * The decision that follows from the numbers: the most serious verdict of any gate, a failure if any gate fails, and everything that was found in
 * one headline. Pure.
 */
export function decide(judged: Judged): Decision {
  const gates = judged.problem === undefined ? GATES : [problem];
  const findings = gates.flatMap((gate) => gate(judged) ?? []);
  const verdict = findings.reduce<Verdict>((worst, finding) => moreSerious(worst, finding.verdict), "pass");
  const words = findings.map((finding) => finding.words);
  if (verdict === "pass") words.unshift(allIsWell(judged));
  return {
    verdict,
    fails: findings.some(({ fails }) => fails),
    outcome: outcomeOf(findings) ?? (isIdentical(judged) ? "identical" : "compared"),
    headline: capitalized(words.join("; ")),
    counts: countVerdicts(judged.comparisons),
  };
}

function moreSerious(a: Verdict, b: Verdict): Verdict {
  return SERIOUSNESS.indexOf(b) > SERIOUSNESS.indexOf(a) ? b : a;
}

function outcomeOf(findings: readonly Finding[]): Result["outcome"] | undefined {
  return findings.find(({ outcome }) => outcome !== undefined)?.outcome;
}

function allIsWell(judged: Judged): string {
  const metrics = counted(countCompared(judged.comparisons), "metric");
  return isIdentical(judged)
    ? `both sides are the same program: ${metrics}, no difference shown`
    : `no regression in ${metrics}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
