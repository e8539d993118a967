import { MOST_ROUNDS } from "@jessy-actions/benchmarks/spending";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";

/** How much is measured before what is undecided stays inconclusive. */
export interface Effort {
  readonly minRounds: number;
  readonly maxRounds: number;
  readonly maxMinutes: number;
}

/** What empty inputs stand for. */
export const USUAL_EFFORT: Effort = { minRounds: 6, maxRounds: MOST_ROUNDS, maxMinutes: 10 };

const INPUTS = [
  ["min-rounds", "minRounds"],
  ["max-rounds", "maxRounds"],
  ["max-minutes", "maxMinutes"],
] as const;

/**
 * Measuring less leaves a slowdown inconclusive, which passes by default: the larger counts, of what the change spends
 * and what the default branch does.
 *
 * @param now the gate's inputs, as written. @param before the default branch's.
 */
export function enforceEffort(
  now: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
): { readonly effort: Partial<Effort>; readonly lowered: readonly LoweredInput[] } {
  const effort: { -readonly [Key in keyof Effort]?: number } = {};
  const lowered: LoweredInput[] = [];
  for (const [input, key] of INPUTS) {
    const asked = numberOf(now[input], USUAL_EFFORT[key]);
    const was = numberOf(before[input], USUAL_EFFORT[key]);
    if (was === undefined || asked === undefined || asked >= was) continue;
    effort[key] = was;
    lowered.push({ input, asked: String(asked), enforced: String(was) });
  }
  return { effort, lowered };
}

/** Undefined when it was not kept, or is no number. */
function numberOf(text: string | undefined, usual: number): number | undefined {
  if (text === "") return usual;
  return text !== undefined && /^\d{1,5}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}
