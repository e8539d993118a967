import { MARK } from "@jessy-actions/kit/report/mark";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { JudgedFinding, Result } from "../result.ts";
import type { Extent } from "./extent.ts";
import { findingTable } from "./finding-table.ts";
import { severityCounts, severityText } from "./severity-text.ts";
import { WEIGHT } from "./weights.ts";

/** What a change has to mend before it passes. */
export function failingFindings(result: Result, { failing: most, rest }: Extent): Block[] {
  const findings = result.findings.filter(({ fails }) => fails);
  if (findings.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "What fails" },
    ...findingTable(findings, result, { mark: MARK.fail, noun: "failing flaw", weight: WEIGHT.failing, most, rest }),
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
      title: (number) =>
        `${counted(number, isCompared ? "new finding" : "finding")} ${number === 1 ? "does" : "do"} not fail`,
      rest: extent.rest,
    }),
    ...folded(known, result, extent.known, WEIGHT.known, {
      mark: MARK.neutral,
      noun: "known flaw",
      title: (number) => `${counted(number, "known finding")} of the base`,
      rest: extent.rest,
    }),
  ];
}

export function fixedFindings(result: Result, extent: Extent): Block[] {
  const { comparison } = result;
  // Their places are the base's.
  const commit = comparison.state === "compared" ? comparison.base : result.commit;
  return folded(result.fixed, { ...result, commit }, extent.fixed, WEIGHT.fixed, {
    mark: MARK.pass,
    noun: "fixed flaw",
    title: (number) => `${counted(number, "finding")} fixed`,
    rest: extent.rest,
  });
}

const isNew = ({ state }: JudgedFinding): boolean => state === "new";

interface Folded {
  readonly mark: string;
  readonly noun: string;
  readonly title: (number: number) => string;
  readonly rest: string;
}

function folded(
  findings: readonly Finding[],
  result: Result,
  most: number,
  weight: number,
  { mark, noun, title, rest }: Folded,
): Block[] {
  if (findings.length === 0 || most === 0) return [];
  return [
    {
      kind: "details",
      summary: [{ strong: title(findings.length) }, `: ${severityText(severityCounts(findings))}`],
      blocks: findingTable(findings, result, { mark, noun, weight, most, rest }),
    },
  ];
}
