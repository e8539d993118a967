import { FORMATS, type FormatName } from "@jessy-actions/coverage/model";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Decimal } from "@jessy-actions/reading/decimal";
import { readPathRules, readScope, SCOPE_INPUTS, type Scope } from "./scope.ts";

export interface Inputs extends Scope {
  readonly name: string;
  readonly files: readonly string[];
  readonly format: FormatName | "auto";
  readonly minimums: Minimums;
  readonly baseline:
    | { readonly kind: "auto" }
    | { readonly kind: "none" }
    | { readonly kind: "file"; readonly path: string };
  readonly onMissingBase: "fail" | "warn";
  readonly onMissingBaseline: "warn" | "fail";
  readonly onUnreadableBaseline: "fail" | "warn";
  readonly onStaleReport: "warn" | "fail";
  readonly onChangedScope: "fail" | "warn";
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

/** The inputs that make the gate strict or lax. */
const GATE_INPUTS = [
  "files",
  "min-coverage",
  "min-branch-coverage",
  "min-function-coverage",
  "min-patch-coverage",
  "min-patch-branch-coverage",
  "min-patch-lines",
  "max-decrease",
  "per-file-min",
  ...SCOPE_INPUTS,
  "on-missing-base",
  "on-missing-baseline",
  "on-unreadable-baseline",
  "on-stale-report",
  "on-changed-scope",
  "fail-on",
];

/** Every input at once; what is wrong with them is remembered by the reader. */
export async function readInputs(reader: InputReader): Promise<Inputs> {
  const baseline = reader.string("baseline") || "auto";
  const pathRules = readPathRules(reader);
  return Object.freeze({
    name: reader.string("name"),
    files: reader.list("files"),
    format: reader.enumeration("format", ["auto", ...FORMATS], "auto"),
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
    ...(await readScope(reader, pathRules)),
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
    onChangedScope: reader.enumeration("on-changed-scope", ["fail", "warn"], "fail"),
    failOn: reader.enumeration("fail-on", ["gate", "never"], "gate"),
    comment: reader.boolean("comment", true),
    annotations: reader.boolean("annotations", true),
    publishResult: reader.optional("publish-result"),
    workingDirectory: reader.workingDirectory(),
    token: reader.string("github-token"),
    gate: Object.fromEntries(GATE_INPUTS.map((name) => [name, reader.string(name)])),
  } satisfies Inputs);
}
