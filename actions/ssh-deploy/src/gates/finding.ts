import type { Problem } from "@jessy-actions/deployment/checks/problem";
import type { HostFailure } from "../result.ts";

/** What a gate found when it was asked once. */
export interface Finding extends Pick<HostFailure, "status" | "body" | "log"> {
  /** Why it did not pass, a clause: `the status is 503, not 200 to 299`. Undefined: it passed. Untrusted. */
  readonly problem: string | undefined;
  /** What was seen, one or two words: `200`, `running`. */
  readonly seen: string;
  /** Asking again cannot help. */
  readonly isFinal: boolean;
  /** It ended because the time of the gate did: an earlier answer says more. */
  readonly isCut: boolean;
  /** What has to stay the same for passes to count together: how often a container was started. */
  readonly identity: string;
}

export const PASSED: Finding = {
  problem: undefined,
  seen: "passed",
  isFinal: false,
  isCut: false,
  identity: "",
  status: null,
  body: null,
  log: "",
};

export function failed(problem: string, changes: Partial<Finding> = {}): Finding {
  return { ...PASSED, problem, seen: problem, ...changes };
}

/** Of an answer: all that is wrong with it, but for what is only shown. */
export function judged(problems: readonly Problem[], seen: Partial<Finding>): Finding {
  const failing = problems.filter(({ isWarning }) => !isWarning);
  if (failing.length === 0) return { ...PASSED, ...seen };
  const isFinal = failing.some(({ retry }) => retry === "never");
  return failed(failing.map(({ message }) => message).join("; "), { ...seen, isFinal });
}
