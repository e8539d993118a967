import { UserError } from "@jessy-actions/reading/user-error";
import { CsvError, readCsv } from "../csv.ts";

/** One part of a line such as `type=raw,value=edge`. */
export interface Attribute {
  /** In lower case; undefined for a part without `=`. */
  readonly key: string | undefined;
  readonly value: string;
}

/**
 * Reads the parts of a line: separated by commas, each split at its first `=`. A part that holds a comma stands in
 * quotes as a whole: `"match=v(\d{1,3})"`.
 *
 * @throws UserError for misplaced quotes
 */
export function parseAttributes(line: string): readonly Attribute[] {
  try {
    const [fields = []] = readCsv(line, { relaxedQuotes: false, comments: false, quotes: true });
    return fields.map((field) => {
      const equals = field.indexOf("=");
      // A part that begins with `=` has no key.
      if (equals <= 0) return { key: undefined, value: field.trim() };
      return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() };
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UserError(`it ${error.message}`, { cause: error });
    throw error;
  }
}
