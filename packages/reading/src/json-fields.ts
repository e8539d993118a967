import type { JsonValue } from "./json.ts";

/**
 * Readers for fields of untrusted JSON (a result file from an artifact). Each reads one value, and throws a ReportError
 * that names its place if the value is wrong.
 */

const MAX_TEXT_CHARACTERS = 4096;
const MAX_ITEMS = 200_000;

export function list<Item>(value: JsonValue, read: (item: JsonValue) => Item): Item[] {
  if (value.list().length > MAX_ITEMS) throw value.not(`a list of at most ${MAX_ITEMS} items`);
  return [...value.items()].map(read);
}

export function text(value: JsonValue): string {
  const read = value.text();
  if (read.length > MAX_TEXT_CHARACTERS) throw value.not(`a text of at most ${MAX_TEXT_CHARACTERS} characters`);
  return read;
}

/** A commit, by SHA-1 or SHA-256. */
export function sha(value: JsonValue): string {
  const read = value.text();
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(read)) throw value.not("a commit");
  return read;
}

export function boolean(value: JsonValue): boolean {
  if (typeof value.raw !== "boolean") throw value.not("true or false");
  return value.raw;
}

export function number(value: JsonValue): number {
  return value.number();
}

/** From 0. */
export function whole(value: JsonValue): number {
  const read = integer(value);
  if (read < 0) throw value.not("a whole number from 0");
  return read;
}

export function integer(value: JsonValue): number {
  const read = value.number();
  if (!Number.isSafeInteger(read)) throw value.not("a whole number");
  return read;
}

export function oneOf<const Words extends readonly string[]>(value: JsonValue, words: Words): Words[number] {
  const read = value.text();
  if (!words.includes(read)) throw value.not(`one of ${words.join(", ")}`);
  return read;
}

/** An object with the field, or an empty one if it is missing: for spreading. */
export function optional<Key extends string, Value>(
  key: Key,
  value: JsonValue,
  read: (value: JsonValue) => Value,
): { [K in Key]?: Value } {
  return value.isMissing ? {} : ({ [key]: read(value) } as { [K in Key]?: Value });
}
