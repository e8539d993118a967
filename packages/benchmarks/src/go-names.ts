import { isDigits } from "./go-fields.ts";

/** What Go calls a benchmark. */
export interface Place {
  readonly pkg: string;
  /** Without `Benchmark`. */
  readonly name: string;
}

/** How each benchmark's name begins. */
export const PREFIX = "Benchmark";

/**
 * What the benchmarks are called: the last part of the package, as Go code would write it, then the name. Only where
 * two packages would be one so are their whole paths written: whether a name has its package must not depend on how
 * many packages there are, or a new one would rename all.
 */
export function titlesOf(all: readonly Place[]): string[] {
  const localName = (name: string) => (name === suffixOf(name) ? `${PREFIX}${name}` : name);
  // By package its last part, and by last part how many packages have it.
  const lastParts = new Map<string, string>();
  const owners = new Map<string, number>();
  for (const { pkg } of all) {
    if (lastParts.has(pkg)) continue;
    const part = lastPart(pkg);
    lastParts.set(pkg, part);
    owners.set(part, (owners.get(part) ?? 0) + 1);
  }
  return all.map(({ pkg, name }) => {
    const part = lastParts.get(pkg)!;
    return pkg === "" ? localName(name) : `${owners.get(part)! > 1 ? pkg : part}.${localName(name)}`;
  });
}

/** What all lines end with: GOMAXPROCS, unless there is one processor. `-cpu 1,2,4` makes several. */
export function commonSuffix(places: readonly Place[]): string {
  const suffixes = new Set(places.map(({ name }) => suffixOf(name)));
  return suffixes.size === 1 ? [...suffixes][0]! : "";
}

/** `-8` of `Sort/n=10-8`; not a pattern, which would try every hyphen of a name with a million of them. */
function suffixOf(name: string): string {
  const hyphen = name.lastIndexOf("-");
  return hyphen !== -1 && hyphen + 1 < name.length && isDigits(name, hyphen + 1, name.length) ? name.slice(hyphen) : "";
}

/** `codec` of `example.com/codec`, also of `example.com/codec/v2`. */
function lastPart(pkg: string): string {
  const parts = pkg.split("/");
  const last = parts.at(-1)!;
  return parts.length > 1 && /^v\d+$/.test(last) ? parts.at(-2)! : last;
}
