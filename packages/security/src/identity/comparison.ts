import type { Finding } from "../findings/finding.ts";

export interface Comparison {
  readonly new: readonly Finding[];
  readonly known: readonly Finding[];
  /** Of the base. */
  readonly fixed: readonly Finding[];
}

/** Paths of files that moved: from the base's path to the head's. */
export type Renames = ReadonlyMap<string, string>;

/**
 * What a change brings and what it mends. Findings are the same by what they are of, without versions and lines, and are
 * counted: a second one of the same identity is new. Work is linear but for the sorting.
 */
export function compareFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  renames: Renames = new Map(),
): Comparison {
  const groups = groupAliases([...base, ...head]);
  const remaining = new Map<string, Finding[]>();
  for (const finding of sorted(base)) {
    const key = identityOf(finding, groups, renames);
    const same = remaining.get(key);
    if (same === undefined) remaining.set(key, [finding]);
    else same.push(finding);
  }
  const known: Finding[] = [];
  const added: Finding[] = [];
  for (const finding of sorted(head)) {
    const isKnown = remaining.get(identityOf(finding, groups, NO_RENAMES))?.pop() !== undefined;
    (isKnown ? known : added).push(finding);
  }
  return { new: added, known, fixed: sorted([...remaining.values()].flat()) };
}

const NO_RENAMES: Renames = new Map();

function identityOf(
  { kind, id, place, package: affected, detail }: Finding,
  groups: Aliases,
  renames: Renames,
): string {
  const file = renames.get(place.file) ?? place.file;
  const subject = affected === undefined ? [id, detail ?? ""] : [groups.of(id), affected.ecosystem, affected.name];
  return JSON.stringify([kind, place.target, file, ...subject]);
}

interface Aliases {
  of(id: string): string;
}

/** Names of one flaw, joined over both sides: one database says GHSA, the next one CVE. */
function groupAliases(findings: readonly Finding[]): Aliases {
  const parents = new Map<string, string>();
  const of = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = parents.get(at)!;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { id, aliases } of findings) {
    for (const alias of aliases) {
      const [one, other] = [of(id), of(alias)];
      if (one !== other) parents.set(other, one);
    }
  }
  return { of };
}

/** One order whatever the order of the findings was. */
function sorted(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: orderOf(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function orderOf({ kind, id, place, package: affected, detail }: Finding): string {
  const line = String(place.startLine ?? 0).padStart(9, "0");
  return JSON.stringify([place.target, place.file, line, kind, id, affected?.name, affected?.version, detail]);
}
