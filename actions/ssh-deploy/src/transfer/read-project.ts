import { statSync } from "node:fs";
import { join, posix } from "node:path";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { readTree, readTreeFile, type Tree, type TreeFile } from "./read-tree.ts";

/**
 * The files of a Compose project, each where it is in the workspace: `compose-files`, folders with all that is in them, and
 * `env-file`, which only the user of the host may read.
 *
 * @throws UserErrors for what is missing, or what no release can hold
 */
export function readProject(workspace: string, paths: readonly string[], envFile: string): Tree {
  const files = new Map<string, TreeFile>();
  const folders = new Set<string>();
  const links: Tree["links"][number][] = [];
  const problems: string[] = [];
  const addFolders = (name: string) => {
    for (let at = posix.dirname(name); at !== "."; at = posix.dirname(at)) folders.add(at);
  };
  const wanted = [...paths.map((path) => ["compose-files", path]), ...(envFile === "" ? [] : [["env-file", envFile]])];
  for (const [input, path] of wanted as [string, string][]) {
    const name = Buffer.from(posix.normalize(path).replace(/\/$/, "")).toString("latin1");
    const stats = statSync(join(workspace, path), { throwIfNoEntry: false });
    addFolders(name);
    if (stats === undefined) problems.push(`\`${input}\` names \`${path}\`, which is not in the workspace`);
    else if (stats.isFile())
      files.set(
        name,
        readTreeFile(workspace, name, input === "env-file" ? "600" : (stats.mode & 0o111) === 0 ? "644" : "755"),
      );
    else {
      const inner = readTree(join(workspace, path), [], path);
      const below = (own: string) => (name === "." ? own : `${name}/${own}`);
      if (name !== ".") folders.add(name);
      for (const file of inner.files)
        if (!files.has(below(file.name))) files.set(below(file.name), { ...file, name: below(file.name) });
      for (const folder of inner.folders) folders.add(below(folder));
      links.push(...inner.links.map((link) => ({ ...link, name: below(link.name) })));
    }
  }
  if (problems.length > 0) throw new UserErrors(problems);
  const all = [...files.values()];
  return {
    root: workspace,
    files: all,
    // A folder comes before what is in it.
    folders: [...folders].sort(),
    links,
    bytes: all.reduce((total, { size }) => total + size, 0),
  };
}
