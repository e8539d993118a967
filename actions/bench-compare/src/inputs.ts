import { posix } from "node:path";
import { FORMATS, type FormatName } from "@jessy-actions/benchmarks/model";
import { MOST_ROUNDS } from "@jessy-actions/benchmarks/spending";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { USUAL_EFFORT } from "./judging/effort.ts";
import { parseFraction, parseTime } from "./judging/limit.ts";
import { parseOverride } from "./judging/overrides.ts";
import { FAILURES, type Failure, type Rules } from "./judging/rules.ts";
import { type CommandLine, parseCommandLine } from "./measuring/command-line.ts";
import { PRIVILEGED_EVENTS } from "./measuring/privileged-event.ts";

export interface Inputs {
  readonly name: string;
  readonly source: RunSource | FilesSource | PublishedSource;
  readonly format: FormatName | "auto";
  readonly rules: Rules;
  readonly failOn: readonly Failure[];
  readonly onMissingBase: "fail" | "warn";
  readonly onUnreadableHistory: "fail" | "warn";
  readonly onTooFewRuns: "fail" | "warn";
  readonly ignoreLabel: string | undefined;
  readonly comment: boolean;
  readonly history: boolean;
  readonly workingDirectory: string;
  readonly token: string;
  /** The inputs that make the gate strict or lax, as written, by name: kept with the history. */
  readonly gate: Readonly<Record<string, string>>;
}

/** The action builds and measures both sides itself. */
export interface RunSource {
  readonly kind: "run";
  readonly commands: readonly CommandLine[];
  readonly buildCommands: readonly CommandLine[];
  readonly results: string | undefined;
  readonly baseRef: string | undefined;
  readonly minRounds: number;
  readonly maxRounds: number;
  /** Milliseconds. */
  readonly maxTime: number;
  /** Milliseconds that one process may take. */
  readonly timeout: number;
  readonly nullControl: boolean;
  readonly binaries: readonly string[];
  readonly passEnvironment: readonly string[];
  readonly allowEvents: readonly string[];
}

/** Both sides were measured elsewhere, and their result files are read. */
export interface FilesSource {
  readonly kind: "files";
  readonly base: readonly string[];
  readonly head: readonly string[];
}

/** Another run measured, and this one publishes its result. */
export interface PublishedSource {
  readonly kind: "published";
  readonly path: string;
}

/** Inputs that make the gate strict or lax; kept with the history as they are written. */
const GATE_INPUTS = [
  "margin",
  "exact-margin",
  "floor",
  "fail-on",
  "on-missing-base",
  "on-unreadable-history",
  "on-too-few-runs",
  "overrides",
  "alpha",
  "ignore-label",
  "null-control",
  "min-rounds",
  "max-rounds",
  "max-minutes",
] as const;

/** Inputs that have no effect without `command`. */
const RUN_INPUTS = ["build-command", "results", "base-ref", "binaries", "pass-environment", "allow-events"];

export function readInputs(reader: InputReader): Inputs {
  return Object.freeze({
    name: reader.string("name"),
    source: readSource(reader),
    format: reader.enumeration("format", ["auto", ...FORMATS], "auto"),
    rules: readRules(reader),
    failOn: readFailOn(reader),
    onMissingBase: reader.enumeration("on-missing-base", ["fail", "warn"], "fail"),
    onUnreadableHistory: reader.enumeration("on-unreadable-history", ["fail", "warn"], "fail"),
    onTooFewRuns: reader.enumeration("on-too-few-runs", ["fail", "warn"], "fail"),
    ignoreLabel: reader.optional("ignore-label"),
    comment: reader.boolean("comment", true),
    history: reader.boolean("history", true),
    workingDirectory: readWorkingDirectory(reader),
    token: reader.string("github-token"),
    gate: Object.fromEntries(GATE_INPUTS.map((name) => [name, reader.string(name)])),
  } satisfies Inputs);
}

function readSource(reader: InputReader): Inputs["source"] {
  const published = reader.optional("publish-result");
  const commands = readCommands(reader, "command");
  const base = reader.list("base-results");
  const head = reader.list("head-results");
  const run: RunSource = {
    kind: "run",
    commands,
    buildCommands: readCommands(reader, "build-command"),
    results: readResults(reader),
    baseRef: reader.optional("base-ref"),
    ...readRounds(reader),
    maxTime: readMinutes(reader),
    timeout: readTimeout(reader),
    nullControl: reader.boolean("null-control", true),
    binaries: reader.globs("binaries"),
    passEnvironment: readPassedVariables(reader),
    allowEvents: readAllowedEvents(reader),
  };
  if (published !== undefined) {
    for (const name of ["command", "base-results", "head-results", ...RUN_INPUTS]) {
      if (reader.string(name) !== "")
        reader.problem(name, "is for measuring, and `publish-result` measures nothing; remove it");
    }
    return { kind: "published", path: published };
  }
  if (reader.string("command") !== "") {
    if (commandLines(reader, "command").length === 0)
      reader.problem("command", "has only comments; write the command that measures");
    for (const name of ["base-results", "head-results"]) {
      if (reader.string(name) !== "")
        reader.problem(name, "is for results that were measured elsewhere; remove it, or remove `command`");
    }
    return run;
  }
  if (base.length === 0 && head.length === 0) {
    reader.problem(
      "command",
      "is missing; write, for example, `command: go test -run '^$' -bench . ./...`, or compare files with `base-results` and `head-results`",
    );
    return run;
  }
  if (base.length === 0) reader.problem("base-results", "is missing, but `head-results` is set; both sides are needed");
  if (head.length === 0) reader.problem("head-results", "is missing, but `base-results` is set; both sides are needed");
  for (const name of RUN_INPUTS) {
    if (reader.string(name) !== "") reader.problem(name, "has an effect only with `command`; remove it");
  }
  return { kind: "files", base, head };
}

/** `reader.list` would strip quotes around a whole line, and here they belong to the command. */
function commandLines(reader: InputReader, name: string): readonly string[] {
  return reader
    .string(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function readCommands(reader: InputReader, name: string): readonly CommandLine[] {
  return commandLines(reader, name).flatMap((line) => {
    try {
      return [parseCommandLine(line)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reader.problem(name, `${quote(line)} ${error.message}`);
      return [];
    }
  });
}

function readRounds(reader: InputReader): { readonly minRounds: number; readonly maxRounds: number } {
  const minRounds = reader.integer("min-rounds", { min: 4, max: 1000 }, USUAL_EFFORT.minRounds);
  const maxRounds = reader.integer("max-rounds", { min: 4, max: MOST_ROUNDS }, USUAL_EFFORT.maxRounds);
  if (maxRounds < minRounds)
    reader.problem(
      "max-rounds",
      `is ${maxRounds}, less than \`min-rounds\`; write a whole number from ${minRounds} to ${MOST_ROUNDS}`,
    );
  return { minRounds, maxRounds };
}

/** GitHub ends a job after six hours. */
const MAX_MINUTES = 350;

function readTimeout(reader: InputReader): number {
  const timeout = reader.duration("timeout", 10 * 60_000);
  if (timeout < 1000 || timeout > MAX_MINUTES * 60_000)
    reader.wrong("timeout", reader.string("timeout"), `a duration from \`1s\` to \`${MAX_MINUTES}m\``);
  return timeout;
}

/** Its files are deleted before each run, so it must not lead out of the checkout. */
function readResults(reader: InputReader): string | undefined {
  const results = reader.optional("results");
  if (results === undefined) return undefined;
  const place = posix.normalize(posix.join(reader.workingDirectory(), results));
  if (results.startsWith("/") || /^(?:\.\.?)(?:\/|$)/.test(place))
    reader.wrong(
      "results",
      results,
      "a path or glob inside the repository, or let the command write to the file that `{results}` stands for",
    );
  return results;
}

function readMinutes(reader: InputReader): number {
  const text = reader.string("max-minutes");
  if (text === "") return USUAL_EFFORT.maxMinutes * 60_000;
  const minutes = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(minutes > 0 && minutes <= MAX_MINUTES))
    reader.wrong("max-minutes", text, `minutes up to ${MAX_MINUTES}, such as \`10\` or \`2.5\``);
  return minutes * 60_000;
}

function readRules(reader: InputReader): Rules {
  return {
    margin: readFraction(reader, "margin", 0.05, false),
    exactMargin: readFraction(reader, "exact-margin", 0.01, true),
    floor: readFloor(reader),
    alpha: readAlpha(reader),
    overrides: reader.list("overrides").flatMap((line) => {
      try {
        return [parseOverride(line)];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        reader.problem("overrides", `${quote(line)} ${error.message}`);
        return [];
      }
    }),
  };
}

function readFraction(reader: InputReader, name: string, fallback: number, mayBeZero: boolean): number {
  const text = reader.string(name);
  if (text === "") return fallback;
  const fraction = parseFraction(text);
  if (fraction !== undefined && (fraction > 0 || mayBeZero)) return fraction;
  reader.wrong(name, text, `a percentage ${mayBeZero ? "from 0" : "above 0"} such as \`5 %\` or \`2.5\``);
  return fallback;
}

function readFloor(reader: InputReader): number {
  const text = reader.string("floor");
  const floor = text === "" ? 1 : parseTime(text);
  if (floor === undefined) reader.wrong("floor", text, "a time such as `1ns`, `50us` or `0`");
  return floor ?? 1;
}

function readAlpha(reader: InputReader): number {
  const text = reader.string("alpha");
  if (text === "") return 0.05;
  const alpha = /^0?\.\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  if (alpha >= 0.0001 && alpha <= 0.2) return alpha;
  reader.wrong("alpha", text, "a probability from `0.0001` to `0.2`, such as `0.05`");
  return 0.05;
}

function readFailOn(reader: InputReader): readonly Failure[] {
  const words = reader.words("fail-on", FAILURES, "never") ?? ["regression", "missing"];
  return FAILURES.filter((failure) => words.includes(failure));
}

/** Names, and globs of which only `*` has a meaning in names. */
function readPassedVariables(reader: InputReader): readonly string[] {
  return reader.list("pass-environment").filter((name) => {
    const isName = /^[A-Za-z_*][\w*]*$/.test(name);
    if (!isName) reader.wrong("pass-environment", name, "the name of a variable, or a pattern such as `MYAPP_*`");
    return isName;
  });
}

function readAllowedEvents(reader: InputReader): readonly string[] {
  return reader.words("allow-events", PRIVILEGED_EVENTS) ?? [];
}

/** Both checkouts must have it, so it has to be inside the repository. */
function readWorkingDirectory(reader: InputReader): string {
  const directory = reader.workingDirectory();
  if (/^(?:\/|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(directory))
    reader.wrong("working-directory", directory, "a directory inside the repository, such as `crates/parser`");
  return directory;
}
