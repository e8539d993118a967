import { count } from "@jessy-actions/kit/report/quantity";
import { countVerdicts } from "../judging/counts.ts";
import { isUnsteady } from "./contamination.ts";
import type { Finding, Judged } from "./gate.ts";

/** Metrics that got better: worth a word, unless the machine may have done it. */
export function improvement(judged: Judged): Finding | undefined {
  const { improved } = countVerdicts(judged.comparisons);
  if (improved === 0 || isUnsteady(judged)) return undefined;
  return { verdict: "pass", fails: false, words: `${count(improved)} improved` };
}
