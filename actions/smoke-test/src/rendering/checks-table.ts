import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { CheckResult, Result } from "../result.ts";
import { time } from "../wording/time.ts";
import { historyText } from "./history-text.ts";
import { stateMark, worstFirst } from "./state-mark.ts";

const COLUMNS = [
  { header: "Result" },
  { header: "Check" },
  { header: "Answer" },
  { header: "Time", align: "right" },
  { header: "Rounds" },
] as const;

const LEGEND = "Rounds: ✓ passed, x failed, . no contact; then passes in a row at the end, of those asked for";

/** A row for each check, failures first. Pure. */
export function checksTable({ checks }: Result): Block[] {
  if (checks.length === 0) return [];
  const hasHosts = new Set(checks.map(({ url }) => new URL(url).host)).size > 1;
  const rows = worstFirst(checks).map((check) => checkRow(check, hasHosts));
  return [
    { kind: "table", columns: COLUMNS, rows, noun: "checks" },
    { kind: "paragraph", text: { emphasis: LEGEND } },
  ];
}

/** @param hasHosts whether the row says which host it is about. */
function checkRow(check: CheckResult, hasHosts: boolean): Line[] {
  const { name, url, state, passes, latency, history } = check;
  const mark = stateMark(check);
  return [
    state === "passed" || check.optional ? mark : { strong: mark },
    [{ code: name }, ...(hasHosts ? [" of ", new URL(url).host] : [])],
    answer(check),
    latency === null ? "" : time(latency.median),
    [{ code: historyText(history) }, ` ${passes.held}/${passes.asked}`],
  ];
}

/** Why it fails or warns, else what it answered. */
function answer({ reason, last }: CheckResult): Line {
  if (reason !== null) return prose(reason);
  const warning = last.flatMap(({ problems }) => problems)[0];
  if (warning !== undefined) return prose(warning.message);
  const statuses = [...new Set(last.map(({ status }) => status))].join(", ");
  return last.length > 1 ? `${statuses} on ${last.length} addresses` : statuses;
}
