/** From worst to least. `unknown` is not a low one: what it counts as is a rule of the policy. */
export const SEVERITIES = ["critical", "high", "medium", "low", "unknown"] as const;

export type Severity = (typeof SEVERITIES)[number];
