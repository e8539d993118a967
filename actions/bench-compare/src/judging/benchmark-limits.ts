import { compileGlob } from "@jessy-actions/reading/glob";
import type { Rules } from "./rules.ts";

/** What one metric is judged by. */
export interface Limits {
  /** As a fraction. */
  readonly margin: number;
  /** Nanoseconds. */
  readonly floor: number;
  /** Whether it is left out. */
  readonly ignore: boolean;
}

/** The limits of a metric by its benchmark and its title as reports show it (`parse p99-ns`), if any. */
export type LimitsOf = (benchmark: string, title?: string) => Limits;

/**
 * What each metric is judged by. A change cannot leave out a benchmark, or give it a wider margin, than the default branch
 * does: of both the stricter counts.
 */
export function limitsBy({ before, ...rules }: Pick<Rules, "margin" | "floor" | "overrides" | "before">): LimitsOf {
  const own = ownLimits(rules);
  if (before === undefined) return own;
  const theirs = ownLimits(before);
  return (benchmark, title) => {
    const [a, b] = [own(benchmark, title), theirs(benchmark, title)];
    return {
      margin: Math.min(a.margin, b.margin),
      floor: Math.min(a.floor, b.floor),
      ignore: a.ignore && b.ignore,
    };
  };
}

/**
 * By the last override that matches the benchmark, or its title. Globs work as for paths: `*` stops at a slash and `**`
 * does not, so a pattern without a slash matches only names without one. A line that only says a direction hides no
 * other one.
 */
function ownLimits({ overrides, margin, floor }: Pick<Rules, "margin" | "floor" | "overrides">): LimitsOf {
  const rules = overrides
    .filter((each) => each.margin !== undefined || each.floor !== undefined || each.ignore === true)
    .map((override) => ({ override, matches: compileGlob(override.pattern) }));
  return (benchmark, title = benchmark) => {
    const found = rules.findLast(({ matches }) => matches(benchmark) || matches(title))?.override;
    return { margin: found?.margin ?? margin, floor: found?.floor ?? floor, ignore: found?.ignore === true };
  };
}
