import { ReportError } from "@jessy-actions/reading/report-error";
import type { Matcher } from "../check.ts";
import { linearPattern } from "../pattern/linear-pattern.ts";
import { shown } from "../shown.ts";
import { boolean, described, map, text } from "./scalar.ts";

const KNOWN = ["equals", "contains", "not-contains", "matches", "exists", "<", "<=", ">", ">="] as const;

/**
 * What a value must be: a text, a number or a boolean that it equals, or a map with one of the keys above.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function readMatcher(value: unknown): Matcher {
  if (value === null) return { kind: "equals", value: "null" };
  if (typeof value !== "object") return { kind: "equals", value: text(value) };
  const entries = Object.entries(map(value));
  const [key, operand] = entries[0] ?? ["", undefined];
  if (entries.length !== 1 || !(KNOWN as readonly string[]).includes(key))
    throw new ReportError(`has the keys ${shown(Object.keys(value).join(", "))}; write one of ${KNOWN.join(", ")}`);
  switch (key as (typeof KNOWN)[number]) {
    case "equals":
      return { kind: "equals", value: operand === null ? "null" : text(operand) };
    case "contains":
    case "not-contains":
      return { kind: key as "contains", value: notEmpty(text(operand)) };
    case "matches":
      return readPattern(operand);
    case "exists":
      return { kind: boolean(operand) ? "exists" : "missing" };
    default:
      return { kind: "compare", operator: key as "<", value: number(operand) };
  }
}

/** `/pattern/flags`, or a pattern alone. */
export function readPattern(value: unknown): Matcher {
  const written = notEmpty(text(value));
  const [, pattern, flags] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [written, written, ""];
  try {
    linearPattern(pattern!, flags!);
  } catch (error) {
    if (error instanceof ReportError) throw new ReportError(`is ${shown(written)}, which ${error.message}`);
    throw error;
  }
  return { kind: "matches", pattern: pattern!, flags: flags! };
}

/** Every text contains the empty one. */
export function notEmpty(written: string): string {
  if (written === "") throw new ReportError("is empty, and everything would pass");
  return written;
}

function number(value: unknown): number {
  const read =
    typeof value === "number" ? value : Number(typeof value === "string" && value.trim() !== "" ? value : Number.NaN);
  if (!Number.isFinite(read)) throw new ReportError(`is ${described(value)}, and a number is needed`);
  return read;
}
