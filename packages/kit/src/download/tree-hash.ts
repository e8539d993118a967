import { createHash } from "node:crypto";
import type { ArchivedFile } from "./commit-archive.ts";

/** A folder while it is put together: files with their mode and hash, and folders in it. */
type Folder = Map<string, Folder | { readonly mode: string; readonly hash: Buffer }>;

/**
 * The hash that git gives to a tree of these files: it tells whether they are all that a commit has, and unchanged.
 *
 * @param depth how many folders at the start of each path do not belong to it.
 * @returns 40 hexadecimal digits, of SHA-1.
 */
export function treeHash(files: readonly ArchivedFile[], depth = 0): string {
  const root: Folder = new Map();
  for (const { path, bytes, isExecutable } of files) {
    const parts = path.split("/").slice(depth);
    const name = parts.pop() ?? "";
    let folder = root;
    for (const part of parts) {
      const known = folder.get(part);
      const inner = known instanceof Map ? known : new Map();
      if (inner !== known) folder.set(part, inner);
      folder = inner;
    }
    folder.set(name, { mode: isExecutable ? "100755" : "100644", hash: objectHash("blob", [bytes]) });
  }
  return folderHash(root).toString("hex");
}

function folderHash(folder: Folder): Buffer {
  const entries = [...folder].map(([name, entry]) =>
    entry instanceof Map
      ? { order: Buffer.from(`${name}/`), name, mode: "40000", hash: folderHash(entry) }
      : { order: Buffer.from(name), name, ...entry },
  );
  // Git compares bytes, and takes the name of a folder to end with a slash.
  entries.sort((a, b) => Buffer.compare(a.order, b.order));
  return objectHash(
    "tree",
    entries.flatMap(({ mode, name, hash }) => [Buffer.from(`${mode} ${name}\0`), hash]),
  );
}

function objectHash(type: "blob" | "tree", parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha1").update(`${type} ${parts.reduce((sum, { length }) => sum + length, 0)}\0`);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
