import { patternProblem } from "@jessy-actions/reading/globs";
import { parseFraction, parseTime } from "./limit.ts";

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
