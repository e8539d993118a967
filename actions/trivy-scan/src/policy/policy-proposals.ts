import { statSync } from "node:fs";
import { join, posix } from "node:path";
import type { Git } from "@jessy-actions/kit/git/git";
import { addedIgnores, INLINE_IGNORE } from "./inline-ignores.ts";

/** Files by which Trivy would be told what to scan and what to leave out, where it runs by itself. */
const CONFIGURATION = /^(?:trivy\.ya?ml|trivy-secret\.ya?ml|\.trivyignore(?:\..*)?)$/;

/** Comments that are named. */
const MAX_NAMED = 20;

export interface Change {
  readonly base: string;
  readonly head: string;
  /** Whose entries are compared one by one. */
  readonly ignoreFiles: readonly string[];
}

/** What a change does to its own scan beside its ignore files, a sentence each. */
export async function proposalsOf(change: Change, git: Git): Promise<readonly string[]> {
  return [...(await configurationOf(change, git)), ...(await commentsOf(change, git))];
}

/** Files that are removed silence nothing. */
async function configurationOf({ base, head, ignoreFiles }: Change, git: Git): Promise<readonly string[]> {
  const own = new Set(ignoreFiles.map((path) => posix.normalize(path)));
  const paths = (await git.changedPaths(base, head)).filter(
    (path) => CONFIGURATION.test(posix.basename(path)) && !own.has(path),
  );
  const present = await git.readFiles(head, paths);
  const before = await git.readFiles(base, [...present.keys()]);
  return [...present.keys()]
    .sort()
    .map((path) => `The change ${before.has(path) ? "edits" : "adds"} ${shown(path)}, which is not read here.`);
}

async function commentsOf({ base, head }: Change, git: Git): Promise<readonly string[]> {
  const { paths, renames } = await git.changes(base, head, INLINE_IGNORE);
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const after = await git.readFiles(head, [...new Set(paths)]);
  const before = await git.readFiles(base, [...new Set([...paths, ...renames.keys()])]);
  const sentences = [...after].sort(byPath).flatMap(([path, { content, isLink }]) => {
    // Texts that explain such comments; Trivy scans no Markdown.
    if (isLink || path.endsWith(".md")) return [];
    const old = before.get(origins.get(path) ?? path);
    return addedIgnores(old === undefined || old.isLink ? "" : old.content.toString(), content.toString()).map(
      ({ comment, line }) =>
        `The change adds the comment ${shown(comment)} to ${shown(path)}, line ${line}; it counts once the base has it.`,
    );
  });
  const more = sentences.length - MAX_NAMED;
  if (more <= 0) return sentences;
  return [...sentences.slice(0, MAX_NAMED), `The change adds ${more} more comments that set findings aside.`];
}

/** Ignore files that lie in the workspace and in no commit: whoever wrote them expects that they count. */
export function strayFiles(root: string, paths: readonly string[], committed: ReadonlySet<string>): readonly string[] {
  return paths
    .map((path) => posix.normalize(path))
    .filter((path) => !committed.has(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => `${shown(path)} lies in the workspace and is in no commit, so it is not read.`);
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Between backticks in a sentence of ours: names from outside have none. */
function shown(name: string): string {
  return `\`${name.replaceAll("`", "'").slice(0, 200)}\``;
}
