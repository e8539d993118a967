import { MARK } from "@jessy-actions/kit/report/mark";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { JudgedFinding, Result } from "../result.ts";
import type { Extent } from "./extent.ts";
import { findingTable } from "./finding-table.ts";
import { severityCounts, severityText } from "./severity-text.ts";
import { WEIGHT } from "./weights.ts";

/** What a change has to mend before it passes. */
export function failingFindings(result: Result, { failing: most }: Extent): Block[] {
  const findings = result.findings.filter(({ fails }) => fails);
  if (findings.length === 0) return [];
  const many = findings.length !== 1;
  return [
    {
      kind: "heading",
      level: 3,
      text: `${count(findings.length)} ${many ? "findings fail" : "finding fails"}: ${severityText(severityCounts(findings))}`,
    },
    ...findingTable(findings, result, { mark: MARK.fail, noun: "failing flaw", weight: WEIGHT.failing, most }),
  ];
}

/** What is there and does not fail: what is new (everything, where nothing is compared), then what was known. */
export function otherFindings(result: Result, extent: Extent): Block[] {
  const others = result.findings.filter(({ fails }) => !fails);
  const isCompared = result.comparison.state === "compared";
  const [added, known] = [others.filter(isNew), others.filter((finding) => !isNew(finding))];
  return [
    ...folded(added, result, extent.new, WEIGHT.new, {
      mark: isCompared ? MARK.new : MARK.neutral,
      noun: isCompared ? "new flaw" : "flaw",
      title: (words) => `${words} ${isCompared ? "new, which" : "that"} ${added.length === 1 ? "does" : "do"} not fail`,
    }),
    ...folded(known, result, extent.known, WEIGHT.known, {
      mark: MARK.neutral,
      noun: "known flaw",
      title: (words) => `${words} known: ${known.length === 1 ? "it is" : "they are"} in the base too`,
    }),
  ];
}

export function fixedFindings(result: Result, { fixed: most }: Extent): Block[] {
  return folded(result.fixed, result, most, WEIGHT.fixed, {
    mark: MARK.pass,
    noun: "fixed flaw",
    title: (words) => `${words} fixed`,
  });
}

const isNew = ({ state }: JudgedFinding): boolean => state === "new";

interface Folded {
  readonly mark: string;
  readonly noun: string;
  readonly title: (words: string) => string;
}

function folded(
  findings: readonly Finding[],
  result: Result,
  most: number,
  weight: number,
  { mark, noun, title }: Folded,
): Block[] {
  if (findings.length === 0 || most === 0) return [];
  return [
    {
      kind: "details",
      summary: [{ strong: title(counted(findings.length, "finding")) }, `: ${severityText(severityCounts(findings))}`],
      blocks: findingTable(findings, result, { mark, noun, weight, most }),
    },
  ];
}
