import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { downloadAction, downloadedTree } from "./action-download.ts";
import { type ActionFile, actionFilePath, readActionFile } from "./action-file.ts";
import { type StepTarget, slugOf, type Uses } from "./uses.ts";

/** An action, and where it was read from. */
export interface SourcedAction {
  readonly action: ActionFile;
  /** The repository that `$/folder` in its steps leads to. */
  readonly tree: string;
  /** Undefined for an action of a folder of this machine. */
  readonly uses: Uses | undefined;
}

/** Where actions are found that other actions use. */
export interface ActionSources {
  readonly workspace: string;
  /** The `_actions` folder. */
  readonly actions: string;
  /**
   * A git repository, or a folder that is the tree at any ref, by `owner/repository`; the others come from github.com.
   */
  readonly addresses: Readonly<Record<string, string>>;
}

/** The action that a run begins with. @param uses what `uses:` said, when it was downloaded. */
export function sourceOf(action: ActionFile, uses: Uses | undefined, actions: string): SourcedAction {
  return { action, uses, tree: uses === undefined ? repositoryOf(action.directory) : downloadedTree(uses, actions) };
}

/** The action that a step of `from` uses. @throws Error in one line when it is not there. */
export function findAction(target: StepTarget, from: SourcedAction, sources: ActionSources): SourcedAction {
  if (target.kind === "workspace") {
    const folder = join(sources.workspace, target.path);
    if (actionFilePath(folder) === undefined)
      throw new Error(`there is no action.yml in ./${target.path} of the workspace; did actions/checkout run before?`);
    return { action: readActionFile(folder), tree: repositoryOf(folder), uses: undefined };
  }
  if (target.kind === "repository") {
    const { uses } = target;
    const name = `${uses.owner}/${uses.repository}`;
    const action = downloadAction(uses, sources.addresses[name] ?? `https://github.com/${name}`, sources.actions);
    return { action, tree: downloadedTree(uses, sources.actions), uses };
  }
  const folder = join(from.tree, target.path);
  const uses = from.uses === undefined ? undefined : { ...from.uses, path: target.path };
  if (actionFilePath(folder) === undefined)
    throw new Error(`there is no action.yml in ${target.path} of ${uses === undefined ? from.tree : slugOf(uses)}`);
  return { action: readActionFile(folder), tree: from.tree, uses };
}

/** The top folder of the repository that a folder is in; the folder itself outside of one. */
function repositoryOf(folder: string): string {
  for (let candidate = folder; candidate !== dirname(candidate); candidate = dirname(candidate))
    if (existsSync(join(candidate, ".git"))) return candidate;
  return folder;
}
