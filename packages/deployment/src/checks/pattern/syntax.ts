import { ReportError } from "@jessy-actions/reading/report-error";

/** A regular expression as a tree. A leaf is the source of something that matches one character. */
export type Syntax =
  | { readonly kind: "leaf"; readonly source: string }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "sequence"; readonly parts: readonly Syntax[] }
  | { readonly kind: "choice"; readonly parts: readonly Syntax[] }
  | { readonly kind: "repeat"; readonly part: Syntax; readonly min: number; readonly max: number };

export type Assertion = "^" | "$" | "b" | "B";

/** Nobody writes a longer one by hand. */
export const MAX_PATTERN_CHARACTERS = 1000;

/**
 * Reads a regular expression in JavaScript's syntax with the flag `u`. What only backtracking can search is refused:
 * back-references and looks ahead or behind.
 *
 * @throws ReportError, whose message stands after the pattern.
 */
export function parsePattern(pattern: string, flags: string): Syntax {
  if (pattern.length > MAX_PATTERN_CHARACTERS)
    throw new ReportError(`has more than ${MAX_PATTERN_CHARACTERS} characters`);
  const wrongFlag = [...flags].find((flag, at) => !"imsu".includes(flag) || flags.indexOf(flag) !== at);
  if (wrongFlag !== undefined) throw new ReportError(`has the flag \`${wrongFlag}\`; write some of i, m, s, each once`);
  try {
    // The engine's own reader says what is no pattern, so that the reader below may trust what it reads.
    new RegExp(pattern, "u");
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*: /s, "");
    throw new ReportError(`is not a regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`, {
      cause: error,
    });
  }
  return new Reader(pattern).choice();
}

/** `\u{1F600}`, both halves of a surrogate pair, `\x41`, `\p{L}`, `\cJ`, `\.` */
const ESCAPE =
  /\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|.)/suy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;
const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>)?(?!\?)/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/uy, "looks ahead or behind"],
  [/\\(?:[1-9]|k<)/uy, "refers back to a group"],
  [/\(\?[a-z-]/uy, "sets flags inside; write them behind the last slash"],
];

class Reader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  choice(): Syntax {
    const parts = [this.#sequence()];
    while (this.#pattern[this.#at] === "|") {
      this.#at++;
      parts.push(this.#sequence());
    }
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  #sequence(): Syntax {
    const parts: Syntax[] = [];
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at]!))
      parts.push(this.#repeated(this.#atom()));
    return { kind: "sequence", parts };
  }

  #repeated(part: Syntax): Syntax {
    const match = this.#take(QUANTIFIER);
    if (match === undefined) return part;
    const [, sign, least, comma, most] = match;
    if (sign !== undefined)
      return { kind: "repeat", part, min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
    const max = comma === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
    return { kind: "repeat", part, min: Number(least), max };
  }

  #atom(): Syntax {
    for (const [sign, what] of REFUSED)
      if (this.#take(sign) !== undefined) throw new ReportError(`${what}, which takes too long on long answers`);
    if (this.#take(GROUP) !== undefined) {
      const inner = this.choice();
      this.#at++;
      return inner;
    }
    const written = this.#take(CLASS)?.[0] ?? this.#take(ESCAPE)?.[0];
    if (written === "\\b" || written === "\\B") return { kind: "assertion", assertion: written[1] as Assertion };
    if (written !== undefined) return { kind: "leaf", source: written };
    const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at)!);
    this.#at += character.length;
    if (character === "^" || character === "$") return { kind: "assertion", assertion: character };
    return { kind: "leaf", source: character };
  }

  #take(token: RegExp): RegExpExecArray | undefined {
    token.lastIndex = this.#at;
    const match = token.exec(this.#pattern) ?? undefined;
    if (match !== undefined) this.#at += match[0].length;
    return match;
  }
}
