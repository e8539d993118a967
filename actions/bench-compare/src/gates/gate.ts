import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Outcome, Result } from "../result.ts";

/**
 * What the gates judge: the numbers of a result. A result that another run published has them too, so its decision is made again here and never
 * taken over.
 */
export interface Judged extends Pick<Result, "comparisons" | "suite" | "control" | "problem" | "ignoredBy"> {
  readonly rules: Pick<Result["rules"], "failOn" | "onMissingBase" | "onTooFewRuns">;
  readonly run?: Pick<NonNullable<Result["run"]>, "identical"> &
    Partial<Pick<NonNullable<Result["run"]>, "rounds" | "nullControl" | "ranOutOfTime" | "time">>;
}

/** What one gate has to say. */
export interface Finding {
  /** `pass`: worth a word, and no more. */
  readonly verdict: Verdict;
  /** Whether it ends the step with exit code 1. */
  readonly fails: boolean;
  /** A part of the headline, without a capital and a full stop. */
  readonly words: string;
  /** When this names what happened. */
  readonly outcome?: Outcome;
}

/** One check on its own. Pure. @returns undefined when it has nothing to say. */
export type Gate = (judged: Judged) => Finding | undefined;
