import { MARK } from "@jessy-actions/kit/report/mark";
import { count } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { SEVERITIES } from "@jessy-actions/security/findings/severity";
import type { Result, SeverityCounts } from "../result.ts";
import { severityCounts } from "./severity-text.ts";

/** How much of each severity fails, is new, known and fixed. Severities that nothing has are left out. */
export function countsTable(result: Result): Block[] {
  const { counts, comparison, findings } = result;
  const isCompared = comparison.state === "compared";
  const failing = severityCounts(findings.filter(({ fails }) => fails));
  const named: readonly (readonly [string, SeverityCounts, boolean])[] = [
    [`${MARK.fail}\u00a0fail`, failing, totalOf(failing) > 0],
    isCompared ? [`${MARK.new}\u00a0new`, counts.new, true] : [`${MARK.neutral}\u00a0found`, counts.new, true],
    [`${MARK.neutral}\u00a0known`, counts.known, isCompared],
    [`${MARK.pass}\u00a0fixed`, counts.fixed, isCompared],
  ];
  const rows = named.filter(([, , isShown]) => isShown);
  const severities = SEVERITIES.filter((severity) => rows.some(([, of]) => of[severity] > 0));
  if (severities.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [
        { header: "Findings" },
        { header: "All", align: "right" },
        ...severities.map((severity) => ({ header: capital(severity), align: "right" }) as const),
      ],
      rows: rows.map(([name, of], at): Line[] => {
        const cells = [totalOf(of), ...severities.map((severity) => of[severity])];
        const isRed = at === 0 && totalOf(failing) > 0;
        const shown = [name, count(cells[0]!), ...cells.slice(1).map((cell) => (cell === 0 ? "" : count(cell)))];
        return isRed ? shown.map((text) => (text === "" ? "" : { strong: text })) : shown;
      }),
    },
  ];
}

function totalOf(of: SeverityCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + of[severity], 0);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
