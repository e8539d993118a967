import { type Comparison, titleOf } from "@jessy-actions/benchmarks/comparison";
import { counted } from "@jessy-actions/kit/report/quantity";
import { countCompared } from "../judging/counts.ts";
import { listNames, shortName } from "../wording/names.ts";
import type { Finding, Judged } from "./gate.ts";

/**
 * What stays unjudged although nobody decided that: the headline says so, or a green mark would be taken for all of it. Where nothing at all was
 * judged `nothing-compared` says it.
 */
export function notJudged({ comparisons }: Judged): Finding | undefined {
  const open = undirected(comparisons);
  const leftOut = comparisons.filter(({ verdict, reason }) => verdict === "shown" && reason !== undefined);
  if (countCompared(comparisons) === 0 || open.length + leftOut.length === 0) return undefined;
  const words = [
    ...(open.length === 0
      ? []
      : [`${counted(open.length, "metric")} not judged, ${namesOf(open)}: no known direction`]),
    ...(leftOut.length === 0 ? [] : [`${counted(leftOut.length, "metric")} left out by \`overrides\``]),
  ];
  return { verdict: "pass", fails: false, words: words.join("; ") };
}

/** The metrics that both sides have, and of which nothing says which way they get better. */
export function undirected(comparisons: readonly Comparison[]): readonly Comparison[] {
  return comparisons.filter(
    ({ verdict, metric, reason }) => verdict === "shown" && metric.better === "none" && reason === undefined,
  );
}

/** Names as a sentence lists them. */
export function namesOf(comparisons: readonly Comparison[]): string {
  return listNames(comparisons.map((comparison) => shortName(titleOf(comparison))));
}

/** A glob for everything that is as undirected as this; a name may hold characters of globs. */
export function overridePattern({ metric }: Comparison): string {
  return /^[\w %.-]+$/.test(metric.name) ? `** ${metric.name}` : "**";
}
