/** Shorter values stand in ordinary text by chance (`main`, `true`): they are neither looked for nor replaced. */
export const MIN_SECRET_CHARACTERS = 6;
/** From here on a value is found within longer words, too. */
export const MIN_WITHIN_WORDS = 8;
/** `------` and `00000000` are lines and parts of numbers. */
export const MIN_DIFFERENT_CHARACTERS = 3;
/** Lines of a secret of several lines that are looked for by themselves. */
const MIN_LINE_CHARACTERS = 16;
const MAX_LINES = 1000;

export type SecretEncoding = "plain" | "base64" | "URL-encoded" | "hexadecimal" | "JSON-escaped";

/** One form in which a text may hold a secret. */
export interface SecretForm {
  readonly text: string;
  readonly encoding: SecretEncoding;
  /** A short one counts only as a whole word. */
  readonly isWord: boolean;
}

/** All forms of a secret, the plain ones first; none if it is too short or too even to be told from ordinary text. */
export function secretForms(secret: string): readonly SecretForm[] {
  const forms = new Map<string, SecretForm>();
  const add = (text: string, encoding: SecretEncoding) => {
    if (!forms.has(text)) forms.set(text, { text, encoding, isWord: text.length < MIN_WITHIN_WORDS });
  };
  const values = plainForms(secret).filter(isTellable);
  for (const value of values) add(value, "plain");
  for (const value of values) {
    for (const text of base64Forms(value)) if (text.length >= MIN_WITHIN_WORDS) add(text, "base64");
    for (const text of urlForms(value)) add(text, "URL-encoded");
    const hex = Buffer.from(value).toString("hex");
    add(hex, "hexadecimal");
    add(hex.toUpperCase(), "hexadecimal");
    for (const text of jsonForms(value)) add(text, "JSON-escaped");
  }
  return [...forms.values()];
}

function isTellable(value: string): boolean {
  return value.trim().length >= MIN_SECRET_CHARACTERS && new Set(value).size >= MIN_DIFFERENT_CHARACTERS;
}

/** The value, without blanks around it, with either line break, and its longer lines: a text may hold only a part. */
function plainForms(value: string): readonly string[] {
  const lines = value.split(/\r?\n/);
  const whole = [value, value.trim(), lines.join("\n"), lines.join("\n").trim()];
  if (lines.length === 1) return whole;
  const long = lines
    .slice(0, MAX_LINES)
    .map((line) => line.trim())
    .filter((line) => line.length >= MIN_LINE_CHARACTERS && !isOrdinary(line));
  return [...whole, ...long, ...long.flatMap(tokensOf), ...keyParts(value)];
}

/** A token by itself: `//registry.npmjs.org/:_authToken=npm_...`. A name of a project or a host is none. */
function tokensOf(line: string): readonly string[] {
  const runs = line.match(/[\w+~-]{16,}/g) ?? [];
  return runs.filter((run) => /^[0-9a-f]{32,}$/.test(run) || [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(run)));
}

/** Lines that stand in others' files, too: `-----BEGIN PRIVATE KEY-----`, `registry=https://registry.npmjs.org/`. */
function isOrdinary(line: string): boolean {
  return line.startsWith("-----") || line.startsWith("<?xml") || isPlainAddress(line);
}

/** A name and an address without a login, a query, or a part as long as a token. */
function isPlainAddress(line: string): boolean {
  const [, name = "", address = "", end = ""] = /^([^/]{0,60}?)https?:\/\/([^\s"'<>]+)(.{0,60})$/.exec(line) ?? [];
  if (
    address === "" ||
    !/^(?:["'<]?[\w.-]+["'>]?\s*[=:>]\s*["']?|<[\w.-]+>)?$/.test(name) ||
    !/^["',;]*(?:<\/[\w.-]+>)?$/.test(end)
  )
    return false;
  return address
    .replace(/[,;]+$/, "")
    .split("/")
    .every((part, at) => (at === 0 ? /^[\w.-]+(?::\d+)?$/ : /^(?:[\w.-]{0,12}|[a-z-]+)$/i).test(part));
}

/** Lines of 31 characters and more hold a whole one of these, wherever they were broken. */
const KEY_PART = 16;
/** All keys of a kind begin alike, with their algorithm and how they are encrypted: at most half of a short key. */
const MAX_KEY_START = 128;

/** A key as PEM is the same key when its lines are broken elsewhere. */
function keyParts(value: string): readonly string[] {
  const [, body = ""] = /-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END /.exec(value) ?? [];
  const joined = body.replace(/\s+/g, "");
  const parts: string[] = [];
  const start = Math.min(MAX_KEY_START, Math.floor(joined.length / 2));
  for (let at = start; at + KEY_PART <= joined.length && parts.length < MAX_LINES; at += KEY_PART)
    parts.push(joined.slice(at, at + KEY_PART));
  return parts;
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
  const text = jsonText(value);
  yield text;
  yield text.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  // JSON that is HCL, as bake reads it, and JSON within JSON.
  yield jsonText(value.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`));
  yield jsonText(text);
}

function jsonText(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
