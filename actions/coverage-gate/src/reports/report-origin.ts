import { dirname, relative, sep } from "node:path";
import type { ReportOrigin } from "@jessy-actions/coverage/paths";
import { shownPath } from "@jessy-actions/kit/report/shown-path";

/**
 * Where the relative paths of a report may start: in its own folder, in one above it (its package), in the working
 * directory, in one above that, or at the top.
 *
 * @param path of the report, absolute. @param directory the working directory, absolute. @param root of the repository,
 * absolute.
 */
export function originOf(path: string, directory: string, root: string): ReportOrigin {
  const folders = new Set([...foldersAbove(dirname(path), root), ...foldersAbove(directory, root), ""]);
  return { report: shownPath(path, directory), folders: [...folders] };
}

/** A folder and those above it, without the top; none for a folder outside of the repository. */
function foldersAbove(folder: string, root: string): string[] {
  const parts = relative(root, folder).split(sep);
  if (parts[0] === ".." || parts[0] === "") return [];
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("/"));
}
