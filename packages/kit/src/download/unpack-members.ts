import { createHash, type Hash } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { join } from "node:path";
import { named } from "../runner/file-error.ts";
import { ArchiveError, asArchiveError } from "./archive-error.ts";
import { type Member, shown } from "./member.ts";
import { writeMember } from "./member-file.ts";
import { tarMembers } from "./tar-members.ts";

/** A file that an archive must hold. */
export interface WantedMember {
  /** Without folders. */
  readonly name: string;
  /** More is refused. */
  readonly maxBytes: number;
}

const READ_BYTES = 1024 * 1024;

/** Headers, padding, and the zeros at the end of an archive. */
const MAX_EXTRA_BYTES = 1024 * 1024;

/**
 * Unpacks a tar archive in gzip that must hold exactly these files, and nothing else: no folder, no link, no file twice.
 * Memory does not grow with it. The files get the mode 0600, and their folder, which should be new, 0700; a failure
 * leaves no folder.
 *
 * @returns the SHA-256 of the archive, hexadecimal, read in the same pass: nothing unpacked may be used before it was
 *   compared.
 * @throws ArchiveError for another archive; an error that names the file that cannot be read or written.
 */
export async function unpackMembers(archive: string, folder: string, wanted: readonly WantedMember[]): Promise<string> {
  const hash = createHash("sha256");
  const missing = new Map(wanted.map((one) => [one.name, one]));
  const maxBytes = wanted.reduce((sum, one) => sum + one.maxBytes, MAX_EXTRA_BYTES);
  try {
    for await (const member of tarMembers(hashed(archive, hash), maxBytes)) {
      // As `tar -C FOLDER .` writes them.
      const name = member.name.replace(/^\.\//, "");
      if (name === "" && member.kind === "folder") continue;
      const one = missing.get(name);
      if (one === undefined || member.kind !== "file") throw notWanted(name, member.kind, wanted);
      missing.delete(name);
      await writeMember(member, name, join(folder, name), { bytes: one.maxBytes, words: `${one.maxBytes} bytes` });
    }
    if (missing.size > 0) throw new ArchiveError(`it does not hold ${[...missing.keys()].map(shown).join(" and ")}`);
    return hash.digest("hex");
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw asArchiveError(error);
  }
}

async function* hashed(archive: string, hash: Hash): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(archive, { highWaterMark: READ_BYTES })) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw named(error, archive);
  }
}

function notWanted(name: string, kind: Member["kind"], wanted: readonly WantedMember[]): ArchiveError {
  const what = { file: "", folder: ", a folder", link: ", a link", other: ", neither a file nor a folder" }[kind];
  const listed = wanted.map((one) => shown(one.name)).join(" and ");
  return new ArchiveError(`it holds ${shown(name)}${what}, where only ${listed} may be, each once`);
}
