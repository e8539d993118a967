import { isDeepStrictEqual } from "node:util";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { environmentName, InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Inputs } from "../inputs.ts";
import { enforceEffort } from "./effort.ts";
import { parseFraction, parseTime } from "./limit.ts";
import { type Override, parseOverride } from "./overrides.ts";
import { FAILURES, type Rules } from "./rules.ts";

export interface EnforcedRules {
  readonly rules: Inputs["rules"];
  readonly failOn: Inputs["failOn"];
  readonly onMissingBase: Inputs["onMissingBase"];
  readonly onTooFewRuns: Inputs["onTooFewRuns"];
  readonly ignoreLabel: Inputs["ignoreLabel"];
  readonly lowered: readonly LoweredInput[];
  /** Inputs that changed and are neither stricter nor laxer as a whole: the report names them. */
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
  inputs: Pick<Inputs, "rules" | "failOn" | "onMissingBase" | "onTooFewRuns" | "ignoreLabel" | "gate">,
  before: Gate | undefined,
): EnforcedRules {
  const { gate: now } = inputs;
  const rules = { ...inputs.rules };
  const lowered: LoweredInput[] = before === undefined ? [] : [...enforceEffort(now, before).lowered];
  if (before === undefined) {
    const { failOn, onMissingBase, onTooFewRuns, ignoreLabel } = inputs;
    return { rules, failOn, onMissingBase, onTooFewRuns, ignoreLabel, lowered, changed: [] };
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
  const failOn = [...inputs.failOn, ...dropped];
  const alpha = parseAlpha(before.alpha);
  // A larger one calls more regressions. It also clears more of what is inconclusive, so where that fails none may change.
  if (alpha !== undefined && (rules.alpha < alpha || (rules.alpha > alpha && failOn.includes("inconclusive")))) {
    lowered.push({ input: "alpha", asked: now.alpha ?? "", enforced: before.alpha! });
    rules.alpha = alpha;
  }
  return {
    rules: { ...rules, ...otherOverrides(inputs, before) },
    ignoreLabel: enforceLabel(inputs, before["ignore-label"], lowered),
    failOn,
    onMissingBase: enforceFailure("on-missing-base", inputs.onMissingBase),
    onTooFewRuns: enforceFailure("on-too-few-runs", inputs.onTooFewRuns),
    lowered,
    changed: ["overrides", "null-control"].filter(
      (input) => before[input] !== undefined && before[input] !== (now[input] ?? ""),
    ),
  };
}

/** The default branch's overrides, and the limits that they differ from, where they are others than the change's. */
function otherOverrides({ rules }: Pick<Inputs, "rules">, before: Gate): Pick<Rules, "before"> {
  if (before.overrides === undefined) return {};
  const overrides = parseOverrides(before.overrides);
  if (isDeepStrictEqual(overrides, rules.overrides)) return {};
  const { margin = rules.margin, floor = rules.floor } = {
    margin: parseFraction(before.margin ?? ""),
    floor: parseTime(before.floor ?? ""),
  };
  return { before: { margin, floor, overrides } };
}

/** A line that cannot be read any more excuses nothing. */
function parseOverrides(text: string): readonly Override[] {
  const reader = new InputReader({ [environmentName("overrides")]: text });
  return reader.list("overrides").flatMap((line) => {
    try {
      return [parseOverride(line)];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}

/** Another label than the default branch's excuses nothing: a change could name one that it has. */
function enforceLabel(
  { ignoreLabel }: Pick<Inputs, "ignoreLabel">,
  before: string | undefined,
  lowered: LoweredInput[],
): string | undefined {
  if (ignoreLabel === undefined || before === undefined || ignoreLabel === before) return ignoreLabel;
  lowered.push({ input: "ignore-label", asked: ignoreLabel, enforced: before === "" ? "nothing" : before });
  return before === "" ? undefined : before;
}

function parseAlpha(text = ""): number | undefined {
  const alpha = /^0?\.\d{1,8}$/.test(text) ? Number(text) : 0;
  return alpha > 0 ? alpha : undefined;
}

function parseFailures(text = ""): Inputs["failOn"] {
  const words = text.split(/[\s,]/);
  return FAILURES.filter((failure) => words.includes(failure));
}
