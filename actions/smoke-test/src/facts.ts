import type { Check } from "@jessy-actions/deployment/checks/check";
import type { CourseEnd } from "@jessy-actions/deployment/checks/course";
import type { JudgedRound } from "@jessy-actions/deployment/checks/round";
import type { ResultContext } from "@jessy-actions/kit/action/context";

/** All that the decision is made of. */
export interface Facts {
  readonly context: ResultContext;
  /** As they were written: credentials stay references. */
  readonly checks: readonly Check[];
  readonly rounds: readonly JudgedRound[];
  readonly end: CourseEnd;
  /** When the first round began, milliseconds since 1970. */
  readonly started: number;
  /** Milliseconds from then to the last answer. */
  readonly duration: number;
  readonly notes: readonly string[];
}
