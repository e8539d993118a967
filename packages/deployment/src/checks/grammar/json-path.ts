import { ReportError } from "@jessy-actions/reading/report-error";
import type { JsonPath } from "../check.ts";
import { shown } from "../shown.ts";

const MAX_PATH_CHARACTERS = 500;

const BLANK = /[ \t\r\n]*/y;
/** RFC 9535, 2.5.1.1: member-name-shorthand. */
const NAME = /\.([A-Z_a-z\u{80}-\u{D7FF}\u{E000}-\u{10FFFF}][0-9A-Z_a-z\u{80}-\u{D7FF}\u{E000}-\u{10FFFF}]*)/uy;
const INDEX = /\[[ \t\r\n]*(0|-?[1-9]\d*)[ \t\r\n]*\]/y;
const QUOTED = /\[[ \t\r\n]*(?:'((?:[^'\\\p{Cc}\p{Cs}]|\\.)*)'|"((?:[^"\\\p{Cc}\p{Cs}]|\\.)*)")[ \t\r\n]*\]/suy;

/**
 * Reads a singular query of RFC 9535, which leads to one value at most: `$.checks[0]['db state']`. What finds several
 * values is refused, since a check compares one.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function parseJsonPath(text: string): JsonPath {
  if (text.length > MAX_PATH_CHARACTERS) throw new ReportError(`has more than ${MAX_PATH_CHARACTERS} characters`);
  if (!text.startsWith("$")) {
    const guess = /^[A-Za-z_][\w.[\]]*$/.test(text) ? `$.${text}` : "$.status";
    throw new ReportError(`is ${shown(text)}, and a path begins with \`$\`; write, for example, \`${guess}\``);
  }
  const segments: (string | number)[] = [];
  for (let at = 1; at < text.length; ) {
    const take = (token: RegExp) => {
      token.lastIndex = at;
      const match = token.exec(text);
      if (match !== null) at += match[0].length;
      return match;
    };
    const start = at;
    take(BLANK);
    if (at === text.length) throw new ReportError(`is ${shown(text)} with a blank at its end`);
    const name = take(NAME);
    const index = name === null ? take(INDEX) : null;
    const quoted = name === null && index === null ? take(QUOTED) : null;
    if (name !== null) segments.push(name[1]!);
    else if (index !== null) segments.push(indexOf(index[1]!, text));
    else if (quoted !== null) segments.push(unquoted(quoted, text));
    else throw new ReportError(`is ${shown(text)}, ${problemAt(text.slice(start).trimStart())}`);
  }
  return { text, segments };
}

function indexOf(digits: string, text: string): number {
  const index = Number(digits);
  if (!Number.isSafeInteger(index)) throw new ReportError(`is ${shown(text)}, whose index is too large`);
  return index;
}

function problemAt(rest: string): string {
  const here = shown(rest, 20);
  if (/^(?:\.\.|\.\*|\[\s*(?:\*|\?|-?\d*\s*:))/.test(rest) || /^\[[^\]]*,/.test(rest))
    return `which asks for several values at ${here}; write the path to one value`;
  if (/^[-@/]/.test(rest)) return `which has a name in need of quotes before ${here}; write \`['a-b']\``;
  return `which is no path at ${here}; write \`.name\`, \`['name']\` or \`[0]\``;
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** RFC 9535, 2.3.1.2: the escapes of JSON, and that of the quote that is used. */
function unquoted([, single, double]: RegExpExecArray, text: string): string {
  const [body, quote] = single === undefined ? [double!, '"'] : [single, "'"];
  const plain = body.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gsu, (escaped, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (sign === quote || sign === "\\" || sign === "/") return sign;
    const known = ESCAPES[sign];
    if (known === undefined) throw new ReportError(`is ${shown(text)}, which has the unknown escape ${shown(escaped)}`);
    return known;
  });
  if (!plain.isWellFormed()) throw new ReportError(`is ${shown(text)}, which has half of a surrogate pair`);
  return plain;
}
