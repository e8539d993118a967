import { type ComponentDefinition, parseComponentData, parseComponentLines } from "@jessy-actions/coverage/components";
import { FORMATS, type FormatName } from "@jessy-actions/coverage/model";
import { type PathRule, parsePathRules } from "@jessy-actions/coverage/path-rules";
import type { ShardsMode } from "@jessy-actions/coverage/shards";
import type { TotalsMode } from "@jessy-actions/coverage/totals";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";

export interface Inputs {
  readonly name: string;
  readonly files: readonly string[];
  readonly format: FormatName | "auto";
  readonly totals: TotalsMode;
  readonly shards: ShardsMode;
  readonly minimums: Minimums;
  readonly components: readonly ComponentMinimums[];
  readonly requireMeasured: readonly string[];
  readonly exclude: readonly string[];
  readonly pathRules: readonly PathRule[];
  readonly baseline:
    | { readonly kind: "auto" }
    | { readonly kind: "none" }
    | { readonly kind: "file"; readonly path: string };
  readonly onMissingBase: "fail" | "warn";
  readonly onMissingBaseline: "warn" | "fail";
  readonly onUnreadableBaseline: "fail" | "warn";
  readonly onStaleReport: "warn" | "fail";
  readonly failOn: "gate" | "never";
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly publishResult: string | undefined;
  readonly workingDirectory: string;
  readonly token: string;
  /** The inputs that make the gate strict or lax, by name and as written. They are kept with the baseline. */
  readonly gate: Readonly<Record<string, string>>;
}

/** Percentages, as written; undefined = not judged. */
export interface Minimums {
  readonly line: Decimal | undefined;
  readonly branch: Decimal | undefined;
  readonly function: Decimal | undefined;
  readonly patch: Decimal | undefined;
  readonly patchBranch: Decimal | undefined;
  readonly perFile: Decimal | undefined;
  /** Percentage points. */
  readonly maxDecrease: Decimal | undefined;
  readonly patchLines: number;
}

/** A part of the repository, and the minimums that it has of its own. */
export interface ComponentMinimums {
  readonly name: string;
  readonly globs: readonly string[];
  readonly minimums: { readonly [Metric in "line" | "branch" | "function" | "patch"]?: Decimal };
}

/** The inputs that make the gate strict or lax. */
const GATE_INPUTS = [
  "min-coverage",
  "min-branch-coverage",
  "min-function-coverage",
  "min-patch-coverage",
  "min-patch-branch-coverage",
  "min-patch-lines",
  "max-decrease",
  "per-file-min",
  "components",
  "require-measured",
  "exclude",
  "totals",
  "shards",
  "on-missing-base",
  "on-missing-baseline",
  "on-unreadable-baseline",
  "on-stale-report",
  "fail-on",
];

/** Every input at once; what is wrong with them is remembered by the reader. */
export async function readInputs(reader: InputReader): Promise<Inputs> {
  const baseline = reader.string("baseline") || "auto";
  const { rules, problems } = parsePathRules(reader.list("path-map"));
  for (const problem of problems) reader.problem("path-map", `has a line that cannot be read: ${problem}`);
  return Object.freeze({
    name: reader.string("name"),
    files: reader.list("files"),
    format: reader.enumeration("format", ["auto", ...FORMATS], "auto"),
    totals: reader.enumeration("totals", ["lines", "declared"], "lines"),
    shards: reader.enumeration("shards", ["executed", "all"], "executed"),
    minimums: {
      line: reader.percentage("min-coverage"),
      branch: reader.percentage("min-branch-coverage"),
      function: reader.percentage("min-function-coverage"),
      patch: reader.percentage("min-patch-coverage"),
      patchBranch: reader.percentage("min-patch-branch-coverage"),
      perFile: reader.percentage("per-file-min"),
      maxDecrease: reader.percentagePoints("max-decrease"),
      patchLines: reader.integer("min-patch-lines", { min: 0, max: 1_000_000 }, 0),
    },
    components: await readComponents(reader),
    requireMeasured: reader.globs("require-measured"),
    exclude: reader.globs("exclude"),
    pathRules: rules,
    baseline:
      baseline === "auto"
        ? { kind: "auto" }
        : baseline === "none"
          ? { kind: "none" }
          : { kind: "file", path: baseline },
    onMissingBase: reader.enumeration("on-missing-base", ["fail", "warn"], "fail"),
    onMissingBaseline: reader.enumeration("on-missing-baseline", ["warn", "fail"], "warn"),
    onUnreadableBaseline: reader.enumeration("on-unreadable-baseline", ["fail", "warn"], "fail"),
    onStaleReport: reader.enumeration("on-stale-report", ["fail", "warn"], "fail"),
    failOn: reader.enumeration("fail-on", ["gate", "never"], "gate"),
    comment: reader.boolean("comment", true),
    annotations: reader.boolean("annotations", true),
    publishResult: reader.optional("publish-result"),
    workingDirectory: reader.workingDirectory(),
    token: reader.string("github-token"),
    gate: Object.fromEntries(GATE_INPUTS.map((name) => [name, reader.string(name)])),
  } satisfies Inputs);
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
