import { type IgnoreEntry, isExpired } from "./ignore-file.ts";

/**
 * Entries of the head that set aside what those of the base do not, or for longer. An entry that is only narrower, or
 * has expired, proposes nothing.
 */
export function proposedEntries(
  head: readonly IgnoreEntry[],
  base: readonly IgnoreEntry[],
  now: number,
): readonly IgnoreEntry[] {
  const byId = Map.groupBy(base, ({ id }) => id);
  return head.filter(
    (entry) => !isExpired(entry, now) && !(byId.get(entry.id) ?? []).some((standing) => covers(standing, entry)),
  );
}

function covers(standing: IgnoreEntry, entry: IgnoreEntry): boolean {
  return (
    (standing.kind === undefined || standing.kind === entry.kind) &&
    coversList(standing.paths, entry.paths) &&
    coversList(standing.purls, entry.purls) &&
    (standing.expires === undefined || (entry.expires !== undefined && standing.expires >= entry.expires))
  );
}

/** Undefined stands for everything. */
function coversList(standing: readonly string[] | undefined, list: readonly string[] | undefined): boolean {
  if (standing === undefined) return true;
  const known = new Set(standing);
  return list?.every((each) => known.has(each)) ?? false;
}
