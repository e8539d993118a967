import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, percentBeside, pointsBetween } from "@jessy-actions/coverage/ratio";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import type { Gate, GateKind } from "../result.ts";
import { pointsBeside } from "./points.ts";

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

const WHAT: Readonly<Record<GateKind, string>> = {
  line: "Lines",
  branch: "Branches",
  function: "Functions",
  patch: "Changed lines",
  "patch-branch": "Changed branches",
  decrease: "Decrease",
  "per-file": "Every file",
  measured: "Changed files",
  stale: "Reports",
};

/** Also for gates out of another run's result, whose numbers may be missing or not fit. */
export function gateWords(gate: Gate): GateWords {
  const what = WHAT[gate.kind];
  const { threshold, measured } = gate;
  const bad = measured === undefined ? 0 : measured.total - measured.covered;
  const all = measured?.total ?? 0;
  switch (gate.kind) {
    case "decrease":
      return { what, ...decreaseWords(gate) };
    case "per-file": {
      const value = `${bad} of ${all} below`;
      return { what, value, asked: `≥ ${threshold} %`, phrase: `${bad} of ${all} files below ${threshold} %` };
    }
    case "measured": {
      const value = `${bad} of ${all} in no report`;
      return { what, value, asked: "none", phrase: `${bad} of ${all} changed files in no report (needs none)` };
    }
    case "stale": {
      const value = `${bad} of ${all} files do not fit`;
      return { what, value, asked: "this commit's", phrase: `reports of another commit (${value})` };
    }
    default:
      return { what, ...ratioWords(gate, what) };
  }
}

/** Of a gate on a share: total, changed lines, a component's. */
function ratioWords({ component, threshold, measured }: Gate, what: string): Omit<GateWords, "what"> {
  const asked = `≥ ${threshold} %`;
  const noun = component === undefined ? what.toLowerCase() : `${component} ${what.toLowerCase()}`;
  if (measured === undefined) return { value: "not compared", asked, phrase: `${noun} not compared` };
  if (measured.total === 0) {
    return { value: "none measured", asked, phrase: `${noun} none measured (needs ${threshold} %)` };
  }
  const value = `${percentOf(measured, threshold)} %`;
  return { value, asked, phrase: `${noun} ${value} (needs ${threshold} %)` };
}

function decreaseWords({ threshold, measured, base }: Gate): Omit<GateWords, "what"> {
  const asked = `≤ ${threshold} points`;
  const allowed = parseDecimal(threshold);
  if (!hasParts(measured) || !hasParts(base) || allowed === undefined) {
    return { value: "no baseline", asked, phrase: `no baseline for the decrease (allows ${threshold} points)` };
  }
  const points = pointsBeside(pointsBetween(base, measured), allowed);
  const value = `${points} points`;
  return { value, asked, phrase: `decrease ${points.replace(/^-/, "")} points (allows ${threshold})` };
}

/** A share in percent beside its minimum. The ratio must be one of something. */
export function percentOf(ratio: Ratio, threshold: string | undefined): string {
  const minimum = threshold === undefined ? undefined : parseDecimal(threshold);
  return minimum === undefined ? floorPercent(ratio) : percentBeside(ratio, minimum);
}

function hasParts(ratio: Ratio | undefined): ratio is Ratio {
  return ratio !== undefined && ratio.total > 0;
}
