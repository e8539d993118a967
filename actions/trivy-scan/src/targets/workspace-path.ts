import { posix } from "node:path";
import { quote } from "@jessy-actions/kit/runner/inputs";

/** Longer than any that Linux opens. */
const MAX_PATH_CHARACTERS = 4096;

export type ReadPath = { readonly path: string } | { readonly problem: string };

/**
 * A path in the workspace, relative to it, in its shortest form. One that begins with `-` gets `./`, so that no program
 * takes it for an option. A problem is the end of a sentence about the path, and says what to write.
 */
export function readWorkspacePath(text: string): ReadPath {
  const read = readPath(text);
  if ("problem" in read) return read;
  const { path } = read;
  if (/^(?:\/|\\|[A-Za-z]:[\\/])/.test(path))
    return { problem: "is absolute; write a path relative to the workspace, such as `services/api`" };
  if (path.includes("\\")) return { problem: `has a backslash; write ${quote(path.replaceAll("\\", "/"))}` };
  const normal = posix.normalize(path).replace(/\/$/, "");
  if (normal === ".." || normal.startsWith("../"))
    return { problem: "leads out of the workspace; write a path inside it, without `..`" };
  return { path: normal.startsWith("-") ? `./${normal}` : normal };
}

/** A path anywhere on this machine, as it is written, but that one which begins with `-` gets `./`. */
export function readPath(text: string): ReadPath {
  if (text === "") return { problem: "is empty; write a path, such as `.`" };
  if (/\p{Cc}/u.test(text)) return { problem: "has a control character; write a path without it" };
  if (text.length > MAX_PATH_CHARACTERS)
    return { problem: `has ${text.length} characters; a path has at most ${MAX_PATH_CHARACTERS}` };
  if (/^~(?:\/|$)/.test(text)) return { problem: "begins with `~`, which only a shell expands; write the whole path" };
  return { path: text.startsWith("-") ? `./${text}` : text };
}
