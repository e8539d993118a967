import { type ComponentDefinition, parseComponentData, parseComponentLines } from "@jessy-actions/coverage/components";
import { type PathRule, parsePathRules } from "@jessy-actions/coverage/path-rules";
import type { ShardsMode } from "@jessy-actions/coverage/shards";
import type { TotalsMode } from "@jessy-actions/coverage/totals";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";

/**
 * What counts, and how it is counted. Of two scopes none is the stricter one, so a change must hold by its own and by
 * the default branch's.
 */
export interface Scope {
  readonly exclude: readonly string[];
  readonly components: readonly ComponentMinimums[];
  readonly requireMeasured: readonly string[];
  readonly totals: TotalsMode;
  readonly shards: ShardsMode;
  readonly pathRules: readonly PathRule[];
}

/** A part of the repository, and the minimums that it has of its own. */
export interface ComponentMinimums {
  readonly name: string;
  readonly globs: readonly string[];
  readonly minimums: { readonly [Metric in "line" | "branch" | "function" | "patch"]?: Decimal };
}

/** The inputs that a scope is made of, in the order in which reports name them. */
export const SCOPE_INPUTS = ["exclude", "components", "require-measured", "totals", "shards", "path-map"] as const;

export type ScopeInput = (typeof SCOPE_INPUTS)[number];

/** Where each input stands in a scope. */
export const SCOPE_KEYS: Readonly<Record<ScopeInput, keyof Scope>> = {
  exclude: "exclude",
  components: "components",
  "require-measured": "requireMeasured",
  totals: "totals",
  shards: "shards",
  "path-map": "pathRules",
};

/**
 * What is wrong with the inputs is remembered by the reader.
 *
 * @param pathRules where they were read before: problems are told in the order in which inputs are read.
 */
export async function readScope(reader: InputReader, pathRules = readPathRules(reader)): Promise<Scope> {
  return {
    components: await readComponents(reader),
    requireMeasured: reader.globs("require-measured"),
    exclude: reader.globs("exclude"),
    totals: reader.enumeration("totals", ["lines", "declared"], "lines"),
    shards: reader.enumeration("shards", ["executed", "all"], "executed"),
    pathRules,
  };
}

export function readPathRules(reader: InputReader): readonly PathRule[] {
  const { rules, problems } = parsePathRules(reader.list("path-map"));
  for (const problem of problems) reader.problem("path-map", `has a line that cannot be read: ${problem}`);
  return rules;
}

async function readComponents(reader: InputReader): Promise<readonly ComponentMinimums[]> {
  const text = reader.string("components");
  if (text === "") return [];
  const { components, problems } = looksLikeYaml(text)
    ? parseComponentData(await parseYaml(reader, text))
    : parseComponentLines(reader.list("components"));
  for (const problem of problems) reader.problem("components", `cannot be used: ${problem}`);
  return components.map(({ name, globs, minimums }) => ({
    name,
    globs,
    minimums: readMinimums(reader, name, minimums),
  }));
}

function readMinimums(
  reader: InputReader,
  component: string,
  texts: ComponentDefinition["minimums"],
): ComponentMinimums["minimums"] {
  const minimums: { -readonly [Metric in keyof ComponentMinimums["minimums"]]: Decimal } = {};
  for (const [metric, text] of Object.entries(texts) as [keyof ComponentMinimums["minimums"], string][]) {
    const minimum = parseDecimal(text.replace(/\s*%$/, ""));
    if (minimum === undefined || compareDecimals(minimum, HUNDRED) > 0) {
      reader.problem(
        "components",
        `gives \`${component}\` the ${metric} minimum \`${text}\`; write a percentage from 0 to 100`,
      );
    } else minimums[metric] = minimum;
  }
  return minimums;
}

const HUNDRED: Decimal = { text: "100", numerator: 100n, denominator: 1n };

/** YAML has a list or a key without a value; a line of ours has neither. */
function looksLikeYaml(text: string): boolean {
  return /^\s*-\s/m.test(text) || /^[^:#\n]+:\s*$/m.test(text);
}

async function parseYaml(reader: InputReader, text: string): Promise<unknown> {
  const { parse } = await import("yaml");
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (error) {
    reader.problem("components", `is not valid YAML: ${(error as Error).message.split("\n")[0]}`);
    return [];
  }
}
