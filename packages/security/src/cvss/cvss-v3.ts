import { type Metrics, type Weights, weigh } from "./metrics.ts";

/** https://www.first.org/cvss/v3.1/specification-document, 7.4; 3.0 has the same. */
const WEIGHTS: Weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};

/** Privileges weigh less where the flaw reaches beyond what it is in. */
const PRIVILEGES: Readonly<Record<"U" | "C", Weights>> = {
  U: { PR: { N: 0.85, L: 0.62, H: 0.27 } },
  C: { PR: { N: 0.85, L: 0.68, H: 0.5 } },
};

/** The base score of CVSS 3.0 and 3.1. @returns undefined when a metric is missing or has a value that is not known. */
export function scoreV3(metrics: Metrics): number | undefined {
  const scope = metrics.get("S");
  if (scope !== "U" && scope !== "C") return undefined;
  const weighed = weigh(metrics, { ...WEIGHTS, ...PRIVILEGES[scope] });
  if (weighed === undefined) return undefined;
  const { AV, AC, PR, UI, C, I, A } = weighed as Record<"AV" | "AC" | "PR" | "UI" | "C" | "I" | "A", number>;
  const base = 1 - (1 - C) * (1 - I) * (1 - A);
  const impact = scope === "U" ? 6.42 * base : 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15;
  if (impact <= 0) return 0;
  const sum = impact + 8.22 * AV * AC * PR * UI;
  return roundUp(Math.min(10, scope === "U" ? sum : 1.08 * sum));
}

/** The specification's own (appendix A): up to a tenth, unless only the fifth decimal says so. */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
