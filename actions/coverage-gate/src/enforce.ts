import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/kit/decimal";
import type { Inputs, Minimums } from "./inputs.ts";
import type { LoweredGate } from "./result.ts";

export interface EnforcedMinimums {
  readonly minimums: Minimums;
  readonly lowered: readonly LoweredGate[];
  /** Inputs that changed and have no order of strictness: shown, not undone. */
  readonly changed: readonly string[];
}

/** Input name, where its number stands, and whether a smaller number is the stricter one. */
const ORDERED: readonly (readonly [
  input: string,
  key: Exclude<keyof Minimums, "patchLines">,
  smallerIsStricter: boolean,
])[] = [
  ["min-coverage", "line", false],
  ["min-branch-coverage", "branch", false],
  ["min-function-coverage", "function", false],
  ["min-patch-coverage", "patch", false],
  ["min-patch-branch-coverage", "patchBranch", false],
  ["per-file-min", "perFile", false],
  ["max-decrease", "maxDecrease", true],
];

const UNORDERED = [
  "components",
  "require-measured",
  "exclude",
  "totals",
  "on-missing-baseline",
  "on-stale-report",
  "fail-on",
];

/**
 * A pull request cannot weaken its own gate: of the minimums it asks for and those that the default branch was measured with, the
 * stricter ones count.
 *
 * @param before the gate's inputs as kept with the baseline.
 */
export function enforceBaseline(inputs: Inputs, before: Readonly<Record<string, string>>): EnforcedMinimums {
  const minimums: { -readonly [Key in keyof Minimums]: Minimums[Key] } = { ...inputs.minimums };
  const lowered: LoweredGate[] = [];
  for (const [input, key, smallerIsStricter] of ORDERED) {
    const was = parseDecimal((before[input] ?? "").replace(/\s*(?:%|pp|points?)$/, ""));
    if (was === undefined) continue;
    const now = minimums[key];
    const difference = now === undefined ? -1 : compareDecimals(now, was) * (smallerIsStricter ? -1 : 1);
    if (difference >= 0) continue;
    minimums[key] = was;
    lowered.push({ input, asked: textOf(now), enforced: was.text });
  }
  const patchLines = before["min-patch-lines"] === undefined ? Number.NaN : Number(before["min-patch-lines"]);
  if (Number.isSafeInteger(patchLines) && minimums.patchLines > patchLines) {
    lowered.push({ input: "min-patch-lines", asked: String(minimums.patchLines), enforced: String(patchLines) });
    minimums.patchLines = patchLines;
  }
  const changed = UNORDERED.filter(
    (input) => before[input] !== undefined && before[input] !== (inputs.gate[input] ?? ""),
  );
  return { minimums, lowered, changed };
}

function textOf(decimal: Decimal | undefined): string {
  return decimal === undefined ? "nothing" : decimal.text;
}
