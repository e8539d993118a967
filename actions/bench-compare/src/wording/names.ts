import { count } from "@jessy-actions/kit/report/quantity";

/** Names that a sentence lists; the table of a report has them all. */
const MAX_LISTED = 2;

/** Characters of each: a benchmark's name may be a whole paragraph. */
const MAX_CHARACTERS = 40;

/** `a, b and 9 more`. */
export function listNames(names: readonly string[]): string {
  const listed = names.slice(0, MAX_LISTED).join(", ");
  return names.length > MAX_LISTED ? `${listed} and ${count(names.length - MAX_LISTED)} more` : listed;
}

/**
 * A name cut in its middle, since its end says the most. Counted in characters, not in UTF-16 units, so none is cut in half.
 *
 * @param most characters, at least 16.
 */
export function shortName(name: string, most = MAX_CHARACTERS): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  const start = Math.floor(most / 3);
  return `${characters.slice(0, start).join("")}…${characters.slice(start + 1 - most).join("")}`;
}
