/**
 * Orders versions of any ecosystem, near enough for a list: number by number, and a prerelease, which begins with a
 * letter or after a hyphen, before what it leads to.
 */
export function compareVersionTexts(a: string, b: string): number {
  const [left, right] = [versionParts(a), versionParts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = rank(left[at]) - rank(right[at]) || compareParts(left[at] ?? "", right[at] ?? "");
    if (order !== 0) return order;
  }
  return compareTexts(a, b);
}

function versionParts(version: string): readonly string[] {
  return version.match(/[0-9]+|[A-Za-z]+|[-+~]/g) ?? [];
}

/** A letter is below the end of a version, and a number above it. */
function rank(part: string | undefined): number {
  if (part === undefined) return 1;
  return /^[0-9+]/.test(part) ? 2 : 0;
}

function compareParts(a: string, b: string): number {
  const isNumber = /^[0-9]/.test(a);
  const [left, right] = isNumber ? [a.replace(/^0+/, ""), b.replace(/^0+/, "")] : [a, b];
  return isNumber && left.length !== right.length ? left.length - right.length : compareTexts(left, right);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
