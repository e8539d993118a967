/**
 * What stands after the hyphen and the plus of a version by SemVer 2.0.0. Cargo's versions have the same, though their
 * numbers may be larger.
 */

/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`. No identifiers at all is a stable version. */
export function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareIdentifiers(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numericA = isNumeric(a);
  if (numericA !== isNumeric(b)) return numericA ? -1 : 1;
  // Without leading zeros the longer number is the larger one.
  if (numericA && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isNumeric(identifier: string): boolean {
  return /^[0-9]+$/.test(identifier);
}

/** What keeps identifiers from being a prerelease, to stand after the version's name. Undefined when they are one. */
export function prereleaseProblem(identifiers: readonly string[]): string | undefined {
  const problem = identifierProblem(identifiers, "prerelease");
  if (problem !== undefined) return problem;
  const padded = identifiers.find((each) => each.length > 1 && each.startsWith("0") && isNumeric(each));
  return padded === undefined ? undefined : `has a leading zero in its prerelease number ${quote(padded)}`;
}

/** The same of build metadata, where leading zeros may stand. */
export function identifierProblem(identifiers: readonly string[], place: string): string | undefined {
  for (const identifier of identifiers) {
    if (identifier === "") return `has an empty part in its ${place}`;
    if (!/^[0-9A-Za-z-]+$/.test(identifier)) {
      return `has ${quote(identifier)} in its ${place}, where only letters, digits and hyphens of ASCII may stand`;
    }
  }
  return undefined;
}

/** What is quoted of outside text is short, and on one line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}
