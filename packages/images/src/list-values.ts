import { UserError } from "@jessy-actions/reading/user-error";
import { CsvError, readCsv } from "./csv.ts";

/** How an input that holds a list is split. */
export interface ListRules {
  /** Whether a comma separates values as a line break does; else it is part of a value. */
  readonly commas: boolean;
  /** Whether a line that begins with `#` is a comment. One that holds a `#` later never is. */
  readonly comments: boolean;
  /** Off for secrets: their white space, a trailing line break included, is part of the value. */
  readonly trim: boolean;
  /** Off for inputs whose values hold quotes themselves, such as `outputs`. */
  readonly quotes: boolean;
}

/** The rules of most lists: one value a line, `#` begins a comment. */
export const LINES: ListRules = { commas: false, comments: true, trim: true, quotes: true };

/**
 * Splits a list as docker's actions do (Util.getList of actions-toolkit): lines, and commas if `commas`; quotes around a
 * value let it hold line breaks, commas and doubled quotes. An empty value is left out.
 *
 * @throws UserError for a quote that is never closed; its message stands after the name of the input
 */
export function splitList(text: string, rules: ListRules): readonly string[] {
  const { comments, quotes } = rules;
  try {
    const records = readCsv(rules.trim ? text.trim() : text, { relaxedQuotes: true, comments, quotes });
    return records
      .flatMap((record) => valuesOf(record, rules.commas))
      .map((value) => (rules.trim ? value.trim() : value))
      .filter((value) => value !== "");
  } catch (error) {
    if (error instanceof CsvError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

/** Even quoted, a value that stands alone on its line is split at its commas. */
function valuesOf(record: readonly string[], commas: boolean): readonly string[] {
  if (!commas) return [record.join(",")];
  return record.length === 1 ? record[0]!.split(",") : record;
}
