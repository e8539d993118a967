import type { Finding } from "../findings/finding.ts";
import { type Identities, identify, type Places } from "./identity.ts";

export interface Comparison {
  readonly new: readonly Finding[];
  readonly known: readonly Finding[];
  /** Of the base. */
  readonly fixed: readonly Finding[];
}

/** Paths of files that moved, from the root of the repository: from the base's path to the head's. */
export type Renames = ReadonlyMap<string, string>;

/**
 * What a change brings and what it mends. Findings are the same by what they are of, without versions and lines, and are
 * counted: a second one of the same identity is new. Which of them is the new one is told by what differs least. What
 * several targets find in one file is there once. Work is linear but for the sorting.
 *
 * @param folders the targets that are in the repository, by their names, and where they are from its root (`.` is the root
 *   itself); others are places of their own. Undefined: every target is where its name says.
 */
export function compareFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  renames: Renames = new Map(),
  folders?: Places["folders"],
): Comparison {
  const identities = identify([...base, ...head], folders);
  const before = groupBy(base, identities, renames);
  const after = groupBy(head, identities, new Map());
  const known = new Set<Finding>();
  const fixed: Finding[] = [];
  for (const [identity, findings] of before) {
    const [ofBase, ofHead] = [byTarget(findings), byTarget(after.get(identity) ?? [])];
    for (const found of ofHead) for (const finding of pair(united(ofBase), found).known) known.add(finding);
    for (const found of ofBase) fixed.push(...pair(found, united(ofHead)).fixed);
  }
  const all = sorted(head);
  return {
    new: all.filter((finding) => !known.has(finding)).map(unmarked),
    known: all.filter((finding) => known.has(finding)).map(unmarked),
    fixed: sorted(fixed).map(unmarked),
  };
}

/** What was compared is not published. */
function unmarked(finding: Finding): Finding {
  if (finding.mark === undefined) return finding;
  const { mark: _, ...rest } = finding;
  return rest;
}

function groupBy(
  findings: readonly Finding[],
  identities: Identities,
  renames: Renames,
): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(sorted(findings), (finding) => identities.of(finding, renames));
}

function byTarget(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...Map.groupBy(findings, ({ place }) => place.target).values()];
}

/** What several targets found in one file, each once: as many as the one that found most. */
function united(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  if (lists.length < 2) return lists[0] ?? [];
  const most = new Map<string, readonly Finding[]>();
  for (const list of lists) {
    for (const [key, same] of Map.groupBy(list, exactly)) {
      if (same.length > (most.get(key)?.length ?? 0)) most.set(key, same);
    }
  }
  return sorted([...most.values()].flat());
}

function exactly({ package: affected, severity, place }: Finding): string {
  return JSON.stringify([affected?.version, severity, place.startLine]);
}

/** What two findings of one identity may have in common, from most to least. */
const LIKENESSES: readonly ((finding: Finding) => string)[] = [
  exactly,
  ({ package: affected }) => affected?.version ?? "",
  ({ severity }) => severity,
  () => "",
];

/** Which findings of the head are which ones of the base, all of one identity. */
function pair(
  base: readonly Finding[],
  head: readonly Finding[],
): { readonly known: readonly Finding[]; readonly fixed: readonly Finding[] } {
  const known: Finding[] = [];
  let before = base;
  let after = head;
  for (const likeness of LIKENESSES) {
    if (before.length === 0 || after.length === 0) break;
    const left = Map.groupBy(before.toReversed(), likeness);
    const others: Finding[] = [];
    for (const finding of after) {
      const isKnown = left.get(likeness(finding))?.pop() !== undefined;
      (isKnown ? known : others).push(finding);
    }
    before = sorted([...left.values()].flat());
    after = others;
  }
  return { known, fixed: before };
}

/** One order whatever the order of the findings was. */
function sorted(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  return findings
    .map((finding) => ({ finding, key: orderOf(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function orderOf({ kind, id, place, package: affected, detail }: Finding): string {
  const line = String(place.startLine ?? 0).padStart(9, "0");
  return JSON.stringify([place.target, place.file, line, kind, id, affected?.name, affected?.version, detail]);
}
