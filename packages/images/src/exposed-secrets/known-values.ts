/** A secret that the run knows: a build secret, a password, a token. */
export interface KnownSecret {
  /** How findings call it. It is not secret itself. */
  readonly name: string;
  readonly value: string;
}

/** Shorter values stand in ordinary text by chance, and are not looked for; the result says so. */
export const MIN_SECRET_CHARACTERS = 6;
/** From here on a value is found within longer words, too. */
export const MIN_WITHIN_WORDS = 8;
/** `------` and `00000000` are lines and parts of numbers. */
export const MIN_DIFFERENT_CHARACTERS = 3;
/** Lines of a secret of several lines that are looked for by themselves. */
const MIN_LINE_CHARACTERS = 16;
const MAX_LINES = 1000;

/** One form of a secret, and what it is called. */
interface Needle {
  readonly text: string;
  readonly encoding: Encoding;
  readonly isWord: boolean;
}

export type Encoding = "plain" | "base64" | "URL-encoded" | "hexadecimal" | "JSON-escaped";

export interface ValueSearch {
  readonly secret: KnownSecret;
  readonly needles: readonly Needle[];
}

/** All forms of a secret; none if it is too short or too even to be told from ordinary text. */
export function valueSearch(secret: KnownSecret): ValueSearch {
  const needles = new Map<string, Needle>();
  const add = (text: string, encoding: Encoding) => {
    if (needles.has(text)) return;
    needles.set(text, { text, encoding, isWord: text.length < MIN_WITHIN_WORDS });
  };
  for (const value of formsOf(secret.value)) {
    if (value.trim().length < MIN_SECRET_CHARACTERS || new Set(value).size < MIN_DIFFERENT_CHARACTERS) continue;
    add(value, "plain");
    for (const text of base64Forms(value)) if (text.length >= MIN_WITHIN_WORDS) add(text, "base64");
    for (const text of urlForms(value)) add(text, "URL-encoded");
    const hex = Buffer.from(value).toString("hex");
    add(hex, "hexadecimal");
    add(hex.toUpperCase(), "hexadecimal");
    for (const text of jsonForms(value)) add(text, "JSON-escaped");
  }
  return { secret, needles: [...needles.values()] };
}

/** The same search with those forms alone that a text holds: a cheap look at all texts of a document at once. */
export function possibleForms({ secret, needles }: ValueSearch, text: string): ValueSearch {
  return { secret, needles: needles.filter((needle) => text.includes(needle.text)) };
}

/** The form in which a text holds the secret, if it does. */
export function findValue(text: string, { needles }: ValueSearch): Encoding | undefined {
  return needles.find((needle) => (needle.isWord ? hasWord(text, needle.text) : text.includes(needle.text)))?.encoding;
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const around = [text[at - 1], text[at + word.length]];
    if (!around.some((character) => character !== undefined && /[\p{L}\p{N}_]/u.test(character))) return true;
  }
  return false;
}

/** The value, without blanks around it, with either line break, and its longer lines: a build may keep only a part. */
function formsOf(value: string): readonly string[] {
  const lines = value.split(/\r?\n/);
  const whole = [value, value.trim(), lines.join("\n"), lines.join("\n").trim()];
  if (lines.length === 1) return whole;
  // Lines such as `-----BEGIN PRIVATE KEY-----` are in every document about keys.
  const long = lines
    .slice(0, MAX_LINES)
    .map((line) => line.trim())
    .filter((line) => line.length >= MIN_LINE_CHARACTERS && !line.startsWith("-----"));
  return [...whole, ...long];
}

/** The characters that a value gives wherever it stands in an encoded text: three alignments, two alphabets. */
function* base64Forms(value: string): Iterable<string> {
  const bytes = Buffer.from(value);
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const text = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    yield text;
    yield text.replaceAll("+", "-").replaceAll("/", "_");
  }
}

function* urlForms(value: string): Iterable<string> {
  // Half of a surrogate pair cannot be encoded, and is no secret's character either.
  const encoded = encodeURIComponent(value.toWellFormed());
  for (const text of [encoded, encoded.replaceAll("%20", "+"), encoded.replace(/[!'()*]/g, percent)]) {
    yield text;
    yield text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  }
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Inside JSON that is itself a text, as JSON.stringify and as Go write it. */
function* jsonForms(value: string): Iterable<string> {
  const text = JSON.stringify(value).slice(1, -1);
  yield text;
  yield text.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
