import type { Ratio } from "@jessy-actions/coverage/model";
import { type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";
import type { Gate, Result } from "../src/result.ts";
import { HEAD } from "./facts.ts";

/** A minimum as a workflow writes it. */
export function decimal(text: string): Decimal {
  const read = parseDecimal(text);
  if (read === undefined) throw new Error(`${text} is not a decimal number`);
  return read;
}

export function ratio(covered: number, total: number): Ratio {
  return { covered, total };
}

export function gate(some: Partial<Gate> & Pick<Gate, "kind">): Gate {
  return { verdict: "pass", threshold: "80", sentence: "A sentence.", ...some };
}

/** A result that passes and measures ten lines, with what a test is about. */
export function resultWith(some: Partial<Result> = {}): Result {
  const nothing = ratio(0, 0);
  return {
    schema: "jessy-actions/coverage-gate/v1",
    name: "",
    verdict: "pass",
    fails: false,
    headline: "A headline",
    context: { serverUrl: "https://github.com", repository: "org/demo", headSha: HEAD, pullRequest: 7 },
    gates: [],
    total: { lines: ratio(8, 10), branches: nothing, functions: nothing },
    baseline: { state: "off", reason: "the input `baseline` is `none`" },
    patch: { files: [], unmeasured: [] },
    components: [],
    filesBelowMinimum: [],
    reports: [],
    notes: [],
    loweredGates: [],
    ...some,
  };
}
