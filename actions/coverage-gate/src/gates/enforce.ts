import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";
import type { Inputs, Minimums } from "../inputs.ts";

/** The inputs that are `fail` or `warn`. */
type WordKey = "onMissingBase" | "onMissingBaseline" | "onUnreadableBaseline" | "onStaleReport" | "onChangedScope";

/** What a run is judged by. */
export interface EnforcedRules extends Pick<Inputs, "minimums" | WordKey | "failOn"> {
  readonly lowered: readonly LoweredInput[];
  /** Inputs that changed and are shown, not undone. */
  readonly changed: readonly string[];
}

/** Each input that holds a number, its key in `Minimums`, and whether a smaller number is the stricter one. */
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

/** Each input that holds a word, its strict word, its lax word, and the word that an empty input stands for. */
const WORDS: readonly (readonly [input: string, strict: string, lax: string, fallback: string])[] = [
  ["on-missing-base", "fail", "warn", "fail"],
  ["on-missing-baseline", "fail", "warn", "warn"],
  ["on-unreadable-baseline", "fail", "warn", "fail"],
  ["on-stale-report", "fail", "warn", "fail"],
  ["on-changed-scope", "fail", "warn", "fail"],
  ["fail-on", "gate", "never", "gate"],
];

/** Not what counts, but where a change finds what its own tests wrote: that can change with them. */
const SHOWN = ["files"];

/**
 * A pull request cannot weaken its own gate: of the rules that it asks for and those that the default branch was judged
 * by, the stricter ones count.
 *
 * @param before the gate's inputs as they were kept with the baseline, by name; an input that did not exist then is
 * absent.
 */
export function enforceBaseline(inputs: Inputs, before: Readonly<Record<string, string>>): EnforcedRules {
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
  // Not a number when it was not kept; 0, the default, when it was kept as nothing.
  const patchLines = Number(before["min-patch-lines"]);
  if (Number.isSafeInteger(patchLines) && minimums.patchLines > patchLines) {
    lowered.push({ input: "min-patch-lines", asked: String(minimums.patchLines), enforced: String(patchLines) });
    minimums.patchLines = patchLines;
  }
  // Rules from before this input existed allowed nothing: what was kept counts.
  const kept = Object.keys(before).length === 0 ? before : { "on-changed-scope": "", ...before };
  const isLowered = new Set<string>();
  for (const [input, strict, lax, fallback] of WORDS) {
    const was = kept[input] === undefined ? lax : kept[input] || fallback;
    if (was !== strict || (inputs.gate[input] || fallback) !== lax) continue;
    isLowered.add(input);
    lowered.push({ input, asked: lax, enforced: strict });
  }
  const changed = SHOWN.filter((input) => before[input] !== undefined && before[input] !== (inputs.gate[input] ?? ""));
  return {
    minimums,
    onMissingBase: isLowered.has("on-missing-base") ? "fail" : inputs.onMissingBase,
    onMissingBaseline: isLowered.has("on-missing-baseline") ? "fail" : inputs.onMissingBaseline,
    onUnreadableBaseline: isLowered.has("on-unreadable-baseline") ? "fail" : inputs.onUnreadableBaseline,
    onChangedScope: isLowered.has("on-changed-scope") ? "fail" : inputs.onChangedScope,
    onStaleReport: isLowered.has("on-stale-report") ? "fail" : inputs.onStaleReport,
    failOn: isLowered.has("fail-on") ? "gate" : inputs.failOn,
    lowered,
    changed,
  };
}

function textOf(decimal: Decimal | undefined): string {
  return decimal === undefined ? "nothing" : decimal.text;
}
