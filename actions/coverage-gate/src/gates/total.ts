import type { Ratio } from "@jessy-actions/coverage/model";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Gate } from "../result.ts";
import { judgeRatio } from "./judge-ratio.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

export type TotalKind = "line" | "branch" | "function";

const NOUNS: Readonly<Record<TotalKind, string>> = { line: "Lines", branch: "Branches", function: "Functions" };

/**
 * `min-coverage`, `min-branch-coverage`, `min-function-coverage`, and the same minimums of a component. A minimum for
 * something that no report measures cannot be judged, and nothing judged is never green.
 *
 * @param minimum in percent; undefined = no gate.
 */
export function totalGate(
  kind: TotalKind,
  ratio: Ratio,
  minimum: Decimal | undefined,
  component?: string,
): Gate | undefined {
  if (minimum === undefined) return undefined;
  const noun = component === undefined ? NOUNS[kind] : `${component}: ${NOUNS[kind].toLowerCase()}`;
  const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
  if (ratio.total > 0) return { ...gate, ...judgeRatio(noun, ratio, minimum) };
  const reason = `no report measures any, and the gate asks for ${minimum.text} %`;
  return { ...gate, measured: ratio, ...unjudgedGate(noun, reason, "nothing-measured") };
}
