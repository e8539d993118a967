import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { FAILURES, type Inputs } from "../inputs.ts";
import { parseFraction, parseTime } from "./overrides.ts";

export interface EnforcedRules {
  readonly rules: Inputs["rules"];
  readonly failOn: Inputs["failOn"];
  readonly onMissingBase: Inputs["onMissingBase"];
  readonly lowered: readonly LoweredInput[];
  /** Inputs that changed and have no order of strictness: shown, not undone. */
  readonly changed: readonly string[];
}

type Gate = Readonly<Record<string, string>>;

/** Of these a smaller number is the stricter one. */
const NUMBERS = [
  ["margin", "margin", parseFraction],
  ["exact-margin", "exactMargin", parseFraction],
  ["floor", "floor", parseTime],
] as const;

/**
 * A pull request cannot weaken its own gate: of what it asks for and what the default branch was last judged by, the stricter counts.
 *
 * @param before inputs as the default branch wrote them; undefined when nothing is known of it.
 */
export function enforceRules(
  inputs: Pick<Inputs, "rules" | "failOn" | "onMissingBase" | "gate">,
  before: Gate | undefined,
): EnforcedRules {
  const { gate: now } = inputs;
  const rules = { ...inputs.rules };
  const lowered: LoweredInput[] = [];
  if (before === undefined)
    return { rules, failOn: inputs.failOn, onMissingBase: inputs.onMissingBase, lowered, changed: [] };
  for (const [input, key, parse] of NUMBERS) {
    const was = parse(before[input] ?? "");
    if (was === undefined || rules[key] <= was) continue;
    lowered.push({ input, asked: now[input] ?? "", enforced: before[input]! });
    rules[key] = was;
  }
  const required = parseFailures(before["fail-on"]);
  const dropped = required.filter((failure) => !inputs.failOn.includes(failure));
  if (dropped.length > 0)
    lowered.push({ input: "fail-on", asked: inputs.failOn.join(", ") || "never", enforced: required.join(", ") });
  const isExcused = before["on-missing-base"] === "fail" && inputs.onMissingBase === "warn";
  if (isExcused) lowered.push({ input: "on-missing-base", asked: "warn", enforced: "fail" });
  return {
    rules,
    failOn: [...inputs.failOn, ...dropped],
    onMissingBase: isExcused ? "fail" : inputs.onMissingBase,
    lowered,
    changed: ["overrides", "alpha", "ignore-label", "null-control"].filter(
      (input) => before[input] !== undefined && before[input] !== (now[input] ?? ""),
    ),
  };
}

function parseFailures(text = ""): Inputs["failOn"] {
  const words = text.split(/[\s,]+/);
  return FAILURES.filter((failure) => words.includes(failure));
}
