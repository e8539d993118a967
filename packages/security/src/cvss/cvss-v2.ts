import { type Metrics, type Weights, weigh } from "./metrics.ts";

/** https://www.first.org/cvss/v2/guide, 3.2.1 */
const WEIGHTS: Weights = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: { N: 0, P: 0.275, C: 0.66 },
  I: { N: 0, P: 0.275, C: 0.66 },
  A: { N: 0, P: 0.275, C: 0.66 },
};

/** The base score of CVSS 2.0. @returns undefined when a metric is missing or has a value that is not known. */
export function scoreV2(metrics: Metrics): number | undefined {
  const weighed = weigh(metrics, WEIGHTS);
  if (weighed === undefined) return undefined;
  const { AV, AC, Au, C, I, A } = weighed as Record<"AV" | "AC" | "Au" | "C" | "I" | "A", number>;
  const impact = 10.41 * (1 - (1 - C) * (1 - I) * (1 - A));
  const exploitability = 20 * AV * AC * Au;
  const score = impact === 0 ? 0 : (0.6 * impact + 0.4 * exploitability - 1.5) * 1.176;
  return Math.round(score * 10) / 10;
}
