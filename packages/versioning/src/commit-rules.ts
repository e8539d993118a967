import { JsonValue, parseJson } from "@jessy-actions/reading/json";
import { nearest } from "@jessy-actions/reading/nearest";
import { ReportError } from "@jessy-actions/reading/report-error";
import { parseYaml } from "@jessy-actions/reading/yaml";
import { type LetterCase, letterCaseNamed } from "./letter-case.ts";

/** What kind of value each rule has. The names and what they mean are commitlint's. */
const VALUES = {
  "type-enum": "words",
  "type-case": "cases",
  "type-empty": "none",
  "type-min-length": "number",
  "type-max-length": "number",
  "scope-enum": "scopes",
  "scope-case": "scope-cases",
  "scope-delimiter-style": "delimiters",
  "scope-empty": "none",
  "scope-min-length": "number",
  "scope-max-length": "number",
  "subject-case": "cases",
  "subject-empty": "none",
  "subject-full-stop": "text",
  "subject-exclamation-mark": "none",
  "subject-min-length": "number",
  "subject-max-length": "number",
  "header-min-length": "number",
  "header-max-length": "number",
  "header-trim": "none",
  "header-case": "cases",
  "header-full-stop": "text",
  "body-leading-blank": "none",
  "body-empty": "none",
  "body-case": "cases",
  "body-full-stop": "text",
  "body-min-length": "number",
  "body-max-length": "number",
  "body-max-line-length": "number",
  "footer-leading-blank": "none",
  "footer-empty": "none",
  "footer-min-length": "number",
  "footer-max-length": "number",
  "footer-max-line-length": "number",
  "signed-off-by": "text",
  "trailer-exists": "text",
  "references-empty": "none",
  "breaking-change-exclamation-mark": "none",
} as const satisfies Readonly<Record<string, ValueKind>>;

type ValueKind = keyof Values;

/** A case that a text is to have, or with `isNegated` not to have. */
export interface CaseCheck {
  readonly letterCase: LetterCase;
  readonly isNegated: boolean;
}

/** Scopes, and what stands between several of them. */
export interface Scopes {
  readonly scopes: readonly string[];
  readonly delimiters: readonly string[];
  /** Whether `*`, `?`, `[0-9]` and `{a,b}` in a scope mean what they mean in a glob. Never so in a file. */
  readonly arePatterns: boolean;
}

interface Values {
  none: undefined;
  number: number;
  text: string;
  words: readonly string[];
  cases: readonly CaseCheck[];
  scopes: Scopes;
  "scope-cases": { readonly cases: readonly CaseCheck[]; readonly delimiters: readonly string[] };
  delimiters: readonly string[];
}

/** What commitlint takes for the end of a scope. */
export const SCOPE_DELIMITERS: readonly string[] = ["/", "\\", ","];

export type RuleName = keyof typeof VALUES;

/** 1 is a warning, 2 an error; rules of level 0 are left out when they are read. */
export type RuleLevel = 1 | 2;

export interface Rule<Name extends RuleName = RuleName> {
  readonly level: RuleLevel;
  readonly when: "always" | "never";
  readonly value: Values[(typeof VALUES)[Name]];
}

export type CommitRules = { readonly [Name in RuleName]?: Rule<Name> };

/** That a text is to have one of some cases. */
export function casesOf(...names: readonly LetterCase[]): CaseCheck[] {
  return names.map((letterCase) => ({ letterCase, isNegated: false }));
}

const TYPES = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

/** The rules of @commitlint/config-conventional. */
export const CONVENTIONAL_RULES: CommitRules = {
  "body-leading-blank": { level: 1, when: "always", value: undefined },
  "body-max-line-length": { level: 2, when: "always", value: 100 },
  "footer-leading-blank": { level: 1, when: "always", value: undefined },
  "footer-max-line-length": { level: 2, when: "always", value: 100 },
  "header-max-length": { level: 2, when: "always", value: 100 },
  "header-trim": { level: 2, when: "always", value: undefined },
  "subject-case": {
    level: 2,
    when: "never",
    value: casesOf("sentence-case", "start-case", "pascal-case", "upper-case"),
  },
  "subject-empty": { level: 2, when: "never", value: undefined },
  "subject-full-stop": { level: 2, when: "never", value: "." },
  "type-case": { level: 2, when: "always", value: casesOf("lower-case") },
  "type-empty": { level: 2, when: "never", value: undefined },
  "type-enum": { level: 2, when: "always", value: TYPES },
};

/** A file of rules as it was read. If there are problems, its rules must not be used. */
export interface CommitRulesFile {
  readonly rules: CommitRules;
  /** Whether commits that git and GitHub write (merges, reverts, fixups) are left alone. */
  readonly defaultIgnores: boolean;
  /** Everything that is wrong; each sentence stands after the file's name. */
  readonly problems: readonly string[];
}

/** Nobody writes more rules by hand. */
export const MAX_RULES_CHARACTERS = 100_000;

/**
 * Reads rules as commitlint's data files have them: `{ "extends": [...], "rules": { name: [level, "always" | "never", value] } }`, in JSON or
 * YAML, or as the `commitlint` part of a package.json. Without `extends` only the rules of the file hold, as in commitlint. A program is
 * refused: a check of other people's commits must not run code that they wrote.
 *
 * @param path decides between JSON, YAML and package.json
 */
export function readCommitRules(text: string, path: string): CommitRulesFile {
  const problems: string[] = [];
  const config = readConfig(text, path, problems);
  if (config === undefined) return { rules: {}, defaultIgnores: true, problems };
  for (const [key] of config.entries()) {
    if (UNUSED_KEYS.includes(key) || READ_KEYS.includes(key)) continue;
    problems.push(
      PROGRAM_KEYS.includes(key)
        ? `sets \`${key}\`, which only works in a program; remove it`
        : `sets ${quote(key)}, which is none of ${READ_KEYS.join(", ")}`,
    );
  }
  const extended = readExtends(config.get("extends"), problems);
  const rules = readRules(config.get("rules"), problems);
  const merged = { ...extended, ...rules.set };
  for (const name of rules.off) delete merged[name];
  if (problems.length === 0 && Object.keys(merged).length === 0) {
    problems.push('sets no rule, so nothing would be checked; write "extends": ["@commitlint/config-conventional"]');
  }
  const ignores = config.get("defaultIgnores");
  if (!ignores.isMissing && typeof ignores.raw !== "boolean") {
    problems.push(`has ${quote(ignores.raw)} for defaultIgnores; write true or false`);
  }
  return { rules: merged, defaultIgnores: ignores.raw !== false, problems };
}

/**
 * Lays rules, written like the `rules` of a file in YAML or JSON, over others. Level 0 removes a rule.
 */
export function overlayCommitRules(base: CommitRules, text: string): Omit<CommitRulesFile, "defaultIgnores"> {
  if (text.length > MAX_RULES_CHARACTERS)
    return { rules: base, problems: [`has more than ${MAX_RULES_CHARACTERS} characters`] };
  let settings: JsonValue;
  try {
    settings = new JsonValue(parseYaml(text).value, "");
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { rules: base, problems: [error.message] };
  }
  if (!settings.isObject) return { rules: base, problems: ['must hold one `name: [level, "always", value]` per line'] };
  const problems: string[] = [];
  const { set, off } = readRules(settings, problems);
  const rules = { ...base, ...set };
  for (const name of off) delete rules[name];
  return { rules, problems };
}

const READ_KEYS: readonly string[] = ["extends", "rules", "defaultIgnores"];
const UNUSED_KEYS: readonly string[] = ["$schema", "helpUrl", "formatter", "prompt"];
const PROGRAM_KEYS: readonly string[] = ["ignores", "plugins", "parserPreset"];

function readConfig(text: string, path: string, problems: string[]): JsonValue | undefined {
  const name = path.split("/").at(-1)!;
  if (/\.[cm]?[jt]s$/.test(name)) {
    problems.push("is a program, which is not run; write the rules as JSON or YAML");
    return undefined;
  }
  if (text.length > MAX_RULES_CHARACTERS) {
    problems.push(`has more than ${MAX_RULES_CHARACTERS} characters`);
    return undefined;
  }
  try {
    const root = name.endsWith(".json")
      ? parseJson([new TextEncoder().encode(text)])
      : new JsonValue(parseYaml(text).value, "");
    const config = name === "package.json" ? root.get("commitlint") : root;
    if (!config.isObject) throw config.not("an object");
    return config;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

const CONVENTIONAL_CONFIG = "@commitlint/config-conventional";

function readExtends(value: JsonValue, problems: string[]): CommitRules {
  if (value.isMissing) return {};
  const names = value.isList ? value.list() : [value.raw];
  for (const name of names) {
    if (name === CONVENTIONAL_CONFIG) continue;
    problems.push(`extends ${quote(name)}; only ${CONVENTIONAL_CONFIG} is known here: write the others' rules out`);
  }
  return names.includes(CONVENTIONAL_CONFIG) ? CONVENTIONAL_RULES : {};
}

interface ReadRules {
  readonly set: { [Name in RuleName]?: Rule<Name> };
  readonly off: readonly RuleName[];
}

function readRules(value: JsonValue, problems: string[]): ReadRules {
  const set: Record<string, unknown> = {};
  const off: RuleName[] = [];
  if (value.isMissing) return { set, off };
  if (!value.isObject) {
    problems.push("has `rules` that are not an object");
    return { set, off };
  }
  for (const [name, setting] of value.entries()) {
    if (!isRuleName(name)) {
      const meant = nearest(name, Object.keys(VALUES));
      const hint = meant === undefined ? "remove it" : `did you mean \`${meant}\`?`;
      problems.push(`sets ${quote(name)}, which is not a rule of commitlint; ${hint}`);
      continue;
    }
    const rule = readRule(name, setting.raw);
    if (typeof rule === "string") problems.push(`has a wrong rule \`${name}\`: ${rule}`);
    else if (rule === undefined) off.push(name);
    else set[name] = rule;
  }
  return { set, off };
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(VALUES, name);
}

/** The rule, undefined when it is switched off, or what is wrong and what to write. */
function readRule(name: RuleName, setting: unknown): Rule | undefined | string {
  const kind = VALUES[name];
  const example = `[2, "always"${EXAMPLES[kind]}]`;
  if (!Array.isArray(setting)) return `${quote(setting)} is not a list; write ${example}, or [0] to switch it off`;
  const [level, when = "always", value] = setting as readonly unknown[];
  if (level === 0 && setting.length <= 3) return undefined;
  if (level !== 1 && level !== 2) return `its level is ${quote(level)}; write 0 (off), 1 (warning) or 2 (error)`;
  if (when !== "always" && when !== "never") return `its second part is ${quote(when)}; write "always" or "never"`;
  if (setting.length > 3) return `it has ${setting.length} parts; write ${example}`;
  const read = readValue(kind, name, value);
  if (read === WRONG) return `its value is ${quote(value)}; write ${example}`;
  return { level, when, value: read as never };
}

const EXAMPLES: Readonly<Record<ValueKind, string>> = {
  none: "",
  number: ", 100",
  text: ', "."',
  words: ', ["feat", "fix"]',
  cases: ', ["lower-case"]',
  scopes: ', ["api", "core"]',
  "scope-cases": ', ["lower-case"]',
  delimiters: ', [","]',
};

const WRONG = Symbol("wrong");

function readValue(kind: ValueKind, name: RuleName, value: unknown): Values[ValueKind] | typeof WRONG {
  switch (kind) {
    case "none":
      return value === undefined || value === null ? undefined : WRONG;
    case "number":
      return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : WRONG;
    case "text":
      if (value === undefined && name === "signed-off-by") return "Signed-off-by:";
      if (value === undefined && name.endsWith("-full-stop")) return ".";
      return typeof value === "string" && value !== "" ? value : WRONG;
    case "words":
      return readWords(value);
    case "cases":
      return readCases(value);
    case "delimiters":
      return readDelimiters(value ?? []);
    case "scopes": {
      const { scopes: list, delimiters } = readScopeObject(value, "scopes");
      const scopes = readWords(list);
      return scopes === WRONG || delimiters === WRONG ? WRONG : { scopes, delimiters, arePatterns: false };
    }
    case "scope-cases": {
      const { cases: list, delimiters } = readScopeObject(value, "cases");
      const cases = readCases(list);
      return cases === WRONG || delimiters === WRONG ? WRONG : { cases, delimiters };
    }
  }
}

function readWords(value: unknown): readonly string[] | typeof WRONG {
  return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : WRONG;
}

/** A case, or several, each by its name or as `{ case, when }`. */
function readCases(value: unknown): readonly CaseCheck[] | typeof WRONG {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const checks = list.map((each): CaseCheck | undefined => {
    const isObject = typeof each === "object" && each !== null;
    const { case: name, when = "always" } = (isObject ? each : { case: each }) as { case?: unknown; when?: unknown };
    const letterCase = typeof name === "string" ? letterCaseNamed(name) : undefined;
    const isRead = letterCase !== undefined && (when === "always" || when === "never");
    return isRead ? { letterCase, isNegated: when === "never" } : undefined;
  });
  return checks.length === 0 || checks.includes(undefined) ? WRONG : (checks as CaseCheck[]);
}

/** An empty list stands for the usual ones. */
function readDelimiters(value: unknown): readonly string[] | typeof WRONG {
  const words = readWords(value);
  if (words === WRONG || words.includes("")) return WRONG;
  return words.length === 0 ? SCOPE_DELIMITERS : words;
}

/** `["a"]`, or `{ "scopes": ["a"], "delimiters": [","] }`. */
function readScopeObject<Key extends string>(
  value: unknown,
  key: Key,
): Record<Key, unknown> & { delimiters: ReturnType<typeof readDelimiters> } {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const { [key]: list, delimiters = [], ...others } = (isObject ? value : { [key]: value }) as Record<string, unknown>;
  const isRead = Object.keys(others).length === 0;
  return { [key]: list, delimiters: isRead ? readDelimiters(delimiters) : WRONG } as never;
}

/** A value of a file, cut to a length that messages can quote. */
function quote(value: unknown): string {
  const text = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
