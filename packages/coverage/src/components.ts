import { bracesAt } from "@jessy-actions/reading/glob";
import { patternProblem } from "@jessy-actions/reading/globs";

/** A part of the repository with its own minimums, as the user wrote them. */
export interface ComponentDefinition {
  readonly name: string;
  readonly globs: readonly string[];
  /** Percentages as text; the caller parses them with its own reader of percentages. */
  readonly minimums: Readonly<Partial<Record<ComponentMetric, string>>>;
}

export const COMPONENT_METRICS = ["line", "branch", "function", "patch"] as const;
export type ComponentMetric = (typeof COMPONENT_METRICS)[number];

export interface ParsedComponents {
  readonly components: readonly ComponentDefinition[];
  /** Problems. Each names its line or component and says what to write instead. */
  readonly problems: readonly string[];
}

const EXAMPLE = "`api: services/api/**, !**/generated/**: line 80, patch 90`";

/**
 * One component a line: `name: glob, glob: line 80, branch 70, function 60, patch 90`; a lone number is the line
 * minimum.
 */
export function parseComponentLines(lines: readonly string[]): ParsedComponents {
  const problems: string[] = [];
  const components = lines.flatMap((line) => {
    const match = /^([^:]+):\s(.+?)(?::\s+([^:]*))?$/.exec(line);
    if (match === null) {
      problems.push(`\`${line}\` is not a component; write ${EXAMPLE}`);
      return [];
    }
    const [, name = "", globs = "", minimums = ""] = match;
    return [
      {
        name: name.trim(),
        globs: splitList(globs),
        minimums: parseMinimums(name.trim(), splitList(minimums), problems),
      },
    ];
  });
  return checked(components, problems);
}

/** The same as data: `{ name: { paths: glob | [glob], line: 80, ... } }` or a list of `{ name, paths, line, ... }`. */
export function parseComponentData(data: unknown): ParsedComponents {
  const problems: string[] = [];
  const entries: [string, unknown][] = Array.isArray(data)
    ? data.map((entry) => [textOf((entry as { name?: unknown } | null)?.name), entry])
    : typeof data === "object" && data !== null
      ? Object.entries(data)
      : [];
  if (entries.length === 0) problems.push(`is neither a map nor a list of components; write ${EXAMPLE}`);
  const components = entries.flatMap(([name, entry]) => {
    if (typeof entry !== "object" || entry === null) {
      problems.push(`component \`${name}\` has no \`paths\``);
      return [];
    }
    const { paths, ...rest } = entry as Record<string, unknown>;
    const minimums: Partial<Record<ComponentMetric, string>> = {};
    for (const [key, value] of Object.entries(rest)) {
      if (key === "name") continue;
      if (isMetric(key)) minimums[key] = textOf(value);
      else
        problems.push(
          `component \`${name}\` has the unknown key \`${key}\`; write one of ${COMPONENT_METRICS.join(", ")}`,
        );
    }
    const globs = Array.isArray(paths) ? paths.map(textOf) : splitList(textOf(paths));
    return [{ name, globs, minimums }];
  });
  return checked(components, problems);
}

function checked(components: readonly ComponentDefinition[], problems: string[]): ParsedComponents {
  const names = new Set<string>();
  for (const { name, globs } of components) {
    if (name === "") problems.push("a component has no name");
    if (names.has(name)) problems.push(`component \`${name}\` is listed twice`);
    names.add(name);
    if (globs.length === 0) problems.push(`component \`${name}\` has no paths; write ${EXAMPLE}`);
    for (const glob of globs) {
      const problem = patternProblem(glob);
      if (problem !== undefined)
        problems.push(`component \`${name}\`: the pattern \`${glob.slice(0, 60)}\` ${problem}`);
    }
  }
  return { components, problems };
}

function parseMinimums(name: string, items: readonly string[], problems: string[]): ComponentDefinition["minimums"] {
  const minimums: Partial<Record<ComponentMetric, string>> = {};
  for (const item of items) {
    const [, metric = "line", value] = /^(?:([a-z]+)\s+)?(\S+)$/.exec(item) ?? [];
    if (value === undefined || !isMetric(metric)) {
      problems.push(
        `component \`${name}\` has the minimum \`${item}\`; write ${COMPONENT_METRICS.map((known) => `\`${known} 80\``).join(" or ")}`,
      );
    } else minimums[metric] = value;
  }
  return minimums;
}

function isMetric(text: string): text is ComponentMetric {
  return (COMPONENT_METRICS as readonly string[]).includes(text);
}

/** Commas inside braces belong to the glob. */
function splitList(text: string): string[] {
  const items: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "{") at = bracesAt(text, at)?.end ?? at;
    else if (text[at] === ",") {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...items, text.slice(start)].map((item) => item.trim()).filter((item) => item !== "");
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
