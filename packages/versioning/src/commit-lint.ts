import { casesInWords, satisfies } from "./case-check.ts";
import type { CommitRules } from "./commit-rules.ts";
import { type CommitMessage, parseCommit } from "./conventional-commit.ts";
import { correctedHeader } from "./header-correction.ts";
import { headerProblems } from "./header-rules.ts";
import { Findings, type Place } from "./lint-findings.ts";
import type { LintProblem } from "./lint-problem.ts";

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
  const given = writtenByTool(commit);
  if (options.defaultIgnores && given !== undefined) return { ignoredAs: given, problems: [], correction: undefined };
  const lines = message.split(/\r?\n/);
  const problems = [...headerProblems(commit, lines[0]!, rules), ...restProblems(commit, lines, rules)];
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const correction = problems.some((each) => each.line === 1) ? correctedHeader(lines[0]!, rules) : undefined;
  return { ignoredAs: undefined, problems, correction };
}

/**
 * What git or GitHub wrote, by its first line. A revert quotes the line that it takes back, which commitlint does not
 * ask for: there `revert anything` passes.
 */
function writtenByTool({ kind, header }: CommitMessage): string | undefined {
  if (kind === "conventional" || kind === "unconventional") return undefined;
  const isRevert = kind === "revert" || kind === "reapply";
  return isRevert && !QUOTED_REVERT.test(header) ? undefined : kind;
}

/** GitHub cuts a long title with an ellipsis, and puts the number of the pull request behind it. */
const QUOTED_REVERT = /^(?:Revert|Reapply) "[^"].*(?:"(?: \(#[0-9]+\))?|\u2026)$/;

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

  findings.ask("body-empty", bodyPlace, () => ({ holds: !hasBody, sentence: (must) => `the body ${must} be empty` }));
  findings.ask("footer-empty", footerPlace, () => ({
    holds: !hasFooters,
    sentence: (must) => `the footers ${must} be empty`,
  }));
  if (hasBody) {
    findings.ask("body-leading-blank", bodyPlace, () => ({
      holds: !runsOn("body"),
      sentence: (must) => `the body ${must} have a blank line before it`,
    }));
    findings.ask("body-case", bodyPlace, (checks) => ({
      holds: checks.some((check) => satisfies(commit.body, check)),
      sentence: (must) => `the body ${must} be in ${casesInWords(checks)}`,
    }));
    findings.ask("body-full-stop", bodyPlace, (stop) => ({
      holds: commit.body.endsWith(stop),
      sentence: (must) => `the body ${must} end with \`${stop}\``,
    }));
    findings.limit("body-max-length", bodyPlace, commit.body.length, "the body");
    findings.limit("body-min-length", bodyPlace, commit.body.length, "the body");
    const end = commit.bodyLine + commit.body.split("\n").length;
    askLines(findings, "body-max-line-length", lines, commit.bodyLine, end, "the line");
  }
  if (hasFooters) {
    findings.ask("footer-leading-blank", footerPlace, () => ({
      holds: !runsOn("footer"),
      sentence: (must) => `the footers ${must} have a blank line before them`,
    }));
    findings.limit("footer-max-length", footerPlace, footerText.length, "the footer");
    findings.limit("footer-min-length", footerPlace, footerText.length, "the footer");
    askLines(findings, "footer-max-line-length", lines, footerLine, lines.length + 1, "the footer's line");
  }
  askTrailers(findings, commit, lines, footerPlace);
  const isMarked = commit.conventional?.isMarkedBreaking === true;
  const isAnnounced = commit.footers.some(({ token }) => /^BREAKING[ -]CHANGE$/.test(token));
  findings.ask("breaking-change-exclamation-mark", { line: 1, column: 1 }, () => ({
    holds: isMarked === isAnnounced,
    sentence: () => breakingSentence(isMarked, isAnnounced),
  }));
  for (const { kind, line, column, message } of commit.problems) {
    if (kind === "breaking-change") findings.problems.push({ rule: "footer-grammar", level: 1, line, column, message });
  }
  return findings.problems;
}

function breakingSentence(isMarked: boolean, isAnnounced: boolean): string {
  if (isMarked === isAnnounced) return "a breaking change must not have both `!` before the colon and a footer";
  return isMarked
    ? "`!` announces a breaking change: a footer `BREAKING CHANGE: ...` must say what breaks"
    : "the footer `BREAKING CHANGE` needs `!` before the colon of the first line, too";
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

function askTrailers(findings: Findings, commit: CommitMessage, lines: readonly string[], place: Place): void {
  findings.ask("signed-off-by", place, (start) => {
    const last = lines.findLast((line) => line !== "" && !line.startsWith("#") && !CHERRY_PICKED.test(line.trim()));
    return {
      holds: last?.startsWith(start) === true,
      sentence: (must) => `the last line ${must} begin with \`${start}\``,
    };
  });
  findings.ask("trailer-exists", place, (start) => ({
    // Of the footers as they are read here, not as git reads trailers (only in the last paragraph).
    holds: commit.footers.some(({ token, separator, value }) => `${token}${separator}${value}`.startsWith(start)),
    sentence: (must) => `the footers ${must} have \`${start}\``,
  }));
  findings.ask("references-empty", { line: 1, column: 1 }, () => ({
    holds: !lines.some((line) => REFERENCE.test(line)),
    sentence: (must) =>
      must === "must" ? "the message must not refer to an issue" : "the message must refer to an issue, as `#123`",
  }));
}

const CHERRY_PICKED = /^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
const REFERENCE = /(?<!&)#[0-9]+(?!\w)|\bGH-[0-9]+\b/;
