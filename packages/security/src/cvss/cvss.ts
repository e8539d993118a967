import type { Severity } from "../findings/severity.ts";
import { scoreV2 } from "./cvss-v2.ts";
import { scoreV3 } from "./cvss-v3.ts";
import { scoreV4 } from "./cvss-v4.ts";
import { readMetrics } from "./metrics.ts";

/** How bad a flaw is by the Common Vulnerability Scoring System of FIRST. */
export interface CvssRating {
  readonly version: "2.0" | "3.0" | "3.1" | "4.0";
  /** 0 to 10, of one decimal. */
  readonly score: number;
  readonly severity: Severity;
}

/** A vector of 4.0 with every metric has 33 parts. */
const MAX_CHARACTERS = 300;

const PREFIX = /^CVSS:(3\.0|3\.1|4\.0)\//;

/**
 * Rates a vector such as `CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N`; one of 2.0 has no prefix. The score of 2.0 and
 * 3.x is the base score; 4.0 has a single score, which takes in threat and environment where the vector states them.
 *
 * @returns undefined when the vector lacks a metric, repeats one, or has a value that its version does not know
 */
export function rateCvss(vector: string): CvssRating | undefined {
  if (vector.length > MAX_CHARACTERS) return undefined;
  const prefix = PREFIX.exec(vector);
  const version = (prefix?.[1] ?? "2.0") as CvssRating["version"];
  const metrics = readMetrics(vector.slice(prefix?.[0].length ?? 0));
  if (metrics === undefined) return undefined;
  const score = version === "4.0" ? scoreV4(metrics) : version === "2.0" ? scoreV2(metrics) : scoreV3(metrics);
  return score === undefined ? undefined : { version, score, severity: severityOf(score, version) };
}

/**
 * The scale of CVSS 3 and 4 (specification 3.1, section 5); 2.0 has none of its own, and NVD's ends at high. A score of
 * 0 has the word none there; here it is the least that a finding can have.
 */
function severityOf(score: number, version: CvssRating["version"]): Severity {
  if (score >= 9 && version !== "2.0") return "critical";
  if (score >= 7) return "high";
  return score >= 4 ? "medium" : "low";
}
