import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import type { Inputs } from "../inputs.ts";
import { parseFraction, parseTime } from "./limit.ts";
import { FAILURES } from "./rules.ts";

export interface EnforcedRules {
  readonly rules: Inputs["rules"];
  readonly failOn: Inputs["failOn"];
  readonly onMissingBase: Inputs["onMissingBase"];
  readonly onTooFewRuns: Inputs["onTooFewRuns"];
  readonly lowered: readonly LoweredInput[];
  /** Inputs that changed and are neither stricter nor laxer: the report names them, and they count as written. */
  readonly changed: readonly string[];
}

type Gate = Readonly<Record<string, string>>;

/** The smaller of two numbers is the stricter one. */
const NUMBERS = [
  ["margin", "margin", parseFraction],
  ["exact-margin", "exactMargin", parseFraction],
  ["floor", "floor", parseTime],
] as const;

/**
 * A pull request cannot weaken its own gate: the stricter counts, of what it asks for and what the default branch was last judged by.
 *
 * @param before the default branch's inputs, as written; undefined when they are not known.
 */
export function enforceRules(
  inputs: Pick<Inputs, "rules" | "failOn" | "onMissingBase" | "onTooFewRuns" | "gate">,
  before: Gate | undefined,
): EnforcedRules {
  const { gate: now } = inputs;
  const rules = { ...inputs.rules };
  const lowered: LoweredInput[] = [];
  if (before === undefined) {
    const { failOn, onMissingBase, onTooFewRuns } = inputs;
    return { rules, failOn, onMissingBase, onTooFewRuns, lowered, changed: [] };
  }
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
  const enforceFailure = (input: "on-missing-base" | "on-too-few-runs", asked: "fail" | "warn") => {
    if (before[input] !== "fail" || asked === "fail") return asked;
    lowered.push({ input, asked, enforced: "fail" });
    return "fail";
  };
  return {
    rules,
    failOn: [...inputs.failOn, ...dropped],
    onMissingBase: enforceFailure("on-missing-base", inputs.onMissingBase),
    onTooFewRuns: enforceFailure("on-too-few-runs", inputs.onTooFewRuns),
    lowered,
    changed: ["overrides", "alpha", "ignore-label", "null-control"].filter(
      (input) => before[input] !== undefined && before[input] !== (now[input] ?? ""),
    ),
  };
}

function parseFailures(text = ""): Inputs["failOn"] {
  const words = text.split(/[\s,]/);
  return FAILURES.filter((failure) => words.includes(failure));
}
