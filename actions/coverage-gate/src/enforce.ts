import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";
import type { Inputs, Minimums } from "./inputs.ts";

export interface EnforcedMinimums {
  readonly minimums: Minimums;
  readonly onMissingBaseline: Inputs["onMissingBaseline"];
  readonly onStaleReport: Inputs["onStaleReport"];
  readonly lowered: readonly LoweredInput[];
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

/** Input name, its strict word and its lax one, and the one that an empty input means. */
const WORDS: readonly (readonly [input: string, strict: string, lax: string, fallback: string])[] = [
  ["on-missing-baseline", "fail", "warn", "warn"],
  ["on-stale-report", "fail", "warn", "fail"],
  ["fail-on", "gate", "never", "gate"],
];

const UNORDERED = ["components", "require-measured", "exclude", "totals"];

/**
 * A pull request cannot weaken its own gate: of the minimums it asks for and those that the default branch was measured with, the
 * stricter ones count.
 *
 * @param before the gate's inputs as kept with the baseline.
 */
export function enforceBaseline(inputs: Inputs, before: Readonly<Record<string, string>>): EnforcedMinimums {
  const minimums: { -readonly [Key in keyof Minimums]: Minimums[Key] } = { ...inputs.minimums };
  const lowered: LoweredInput[] = [];
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
  const isLowered = new Set<string>();
  for (const [input, strict, lax, fallback] of WORDS) {
    const was = before[input] === undefined ? lax : before[input] || fallback;
    if (was !== strict || (inputs.gate[input] || fallback) !== lax) continue;
    isLowered.add(input);
    lowered.push({ input, asked: lax, enforced: strict });
  }
  const changed = UNORDERED.filter(
    (input) => before[input] !== undefined && before[input] !== (inputs.gate[input] ?? ""),
  );
  return {
    minimums,
    onMissingBaseline: isLowered.has("on-missing-baseline") ? "fail" : inputs.onMissingBaseline,
    onStaleReport: isLowered.has("on-stale-report") ? "fail" : inputs.onStaleReport,
    lowered,
    changed,
  };
}

function textOf(decimal: Decimal | undefined): string {
  return decimal === undefined ? "nothing" : decimal.text;
}
