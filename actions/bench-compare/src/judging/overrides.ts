import { compileGlob } from "@jessy-actions/reading/glob";
import { patternProblem } from "@jessy-actions/reading/globs";
import { parseFraction, parseTime } from "./limit.ts";
import type { Rules } from "./rules.ts";

/** Rules for some benchmarks that differ from the rest. */
export interface Override {
  readonly pattern: string;
  /** As a fraction. */
  readonly margin?: number;
  /** Nanoseconds. */
  readonly floor?: number;
  readonly ignore?: boolean;
  /** Which way it gets better, whatever its unit says. */
  readonly better?: "lower" | "higher";
}

/**
 * Reads `glob => margin 10 %, floor 5us`, `glob => ignore` and `glob => higher`.
 *
 * @throws RangeError naming what is wrong with the line.
 */
export function parseOverride(line: string): Override {
  const [pattern, rules] = line.split(/=>(.*)/).map((part) => part.trim());
  if (!pattern || !rules)
    throw new RangeError("is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`");
  const problem = patternProblem(pattern);
  if (problem !== undefined) throw new RangeError(`has a glob that ${problem}`);
  const override: { -readonly [Field in keyof Override]: Override[Field] } = { pattern };
  for (const rule of rules.split(",").map((part) => part.trim())) {
    const [word, value = ""] = rule.split(/\s+(.*)/);
    if (word === "ignore" && value === "") override.ignore = true;
    else if ((word === "lower" || word === "higher") && value === "") {
      if (override.better !== undefined && override.better !== word)
        throw new RangeError("says both `lower` and `higher`; write the one that is better");
      override.better = word;
    } else if (word === "margin") {
      const margin = parseFraction(value);
      if (margin === undefined || margin === 0)
        throw new RangeError(`has the margin \`${value}\`; write a percentage above 0 such as \`10 %\``);
      override.margin = margin;
    } else if (word === "floor") {
      const floor = parseTime(value);
      if (floor === undefined) throw new RangeError(`has the floor \`${value}\`; write a time such as \`5us\``);
      override.floor = floor;
    } else
      throw new RangeError(
        `has the rule \`${rule}\`; write \`margin 10 %\`, \`floor 5us\`, \`lower\`, \`higher\` or \`ignore\``,
      );
  }
  return override;
}

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
