import { compileGlob } from "@jessy-actions/reading/glob";
import { patternProblem } from "@jessy-actions/reading/globs";

/** A rule of its own for some benchmarks. */
export interface Override {
  readonly pattern: string;
  /** As a fraction. */
  readonly margin?: number;
  /** Nanoseconds. */
  readonly floor?: number;
  readonly ignore?: boolean;
}

/**
 * Reads `glob => margin 10 %, floor 5us` and `glob => ignore`.
 *
 * @throws RangeError naming what is wrong with the line.
 */
export function parseOverride(line: string): Override {
  const [, pattern = "", rules = ""] = /^(.*?)\s*=>\s*(.*)$/.exec(line) ?? [];
  if (pattern === "" || rules === "")
    throw new RangeError("is no rule; write `glob => margin 10 %` or `glob => ignore`");
  const problem = patternProblem(pattern);
  if (problem !== undefined) throw new RangeError(`has a glob that ${problem}`);
  const override: { pattern: string; margin?: number; floor?: number; ignore?: boolean } = { pattern };
  for (const rule of rules.split(",").map((part) => part.trim())) {
    const [, word = "", value = ""] = /^(\S+)\s*(.*)$/.exec(rule) ?? [];
    if (word === "ignore" && value === "") override.ignore = true;
    else if (word === "margin") {
      const margin = parseFraction(value);
      if (margin === undefined || margin === 0)
        throw new RangeError(`has the margin \`${value}\`; write a percentage above 0 such as \`10 %\``);
      override.margin = margin;
    } else if (word === "floor") {
      const floor = parseTime(value);
      if (floor === undefined) throw new RangeError(`has the floor \`${value}\`; write a time such as \`5us\``);
      override.floor = floor;
    } else throw new RangeError(`has the rule \`${rule}\`; write \`margin 10 %\`, \`floor 5us\` or \`ignore\``);
  }
  return override;
}

/** Globs as for paths: `*` stays within a part between slashes, `**` does not. A pattern without slash matches whole names that have none. */
export function overrideFor(overrides: readonly Override[]): (benchmark: string) => Override | undefined {
  const rules = overrides.map((override) => ({ override, matches: compileGlob(override.pattern) }));
  return (benchmark) => rules.findLast(({ matches }) => matches(benchmark))?.override;
}

/** `10`, `10%` or `10 %` as 0.1; from 0 to 1000 percent. */
export function parseFraction(text: string): number | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,6})?)\s*%?$/.exec(text);
  const percent = match === null ? Number.NaN : Number(match[1]);
  return percent <= 1000 ? percent / 100 : undefined;
}

const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9 };

/** `0`, `5ns`, `1.5 us`, `2ms` or `1s`. @returns nanoseconds. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)\s*(ns|us|µs|μs|ms|s)?$/.exec(text);
  if (match === null || (match[2] === undefined && Number(match[1]) !== 0)) return undefined;
  return Number(match[1]) * NANOSECONDS[match[2] ?? "ns"]!;
}
