import { nearest } from "@jessy-actions/reading/nearest";
import { ReportError } from "@jessy-actions/reading/report-error";
import { shown } from "../shown.ts";

/** By the names of the keys; each throws a ReportError whose message stands after the key. */
export type FieldReaders = Readonly<Record<string, (value: unknown) => void>>;

/**
 * Hands each field of a map to its reader. All problems are found, not only the first.
 *
 * @param report is told the key, for its line, and the problem.
 */
export function readFields(
  fields: Readonly<Record<string, unknown>>,
  readers: FieldReaders,
  report: (key: string, problem: string) => void,
): void {
  const known = Object.keys(readers);
  for (const [key, value] of Object.entries(fields)) {
    if (!Object.hasOwn(readers, key)) {
      const near = nearest(key, known);
      const advice = near === undefined ? `known are ${known.join(", ")}` : `did you mean \`${near}\`?`;
      report(key, `the key ${shown(key)} is not known; ${advice}`);
      continue;
    }
    try {
      readers[key]!(value);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      report(key, `\`${key}\` ${error.message}`);
    }
  }
}
