import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";

/** The widest change shown in either direction, as a logarithm: a factor of 20. */
const MAX_REACH = Math.log(20);

/** What a plot draws of a metric, as logarithms of cost: above 0 is worse, whichever way the metric goes. */
export interface Change {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

/** Rows that have a change and an interval, or at least one end of it. */
export function isPlotted({ verdict, change, low, high }: Comparison): boolean {
  return PLOTTED.includes(verdict) && change !== undefined && (low !== undefined || high !== undefined);
}

const PLOTTED: readonly ComparisonVerdict[] = ["regressed", "improved", "ok", "inconclusive"];

/** The change of a row that is plotted. An end that is not known is infinite. */
export function changeOf({ metric, change = 0, low, high }: Comparison): Change {
  const ends = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY].map((end) =>
    costOf(end, metric.better),
  ) as [number, number];
  ends.sort((a, b) => a - b);
  return { low: ends[0], estimate: costOf(change, metric.better), high: ends[1] };
}

function costOf(change: number, better: string): number {
  if (!Number.isFinite(change)) return better === "higher" ? -change : change;
  const logarithm = Math.log(Math.max(1 + change, 1e-9));
  return better === "higher" ? -logarithm : logarithm;
}

/** How far an axis goes to each side: over the margin and nearly all intervals, without one very wide line squeezing all others. */
export function axisReach(rows: readonly Comparison[], margin: number): number {
  const ends = rows.map((row) => {
    const { low, estimate, high } = changeOf(row);
    const widest = Math.max(Math.abs(low), Math.abs(high));
    const size = Math.abs(estimate);
    return Number.isFinite(widest) ? Math.max(size, Math.min(widest, Math.max(3 * size, 6 * margin))) : size;
  });
  const most = ends.reduce((most, end) => Math.max(most, end), Math.log1p(margin) * 1.5);
  return Math.min(MAX_REACH, most * 1.08);
}

export interface Tick {
  /** A logarithm of cost. */
  readonly at: number;
  readonly text: string;
}

/** Factors whose inverses are round enough to be told in percent. */
const FACTORS = [1.5, 2, 3, 5, 10, 20];

/**
 * Ticks on both sides of zero, and zero: round percentages where the axis is nearly linear, else factors and their inverses, since there is no -100 %.
 */
export function axisTicks(reach: number): readonly Tick[] {
  const most = Math.expm1(reach) * 100;
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((each) => most / each <= 3.5);
  const sides =
    step === undefined
      ? FACTORS.filter((factor) => Math.log(factor) <= reach)
          .slice(-3)
          .flatMap((factor) => [Math.log(factor), -Math.log(factor)])
      : [1, 2, 3].flatMap((k) => [Math.log1p((k * step) / 100), Math.log1p((-k * step) / 100)]);
  return [0, ...sides]
    .filter((at) => Math.abs(at) <= reach * 1.0001)
    .sort((a, b) => a - b)
    .map((at) => ({ at, text: tickText(at) }));
}

function tickText(at: number): string {
  if (at === 0) return "0";
  const percent = Math.expm1(at) * 100;
  return `${percent > 0 ? "+" : ""}${Number(percent.toPrecision(2))} %`;
}
