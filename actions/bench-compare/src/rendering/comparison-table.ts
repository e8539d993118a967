import { type Comparison, type ComparisonVerdict, titleOf } from "@jessy-actions/benchmarks/comparison";
import { count } from "@jessy-actions/kit/report/quantity";
import type { Block, Column, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { formatChange, formatFraction, formatInterval, formatPercent } from "../wording/change.ts";
import { formatValue } from "../wording/value.ts";
import { type RowVerdict, rowVerdicts } from "./row-verdict.ts";

/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { shown: 5, unchanged: 4, added: 3, notable: 1 } as const;

/** So many unchanged metrics stand in the open when there is nothing else to show. */
const FEW = 12;

/** A narrow screen cuts the last columns, and names are long: verdict and number share the first column, details come last. */
const COLUMNS: readonly Column[] = [
  { header: "Verdict" },
  { header: "Benchmark" },
  { header: "Allowed", align: "right" },
  { header: "Base", align: "right" },
  { header: "Head", align: "right" },
  { header: "Interval", align: "right" },
];

/** Every comparison: what a reader has to see in the open, the rest folded by kind. */
export function comparisonTables(result: Result): Block[] {
  const verdictOf = rowVerdicts(result);
  const table = (comparisons: readonly Comparison[], weight: number): Block =>
    tableOf(
      comparisons.map((comparison) => rowOf(comparison, verdictOf(comparison))),
      weight,
    );
  const details = (summary: Line, comparisons: readonly Comparison[], weight: number): Block => ({
    kind: "details",
    summary,
    blocks: [table(comparisons, weight)],
  });
  const of = (...verdicts: readonly ComparisonVerdict[]) =>
    result.comparisons.filter(({ verdict }) => verdicts.includes(verdict));
  const notable = of("regressed", "broken", "missing", "inconclusive", "improved");
  const unchanged = of("ok");
  const added = of("new");
  const shown = of("shown");
  const blocks: Block[] = [];
  if (notable.length > 0) blocks.push(table(notable, WEIGHT.notable));
  if (unchanged.length > 0)
    blocks.push(
      notable.length === 0 && unchanged.length <= FEW
        ? table(unchanged, WEIGHT.unchanged)
        : details(
            [{ strong: `${count(unchanged.length)} unchanged` }, sensitivity(unchanged)],
            unchanged,
            WEIGHT.unchanged,
          ),
    );
  if (added.length > 0) blocks.push(details({ strong: `${count(added.length)} new` }, added, WEIGHT.added));
  if (shown.length > 0) blocks.push(details({ strong: `${count(shown.length)} not judged` }, shown, WEIGHT.shown));
  return blocks;
}

/** "Unchanged" is worth as much as what would have been seen. */
function sensitivity(unchanged: readonly Comparison[]): string {
  const worst = unchanged.reduce((most, { detectable = 0 }) => Math.max(most, detectable), 0);
  return worst > 0 ? `, a slowdown of ${formatFraction(worst)} would have been seen in each` : "";
}

/** Columns in which no row says anything are left out: they only make the table wider. */
function tableOf(rows: readonly (readonly Line[])[], weight: number): Block {
  const used = COLUMNS.map((_, at) => rows.some((row) => row[at] !== ""));
  return {
    kind: "table",
    columns: COLUMNS.filter((_, at) => used[at]),
    rows: rows.map((row) => row.filter((_, at) => used[at])),
    noun: "benchmarks",
    weight,
  };
}

function rowOf(comparison: Comparison, row: RowVerdict): Line[] {
  const { metric, base, head, change, low, high, margin } = comparison;
  // `allocs/op` stands in the name already.
  const unit = metric.name === metric.unit ? "" : metric.unit;
  const value = (number: number | undefined) => (number === undefined ? "" : unbroken(formatValue(number, unit)));
  return [
    verdictCell(comparison, row),
    [{ code: titleOf(comparison) }, why(comparison)],
    change === undefined ? "" : unbroken(allowed(comparison)),
    value(base),
    value(head),
    low === undefined || high === undefined ? "" : unbroken(formatInterval(low, high, margin)),
  ];
}

/** What the numbers do not say: a reason, or how large a slowdown must be to be seen through the noise. */
function why({ verdict, reason, detectable = Number.POSITIVE_INFINITY }: Comparison): string {
  if (reason !== undefined) return `: ${reason}`;
  return verdict === "inconclusive" && Number.isFinite(detectable)
    ? `: a slowdown of ${formatFraction(detectable)} would have been seen`
    : "";
}

/** The red cross, the word, and the number that it is about: bold when it moved. */
function verdictCell({ verdict, change, margin }: Comparison, { mark, word }: RowVerdict): Line {
  const text = unbroken(`${mark} ${word}`);
  if (change === undefined) return text;
  const number = unbroken(formatChange(change, margin));
  return [`${text} `, verdict === "regressed" || verdict === "improved" ? { strong: number } : number];
}

/** Above this a margin is the floor of a benchmark that takes next to nothing, and as a percentage it says nothing. */
const MAX_MARGIN = 10;

/** What the change has to stay within: a noisy metric below the margin, an exact one at it. */
function allowed({ metric, margin }: Comparison): string {
  if (margin === undefined || margin > MAX_MARGIN) return "";
  const isExact = metric.judgement === "exact";
  return metric.better === "higher"
    ? `${isExact ? "≥" : ">"} -${formatPercent(margin)}`
    : `${isExact ? "≤" : "<"} +${formatPercent(margin)}`;
}

/** A number and its unit stay on one line, however narrow the comment is. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
