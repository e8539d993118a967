import { TextDecoder } from "node:util";
import { joinChunks } from "./chunks.ts";
import { ReportError } from "./report-error.ts";

/** JSON.parse recurses: a file of a million brackets would crash the process instead of being reported. */
const MAX_DEPTH = 200;

/** Parses a whole report as JSON. @throws ReportError that says where it stops being JSON. */
export function parseJson(chunks: Iterable<Uint8Array>): JsonValue {
  const bytes = joinChunks(chunks);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  // In UTF-16, half of a letter may look like a quote or a bracket.
  checkDepth(encoding === "utf-8" ? bytes : new TextEncoder().encode(text));
  try {
    return new JsonValue(JSON.parse(text), "");
  } catch (error) {
    const message = (error as Error).message;
    const position = /at position (\d+)/.exec(message)?.[1];
    if (/Unexpected end|Unterminated/.test(message) || Number(position) >= text.length) {
      throw new ReportError(`ends early, after ${bytes.length} bytes: the report was cut off`);
    }
    throw new ReportError(`is not valid JSON: ${message.slice(0, 160).replace(/\s+/g, " ")}`);
  }
}

function checkDepth(bytes: Uint8Array): void {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x22) {
      at = endOfString(bytes, at + 1);
      if (at === -1) return;
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MAX_DEPTH) throw new ReportError(`nests JSON more than ${MAX_DEPTH} deep, at byte ${at}`);
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
}

/** Reports are mostly long strings, which `indexOf` passes over much faster than a loop. @returns -1 without an end */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let quote = bytes.indexOf(0x22, start); quote !== -1; quote = bytes.indexOf(0x22, quote + 1)) {
    let before = quote;
    while (before > start && bytes[before - 1] === 0x5c) before--;
    if ((quote - before) % 2 === 0) return quote;
  }
  return -1;
}

/** A value in a report and its place there, so that an error about a wrong shape names it: `files[3].segments`. */
export class JsonValue {
  readonly raw: unknown;
  readonly #path: string;

  constructor(raw: unknown, path: string) {
    this.raw = raw;
    this.#path = path;
  }

  get isMissing(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  get isObject(): boolean {
    return typeof this.raw === "object" && this.raw !== null && !Array.isArray(this.raw);
  }

  get isList(): boolean {
    return Array.isArray(this.raw);
  }

  /** A member of an object. It is missing unless the object itself has it; members of the prototype do not count. */
  get(key: string): JsonValue {
    const object = this.raw;
    const has = this.isObject && Object.hasOwn(object as object, key);
    return new JsonValue(
      has ? (object as Record<string, unknown>)[key] : undefined,
      this.#path === "" ? key : `${this.#path}.${key}`,
    );
  }

  /** The members of an object; `__proto__` is a name like any other. */
  *entries(): Iterable<[string, JsonValue]> {
    if (!this.isObject) throw this.not("an object");
    for (const [key, value] of Object.entries(this.raw as object))
      yield [key, new JsonValue(value, `${this.#path}[${JSON.stringify(key)}]`)];
  }

  *items(): Iterable<JsonValue> {
    const list = this.list();
    for (let at = 0; at < list.length; at++) yield new JsonValue(list[at], `${this.#path}[${at}]`);
  }

  list(): readonly unknown[] {
    if (!Array.isArray(this.raw)) throw this.not("a list");
    return this.raw;
  }

  text(): string {
    if (typeof this.raw !== "string") throw this.not("a string");
    return this.raw;
  }

  number(): number {
    if (typeof this.raw !== "number") throw this.not("a number");
    return this.raw;
  }

  /** The error for a value of another shape. */
  not(expected: string): ReportError {
    const found = this.raw === undefined ? "missing" : excerpt(this.raw);
    return new ReportError(
      `${this.#path === "" ? "its content" : `\`${this.#path}\``} is not ${expected} but ${found}`,
    );
  }
}

/** The start of a value. TOML's keys with dots nest deeper than JSON.stringify can follow. */
function excerpt(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 40);
  } catch {
    return "too deep to be shown";
  }
}
