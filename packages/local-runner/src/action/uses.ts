/** An action in a repository, at a ref. */
export interface Uses {
  readonly owner: string;
  readonly repository: string;
  /** The folder in the repository; empty for its root. */
  readonly path: string;
  /** A tag, a branch or a whole commit id. */
  readonly ref: string;
}

/** What `uses:` of a step names. */
export type StepTarget =
  /** `./folder`: of the workspace, as it is when the step runs. */
  | { readonly kind: "workspace"; readonly path: string }
  /** `$/folder`: of the repository that the file with this `uses:` is in, at the same ref. */
  | { readonly kind: "same repository"; readonly path: string }
  | { readonly kind: "repository"; readonly uses: Uses };

const FORM = "owner/repository[/folder]@ref";

/** Whether a text is meant as `uses:` of a repository, rather than as a folder or a name. */
export function looksLikeUses(text: string): boolean {
  return /^[\w.-]+\/[\w./-]+@/.test(text) && !text.startsWith("./") && !text.startsWith("../");
}

/** @throws Error in one line when the text names no action of a repository, or one that GitHub refuses. */
export function parseUses(text: string): Uses {
  const match = /^([\w-][\w.-]*)\/([\w-][\w.-]*)((?:\/[\w.-]+)*)@(\S+)$/.exec(text);
  if (match === null) throw new Error(`\`uses: ${text}\` names no action of a repository; write ${FORM}`);
  const [, owner = "", repository = "", folder = "", ref = ""] = match;
  const path = folder.slice(1);
  if (leavesItsRoot(path))
    throw new Error(`\`uses: ${text}\` leaves the repository; write ${FORM} without \`.\` and \`..\``);
  // The API knows them, and the runner refuses them all the same (ActionManager.cs).
  if (/^[0-9a-f]{7,39}$/.test(ref))
    throw new Error(`\`uses: ${text}\` has a shortened commit, which GitHub refuses; write all 40 digits`);
  return { owner, repository, path, ref };
}

/** @throws Error in one line when the text names no action, or one that this runner cannot run. */
export function parseStepTarget(text: string): StepTarget {
  if (text.startsWith("./")) return { kind: "workspace", path: text.slice(2) };
  if (text.startsWith("$/")) {
    const path = text.replace(/^\$\/+/, "");
    if (path === "") throw new Error(`\`uses: ${text}\` names no folder; write $/folder`);
    if (leavesItsRoot(path))
      throw new Error(`\`uses: ${text}\` leaves the repository; write it without \`.\` and \`..\``);
    return { kind: "same repository", path };
  }
  if (text.startsWith("docker://"))
    throw new Error(`\`uses: ${text}\` is a container, which is not run here; use a JavaScript or a composite action`);
  return { kind: "repository", uses: parseUses(text) };
}

/** As `uses:` has it. */
export function slugOf({ owner, repository, path, ref }: Uses): string {
  return `${owner}/${repository}${path === "" ? "" : `/${path}`}@${ref}`;
}

function leavesItsRoot(path: string): boolean {
  return path.split("/").some((part) => part === "." || part === "..");
}
