import { numberAt } from "./go-number.ts";

/** The fields of one line at a time, by their places in the text: there are millions of lines, and nothing is copied. */
export class Fields {
  /** Where each field begins and ends, in turn. */
  readonly #bounds: number[] = [];
  /** By field. */
  readonly #numbers: number[] = [];

  /** Parts a line between any Unicode space as Go's strings.Fields. @returns how many fields it has. */
  split(text: string, from: number, end: number): number {
    const bounds = this.#bounds;
    let size = 0;
    for (let at = from; at < end; ) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      if (at === end) break;
      bounds[size++] = at;
      while (at < end && !isSpace(text.charCodeAt(at))) at++;
      bounds[size++] = at;
    }
    return size / 2;
  }

  start(field: number): number {
    return this.#bounds[2 * field]!;
  }

  /** One behind the last character. */
  end(field: number): number {
    return this.#bounds[2 * field + 1]!;
  }

  /** Reads the number in every second field. @returns the field that is not a number, or -1. */
  readNumbers(text: string, first: number, fields: number): number {
    for (let at = first; at < fields; at += 2) {
      const number = numberAt(text, this.start(at), this.end(at));
      if (number === undefined) return at;
      this.#numbers[at] = number;
    }
    return -1;
  }

  /** What `readNumbers` read. */
  number(field: number): number {
    return this.#numbers[field]!;
  }
}

/** Go's unicode.IsSpace. */
function isSpace(code: number): boolean {
  if (code > 32 && code < 128) return false;
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && /\p{White_Space}/u.test(String.fromCharCode(code)));
}

export function isDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
