import { correctHeader, parseHeader } from "./commit-header.ts";
import type { CommitRules, Rule, RuleLevel, RuleName } from "./commit-rules.ts";
import { type CommitMessage, parseCommit } from "./conventional-commit.ts";
import { isInCase, type LetterCase, toCase } from "./letter-case.ts";

/** A rule that a message breaks. Lines and columns count from 1. */
export interface LintProblem {
  /** A rule's name. `header-grammar` and `footer-grammar` are problems that the parser found. */
  readonly rule: RuleName | "header-grammar" | "footer-grammar";
  readonly level: RuleLevel;
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop. What it quotes is untrusted. */
  readonly message: string;
}

export interface LintResult {
  /** Why nothing was checked: git or GitHub wrote the message. */
  readonly ignoredAs: string | undefined;
  readonly problems: readonly LintProblem[];
  /** A header that would pass, made of the same words; undefined when the header passes, or none can be made. */
  readonly correction: string | undefined;
}

export interface LintOptions {
  /** Leave merges, reverts, fixups and bare versions alone, as commitlint does. */
  readonly defaultIgnores: boolean;
}

/**
 * Holds a message against rules. Two problems come from no rule:
 * - `header-grammar`: a header that is not a Conventional Commit is one problem, at the place where it stops being one, with the level of
 *   `type-empty` and `subject-empty` (which commitlint reports instead). The rules for its parts are then skipped.
 * - `footer-grammar`: a line that was meant as `BREAKING CHANGE:` but does not count as one is a warning.
 */
export function lintCommit(message: string, rules: CommitRules, options: LintOptions): LintResult {
  const commit = parseCommit(message);
  if (options.defaultIgnores && commit.kind !== "conventional" && commit.kind !== "unconventional") {
    return { ignoredAs: commit.kind, problems: [], correction: undefined };
  }
  const lines = message.split(/\r?\n/);
  const problems = [...headerProblems(commit, lines[0]!, rules), ...restProblems(commit, lines, rules)];
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const correction = problems.some((each) => each.line === 1) ? corrected(lines[0]!, rules) : undefined;
  return { ignoredAs: undefined, problems, correction };
}

class Findings {
  readonly problems: LintProblem[] = [];
  readonly #rules: CommitRules;

  constructor(rules: CommitRules) {
    this.#rules = rules;
  }

  /**
   * Applies a rule, if it is set. `holds` says whether the text is as the rule's name says; it is a problem if the rule wants the opposite.
   * `message` continues after "must" or "must not".
   */
  ask<Name extends RuleName>(
    name: Name,
    place: { readonly line: number; readonly column: number },
    check: (value: Rule<Name>["value"]) => { readonly holds: boolean; readonly what: string; readonly must: string },
  ): void {
    const rule = this.#rules[name] as Rule<Name> | undefined;
    if (rule === undefined) return;
    const { holds, what, must } = check(rule.value);
    if (holds === (rule.when === "always")) return;
    const message = `${what} must ${rule.when === "always" ? "" : "not "}${must}`;
    this.problems.push({ rule: name, level: rule.level, ...place, message });
  }

  forbids(name: RuleName): boolean {
    return this.#rules[name]?.when === "never";
  }

  /** A limit has no opposite: commitlint looks at neither `always` nor `never` there. */
  limit<Name extends LimitName>(
    name: Name,
    place: { readonly line: number; readonly column: number },
    length: number,
    what: string,
  ): void {
    const rule = this.#rules[name] as Rule<"header-max-length"> | undefined;
    if (rule === undefined) return;
    const isMaximum = name.includes("-max-");
    if (isMaximum ? length <= rule.value : length >= rule.value) return;
    const message = `${what} has ${length} characters; ${isMaximum ? "at most" : "at least"} ${rule.value} are allowed`;
    const column = isMaximum ? place.column + rule.value : place.column;
    this.problems.push({ rule: name, level: rule.level, line: place.line, column, message });
  }
}

type LimitName = Extract<RuleName, `${string}-length`>;

function headerProblems(commit: CommitMessage, line: string, rules: CommitRules): LintProblem[] {
  const findings = new Findings(rules);
  const start = { line: 1, column: 1 };
  findings.limit("header-max-length", start, line.length, "the header");
  findings.limit("header-min-length", start, line.length, "the header");
  findings.ask("header-trim", { line: 1, column: line.length - line.trimStart().length + 1 }, () => ({
    holds: line === line.trim(),
    what: "the header",
    must: "be without blanks at its ends",
  }));
  // The header of a merge or revert that is not ignored counts as one without a type.
  const header = commit.conventional ?? parseHeader(commit.header);
  if (header === undefined) {
    const level = Math.max(grammarLevel(rules["type-empty"]), grammarLevel(rules["subject-empty"]));
    const problem = commit.problems.find((each) => each.part === "header");
    if (level > 0) {
      findings.problems.push({
        rule: "header-grammar",
        level: level as RuleLevel,
        line: 1,
        column: problem?.column ?? 1,
        message: problem?.message ?? "the header is not `type: description`",
      });
    }
    return findings.problems;
  }

  const { type, scope, description } = header;
  askWord(findings, "type", type, start);
  findings.ask("type-empty", start, () => ({ holds: false, what: "the type", must: "be empty" }));
  const scopePlace = { line: 1, column: type.length + 2 };
  findings.ask("scope-empty", scope === undefined ? { line: 1, column: type.length + 1 } : scopePlace, () => ({
    holds: scope === undefined,
    what: scope === undefined ? "the scope, as in `(core)`," : "the scope",
    must: "be empty",
  }));
  if (scope !== undefined) askWord(findings, "scope", scope, scopePlace);
  const place = { line: 1, column: header.descriptionColumn };
  findings.ask("subject-empty", place, () => ({ holds: false, what: "the description", must: "be empty" }));
  if (STARTS_WITH_CASED.test(description)) {
    findings.ask("subject-case", place, (cases) => ({
      holds: cases.some((each) => isInCase(description, each)),
      what: "the description",
      must: `be in ${cases.join(" or ")}`,
    }));
  }
  findings.ask("subject-full-stop", { line: 1, column: commit.header.length }, (stop) => ({
    holds: description.endsWith(stop) && !description.endsWith("..."),
    what: "the description",
    must: `end with \`${stop}\``,
  }));
  findings.limit("subject-max-length", place, description.length, "the description");
  findings.limit("subject-min-length", place, description.length, "the description");
  return findings.problems;
}

const STARTS_WITH_CASED = /^[\p{Ll}\p{Lu}\p{Lt}]/u;

function grammarLevel(rule: Pick<Rule, "level" | "when"> | undefined): number {
  return rule?.when === "never" ? rule.level : 0;
}

/** A type or a scope. A scope may list several: either each of them is right, or the whole of it. */
function askWord(
  findings: Findings,
  part: "type" | "scope",
  word: string,
  place: { readonly line: number; readonly column: number },
): void {
  const words = part === "scope" ? word.split(/[/\\]|, ?/) : [word];
  findings.ask(`${part}-case`, place, (cases) => ({
    holds: cases.some((letterCase) => words.every((each) => isInCase(each, letterCase))),
    what: `the ${part} \`${shorten(word)}\``,
    must: `be in ${cases.join(" or ")}`,
  }));
  findings.ask(`${part}-enum`, place, (allowed) => ({
    holds: isOneOf(findings, part, word, words, allowed),
    what: `the ${part} \`${shorten(word)}\``,
    must: `be one of ${allowed.join(", ")}`,
  }));
  findings.limit(`${part}-max-length`, place, word.length, `the ${part}`);
  findings.limit(`${part}-min-length`, place, word.length, `the ${part}`);
}

function isOneOf(
  findings: Findings,
  part: "type" | "scope",
  word: string,
  words: readonly string[],
  allowed: readonly string[],
): boolean {
  const isForbidding = findings.forbids(`${part}-enum`);
  // An empty list demands nothing, with `always` and with `never`.
  if (allowed.length === 0) return !isForbidding;
  const each = (one: string) => allowed.includes(one);
  return each(word) || (isForbidding ? words.some(each) : words.every(each));
}

function restProblems(commit: CommitMessage, lines: readonly string[], rules: CommitRules): LintProblem[] {
  const findings = new Findings(rules);
  const footerLine = commit.footers[0]?.line ?? lines.length + 1;
  const bodyPlace = { line: Math.min(commit.bodyLine || 2, lines.length), column: 1 };
  const footerPlace = { line: Math.min(footerLine, lines.length), column: 1 };
  const hasBody = commit.body !== "";
  const hasFooters = commit.footers.length > 0;
  const footerText = hasFooters
    ? lines
        .slice(footerLine - 1)
        .join("\n")
        .trim()
    : "";
  const runsOn = (part: "body" | "footer") =>
    commit.problems.some((each) => each.kind === "leading-blank" && each.part === part);

  findings.ask("body-empty", bodyPlace, () => ({ holds: !hasBody, what: "the body", must: "be empty" }));
  findings.ask("footer-empty", footerPlace, () => ({ holds: !hasFooters, what: "the footers", must: "be empty" }));
  if (hasBody) {
    findings.ask("body-leading-blank", bodyPlace, () => ({
      holds: !runsOn("body"),
      what: "the body",
      must: "have a blank line before it",
    }));
    findings.limit("body-max-length", bodyPlace, commit.body.length, "the body");
    findings.limit("body-min-length", bodyPlace, commit.body.length, "the body");
    const end = commit.bodyLine + commit.body.split("\n").length;
    askLines(findings, "body-max-line-length", lines, commit.bodyLine, end, "the line");
  }
  if (hasFooters) {
    findings.ask("footer-leading-blank", footerPlace, () => ({
      holds: !runsOn("footer"),
      what: "the footer",
      must: "have a blank line before it",
    }));
    findings.limit("footer-max-length", footerPlace, footerText.length, "the footer");
    findings.limit("footer-min-length", footerPlace, footerText.length, "the footer");
    askLines(findings, "footer-max-line-length", lines, footerLine, lines.length + 1, "the footer's line");
  }
  askTrailers(findings, commit, lines, footerPlace);
  for (const { kind, line, column, message } of commit.problems) {
    if (kind === "breaking-change") findings.problems.push({ rule: "footer-grammar", level: 1, line, column, message });
  }
  return findings.problems;
}

/** Lines with an address may be long, since it cannot be broken. */
function askLines(
  findings: Findings,
  name: "body-max-line-length" | "footer-max-line-length",
  lines: readonly string[],
  first: number,
  end: number,
  what: string,
): void {
  for (let line = first; line < end; line++) {
    const text = lines[line - 1] ?? "";
    if (text.includes("http://") || text.includes("https://")) continue;
    findings.limit(name, { line, column: 1 }, text.length, what);
  }
}

function askTrailers(
  findings: Findings,
  commit: CommitMessage,
  lines: readonly string[],
  place: { readonly line: number; readonly column: number },
): void {
  findings.ask("signed-off-by", place, (start) => {
    const last = lines.findLast((line) => line !== "" && !line.startsWith("#") && !CHERRY_PICKED.test(line.trim()));
    return { holds: last?.startsWith(start) === true, what: "the last line", must: `begin with \`${start}\`` };
  });
  findings.ask("trailer-exists", place, (start) => ({
    // Of the footers as they are read here, not as git reads trailers (only in the last paragraph).
    holds: commit.footers.some(({ token, separator, value }) => `${token}${separator}${value}`.startsWith(start)),
    what: "the footers",
    must: `have \`${start}\``,
  }));
  findings.ask("references-empty", { line: 1, column: 1 }, () => ({
    holds: !lines.some((line) => REFERENCE.test(line)),
    what: "references to issues, as `#123`,",
    must: "be missing",
  }));
}

const CHERRY_PICKED = /^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
const REFERENCE = /(?<!&)#[0-9]+(?!\w)|\bGH-[0-9]+\b/;

/** The header with everything corrected that can be; undefined if it still breaks a rule. */
function corrected(line: string, rules: CommitRules): string | undefined {
  const header = parseHeader(correctHeader(line) ?? "");
  if (header === undefined) return undefined;
  const type = mendedType(header.type, rules);
  const scope = header.scope === undefined ? "" : `(${mendedScope(header.scope, rules)})`;
  const description = mendedDescription(header.description, rules);
  const made = `${type}${scope}${header.isMarkedBreaking ? "!" : ""}: ${description}`;
  if (made === line) return undefined;
  return headerProblems(parseCommit(made), made, rules).length === 0 ? made : undefined;
}

function mendedType(type: string, rules: CommitRules): string {
  const letterCase = soleCase(rules["type-case"]);
  const mended = letterCase === undefined ? type : toCase(type, letterCase);
  const allowed = rules["type-enum"]?.when === "always" ? rules["type-enum"].value : [];
  if (allowed.length === 0 || allowed.includes(mended)) return mended;
  const meant = MEANT_TYPES[mended.toLowerCase()];
  if (meant !== undefined && allowed.includes(meant)) return meant;
  return allowed.find((each) => each.startsWith(mended) || mended.startsWith(each)) ?? mended;
}

const MEANT_TYPES: Readonly<Partial<Record<string, string>>> = Object.assign(Object.create(null), {
  feature: "feat",
  features: "feat",
  new: "feat",
  add: "feat",
  bug: "fix",
  bugfix: "fix",
  hotfix: "fix",
  doc: "docs",
  documentation: "docs",
  tests: "test",
  performance: "perf",
  deps: "build",
  dependencies: "build",
  chores: "chore",
  refact: "refactor",
});

function mendedScope(scope: string, rules: CommitRules): string {
  const letterCase = soleCase(rules["scope-case"]);
  return letterCase === undefined ? scope : toCase(scope, letterCase);
}

function mendedDescription(description: string, rules: CommitRules): string {
  let mended = description;
  const stop = rules["subject-full-stop"];
  if (stop?.when === "never" && mended.endsWith(stop.value)) {
    while (mended.length > 0 && mended.endsWith(stop.value)) mended = mended.slice(0, -stop.value.length).trimEnd();
  }
  const rule = rules["subject-case"];
  if (rule === undefined) return mended;
  if (rule.when === "always") return rule.value.length === 1 ? toCase(mended, rule.value[0]!) : mended;
  const isForbidden = (text: string) => STARTS_WITH_CASED.test(text) && rule.value.some((each) => isInCase(text, each));
  if (!isForbidden(mended)) return mended;
  const lowered = mended.slice(0, 1).toLowerCase() + mended.slice(1);
  return isForbidden(lowered) ? mended.toLowerCase() : lowered;
}

function soleCase(rule: Rule<"type-case"> | Rule<"scope-case"> | undefined): LetterCase | undefined {
  return rule?.when === "always" && rule.value.length === 1 ? rule.value[0] : undefined;
}

/** A part of a header, cut to a length that messages can quote. */
function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
