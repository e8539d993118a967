import type { Finding, Judged } from "./gate.ts";

/**
 * The default branch's rules are kept with its history, and the stricter ones count. Where the history cannot be read,
 * nobody knows what the change would have to pass; it fails unless `on-unreadable-history` is `warn`.
 */
export function unknownRules({ unjudged }: Judged): Finding | undefined {
  if (unjudged === undefined) return undefined;
  const why = unjudged.cause === "history-unavailable" ? "the cache cannot be read" : "its history is damaged";
  return {
    verdict: unjudged.allowed ? "pass" : "broken",
    fails: !unjudged.allowed,
    words: `the default branch's rules are not known (${why})`,
  };
}
