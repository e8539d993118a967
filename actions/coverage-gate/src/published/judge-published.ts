import type { Ratio } from "@jessy-actions/coverage/model";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import { judgeDecrease } from "../gates/decrease.ts";
import { underScope, unusableGate } from "../gates/default-scope.ts";
import { headlineOf, verdictOf } from "../gates/headline.ts";
import { judgeRatio } from "../gates/judge-ratio.ts";
import { unjudgedGate } from "../gates/unjudged-gate.ts";
import { CAUSES, gateWords } from "../gates/words.ts";
import type { Inputs } from "../inputs.ts";
import type { AllowingInput, Gate, Result, UnjudgedCause } from "../result.ts";
import { inOwnWords } from "./own-words.ts";

/**
 * Another run's result, judged by this run. The file may come from anybody's pull request, so what it says of itself
 * decides nothing and is never shown as ours: the verdict of each gate follows from its numbers, every word is written
 * anew, and `fails` follows the `fail-on` of this run, not of the run that made the file.
 *
 * @param published with numbers that do not contradict each other (`consistentNumbers`).
 */
export function judgePublished(published: Result, { failOn }: Pick<Inputs, "failOn">): Result {
  const result = inOwnWords(published);
  const gates = result.gates.map(judgeAnew);
  const judged = verdictOf(gates);
  // A file without a failed gate can still say that its run could not judge.
  const verdict = judged === "pass" ? published.verdict : judged;
  const { total, patch } = result;
  return {
    ...result,
    gates,
    verdict,
    fails: verdict !== "pass" && failOn === "gate",
    headline: headlineOf({ verdict, gates, total, patch }),
  };
}

/** The input that can allow each cause. */
const INPUTS: Readonly<Record<UnjudgedCause, AllowingInput | undefined>> = {
  "no-base": "on-missing-base",
  "no-baseline": "on-missing-baseline",
  "baseline-unavailable": "on-unreadable-baseline",
  "baseline-unreadable": "on-unreadable-baseline",
  "nothing-measured": undefined,
  "scope-unusable": "on-changed-scope",
};

function judgeAnew({ scope, ...gate }: Gate): Gate {
  if (scope === undefined) return judgeNumbers(gate);
  if (gate.unjudged?.cause === "scope-unusable") return unusableGate(CAUSES["scope-unusable"], scope);
  return underScope(judgeNumbers(gate), scope);
}

function judgeNumbers(gate: Gate): Gate {
  const { kind, component, threshold, measured, base, unjudged } = gate;
  const bare = {
    kind,
    ...(component !== undefined && { component }),
    threshold,
    ...(measured !== undefined && { measured }),
    ...(base !== undefined && { base }),
  };
  const noun = gateWords(gate).what;
  if (unjudged !== undefined) {
    const input = INPUTS[unjudged.cause];
    const allowance = input && ({ input, value: unjudged.allowed ? "warn" : "fail" } as const);
    return { ...bare, ...unjudgedGate(noun, CAUSES[unjudged.cause], unjudged.cause, allowance) };
  }
  return { ...bare, ...verdictOfNumbers(gate, noun) };
}

function verdictOfNumbers(gate: Gate, noun: string): Pick<Gate, "verdict" | "sentence" | "unjudged"> {
  const { kind, verdict, threshold, measured, base } = gate;
  const minimum = parseDecimal(threshold)!;
  switch (kind) {
    case "decrease":
      if (measured === undefined || base === undefined || base.total === 0)
        return skipped(noun, "there was no change to look at");
      return judgeDecrease(measured, base, undefined, minimum);
    case "per-file":
      return files(
        measured,
        (some, isOne) => `Files: ${some} ${isOne ? "is" : "are"} below ${threshold} %.`,
        `Files: none is below ${threshold} %.`,
      );
    case "measured":
      if (measured === undefined) return skipped(noun, "there was no change to look at");
      return files(
        measured,
        (some, isOne) =>
          `Changed files: ${some} that \`require-measured\` matches ${isOne ? "is" : "are"} in no report.`,
        "Changed files: every one that `require-measured` matches is in a report.",
      );
    case "stale":
      return files(
        measured,
        (some, isOne) =>
          `The reports do not fit this commit: ${some} files ${isOne ? "lacks" : "lack"} lines that they measure.`,
        "",
      );
    default:
      break;
  }
  const isPatch = kind === "patch" || kind === "patch-branch";
  if (measured === undefined) return skipped(noun, "there was no change to look at");
  if (measured.total > 0) {
    if (isPatch && verdict === "skipped")
      return skipped(noun, "the change has fewer measured lines than `min-patch-lines`");
    return judgeRatio(noun, measured, minimum);
  }
  if (isPatch) return skipped(noun, "no report measures any");
  return unjudgedGate(noun, `no report measures any, and the gate asks for ${threshold} %`, "nothing-measured");
}

function skipped(noun: string, reason: string): Pick<Gate, "verdict" | "sentence"> {
  return { verdict: "skipped", sentence: `${noun}: not judged, because ${reason}.` };
}

/** Of a gate that counts files; a file of an older version may have no counts, and then its verdict is not known. */
function files(
  measured: Ratio | undefined,
  failure: (some: string, isOne: boolean) => string,
  pass: string,
): Pick<Gate, "verdict" | "sentence"> {
  if (measured === undefined) return { verdict: "fail", sentence: failure("some", false) };
  const amiss = measured.total - measured.covered;
  if (amiss === 0) return { verdict: "pass", sentence: pass };
  return { verdict: "fail", sentence: failure(`${amiss} of ${measured.total}`, amiss === 1) };
}
