import { isAbsolute, relative, sep } from "node:path";

/** A path as people in this directory would write it; a path outside the directory stays as it is. */
export function shownPath(path: string, directory: string): string {
  const inside = relative(directory, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
}
