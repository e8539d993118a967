import type { MessageState } from "@jessy-actions/deployment/messages/message";
import type { RunHistory } from "@jessy-actions/deployment/messages/run-facts";
import type { Inputs } from "../inputs.ts";
import type { OccasionResult } from "../result.ts";

/**
 * Whether there is something to say. What the runs before say decides `change`; where GitHub does not tell, the message
 * goes out: silence would hide a first failure. Pure.
 */
export function judgeOccasion(on: Inputs["on"], state: MessageState, history: RunHistory | undefined): OccasionResult {
  switch (on) {
    case "always":
      return { on, isMet: true, reason: "every message is sent" };
    case "failure":
      return { on, isMet: state === "failure", reason: WORDS[state] };
    case "change":
      return { on, ...judgeChange(state, history) };
  }
}

const WORDS: Readonly<Record<MessageState, string>> = {
  started: "the run has only started",
  success: "the run passed",
  failure: "the run failed",
  cancelled: "the run was cancelled",
  skipped: "the run was skipped",
  warning: "the run passed with warnings",
  recovered: "the run passed after a failure",
};

function judgeChange(state: MessageState, history: RunHistory | undefined): Omit<OccasionResult, "on"> {
  const said = WORDS[state];
  if (state === "started" || state === "cancelled" || state === "skipped")
    return { isMet: false, reason: `${said}, which is neither a first failure nor a recovery` };
  if (history === undefined)
    return { isMet: true, reason: `${said}, and GitHub does not say how the run before ended` };
  const { previous, redRuns } = history;
  if (state === "failure") {
    if (previous === "failure") return { isMet: false, reason: `${said}, as the one before did` };
    return {
      isMet: true,
      reason: previous === "none" ? `${said}, and none was before it` : `${said}, and the one before did not`,
    };
  }
  if (previous !== "failure")
    return {
      isMet: false,
      reason: previous === "none" ? `${said}, and none was before it` : `${said}, as the one before did`,
    };
  return {
    isMet: true,
    reason: `the run passed after ${redRuns === 1 ? "a run that failed" : `${redRuns} runs that failed`}`,
  };
}
