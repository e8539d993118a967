/** `type(scope)!: description`, taken apart. */
export interface CommitHeader {
  readonly type: string;
  readonly scope: string | undefined;
  /** Whether `!` stands before the colon. */
  readonly isMarkedBreaking: boolean;
  readonly description: string;
  /** Where the description begins, counted from 1. */
  readonly descriptionColumn: number;
}

export interface HeaderProblem {
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** To stand after "the header". */
  readonly message: string;
}

/** Longer first lines get no correction. */
const MAX_CORRECTED_CHARACTERS = 500;

/**
 * Reads a first line by Conventional Commits 1.0.0 (1, 4, 5, 13), strictly where the specification says MUST. Where it is silent, a type is made
 * of ASCII letters, digits, `_` and `-` in any case; a scope is anything without parentheses and without blanks at its ends, such as `api/v2`
 * or `a, b`; and blanks around the description do not belong to it. Undefined when the line is something else; `headerProblem` says what.
 */
export function parseHeader(header: string): CommitHeader | undefined {
  const typeEnd = endOfType(header);
  if (typeEnd === 0) return undefined;
  let at = typeEnd;
  let scope: string | undefined;
  if (header.charCodeAt(at) === OPEN) {
    const close = header.indexOf(")", at);
    if (close === -1) return undefined;
    scope = header.slice(at + 1, close);
    if (scopeProblem(scope) !== undefined) return undefined;
    at = close + 1;
  }
  const isMarkedBreaking = header.charCodeAt(at) === MARK;
  if (isMarkedBreaking) at++;
  if (header.charCodeAt(at) !== COLON || header.charCodeAt(at + 1) !== BLANK) return undefined;
  at += 2;
  while (header.charCodeAt(at) === BLANK) at++;
  const description = header.slice(at).trim();
  if (description === "") return undefined;
  return { type: header.slice(0, typeEnd), scope, isMarkedBreaking, description, descriptionColumn: at + 1 };
}

/** What keeps a line from being a header, and where. Undefined when it is one. */
export function headerProblem(header: string): HeaderProblem | undefined {
  if (parseHeader(header) !== undefined) return undefined;
  if (header.trim() === "") return { column: 1, message: "is empty" };
  const typeEnd = endOfType(header);
  if (typeEnd === 0) {
    const first = String.fromCodePoint(header.codePointAt(0)!);
    return {
      column: 1,
      message: `begins with ${NAMES_OF_FIRST[first] ?? (first.trim() === "" ? "a space" : quote(first))} where a type such as feat or fix should stand`,
    };
  }
  let at = typeEnd;
  if (header.charCodeAt(at) === OPEN) {
    const close = header.indexOf(")", at);
    if (close === -1) return { column: at + 1, message: "has a scope whose parenthesis is not closed" };
    const problem = scopeProblem(header.slice(at + 1, close));
    if (problem !== undefined) return { column: at + 2, message: problem };
    at = close + 1;
  }
  const before = header.slice(0, at);
  if (header.charCodeAt(at) === MARK) at++;
  if (header.charCodeAt(at) === COLON) {
    const isLast = header.slice(at + 1).trim() === "";
    return { column: at + 2, message: isLast ? "has no description after its colon" : "has no space after its colon" };
  }
  const rest = header.slice(at).trimStart();
  if (/^[(!:]/.test(rest)) {
    const isOpen = rest.startsWith("(");
    const message =
      at !== header.length - rest.length
        ? `has a space before ${quote(rest[0]!)}`
        : `has ${quote(rest[0]!)} where a colon should stand${isOpen ? "; the scope comes before `!`" : ""}`;
    return { column: at + 1, message };
  }
  return { column: at + 1, message: `has no colon and space after ${quote(before)}` };
}

/** The header that was probably meant; undefined without a guess. It is made of the line's own words, so it is untrusted, too. */
export function correctHeader(header: string): string | undefined {
  if (header.length > MAX_CORRECTED_CHARACTERS) return undefined;
  if (parseHeader(header) !== undefined) return header;
  const line = header.trim().replace(/\s+/g, " ");
  const match =
    /^\[?(?<type>[\w-]+)\]? ?(?<early>!?) ?(?:\((?<scope>[^()]*)\))? ?(?<late>!?) ?[:\uff1a] ?(?<description>.+)$/.exec(
      line,
    ) ?? /^\[(?<type>[\w-]+)\](?<early>!?) ?(?<description>.+)$/.exec(line);
  if (match !== null) {
    const { type = "", early = "", scope = "", late = "", description = "" } = match.groups!;
    const trimmed = scope.trim();
    return `${type}${trimmed === "" ? "" : `(${trimmed})`}${early || late}: ${description}`;
  }
  if (OTHER_SUBJECTS.test(line) || !/^[A-Za-z][a-z]+ /.test(line)) return undefined;
  const type = SENTENCES.find(([, sentence]) => sentence.test(line))?.[0];
  return type === undefined ? undefined : `${type}: ${line[0]!.toLowerCase()}${line.slice(1)}`;
}

/**
 * The types of free sentences where hardly anything else is meant. `Fix the thing` is none of them: its type would say
 * the same again. `Add to cart button`, `Allow list` and `Support requests` begin with no verb.
 */
const SENTENCES: readonly (readonly [type: string, sentence: RegExp])[] = [
  [
    "feat",
    /^(?:add|implement|introduce) (?:an? |the |new |support |option |\p{L}+ (?:support|option|command|page|button|login)\b)/iu,
  ],
  ["feat", /^allow (?!lists?\b)[\p{L}\p{N} -]+ to \p{L}/iu],
  ["fix", /^(?:prevent|repair) \p{L}/iu],
  ["refactor", /^rename \S+ to \S+$/i],
  ["refactor", /^(?:simplify|extract) \p{L}/iu],
  ["build", /^bump (?!version\b)\S+ from \S+ to \S+$/i],
];

/** `Add tests` is no feature. What has a colon, several parts or only a number is no sentence. */
const OTHER_SUBJECTS =
  /[:;]|\band (?:add|fix|remove|update|change|rename|move)|\b(?:tests?|docs?|documentation|readme|changelog|comments?|typos?|ci|workflows?|lint\w*|format\w*)\b/i;

/** Characters that would be unclear between backticks. */
const NAMES_OF_FIRST: Readonly<Record<string, string | undefined>> = { "`": "a backtick" };

const OPEN = 0x28;
const MARK = 0x21;
const COLON = 0x3a;
const BLANK = 0x20;

function endOfType(header: string): number {
  let at = 0;
  while (at < header.length && isTypeCharacter(header.charCodeAt(at))) at++;
  return at;
}

function isTypeCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}

function scopeProblem(scope: string): string | undefined {
  if (scope.trim() === "") return "has an empty scope";
  if (scope.includes("(")) return "has a parenthesis inside its scope";
  return scope.trim() === scope ? undefined : "has spaces around its scope";
}

function quote(text: string): string {
  return `\`${text.length > 40 ? `${text.slice(0, 40)}...` : text}\``;
}
