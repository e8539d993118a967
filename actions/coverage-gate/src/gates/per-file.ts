import type { CoverageReport, Ratio } from "@jessy-actions/coverage/model";
import { meets, percentBeside } from "@jessy-actions/coverage/ratio";
import { fileTotals, type TotalsMode } from "@jessy-actions/coverage/totals";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { FileLines, Gate } from "../result.ts";

/**
 * `per-file-min`: every measured file by itself.
 *
 * @param minimum in percent; undefined = no gate.
 * @returns the gate and the files that do not reach the minimum, worst first.
 */
export function perFileGate(
  report: CoverageReport,
  mode: TotalsMode,
  minimum: Decimal | undefined,
): { readonly gate: Gate | undefined; readonly below: readonly FileLines[] } {
  if (minimum === undefined) return { gate: undefined, below: [] };
  const files = [...report.files.values()]
    .map((file) => ({ path: file.path, lines: fileTotals(file, mode).lines }))
    .filter(({ lines }) => lines.total > 0);
  const below = files
    .filter(({ lines }) => !meets(lines, minimum))
    .sort((a, b) => compareRatios(a.lines, b.lines) || (a.path < b.path ? -1 : 1));
  const gate = {
    kind: "per-file",
    threshold: minimum.text,
    measured: { covered: files.length - below.length, total: files.length },
  } as const;
  const [worst] = below;
  if (worst === undefined) {
    const sentence = `Files: ${counted(files.length, "file")} measured, none below ${minimum.text} %.`;
    return { gate: { ...gate, verdict: "pass", sentence }, below };
  }
  const percent = percentBeside(worst.lines, minimum);
  const verb = below.length === 1 ? "is" : "are";
  const sentence = `Files: ${below.length} of ${files.length} ${verb} below ${minimum.text} %; the lowest is ${worst.path} with ${percent} %.`;
  return { gate: { ...gate, verdict: "fail", sentence }, below };
}

/** Of ratios of something: negative when a is the smaller one. */
function compareRatios(a: Ratio, b: Ratio): number {
  return a.covered * b.total - b.covered * a.total;
}
