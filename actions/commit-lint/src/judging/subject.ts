import { lintCommit } from "@jessy-actions/versioning/commit-lint";
import type { CommitRules, RuleName } from "@jessy-actions/versioning/commit-rules";
import type { LintProblem } from "@jessy-actions/versioning/lint-problem";
import type { CommitFacts, RulesFacts } from "../facts.ts";
import type { Excerpt, Problem, Subject } from "../result.ts";
import { findHiddenCharacters } from "./hidden-characters.ts";

/** Problems of one subject that are listed; a pasted log has thousands of long lines. */
export const MAX_PROBLEMS = 20;

/** What is kept of a first line, of a sentence, and of a line around a problem. */
const MAX_HEADER = 200;
const MAX_MESSAGE = 500;
const MAX_EXCERPT = 84;

/** How much of a long line is kept before a problem: little enough that a narrow screen shows the place. */
const BEFORE_PROBLEM = 24;

/** What is known of a subject before it is held against the rules. */
interface Place {
  readonly pullRequest?: number;
  readonly required: boolean;
}

/**
 * Judges a pull request's title by the rules for a first line. Of the titles that git and GitHub write only a revert is left alone, since
 * GitHub's button names pull requests so. Nobody has to call one `Merge ...` or `fixup! ...`. Pure.
 */
export function judgeTitle(title: string, rules: RulesFacts, place: Place): Subject {
  const headerRules = Object.fromEntries(
    Object.entries(rules.rules).filter(([name]) => isHeaderRule(name as RuleName)),
  ) as CommitRules;
  const { ignoredAs } = lintCommit(title, headerRules, rules);
  const isRevert = ignoredAs === "revert" || ignoredAs === "reapply";
  return judge(title, headerRules, isRevert, { kind: "title", ...place });
}

/** Judges a commit. A merge is a commit with two parents, whatever its message says. Pure. */
export function judgeCommit({ sha, parents }: CommitFacts, message: string, rules: RulesFacts, place: Place): Subject {
  const { ignoredAs } = lintCommit(message, rules.rules, rules);
  const isIgnored = ignoredAs !== undefined && (ignoredAs !== "merge" || parents > 1);
  return judge(message, rules.rules, isIgnored, { kind: "commit", sha, ...place });
}

/** A commit that is not looked at. */
export function ignoredCommit({ sha, message }: CommitFacts, ignoredAs: string): Subject {
  const header = cut(message.split(/\r?\n/, 1)[0]!, MAX_HEADER);
  return { kind: "commit", sha, header, required: false, ignoredAs, problems: [], errors: 0, warnings: 0 };
}

function isHeaderRule(name: RuleName): boolean {
  return /^(?:type|scope|subject|header)-/.test(name);
}

function judge(
  message: string,
  rules: CommitRules,
  isIgnored: boolean,
  about: Place & Pick<Subject, "kind" | "sha">,
): Subject {
  const lines = message.split(/\r?\n/);
  const hidden = findHiddenCharacters(message).map((each) => ({ ...each, rule: "hidden-character" }));
  const linted = lintCommit(message, rules, { defaultIgnores: isIgnored });
  const found: (Omit<LintProblem, "rule"> & { readonly rule: string })[] = [...linted.problems, ...hidden];
  const level = (problem: { readonly level: 1 | 2 }) => (problem.level === 2 && about.required ? "error" : "warning");
  const errors = found.filter((problem) => level(problem) === "error").length;
  found.sort((a, b) => b.level - a.level || a.line - b.line || a.column - b.column);
  const problems = found.slice(0, MAX_PROBLEMS).map(
    (problem): Problem => ({
      level: level(problem),
      rule: problem.rule,
      line: problem.line,
      column: problem.column,
      message: cut(problem.message, MAX_MESSAGE),
      excerpt: excerptOf(lines[problem.line - 1] ?? "", problem.column),
    }),
  );
  // People copy a correction, so it must not hold anything invisible.
  const { correction } = linted;
  const isClean = correction !== undefined && findHiddenCharacters(correction).length === 0;
  return {
    ...about,
    header: cut(lines[0]!, MAX_HEADER),
    ...(linted.ignoredAs !== undefined && hidden.length === 0 && { ignoredAs: linted.ignoredAs }),
    problems,
    errors,
    warnings: found.length - errors,
    ...(isClean && { correction }),
  };
}

function excerptOf(line: string, column: number): Excerpt {
  const at = Math.min(column - 1, line.length);
  if (line.length <= MAX_EXCERPT) return { text: whole(line), at };
  const start = Math.max(0, at - BEFORE_PROBLEM);
  const end = start + MAX_EXCERPT;
  const before = start > 0 ? "..." : "";
  const after = end < line.length ? "..." : "";
  return { text: `${before}${whole(line.slice(start, end))}${after}`, at: at - start + before.length };
}

function cut(text: string, length: number): string {
  return text.length <= length ? whole(text) : `${whole(text.slice(0, length))}...`;
}

/** Replaces half a character, where a cut went through it, by the sign for an unknown one. */
function whole(text: string): string {
  return text.toWellFormed();
}
