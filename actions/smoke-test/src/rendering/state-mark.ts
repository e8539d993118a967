import { MARK } from "@jessy-actions/kit/report/mark";
import type { CheckResult } from "../result.ts";

/** A mark and a word for what became of a check. Pure. */
export function stateMark({ state, optional, last }: CheckResult): string {
  if (state === "passed")
    return last.some(({ problems }) => problems.length > 0) ? `${MARK.warning} passed` : `${MARK.pass} passed`;
  if (optional) return `${MARK.warning} fails (optional)`;
  return state === "inconclusive" ? `${MARK.unknown} no contact` : `${MARK.fail} failed`;
}

/** What fails first, then what warns, then what passed; in each the order of the list. */
export function worstFirst(checks: readonly CheckResult[]): readonly CheckResult[] {
  const rank = (check: CheckResult) =>
    check.state !== "passed"
      ? check.optional
        ? 1
        : 0
      : check.last.some(({ problems }) => problems.length > 0)
        ? 2
        : 3;
  return checks.toSorted((a, b) => rank(a) - rank(b));
}
