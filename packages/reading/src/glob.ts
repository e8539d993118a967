/**
 * One glob as a test of paths. Its time is proportional to pattern × path for every pattern: it uses no regular
 * expression.
 */
export type GlobTest = (path: string) => boolean;

/** A pattern with more alternatives is not a list of files; it would only cost time. */
const MAX_ALTERNATIVES = 1000;

/**
 * Compiles a Bash glob, as known from .gitignore and workflows: `*` and `?` within a folder, `**` as a whole part
 * across folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` to take the next character literally. A leading dot is nothing
 * special.
 *
 * @throws RangeError naming what is wrong with the pattern.
 */
export function compileGlob(pattern: string): GlobTest {
  const alternatives = expandBraces(pattern).map((each) => each.split("/").map(parsePart));
  return (path) => {
    const parts = path.split("/");
    return alternatives.some((alternative) => matchParts(alternative, parts));
  };
}

/** What one position of a name may hold: one character, any character, or a character from some ranges. */
type Place =
  | string
  | { readonly kind: "any" | "star" }
  | { readonly kind: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** A part between slashes; undefined is `**`. */
type Part = readonly Place[] | undefined;

function parsePart(text: string): Part {
  if (text === "**") return undefined;
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "*") {
      if (places.at(-1) !== STAR) places.push(STAR);
    } else if (character === "?") places.push(ANY);
    else if (character === "[") {
      const end = endOfClass(text, at);
      places.push(parseClass(text.slice(at + 1, end)));
      at = end;
    } else if (character === "\\" && at + 1 < text.length) places.push(text[++at]!);
    else places.push(character);
  }
  return places;
}

const STAR: Place = { kind: "star" };
const ANY: Place = { kind: "any" };

/** A `]` that comes first is literal. */
function endOfClass(text: string, start: number): number {
  const first = text[start + 1] === "!" || text[start + 1] === "^" ? start + 2 : start + 1;
  const end = text.indexOf("]", first + 1);
  if (end === -1) throw new RangeError("has `[` without `]`");
  return end;
}

function parseClass(text: string): Place {
  const negated = text.startsWith("!") || text.startsWith("^");
  const ranges: [string, string][] = [];
  for (let at = negated ? 1 : 0; at < text.length; at++) {
    const isRange = text[at + 1] === "-" && at + 2 < text.length;
    ranges.push([text[at]!, text[isRange ? at + 2 : at]!]);
    if (isRange) at += 2;
  }
  return { kind: "class", negated, ranges };
}

/** `**` matches any number of parts, at the end at least one. Only the last `**` is ever retried. */
function matchParts(pattern: readonly Part[], parts: readonly string[]): boolean {
  let at = 0;
  let part = 0;
  let retryAt = -1;
  let retryPart = 0;
  while (part < parts.length) {
    if (at < pattern.length && pattern[at] === undefined) {
      if (at === pattern.length - 1) return true;
      retryAt = ++at;
      retryPart = part;
    } else if (at < pattern.length && matchName(pattern[at]!, parts[part]!)) {
      at++;
      part++;
    } else if (retryAt !== -1) {
      at = retryAt;
      part = ++retryPart;
    } else return false;
  }
  return at === pattern.length;
}

/** The same within a name, for `*`. */
function matchName(pattern: readonly Place[], name: string): boolean {
  let at = 0;
  let place = 0;
  let retryAt = -1;
  let retryPlace = 0;
  while (place < name.length) {
    const wanted = pattern[at];
    if (wanted === STAR) {
      retryAt = ++at;
      retryPlace = place;
    } else if (wanted !== undefined && matchCharacter(wanted, name[place]!)) {
      at++;
      place++;
    } else if (retryAt !== -1) {
      at = retryAt;
      place = ++retryPlace;
    } else return false;
  }
  while (pattern[at] === STAR) at++;
  return at === pattern.length;
}

function matchCharacter(wanted: Place, character: string): boolean {
  if (typeof wanted === "string") return wanted === character;
  if (wanted.kind !== "class") return true;
  return wanted.ranges.some(([first, last]) => first <= character && character <= last) !== wanted.negated;
}

/** `a{b,c}` is `ab` and `ac`; braces without a comma are literal. */
function expandBraces(pattern: string): string[] {
  let expanded = [""];
  for (let at = 0; at < pattern.length; at++) {
    const choices = pattern[at] === "{" ? bracesAt(pattern, at) : undefined;
    const next =
      choices !== undefined
        ? choices.texts.flatMap(expandBraces)
        : [pattern[at] === "\\" ? pattern.slice(at, at + 2) : pattern[at]!];
    if (expanded.length * next.length > MAX_ALTERNATIVES)
      throw new RangeError(`has more than ${MAX_ALTERNATIVES} alternatives`);
    expanded = expanded.flatMap((start) => next.map((end) => start + end));
    if (choices !== undefined) at = choices.end;
    else if (pattern[at] === "\\") at++;
  }
  return expanded;
}

/**
 * The alternatives in the braces that open at `start`, and where they close; undefined if there are no alternatives.
 */
export function bracesAt(
  pattern: string,
  start: number,
): { readonly texts: readonly string[]; readonly end: number } | undefined {
  const texts: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "," && depth === 1) {
      texts.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === "}" && --depth === 0) {
      texts.push(pattern.slice(from, at));
      return texts.length > 1 ? { texts, end: at } : undefined;
    }
  }
  return undefined;
}
