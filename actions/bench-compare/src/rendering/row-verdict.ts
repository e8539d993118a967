import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";
import { MARK } from "@jessy-actions/kit/report/mark";
import { blamedRegressions } from "../gates/regression.ts";
import type { Result } from "../result.ts";

/** What a row is called; the word alone has to do where emoji are not shown or not read out. */
const WORDS: Readonly<Record<ComparisonVerdict, string>> = {
  regressed: "regressed",
  broken: "broken",
  missing: "missing",
  inconclusive: "inconclusive",
  improved: "improved",
  ok: "ok",
  new: "new",
  shown: "not judged",
};

/** Of rows that are neither good nor bad. */
const NEUTRAL_MARKS: Partial<Record<ComparisonVerdict, string>> = { new: MARK.new, shown: MARK.neutral };

export interface RowVerdict {
  readonly mark: string;
  readonly word: string;
  /** Whether this row is one of those that fail the step. */
  readonly fails: boolean;
}

/** How the rows of one result are marked: a cross for what fails the step, a warning for what does not but might. */
export function rowVerdicts(result: Result): (comparison: Comparison) => RowVerdict {
  const { failOn } = result.rules;
  const blamed = new Set(
    failOn.includes("regression") && result.ignoredBy === undefined ? blamedRegressions(result) : [],
  );
  const isSilent = result.outcome === "identical" || result.outcome === "contaminated";
  const doesFail = (comparison: Comparison): boolean => {
    switch (comparison.verdict) {
      case "regressed":
        return blamed.has(comparison);
      case "broken":
        return true;
      case "missing":
        return failOn.includes("missing");
      case "inconclusive":
        return failOn.includes("inconclusive") && !isSilent;
      default:
        return false;
    }
  };
  return (comparison) => {
    const { verdict } = comparison;
    const fails = doesFail(comparison);
    const isGood = verdict === "ok" || verdict === "improved";
    return {
      mark: fails ? MARK.fail : (NEUTRAL_MARKS[verdict] ?? (isGood ? MARK.pass : MARK.warning)),
      word: WORDS[verdict],
      fails,
    };
  };
}
