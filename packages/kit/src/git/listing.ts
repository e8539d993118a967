export interface RemoteRefs {
  /** Commits by branch name. */
  readonly branches: ReadonlyMap<string, string>;
  /** Commits by tag name, annotated tags peeled. */
  readonly tags: ReadonlyMap<string, string>;
}

/** What `git ls-remote` lists. Pure. */
export function parseRemoteRefs(listing: string): RemoteRefs {
  const branches = new Map<string, string>();
  const tags = new Map<string, string>();
  for (const line of listing.split("\n")) {
    const [sha = "", ref = ""] = line.split("\t");
    if (ref.startsWith("refs/heads/")) branches.set(ref.slice("refs/heads/".length), sha);
    // The commit of an annotated tag follows the tag itself, as `refs/tags/v1^{}`.
    else if (ref.startsWith("refs/tags/")) tags.set(ref.slice("refs/tags/".length).replace(/\^\{\}$/, ""), sha);
  }
  return { branches, tags };
}

/** A commit as `git log` prints it, with its author mapped by .mailmap. */
export interface CommitRecord {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  readonly message: string;
}

export const RECORD_FORMAT = "--format=%H%n%P%n%aN%n%aE%n%B";

/** A record of `git log` in that format. Pure. */
export function parseRecord(record: string): CommitRecord {
  const [sha = "", parents = "", authorName = "", authorEmail = "", ...message] = record.split("\n");
  return {
    sha,
    parents: parents.split(" ").filter((parent) => parent !== ""),
    authorName,
    authorEmail,
    message: message.join("\n").trimEnd(),
  };
}

/** An entry of a tree. */
export interface TreeEntry {
  /** Six octal digits; `120000` is a link. */
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  /** Bytes of a file; NaN for anything else, and where `ls-tree` was not asked for sizes. */
  readonly size: number;
  readonly path: string;
}

/** What `git ls-tree -z` lists, with or without `-l`. Pure. */
export function parseTree(listing: string): TreeEntry[] {
  return listing
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const tab = entry.indexOf("\t");
      const [mode = "", type = "", id = "", size = ""] = entry.slice(0, tab).split(/ +/);
      return { mode, type, id, size: size === "" ? Number.NaN : Number(size), path: entry.slice(tab + 1) };
    });
}

/** What differs between two commits. */
export interface Changes {
  /** Of either side, from the top folder. */
  readonly paths: readonly string[];
  /** Files that moved, edited or not: from the old path to the new one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A name that is not UTF-8 is read with this in it, and then stands for several names. */
const NOT_A_CHARACTER = "\ufffd";

/** What `git diff --name-status -z` lists. Pure. */
export function parseChanges(listing: string): Changes {
  const paths: string[] = [];
  const renames = new Map<string, string>();
  const fields = listing.split("\0");
  // The last one ends the list.
  for (let at = 0; at < fields.length - 1; ) {
    const status = fields[at++]!;
    const path = fields[at++] ?? "";
    paths.push(path);
    if (!/^[RC]/.test(status)) continue;
    const other = fields[at++] ?? "";
    paths.push(other);
    if (status.startsWith("R") && ![path, other].some((name) => name.includes(NOT_A_CHARACTER)))
      renames.set(path, other);
  }
  return { paths, renames };
}
