import type { Finding } from "./finding.ts";

/**
 * Groups findings about the same flaw: those that share a name, id or alias, also by way of a third.
 *
 * A name of GitHub's (GHSA) is weaker than the others: one of its advisories may cover several flaws, which RustSec and
 * the CVE list tell apart (GHSA-g433-pq76-6cmf is RUSTSEC-2026-0069, -0070 and -0071). It joins only what no other
 * database tells apart; otherwise whoever ignores one flaw would ignore all of them.
 *
 * @returns the groups in no particular order, whatever the order of the findings
 */
export function groupByFlaw(findings: readonly Finding[]): (readonly Finding[])[] {
  if (isPlainlyOne(findings)) return [findings];
  const names = new NameSets();
  for (const finding of findings) names.unite(ownNames(finding));
  const groups = Map.groupBy(findings, (finding) => names.of(ownNames(finding)[0]!));
  const joined = joinByGitHub(groups);
  const flaws = Map.groupBy(groups.keys(), (root) => joined.of(root));
  return [...flaws.values()].map((roots) => roots.flatMap((root) => groups.get(root)!));
}

const GITHUB = "GHSA-";

/** What most are: alone, or the same on both sides. Asked first, for it takes a tenth of the time. */
function isPlainlyOne([first, ...others]: readonly Finding[]): boolean {
  if (first === undefined || others.length === 0) return first !== undefined;
  return !first.id.startsWith(GITHUB) && others.every(({ id }) => id === first.id);
}

function allNames({ id, aliases }: Finding): readonly string[] {
  return [id, ...aliases];
}

/** The names that stand for one flaw each; GitHub's where there are no others. */
function ownNames(finding: Finding): readonly string[] {
  const all = allNames(finding);
  const own = all.filter((name) => !name.startsWith(GITHUB));
  return own.length > 0 ? own : all;
}

/** `CVE` of `CVE-2026-1`. */
function databaseOf(name: string): string {
  return name.split("-", 1)[0]!;
}

/** Which groups are one by a name of GitHub's. */
function joinByGitHub(groups: ReadonlyMap<string, readonly Finding[]>): NameSets {
  const joined = new NameSets();
  const databases = new Map<string, Set<string>>();
  const sharing = new Map<string, Set<string>>();
  for (const [root, findings] of groups) {
    const all = findings.flatMap(allNames);
    const own = all.filter((name) => !name.startsWith(GITHUB));
    databases.set(root, new Set(own.map(databaseOf)));
    for (const name of all) {
      if (name.startsWith(GITHUB)) sharing.set(name, (sharing.get(name) ?? new Set()).add(root));
    }
  }
  for (const [, sharers] of [...sharing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const roots = [...new Set([...sharers].map((root) => joined.of(root)))].sort();
    const told = roots.flatMap((root) => [...databases.get(root)!]);
    const isOneFlaw = new Set(told).size === told.length;
    const isTold = (root: string) => databases.get(root)!.size > 0;
    // Where it is several, what has no other name goes to the first of them.
    const first = roots.find(isTold) ?? roots[0]!;
    const together = isOneFlaw ? roots : [first, ...roots.filter((root) => !isTold(root))];
    joined.unite(together);
    databases.set(joined.of(first), new Set(together.flatMap((root) => [...databases.get(root)!])));
  }
  return joined;
}

/** Names in sets that do not overlap: a union-find. */
class NameSets {
  readonly #above = new Map<string, string>();

  /** The name that stands for its set. */
  of(name: string): string {
    let root = name;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above;
    // What was walked points at the root from now on, so that no chain is walked twice.
    for (let at = name; at !== root; ) {
      const above = this.#above.get(at)!;
      this.#above.set(at, root);
      at = above;
    }
    return root;
  }

  /** Makes the sets of these names one, which the lowest of their roots stands for. */
  unite(names: readonly string[]): void {
    const roots = names.map((name) => this.of(name)).sort();
    for (const root of roots) {
      if (root !== roots[0]) this.#above.set(root, roots[0]!);
    }
  }
}
