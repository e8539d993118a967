import { type CommitHeader, headerProblem, parseHeader } from "./commit-header.ts";
import { type GivenKind, givenKind } from "./commit-kind.ts";

/** The parts of a commit message. Every message has them: one that is not a Conventional Commit is `unconventional` and has a problem. */
export interface CommitMessage {
  readonly kind: GivenKind | "conventional" | "unconventional";
  /** The first line, without blanks at its end. */
  readonly header: string;
  /** Undefined unless the header is `type(scope)!: description`. */
  readonly conventional: CommitHeader | undefined;
  /** Whether a `!` or a `BREAKING CHANGE` footer says so, whatever the kind. */
  readonly isBreaking: boolean;
  /** What the footers say about it; empty when only `!` announces it, since then the description tells. */
  readonly breakingChanges: readonly string[];
  readonly body: string;
  /** The line on which the body begins; 0 when there is none. */
  readonly bodyLine: number;
  readonly footers: readonly Footer[];
  /** What is taken back, in a revert or the revert of one. */
  readonly reverts: Revert | undefined;
  readonly problems: readonly CommitProblem[];
}

export interface Footer {
  /** As it was written; compare without case. `BREAKING CHANGE` and `BREAKING-CHANGE` are as they were, too. */
  readonly token: string;
  readonly separator: ": " | " #";
  /** Without blanks at its ends; may have several lines. The `#` of the separator does not belong to it. */
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface Revert {
  /** As they stand in the message, often shortened. */
  readonly commits: readonly string[];
  /** The first line of what is taken back, where the message quotes it. */
  readonly title: string | undefined;
}

/** Where a message does not conform. Lines and columns count from 1, columns in UTF-16 units. */
export interface CommitProblem {
  readonly part: "header" | "body" | "footer";
  readonly kind: "grammar" | "leading-blank" | "breaking-change";
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop. */
  readonly message: string;
}

/**
 * Reads a message by Conventional Commits 1.0.0, with a place for every problem. Never throws and takes linear time.
 *
 * Nothing in the body can make a good header bad. The footers begin at the first paragraph that opens with `token: value` or
 * `token #value` (8, 9); from there on each such line begins one, and other lines belong to the value before (10). Where the specification
 * is silent, or stricter than it needs to be:
 * - a footer or body on the second line is read, and a problem says that a blank line is missing (6, 8);
 * - `BREAKING CHANGE:` counts wherever a line begins with it, since missing one is worse than a wrong heading, and its value may begin on the
 *   next line;
 * - written another way (`Breaking change:`, `* BREAKING CHANGE:`) it does not count (15), which is a problem, too.
 */
export function parseCommit(text: string): CommitMessage {
  // Offsets are simpler with one kind of line end; columns are the same.
  const message = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
  const headerEnd = message.indexOf("\n");
  const header = (headerEnd === -1 ? message : message.slice(0, headerEnd)).trimEnd();
  const given = givenKind(header);
  // A release tool's `chore(release): 1.2.3` is both.
  const conventional = given === undefined || given === "version" ? parseHeader(header) : undefined;
  const rest = headerEnd === -1 ? NOTHING : readRest(message, headerEnd + 1);
  let problems: readonly CommitProblem[] = rest.problems;
  if (given === undefined && conventional === undefined) {
    const { column, message } = headerProblem(header)!;
    problems = [
      { part: "header", kind: "grammar", line: 1, column, message: `the first line ${message}` },
      ...problems,
    ];
  }
  const breakingChanges = rest.hasBreaking ? breakingValues(rest.footers) : NONE;
  return {
    kind: given ?? (conventional === undefined ? "unconventional" : "conventional"),
    header,
    conventional,
    isBreaking: conventional?.isMarkedBreaking === true || rest.hasBreaking,
    breakingChanges,
    body: rest.body,
    bodyLine: rest.bodyLine,
    footers: rest.footers,
    reverts: readRevert(message, header, given, conventional, rest.footers),
    problems,
  };
}

/** Whether a footer announces a breaking change (15, 16). */
export function isBreakingToken(token: string): boolean {
  return token === "BREAKING CHANGE" || token === "BREAKING-CHANGE";
}

const NONE: readonly never[] = Object.freeze([]);

/** What follows the header. */
interface Rest {
  readonly body: string;
  readonly bodyLine: number;
  readonly footers: readonly Footer[];
  readonly hasBreaking: boolean;
  readonly problems: readonly CommitProblem[];
}

const NOTHING: Rest = { body: "", bodyLine: 0, footers: NONE, hasBreaking: false, problems: NONE };

function readRest(message: string, start: number): Rest {
  const problems: CommitProblem[] = [];
  const footers: Footer[] = [];
  let open: FooterStart | undefined;
  let openLine = 0;
  let bodyStart = -1;
  let bodyLine = 0;
  let bodyEnd = -1;
  let hasBreaking = false;
  let afterBlank = true;

  function close(end: number): void {
    if (open === undefined) return;
    const value = message.slice(open.valueStart, end).trim();
    const isBreaking = isBreakingToken(open.token);
    if (isBreaking && value === "") {
      problems.push({
        part: "footer",
        kind: "breaking-change",
        line: openLine,
        column: open.token.length + 2,
        message: `\`${open.token}:\` says nothing; write what breaks after it`,
      });
    }
    footers.push({ token: open.token, separator: open.separator, value, line: openLine });
    hasBreaking ||= isBreaking;
  }

  for (let at = start, line = 2; at < message.length; line++) {
    let end = message.indexOf("\n", at);
    if (end === -1) end = message.length;
    if (isBlank(message, at, end)) afterBlank = true;
    else {
      const footer = footerStart(message, at, end);
      if (line === 2) {
        const part = footer === undefined ? "body" : "footer";
        problems.push({ part, kind: "leading-blank", line, column: 1, message: "the second line is not blank" });
      }
      if (footer !== undefined && (afterBlank || open !== undefined || isBreakingToken(footer.token))) {
        if (open === undefined) bodyEnd = at;
        close(at);
        if (!afterBlank && open === undefined) {
          problems.push({
            part: "footer",
            kind: "leading-blank",
            line,
            column: 1,
            message: "no blank line stands before the footers",
          });
        }
        open = footer;
        openLine = line;
      } else if (open === undefined && bodyStart === -1) {
        bodyStart = at;
        bodyLine = line;
      }
      const problem = miswrittenBreaking(message, at, end, footer);
      if (problem !== undefined) problems.push({ part: "footer", kind: "breaking-change", line, ...problem });
      afterBlank = false;
    }
    at = end + 1;
  }
  close(message.length);
  const body = bodyStart === -1 ? "" : message.slice(bodyStart, bodyEnd === -1 ? message.length : bodyEnd).trimEnd();
  return { body, bodyLine, footers: footers.length === 0 ? NONE : footers, hasBreaking, problems };
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}

interface FooterStart {
  readonly token: string;
  readonly separator: ": " | " #";
  readonly valueStart: number;
}

function footerStart(text: string, start: number, end: number): FooterStart | undefined {
  let at = start;
  if (text.startsWith("BREAKING CHANGE", start)) at += 15;
  else while (at < end && isTokenCharacter(text.charCodeAt(at))) at++;
  if (at === start || text.charCodeAt(start) === 0x2d) return undefined;
  const isColon = text.charCodeAt(at) === 0x3a;
  if (isColon) {
    // Only a breaking change may have its value on the next line: other lines that end in a colon are sentences.
    const isNext = isBlank(text, at + 1, end);
    if (isNext ? !isBreakingToken(text.slice(start, at)) : text.charCodeAt(at + 1) !== 0x20) return undefined;
  } else if (text.charCodeAt(at) !== 0x20 || text.charCodeAt(at + 1) !== 0x23 || isBlank(text, at + 2, end)) {
    return undefined;
  }
  return {
    token: text.slice(start, at),
    separator: isColon ? ": " : " #",
    valueStart: isColon ? at + 1 : at + 2,
  };
}

function isTokenCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d
  );
}

/** A line that was surely meant as `BREAKING CHANGE:` and is not read as one. */
function miswrittenBreaking(
  text: string,
  start: number,
  end: number,
  footer: FooterStart | undefined,
): { readonly column: number; readonly message: string } | undefined {
  if (footer !== undefined && isBreakingToken(footer.token)) return undefined;
  const match = /^([ *#-]{0,8})(breaking[ -]changes?) ?\**:/i.exec(text.slice(start, Math.min(end, start + 40)));
  if (match === null) return undefined;
  return {
    column: match[1]!.length + 1,
    message: `\`${match[2]!}\` is not read as a breaking change; begin the line with \`BREAKING CHANGE: \``,
  };
}

function breakingValues(footers: readonly Footer[]): string[] {
  return footers.flatMap(({ token, value }) => (isBreakingToken(token) && value !== "" ? [value] : []));
}

function readRevert(
  message: string,
  header: string,
  given: GivenKind | undefined,
  conventional: CommitHeader | undefined,
  footers: readonly Footer[],
): Revert | undefined {
  const isGiven = given === "revert" || given === "reapply";
  const isType = conventional !== undefined && REVERT_TYPE.test(conventional.type);
  if (!isGiven && !isType) return undefined;
  const commits = new Set<string>();
  for (const [, commit] of message.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)) commits.add(commit!);
  for (const { token, value } of footers) {
    if (/^(?:refs?|reverts?)$/i.test(token)) {
      for (const [commit] of value.matchAll(/\b[0-9a-f]{7,64}\b/g)) commits.add(commit);
    }
  }
  const title = isType ? unquote(conventional.description) : quoted(header);
  return { commits: [...commits], title };
}

const REVERT_TYPE = /^(?:revert|reapply)$/i;

/** `x` of `Revert "x" (#12)`. */
function quoted(header: string): string | undefined {
  const first = header.indexOf('"');
  const last = header.lastIndexOf('"');
  return last > first ? header.slice(first + 1, last) : undefined;
}

function unquote(text: string): string {
  return text.startsWith('"') ? (quoted(text) ?? text) : text;
}
