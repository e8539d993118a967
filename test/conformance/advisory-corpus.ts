import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArchiveEntry } from "../../packages/security/src/rustsec/advisory-database.ts";
import { corpus } from "./corpora.ts";

/** The RustSec advisory database of the corpora, unpacked into the temporary folder; undefined where there is none. */
export function unpackAdvisories(): string | undefined {
  const packed = corpus("rustsec/rustsec.tar.xz");
  if (packed === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "jessy-rustsec-"));
  execFileSync("tar", ["-xJf", packed, "-C", folder]);
  return folder;
}

/** The files of a folder as an archive has them. */
export function archiveEntries(folder: string): ArchiveEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path) }));
}
