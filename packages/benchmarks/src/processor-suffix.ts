import { type Results, type Series, seriesKey } from "./model.ts";

/** Gives the results of a side the names that both sides are compared by. */
export type Rename = (results: Results) => Results;

/**
 * Decides what the `-8` of Go's names is: GOMAXPROCS, which goes, since it is the machine's, or a part of the name. One
 * side alone cannot tell: with one processor `BenchmarkHash-16` is a whole name, and a change that adds `Hash-32` must
 * not rename it. A suffix goes where all lines of a side have it and more names are then on both sides, or as many and
 * both sides lose it. Where each side has one single name (`Hash-16` and `Hash-32`), suffixes that differ stay.
 */
export function settleNames(
  base: readonly Results[],
  head: readonly Results[],
): { readonly base: Rename; readonly head: Rename } {
  const lost = lostSuffixes(sideOf(base), sideOf(head));
  return { base: (results) => strip(results, lost.base), head: (results) => strip(results, lost.head) };
}

/** What the names of each side lose; empty where they stay. */
interface Suffixes {
  readonly base: string;
  readonly head: string;
}

function lostSuffixes(base: SideNames, head: SideNames): Suffixes {
  // Where a side measured nothing, its failures are called as the other side's benchmarks are.
  if (base.names.size === 0) return { base: head.suffix, head: head.suffix };
  if (head.names.size === 0) return { base: base.suffix, head: base.suffix };
  const isDoubtful = base.suffix !== head.suffix && base.names.size === 1 && head.names.size === 1;
  const mayBothLose = base.suffix !== "" && head.suffix !== "" && !isDoubtful;
  const candidates: Suffixes[] = [
    ...(mayBothLose ? [{ base: base.suffix, head: head.suffix }] : []),
    { base: "", head: "" },
    { base: base.suffix, head: "" },
    { base: "", head: head.suffix },
  ];
  const common = (lost: Suffixes) => {
    const names = new Set([...base.names].map((name) => without(name, lost.base)));
    return [...head.names].filter((name) => names.has(without(name, lost.head))).length;
  };
  return candidates.reduce((best, candidate) => (common(candidate) > common(best) ? candidate : best));
}

interface SideNames {
  readonly names: ReadonlySet<string>;
  /** What every line of the side ends with; empty if there is no such. */
  readonly suffix: string;
}

function sideOf(all: readonly Results[]): SideNames {
  const measured = all.filter(({ series }) => series.size > 0);
  const suffixes = new Set(measured.map(({ suffix = "" }) => suffix));
  return {
    names: new Set(measured.flatMap(({ series }) => [...series.values()].map(({ benchmark }) => benchmark))),
    suffix: suffixes.size === 1 ? [...suffixes][0]! : "",
  };
}

function strip(results: Results, suffix: string): Results {
  return {
    ...results,
    series: new Map(
      [...results.series.values()].map((series): [string, Series] => {
        const benchmark = without(series.benchmark, suffix);
        return [seriesKey(benchmark, series.metric.name), { ...series, benchmark }];
      }),
    ),
    failed: results.failed.map((failed) => ({ ...failed, benchmark: without(failed.benchmark, suffix) })),
  };
}

function without(name: string, suffix: string): string {
  return name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}
