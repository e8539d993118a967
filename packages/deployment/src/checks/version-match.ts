/** Git's own shortest form of a commit. */
const MIN_COMMIT_CHARACTERS = 7;

/** A whole commit, by SHA-1 or SHA-256. */
export function isCommit(version: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(version);
}

/**
 * Whether a service that says `found` runs the version `wanted`: the same text, or one of them is the start of the
 * other, which is a whole commit (SHA-1 or SHA-256). Empty text is never a version.
 */
export function isSameVersion(found: string, wanted: string): boolean {
  if (found === "" || wanted === "") return false;
  if (found === wanted) return true;
  const [short, long] = [found.toLowerCase(), wanted.toLowerCase()].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  return isCommit(long) && /^[0-9a-f]+$/.test(short) && short.length >= MIN_COMMIT_CHARACTERS && long.startsWith(short);
}
