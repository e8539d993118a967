import type { Inputs } from "../inputs.ts";
import type { Baseline, Gate } from "../result.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

/**
 * The default branch's rules are kept with its baseline, and the stricter ones count. Where the baseline cannot be
 * read, nobody knows what the change would have to pass.
 *
 * @param isProposal whether the run judges what is not on the default branch yet; the default branch makes the rules.
 */
export function rulesGate(
  about: Baseline,
  isProposal: boolean,
  { onUnreadableBaseline }: Pick<Inputs, "onUnreadableBaseline">,
): Gate | undefined {
  if (!isProposal || (about.state !== "unavailable" && about.state !== "unreadable")) return undefined;
  const allowance = { input: "on-unreadable-baseline", value: onUnreadableBaseline } as const;
  return {
    kind: "rules",
    threshold: "0",
    ...unjudgedGate("The default branch's rules", about.reason, `baseline-${about.state}`, allowance),
  };
}
