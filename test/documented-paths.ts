/** The paths that a document names, and whether they exist. */
import { matchesGlob, posix } from "node:path";

/** Folders that paths in documents begin with, besides the short names of rooms. Not build/: it is made, not kept. */
const TOP_FOLDERS = ["actions", "packages", "test", "bench", "scripts", "docs", "dist", "examples", ".github"];

const ROOM = /^(?:actions|packages)\/([^/]+)/;

/**
 * The paths in a Markdown document that lead nowhere, each as it is written. A path is:
 * - the target of a relative link;
 * - the first column of the map, in an indented block;
 * - code that begins with a folder of the repository or a room (`kit/git/git.ts` is `packages/kit/src/git/git.ts`), or
 *   that ends in `.ts`. Below a heading that begins with the name of an action, a file name alone is a file of that
 *   action.
 *
 * @param document its path in the repository; @param files every file of the repository.
 */
export function missingPaths(document: string, text: string, files: readonly string[]): readonly string[] {
  const known = new Set(files.flatMap(withFolders));
  const rooms = new Set(files.flatMap((file) => ROOM.exec(file)?.[1] ?? []));
  const short = new Set([...known].map(shortName));
  const exists = (path: string, room: string | undefined): boolean => {
    if (path.includes("*")) return [...known, ...short].some((name) => matchesGlob(name, path));
    if (known.has(path) || short.has(path)) return true;
    return !path.includes("/") && [...known].some((name) => isNamed(name, path, room));
  };

  const missing: string[] = [];
  let room: string | undefined;
  for (const line of text.split("\n")) {
    const heading = /^#+ ([a-z-]+)/.exec(line)?.[1];
    if (/^## /.test(line)) room = heading !== undefined && rooms.has(heading) ? heading : undefined;
    for (const [, target = ""] of line.matchAll(/\]\(([^)#\s]+)/g)) {
      const path = posix.join(posix.dirname(document), target).replace(/\/$/, "");
      if (!/^[a-z]+:/.test(target) && !known.has(path)) missing.push(target);
    }
    const spans = line.startsWith("    ") ? mapColumn(line) : [...line.matchAll(/`([^`]+)`/g)].map(([, span]) => span!);
    for (const span of spans) {
      const path = span.replace(/\/$/, "");
      if (isPath(path, rooms) && !exists(path, room)) missing.push(span);
    }
  }
  return missing;
}

function isPath(text: string, rooms: ReadonlySet<string>): boolean {
  if (!/^[\w.*-]+(?:\/[\w.*-]+)*$/.test(text)) return false;
  const [first, ...rest] = text.split("/") as [string, ...string[]];
  if (rest.length === 0) return /[a-z]\.ts$/.test(text) && !/^[A-Z]/.test(text);
  return TOP_FOLDERS.includes(first) || rooms.has(first);
}

/** `    packages/kit/src/   what it holds`, but not a command to type. */
function mapColumn(line: string): readonly string[] {
  const path = /^ {4}([\w.-]+\/[\w./-]*) {2,}\S/.exec(line)?.[1];
  return path === undefined ? [] : [path];
}

function isNamed(file: string, name: string, room: string | undefined): boolean {
  return posix.basename(file) === name && (room === undefined || ROOM.exec(file)?.[1] === room);
}

/** `packages/kit/src/git/git.ts` is `kit/git/git.ts` for short. */
function shortName(path: string): string {
  return path.replace(/^(?:actions|packages)\//, "").replace(/^([^/]+)\/src(?=\/|$)/, "$1");
}

function withFolders(file: string): readonly string[] {
  const parts = file.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
