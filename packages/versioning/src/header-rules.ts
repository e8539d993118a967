import { compileGlob } from "@jessy-actions/reading/glob";
import { casesInWords, STARTS_WITH_CASED, satisfies } from "./case-check.ts";
import { headerProblem, parseHeader } from "./commit-header.ts";
import type { CaseCheck, CommitRules, Rule, RuleLevel, Scopes } from "./commit-rules.ts";
import type { CommitMessage } from "./conventional-commit.ts";
import { isInCase, type LetterCase } from "./letter-case.ts";
import { Findings, type Place, shorten } from "./lint-findings.ts";
import type { LintProblem } from "./lint-problem.ts";

const START: Place = { line: 1, column: 1 };

/** Holds a message's first line against the rules for it. */
export function headerProblems(commit: CommitMessage, line: string, rules: CommitRules): LintProblem[] {
  const findings = new Findings(rules);
  askLine(findings, line);
  // The header of a merge or revert that is not ignored counts as one without a type.
  const header = commit.conventional ?? parseHeader(commit.header);
  if (header === undefined) {
    const level = Math.max(grammarLevel(rules["type-empty"]), grammarLevel(rules["subject-empty"]));
    const problem = headerProblem(commit.header);
    if (level > 0 && problem !== undefined) {
      const { column, message } = problem;
      findings.add("header-grammar", level as RuleLevel, { line: 1, column }, `the first line ${message}`);
    }
    return findings.problems;
  }
  const { type, scope, description } = header;
  askType(findings, type);
  askScope(findings, type, scope);
  askDescription(findings, description, { line: 1, column: header.descriptionColumn }, commit.header.length);
  const afterScope = type.length + (scope === undefined ? 0 : scope.length + 2) + 1;
  findings.ask("subject-exclamation-mark", { line: 1, column: afterScope }, () => ({
    holds: header.isMarkedBreaking,
    sentence: (must) => `the first line ${must} have \`!\` before its colon`,
  }));
  return findings.problems;
}

function askLine(findings: Findings, line: string): void {
  findings.limit("header-max-length", START, line.length, "the first line");
  findings.limit("header-min-length", START, line.length, "the first line");
  findings.ask("header-trim", { line: 1, column: line.length - line.trimStart().length + 1 }, () => ({
    holds: line === line.trim(),
    sentence: () => "the first line must not begin or end with a space",
  }));
  if (/^[a-z]/i.test(line)) {
    findings.ask("header-case", START, (checks) => ({
      holds: checks.some((check) => satisfies(line, check)),
      sentence: (must) => `the first line ${must} be in ${casesInWords(checks)}`,
    }));
  }
  findings.ask("header-full-stop", { line: 1, column: Math.max(1, line.length) }, (stop) => ({
    holds: line.endsWith(stop),
    sentence: (must) => `the first line ${must} end with \`${stop}\``,
  }));
}

function grammarLevel(rule: Pick<Rule, "level" | "when"> | undefined): number {
  return rule?.when === "never" ? rule.level : 0;
}

function askType(findings: Findings, type: string): void {
  const shown = `the type \`${shorten(type)}\``;
  findings.ask("type-case", START, (checks) => ({
    holds: checks.some((check) => satisfies(type, check)),
    sentence: (must) => `${shown} ${must} be in ${casesInWords(checks)}`,
  }));
  findings.ask("type-enum", START, (allowed, when) => ({
    // An empty list demands nothing, with `always` and with `never`.
    holds: allowed.length === 0 ? when === "always" : allowed.includes(type),
    sentence: () => notAllowed(shown, when, allowed),
  }));
  findings.limit("type-max-length", START, type.length, "the type");
  findings.limit("type-min-length", START, type.length, "the type");
  findings.ask("type-empty", START, () => ({ holds: false, sentence: () => "the first line must not have a type" }));
}

/** A scope may list several: either each of them is right, or the whole of it. */
function askScope(findings: Findings, type: string, scope: string | undefined): void {
  if (scope === undefined) {
    findings.ask("scope-empty", { line: 1, column: type.length + 1 }, () => ({
      holds: true,
      sentence: () => "a scope is missing, such as `(core)` after the type",
    }));
    return;
  }
  const place = { line: 1, column: type.length + 2 };
  const shown = `the scope \`${shorten(scope)}\``;
  findings.ask("scope-empty", place, () => ({ holds: false, sentence: () => `${shown} must not be there` }));
  findings.ask("scope-case", place, ({ cases, delimiters }) => ({
    holds: cases.some(
      (check) => scopesIn(scope, delimiters).every((each) => isInCase(each, check.letterCase)) !== check.isNegated,
    ),
    sentence: (must) => `${shown} ${must} be in ${casesInWords(cases)}`,
  }));
  findings.ask("scope-enum", place, (scopes, when) => ({
    holds: isOneOf(scope, scopes, when),
    sentence: () => notAllowed(shown, when, scopes.scopes),
  }));
  findings.ask("scope-delimiter-style", place, (delimiters) => ({
    holds: (scope.match(/[^A-Za-z0-9-_]+/g) ?? []).every((each) =>
      delimiters.includes(each.trim() === "," ? "," : each),
    ),
    sentence: (must) =>
      `between the scopes of \`${shorten(scope)}\` there ${must} be ${delimiters.map((each) => `\`${each}\``).join(" or ")}`,
  }));
  findings.limit("scope-max-length", place, scope.length, "the scope");
  findings.limit("scope-min-length", place, scope.length, "the scope");
}

function isOneOf(scope: string, { scopes, delimiters, arePatterns }: Scopes, when: Rule["when"]): boolean {
  if (scopes.length === 0) return when === "always";
  const tests = scopes.map((each) => (arePatterns ? compileGlob(each) : (word: string) => word === each));
  const isKnown = (word: string) => tests.some((test) => test(word));
  const words = scopesIn(scope, delimiters);
  return isKnown(scope) || (when === "never" ? words.some(isKnown) : words.every(isKnown));
}

function scopesIn(scope: string, delimiters: readonly string[]): string[] {
  let words = [scope];
  for (const delimiter of delimiters) {
    // A comma may have a space behind it.
    words = words.flatMap((word) => word.split(delimiter === "," ? /, ?/ : delimiter));
  }
  return words;
}

function notAllowed(shown: string, when: Rule["when"], words: readonly string[]): string {
  const list = words.join(", ");
  return when === "always" ? `${shown} is not one of ${list}` : `${shown} is not allowed here, like each of ${list}`;
}

function askDescription(findings: Findings, description: string, place: Place, end: number): void {
  findings.ask("subject-empty", place, () => ({
    holds: false,
    sentence: () => "the first line must not have a description",
  }));
  if (STARTS_WITH_CASED.test(description)) {
    findings.ask("subject-case", place, (checks, when) => ({
      holds: checks.some((check) => satisfies(description, check)),
      sentence: (must) =>
        forbidsCapital(checks, when)
          ? "the description must begin with a lower-case letter; a name such as `README` may stand in backticks"
          : `the description ${must} be in ${casesInWords(checks)}`,
    }));
  }
  findings.ask("subject-full-stop", { line: 1, column: end }, (stop) => ({
    holds: description.endsWith(stop) && !description.endsWith("..."),
    sentence: (must) => `the description ${must} end with \`${stop}\``,
  }));
  findings.limit("subject-max-length", place, description.length, "the description");
  findings.limit("subject-min-length", place, description.length, "the description");
}

/** Whether the cases that are forbidden are those that begin with a capital, as in config-conventional. */
function forbidsCapital(checks: readonly CaseCheck[], when: Rule["when"]): boolean {
  return when === "never" && checks.every(({ letterCase, isNegated }) => !isNegated && CAPITALS.includes(letterCase));
}

const CAPITALS: readonly LetterCase[] = ["sentence-case", "start-case", "pascal-case", "upper-case"];
