import { type Comparison, type ComparisonVerdict, titleOf } from "@jessy-actions/benchmarks/comparison";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Column, Inline, Line } from "@jessy-actions/kit/report/report";
import { overridePattern, undirected } from "../gates/not-judged.ts";
import type { Result } from "../result.ts";
import { formatChange, formatFraction, formatInterval, formatMargin } from "../wording/change.ts";
import { formatValue, isScaled } from "../wording/value.ts";
import { pairedValues } from "./paired-values.ts";
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
  { header: "Interval and samples", align: "right" },
];

/** Every comparison: what a reader has to see in the open, the rest folded by kind. */
export function comparisonTables(result: Result): Block[] {
  const verdictOf = rowVerdicts(result);
  const nameOf = ({ metric }: Comparison) =>
    result.run === undefined || metric.judgement === "exact" ? "run" : "round";
  const table = (comparisons: readonly Comparison[], weight: number): Block =>
    tableOf(
      comparisons.map((comparison) => rowOf(comparison, verdictOf(comparison), nameOf(comparison))),
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
  const open = shown.filter((comparison) => comparison.reason !== undefined || comparison.metric.better === "none");
  const repeated = shown.filter((comparison) => !open.includes(comparison));
  if (open.length > 0)
    blocks.push(details([{ strong: `${count(open.length)} not judged` }, ...direction(open)], open, WEIGHT.shown));
  if (repeated.length > 0)
    blocks.push(
      details([{ strong: `${count(repeated.length)} shown` }, " beside what is judged"], repeated, WEIGHT.shown),
    );
  return blocks;
}

/** What makes them judged, if nothing but a direction is missing. */
function direction(shown: readonly Comparison[]): Inline[] {
  const [open] = undirected(shown);
  if (open === undefined) return [];
  return [
    ", ",
    { code: `overrides: ${overridePattern(open)} => lower` },
    " (or ",
    { code: "higher" },
    ") says which way is better",
  ];
}

/** "Unchanged" is worth as much as what would have been seen. */
function sensitivity(unchanged: readonly Comparison[]): string {
  const worst = unchanged.reduce((most, { detectable = 0 }) => Math.max(most, detectable), 0);
  return worst > 0 && Number.isFinite(worst)
    ? `, a slowdown of ${formatFraction(worst)} would have been seen in each`
    : "";
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

function rowOf(comparison: Comparison, row: RowVerdict, sample: "round" | "run"): Line[] {
  const { metric, change, low, high, margin, samples } = comparison;
  const [base, head] = pairedValues(comparison);
  // `allocs/op` stands in the name already.
  const unit = metric.name === metric.unit && !isScaled(metric.unit) ? "" : metric.unit;
  const value = (number: number | undefined) => (number === undefined ? "" : unbroken(formatValue(number, unit)));
  return [
    verdictCell(comparison, row),
    [{ code: titleOf(comparison) }, ...why(comparison, sample)],
    change === undefined ? "" : unbroken(allowed(comparison)),
    value(base),
    value(head),
    // Two lines on a narrow screen.
    [
      ...(low === undefined || high === undefined ? [] : [formatInterval(low, high, margin)]),
      ...(samples === undefined ? [] : [counted(samples, sample)]),
    ]
      .filter((text) => text !== "")
      .map(unbroken)
      .join(", "),
  ];
}

/** Rounds that would have to be added without end: another remedy is needed. */
const MOST_ROUNDS = 20;

/** What the numbers do not say: a reason, or what hides in the noise and what would decide it. */
function why(
  { verdict, metric, reason, margin = 0, detectable = Number.POSITIVE_INFINITY }: Comparison,
  sample: "round" | "run",
): Inline[] {
  if (reason !== undefined) return [`: ${reason}`];
  if (verdict !== "inconclusive" || !Number.isFinite(detectable)) return [];
  const seen = `: noise hides up to ${formatFraction(detectable)}; `;
  const size = metric.better === "higher" ? -Math.log1p(-detectable) : Math.log1p(detectable);
  const limit = Math.log1p(margin);
  // The error goes down with the root of the rounds, from what is hidden now to the margin.
  const times = Math.ceil(((size - limit / 2) / limit) ** 2);
  const wider: Inline[] = [{ code: `margin ${Math.ceil(detectable * 100)} %` }, " in ", { code: "overrides" }];
  return times <= MOST_ROUNDS
    ? [`${seen}${Math.max(2, times)} times the ${sample}s, or `, ...wider, ", would decide"]
    : [`${seen}a steadier machine, or `, ...wider, ", would decide"];
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
function allowed({ metric, margin, change = 0 }: Comparison): string {
  if (margin === undefined || margin > MAX_MARGIN) return "";
  const isExact = metric.judgement === "exact";
  return metric.better === "higher"
    ? `${isExact ? "≥" : ">"} -${formatMargin(margin, change)}`
    : `${isExact ? "≤" : "<"} +${formatMargin(margin, change)}`;
}

/** A number and its unit stay on one line, however narrow the comment is. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
