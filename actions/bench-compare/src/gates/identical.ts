import { countVerdicts } from "../judging/counts.ts";
import { isUnsteady } from "./contamination.ts";
import type { Judged } from "./gate.ts";

/** Whether both sides are the same program and nothing contradicts that: noise between them is noise, whatever the numbers say. */
export function isIdentical(judged: Judged): boolean {
  return judged.run?.identical === true && !isUnsteady(judged) && countVerdicts(judged.comparisons).regressed === 0;
}
