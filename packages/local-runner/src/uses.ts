/** What `uses:` names: an action in a repository, at a ref. */
export interface Uses {
  readonly owner: string;
  readonly repository: string;
  /** The folder in the repository; empty for its root. */
  readonly path: string;
  /** A tag, a branch or a whole commit id. */
  readonly ref: string;
}

const FORM = "owner/repository[/folder]@ref";

/** Whether a text is meant as `uses:` of a repository, rather than as a folder or a name. */
export function looksLikeUses(text: string): boolean {
  return /^[\w.-]+\/[\w./-]+@/.test(text) && !text.startsWith("./") && !text.startsWith("../");
}

/** @throws Error in one line when it is none, or one that GitHub refuses. */
export function parseUses(text: string): Uses {
  const match = /^([\w-][\w.-]*)\/([\w-][\w.-]*)((?:\/[\w.-]+)*)@(\S+)$/.exec(text);
  if (match === null) throw new Error(`\`uses: ${text}\` names no action of a repository; write ${FORM}`);
  const [, owner = "", repository = "", folder = "", ref = ""] = match;
  const path = folder.slice(1);
  if (path.split("/").some((part) => part === "." || part === ".."))
    throw new Error(`\`uses: ${text}\` leaves the repository; write ${FORM} without \`.\` and \`..\``);
  // The API knows them, and the runner refuses them all the same (ActionManager.cs).
  if (/^[0-9a-f]{7,39}$/.test(ref))
    throw new Error(`\`uses: ${text}\` has a shortened commit, which GitHub refuses; write all 40 digits`);
  return { owner, repository, path, ref };
}
