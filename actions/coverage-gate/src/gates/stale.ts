import { counted } from "@jessy-actions/kit/report/quantity";
import type { StaleFile } from "../facts.ts";
import type { Gate, Note } from "../result.ts";

/**
 * `on-stale-report`: reports that measure lines which a file does not have, or which are blank now, were made from
 * another commit, so none of their numbers fits.
 *
 * @param measured the files that count, by path. One that does not count shows another commit as well.
 * @returns a gate where that fails, a warning where it does not, and neither when every file fits.
 */
export function staleGate(
  stale: readonly StaleFile[],
  measured: Iterable<string>,
  onStaleReport: "fail" | "warn",
): { readonly gate: Gate | undefined; readonly notes: readonly Note[] } {
  const [first, ...others] = [...Map.groupBy(stale, ({ path }) => path).values()].map(([each]) => each!);
  if (first === undefined) return { gate: undefined, notes: [] };
  const more = others.length === 0 ? "" : ` (and ${counted(others.length, "more file")} in the same way)`;
  const which =
    first.blank === true ? "which is blank, and was not at the base" : `which has ${counted(first.lines, "line")}`;
  const sentence = `The reports do not fit this commit: they measure line ${first.measuredLine} of ${first.path}, ${which}${more}. Were they made from another commit?`;
  if (onStaleReport === "warn") return { gate: undefined, notes: [{ level: "warning", text: sentence }] };
  const total = new Set([...measured, ...stale.map(({ path }) => path)]).size;
  const files = { covered: total - 1 - others.length, total };
  return { gate: { kind: "stale", threshold: "0", verdict: "fail", measured: files, sentence }, notes: [] };
}
