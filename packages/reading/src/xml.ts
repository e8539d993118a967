import { TextDecoder } from "node:util";
import { joinChunks } from "./chunks.ts";
import { ReportError } from "./report-error.ts";

/**
 * Deeper than any report (JaCoCo's nested groups are the deepest). Endless nesting would fill the stack of open names.
 */
const MAX_DEPTH = 500;
/** Kinds of elements. Every name is kept; a report has a few dozen. */
const MAX_NAMES = 1000;
const MAX_ATTRIBUTES = 64;
const MAX_ATTRIBUTE_BYTES = 1_000_000;

const TAB = 9;
const NEWLINE = 10;
const BLANK = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const MINUS = 45;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/**
 * A pull reader for the elements and attributes of coverage reports. It builds no DOM and decodes nothing before the
 * caller asks: a Cobertura report of 2.5 million lines has ten million attributes, and we want two numbers per line.
 *
 * It skips comments, CDATA, processing instructions and the DOCTYPE with its internal subset. It never fetches external
 * DTDs and never expands declared entities (billion laughs); an unknown entity stays as written.
 */
export class XmlReader {
  /** Name of the element that `next` just reported. */
  name = "";
  /** How many elements are open, the reported one included. */
  depth = 0;

  readonly #bytes: Uint8Array;
  readonly #decoder: TextDecoder;
  #at = 0;
  #pendingClose = false;
  readonly #open: string[] = [];
  readonly #names = new Map<number, { readonly bytes: Uint8Array; readonly text: string }[]>();
  #nameCount = 0;
  #attributes = 0;
  readonly #nameStart = new Int32Array(MAX_ATTRIBUTES);
  readonly #nameEnd = new Int32Array(MAX_ATTRIBUTES);
  readonly #valueStart = new Int32Array(MAX_ATTRIBUTES);
  readonly #valueEnd = new Int32Array(MAX_ATTRIBUTES);
  #textStart = 0;
  #textEnd = 0;

  constructor(chunks: Iterable<Uint8Array>) {
    const bytes = joinChunks(chunks);
    const utf16 =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? "utf-16be"
          : undefined;
    this.#bytes = utf16 === undefined ? bytes : new TextEncoder().encode(new TextDecoder(utf16).decode(bytes));
    this.#decoder = new TextDecoder(utf16 === undefined ? declaredEncoding(bytes) : "utf-8");
  }

  /**
   * The next start or end of an element; undefined after the root element. @throws ReportError if it is not XML or is
   * cut off.
   */
  next(): "open" | "close" | undefined {
    if (this.#pendingClose) {
      this.#pendingClose = false;
      this.#textStart = this.#textEnd = this.#at;
      return this.#close();
    }
    const bytes = this.#bytes;
    this.#textStart = this.#at;
    while (true) {
      const start = bytes.indexOf(LESS, this.#at);
      if (start === -1) {
        if (this.#open.length > 0)
          throw this.#error(`ends inside <${this.#open.at(-1)}>: the report was cut off`, bytes.length);
        if (this.name === "") throw new ReportError("is not XML: it has no elements");
        return undefined;
      }
      this.#textEnd = start;
      const next = bytes[start + 1];
      if (next === BANG || next === QUESTION) this.#at = this.#skipMarkup(start);
      else if (next === SLASH) return this.#readEndTag(start + 2);
      else return this.#readStartTag(start + 1);
    }
  }

  /** An attribute of the element just opened, decoded. */
  attribute(name: string): string | undefined {
    const at = this.#find(name);
    return at === -1 ? undefined : this.#decode(this.#valueStart[at]!, this.#valueEnd[at]!);
  }

  /**
   * A whole, non-negative number in an attribute of the element just opened. Counts may be written as `3.0`, `1,5`
   * (decimal comma) or `1e9`, negative or beyond 64 bits. Anything that is not a number, `Infinity` and `0x1f` too, is
   * NaN, and so is a missing attribute.
   */
  number(name: string): number {
    const at = this.#find(name);
    if (at === -1) return Number.NaN;
    const end = this.#valueEnd[at]!;
    let number = 0;
    for (let p = this.#valueStart[at]!; p < end; p++) {
      const digit = this.#bytes[p]! - 48;
      if (digit < 0 || digit > 9) return parseLooseNumber(this.attribute(name)!);
      number = number * 10 + digit;
    }
    return end === this.#valueStart[at] ? Number.NaN : number;
  }

  /**
   * The text right before the `close` just reported, CDATA included. If the element holds elements: the text after the
   * last one.
   */
  text(): string {
    return this.#decoder
      .decode(this.#bytes.subarray(this.#textStart, this.#textEnd))
      .split(/(<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>)/s)
      .map((part) =>
        part.startsWith(CDATA)
          ? part.slice(CDATA.length, -"]]>".length)
          : part.startsWith("<")
            ? ""
            : decodeEntities(part),
      )
      .join("");
  }

  /** Skips everything up to the end of the element just opened. */
  skip(): void {
    const depth = this.depth;
    while (this.next() !== undefined) if (this.depth < depth) return;
  }

  /** The line that the reader is on, 1-based. Costs the length of the report: for the first of a kind only. */
  get line(): number {
    return this.#lineAt(this.#at);
  }

  error(message: string): ReportError {
    return this.#error(message, this.#at);
  }

  #readStartTag(start: number): "open" {
    const bytes = this.#bytes;
    let at = endOfName(bytes, start);
    if (at === start) throw this.#error("has a `<` that does not start an element", start);
    this.name = this.#intern(start, at);
    this.#attributes = 0;
    while (true) {
      while (isBlank(bytes[at])) at++;
      const byte = bytes[at];
      if (byte === GREATER) {
        at++;
        break;
      }
      if (byte === SLASH && bytes[at + 1] === GREATER) {
        at += 2;
        this.#pendingClose = true;
        break;
      }
      at = this.#readAttribute(at);
    }
    this.#at = at;
    this.#open.push(this.name);
    this.depth = this.#open.length;
    if (this.depth > MAX_DEPTH) throw this.#error(`nests elements more than ${MAX_DEPTH} deep`, start);
    return "open";
  }

  #readAttribute(start: number): number {
    const bytes = this.#bytes;
    let at = endOfName(bytes, start);
    const nameEnd = at;
    while (isBlank(bytes[at])) at++;
    if (at >= bytes.length) throw this.#error(`ends inside <${this.name}: the report was cut off`, bytes.length);
    if (nameEnd === start || bytes[at] !== EQUALS)
      throw this.#error(`has an attribute without a value in <${this.name}>`, start);
    at++;
    while (isBlank(bytes[at])) at++;
    const quote = bytes[at];
    if (quote !== DOUBLE_QUOTE && quote !== APOSTROPHE)
      throw this.#error(`has an attribute without quotes in <${this.name}>`, at);
    const valueStart = at + 1;
    let valueEnd = valueStart;
    while (valueEnd < bytes.length && bytes[valueEnd] !== quote) valueEnd++;
    if (valueEnd - valueStart > MAX_ATTRIBUTE_BYTES)
      throw this.#error(`has an attribute of more than a million bytes in <${this.name}>`, start);
    if (valueEnd === bytes.length) throw this.#error(`ends inside <${this.name}: the report was cut off`, bytes.length);
    const index = this.#attributes++;
    if (index === MAX_ATTRIBUTES)
      throw this.#error(`has more than ${MAX_ATTRIBUTES} attributes in <${this.name}>`, start);
    this.#nameStart[index] = start;
    this.#nameEnd[index] = nameEnd;
    this.#valueStart[index] = valueStart;
    this.#valueEnd[index] = valueEnd;
    return valueEnd + 1;
  }

  #readEndTag(start: number): "close" {
    const bytes = this.#bytes;
    const end = endOfName(bytes, start);
    const open = this.#open.at(-1);
    const name = this.#intern(start, end);
    let at = end;
    while (isBlank(bytes[at])) at++;
    if (bytes[at] !== GREATER) throw this.#error(`ends inside </${name}`, at);
    if (open !== name) throw this.#error(`closes <${open ?? ""}> with </${name}>`, start);
    this.#at = at + 1;
    return this.#close();
  }

  #close(): "close" {
    this.name = this.#open.pop()!;
    this.depth = this.#open.length;
    this.#attributes = 0;
    return "close";
  }

  /** @returns where the comment, CDATA section, instruction or declaration at `start` ends. */
  #skipMarkup(start: number): number {
    const bytes = this.#bytes;
    if (bytes[start + 1] === QUESTION) return this.#after("?>", start + 2);
    if (bytes[start + 2] === MINUS && bytes[start + 3] === MINUS) return this.#after("-->", start + 4);
    if (bytes[start + 2] === OPEN_BRACKET) return this.#after("]]>", start + 3);
    let quote = 0;
    let brackets = 0;
    for (let at = start + 2; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === DOUBLE_QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LESS && bytes[at + 1] === BANG && bytes[at + 2] === MINUS && bytes[at + 3] === MINUS)
        at = this.#after("-->", at + 4) - 1;
      else if (byte === OPEN_BRACKET) brackets++;
      else if (byte === CLOSE_BRACKET) brackets--;
      else if (byte === GREATER && brackets <= 0) return at + 1;
    }
    throw this.#error("ends inside its DOCTYPE: the report was cut off", bytes.length);
  }

  #after(mark: string, from: number): number {
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(mark.charCodeAt(0), from); at !== -1; at = bytes.indexOf(mark.charCodeAt(0), at + 1)) {
      let length = 1;
      while (length < mark.length && bytes[at + length] === mark.charCodeAt(length)) length++;
      if (length === mark.length) return at + length;
    }
    throw this.#error(`ends before \`${mark}\`: the report was cut off`, bytes.length);
  }

  #find(name: string): number {
    for (let index = 0; index < this.#attributes; index++) {
      const start = this.#nameStart[index]!;
      if (this.#nameEnd[index]! - start !== name.length) continue;
      let at = 0;
      while (at < name.length && this.#bytes[start + at] === name.charCodeAt(at)) at++;
      if (at === name.length) return index;
    }
    return -1;
  }

  /** The same few names occur a million times, so each is decoded once. */
  #intern(start: number, end: number): string {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (hash * 31 + this.#bytes[at]!) | 0;
    let known = this.#names.get(hash);
    if (known === undefined) {
      known = [];
      this.#names.set(hash, known);
    }
    for (const { bytes, text } of known) {
      if (bytes.length !== end - start) continue;
      let at = 0;
      while (at < bytes.length && bytes[at] === this.#bytes[start + at]) at++;
      if (at === bytes.length) return text;
    }
    if (++this.#nameCount > MAX_NAMES)
      throw this.#error(`has more than ${MAX_NAMES} kinds of elements, which no coverage report has`, start);
    const bytes = this.#bytes.slice(start, end);
    const text = this.#decoder.decode(bytes);
    known.push({ bytes, text });
    return text;
  }

  #decode(start: number, end: number): string {
    return decodeEntities(this.#decoder.decode(this.#bytes.subarray(start, end)));
  }

  #error(message: string, at: number): ReportError {
    return new ReportError(`line ${this.#lineAt(at)} ${message}`);
  }

  #lineAt(at: number): number {
    let line = 1;
    for (let p = this.#bytes.indexOf(NEWLINE); p !== -1 && p < at; p = this.#bytes.indexOf(NEWLINE, p + 1)) line++;
    return line;
  }
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const CDATA = "<![CDATA[";

function decodeEntities(text: string): string {
  return text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, decodeEntity)
    : text;
}

function decodeEntity(
  whole: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED_ENTITIES[name]!;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}

/** `<?xml encoding="..."?>`; an unknown encoding is read as UTF-8. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  try {
    const { encoding } = new TextDecoder(label);
    // The declaration was read byte by byte, so it is not UTF-16.
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return "utf-8";
  }
}

function parseLooseNumber(text: string): number {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)
    ? Number(trimmed.replace(",", "."))
    : Number.NaN;
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === NEWLINE || byte === TAB || byte === 13;
}

function endOfName(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (
      byte <= BLANK ||
      byte === GREATER ||
      byte === SLASH ||
      byte === EQUALS ||
      byte === LESS ||
      byte === DOUBLE_QUOTE ||
      byte === AMPERSAND
    )
      break;
    at++;
  }
  return at;
}
