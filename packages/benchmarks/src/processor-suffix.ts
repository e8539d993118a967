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
  const [before, after] = [sideOf(base), sideOf(head)];
  const isBoth = (before.suffix !== "" && after.suffix !== "") || before.names.size === 0 || after.names.size === 0;
  const candidates = [
    ...(isBoth ? [{ base: before.suffix, head: after.suffix }] : []),
    { base: "", head: "" },
    { base: before.suffix, head: "" },
    { base: "", head: after.suffix },
  ];
  const isDoubtful = before.suffix !== after.suffix && before.names.size === 1 && after.names.size === 1;
  const doubtful = (candidate: { readonly base: string; readonly head: string }) =>
    isDoubtful && candidate.base !== "" && candidate.head !== "";
  let best = { base: "", head: "" };
  let most = -1;
  for (const candidate of candidates) {
    if (doubtful(candidate)) continue;
    const names = new Set([...before.names].map((name) => without(name, candidate.base)));
    const common = [...after.names].filter((name) => names.has(without(name, candidate.head))).length;
    if (common > most) [best, most] = [candidate, common];
  }
  return { base: (results) => strip(results, best.base), head: (results) => strip(results, best.head) };
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
  if (suffix === "" || results.suffix === undefined) return results;
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
  return suffix !== "" && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}
