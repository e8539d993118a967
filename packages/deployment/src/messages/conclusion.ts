/** GitHub's words for how a job or a run ended. */
export const CONCLUSIONS = [
  "success",
  "failure",
  "cancelled",
  "skipped",
  "neutral",
  "timed_out",
  "action_required",
  "stale",
  "startup_failure",
] as const;

export type Conclusion = (typeof CONCLUSIONS)[number];

/** Null while it runs, and for a word that GitHub adds one day. */
export function readConclusion(word: string | undefined): Conclusion | null {
  return CONCLUSIONS.find((known) => known === word) ?? null;
}

/** Something went wrong, and nobody stopped it. */
export function isFailure(conclusion: Conclusion | null): boolean {
  return conclusion === "failure" || conclusion === "timed_out" || conclusion === "startup_failure";
}
