import type { RoundState } from "../result.ts";

const SIGNS: Readonly<Record<RoundState, string>> = { passed: "✓", failed: "x", "no-contact": ".", "not-asked": "-" };

/** Rounds that a row shows: the last ones decide. */
const MAX_SIGNS = 24;

/** `..xx✓✓✓`: a sign for each round. Pure. */
export function historyText(history: readonly RoundState[]): string {
  const signs = history
    .slice(-MAX_SIGNS)
    .map((state) => SIGNS[state])
    .join("");
  return history.length > MAX_SIGNS ? `…${signs}` : signs;
}
