import { ReportError } from "@jessy-actions/reading/report-error";
import { shown } from "../shown.ts";

/**
 * Values of a check list as YAML gives them. Each reads one, and throws a ReportError whose message stands after the
 * name of the field.
 */

/** A text. Numbers and booleans become one: YAML has already made `1.2` of `1.20`, so such a text needs quotes. */
export function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new ReportError(`is ${described(value)}, and text is needed`);
}

export function filledText(value: unknown): string {
  const read = text(value);
  if (read.trim() === "") throw new ReportError("is empty");
  return read;
}

export function boolean(value: unknown): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new ReportError(`is ${described(value)}; write \`true\` or \`false\``);
}

export function whole(value: unknown, min: number, max: number): number {
  const number = typeof value === "number" ? value : /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new ReportError(`is ${described(value)}; write a whole number from ${min} to ${max}`);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `500ms`, `5s`, `1m`. @returns milliseconds. */
export function duration(value: unknown, max: number): number {
  const match = /^(\d{1,9})(ms|s|m)$/.exec(String(value));
  const milliseconds = match === null ? 0 : Number(match[1]) * UNITS[match[2]!]!;
  if (milliseconds > 0 && milliseconds <= max) return milliseconds;
  throw new ReportError(`is ${described(value)}; write a duration up to ${max / 1000}s, such as \`500ms\` or \`5s\``);
}

export function oneOf<const Words extends readonly string[]>(value: unknown, words: Words): Words[number] {
  if (typeof value === "string" && words.includes(value)) return value;
  throw new ReportError(`is ${described(value)}; write ${words.map((word) => `\`${word}\``).join(", ")}`);
}

/** One value, or a list of them. */
export function several<Item>(value: unknown, read: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) return [read(value)];
  if (value.length === 0) throw new ReportError("is an empty list; leave it out");
  return value.map(read);
}

export function map(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ReportError(`is ${described(value)}, and a map is needed`);
}

export function described(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : shown(String(value));
}
