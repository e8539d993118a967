import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, percentBeside, pointsBetween } from "@jessy-actions/coverage/ratio";
import { count } from "@jessy-actions/kit/report/quantity";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import type { Gate, UnjudgedCause } from "../result.ts";
import { pointsLostBeside } from "./points.ts";
import { scopeWords } from "./scope-words.ts";

/** A gate in the four pieces that tables and headlines are made of. Plain text. */
export interface GateWords {
  /** `Changed lines` */
  readonly what: string;
  /** `50.00 %`, rounded towards failure. */
  readonly value: string;
  /** `≥ 90 %` */
  readonly asked: string;
  /** For the headline: `changed lines 50.00 % (needs 90 %)`. */
  readonly phrase: string;
}

const NOUNS: Readonly<Record<"line" | "branch" | "function" | "patch" | "patch-branch", string>> = {
  line: "Lines",
  branch: "Branches",
  function: "Functions",
  patch: "Changed lines",
  "patch-branch": "Changed branches",
};

/**
 * Also for gates out of another run's result, whose numbers may be missing or not fit. What is named with the scope that
 * it was judged by; a headline names the scope once for all, and the phrase is without it.
 */
export function gateWords(gate: Gate): GateWords {
  const words = unscopedWords(gate);
  return gate.scope === undefined ? words : { ...words, what: `${words.what} ${scopeWords(gate.scope)}` };
}

function unscopedWords(gate: Gate): GateWords {
  const words = judgedWords(gate);
  const { unjudged } = gate;
  if (unjudged === undefined || unjudged.cause === "nothing-measured") return words;
  const what = `${words.what.charAt(0).toLowerCase()}${words.what.slice(1)}`;
  const named = gate.kind === "decrease" ? "decrease" : gate.component === undefined ? what : words.what;
  return { ...words, value: "not judged", phrase: `${named} not judged (${CAUSES[unjudged.cause]})` };
}

/** Why a gate could not be judged, in few words of our own. */
export const CAUSES: Readonly<Record<UnjudgedCause, string>> = {
  "no-base": "the base is not available",
  "no-baseline": "there is no baseline",
  "baseline-unavailable": "the cache cannot be read",
  "baseline-unreadable": "the baseline is damaged",
  "nothing-measured": "no report measures any",
  "scope-unusable": "it cannot be used for this change",
};

function judgedWords(gate: Gate): GateWords {
  const { kind, threshold, measured } = gate;
  const amiss =
    measured === undefined ? "some" : `${count(measured.total - measured.covered)} of ${count(measured.total)}`;
  switch (kind) {
    case "decrease":
      return decreaseWords(gate);
    case "per-file": {
      const phrase = `${amiss} files below ${threshold} %`;
      return { what: `Files below ${threshold} %`, value: amiss, asked: "none", phrase };
    }
    case "measured":
      return {
        what: "Changed files in no report",
        value: amiss,
        asked: "none",
        phrase: `${amiss} changed files in no report`,
      };
    case "stale": {
      const phrase = `reports of another commit (${amiss} files do not fit)`;
      return { what: "Files that do not fit", value: amiss, asked: "none", phrase };
    }
    case "rules":
      if (gate.scope !== undefined) return { what: "Gates", value: "not judged", asked: "", phrase: "gates" };
      return { what: "Default branch's rules", value: "not known", asked: "", phrase: "default branch's rules" };
    default:
      return ratioWords(gate, NOUNS[kind]);
  }
}

/** Of a gate on a share: total, changed lines, a component's. */
function ratioWords({ component, threshold, measured }: Gate, noun: string): GateWords {
  const what = component === undefined ? noun : `${component}: ${noun.toLowerCase()}`;
  const asked = `≥ ${threshold} %`;
  const named = component === undefined ? noun.toLowerCase() : `${component} ${noun.toLowerCase()}`;
  if (measured === undefined) return { what, value: "not compared", asked, phrase: `${named} not compared` };
  if (measured.total === 0) {
    return { what, value: "none measured", asked, phrase: `no ${named} measured (needs ${threshold} %)` };
  }
  const value = `${percentOf(measured, threshold)} %`;
  return { what, value, asked, phrase: `${named} ${value} (needs ${threshold} %)` };
}

function decreaseWords({ threshold, measured, base }: Gate): GateWords {
  const shown = { what: "Points lost", asked: `≤ ${threshold}` };
  const allowed = parseDecimal(threshold);
  if (!measuresSomething(measured) || !measuresSomething(base) || allowed === undefined) {
    return { ...shown, value: "no baseline", phrase: `no baseline for the decrease (allows ${threshold})` };
  }
  const value = pointsLostBeside(pointsBetween(base, measured), allowed);
  return { ...shown, value, phrase: `decrease ${value} points (allows ${threshold})` };
}

/** A share in percent beside its minimum. The ratio must be one of something. */
export function percentOf(ratio: Ratio, threshold: string | undefined): string {
  const minimum = threshold === undefined ? undefined : parseDecimal(threshold);
  return minimum === undefined ? floorPercent(ratio) : percentBeside(ratio, minimum);
}

function measuresSomething(ratio: Ratio | undefined): ratio is Ratio {
  return ratio !== undefined && ratio.total > 0;
}
