import { createHash } from "node:crypto";
import { chmodSync, renameSync, rmSync } from "node:fs";
import { ArchiveError, asArchiveError } from "./archive-error.ts";
import { MAX_MEMBERS, memberProblem, plainName, shown } from "./member.ts";
import { writeMember } from "./member-file.ts";
import { tarMembers } from "./tar-members.ts";
import { zipMembers } from "./zip-members.ts";

export interface ProgramRequest {
  /** Its bytes: those that were hashed are those that are unpacked. */
  readonly archive: Uint8Array;
  readonly format: "tar.gz" | "zip";
  /** The member, at the top of the archive. */
  readonly name: string;
  /** Where it is written: outside of the workspace. */
  readonly path: string;
  /** Of the program. */
  readonly maxBytes: number;
}

/** What a tar archive may hold besides the program: documents and templates. */
const OTHER_BYTES = 20_000_000;

/**
 * Writes the one program of an archive, for this user alone. Nothing else is unpacked, and an archive with a link, a
 * name that leads elsewhere, or two programs of the name is refused as a whole.
 *
 * @returns the program's SHA-256, hexadecimal. @throws ArchiveError; an error that names the file that cannot be written.
 */
export async function extractProgram({ archive, format, name, path, maxBytes }: ProgramRequest): Promise<string> {
  const members = format === "zip" ? zipMembers(archive) : tarMembers(archive, maxBytes + OTHER_BYTES);
  const partial = `${path}.part`;
  try {
    let sha256: string | undefined;
    let count = 0;
    for await (const member of members) {
      if (++count > MAX_MEMBERS) throw new ArchiveError(`it has more than ${MAX_MEMBERS} members`);
      const problem = memberProblem(member);
      if (problem !== undefined) throw new ArchiveError(problem);
      if (member.kind !== "file" || plainName(member.name) !== name) continue;
      if (sha256 !== undefined) throw new ArchiveError(`it has several files named ${shown(name)}`);
      const hash = createHash("sha256");
      const limit = { bytes: maxBytes, words: `${maxBytes / 1_000_000} MB` };
      await writeMember(member, member.name, partial, limit, (piece) => hash.update(piece));
      sha256 = hash.digest("hex");
    }
    if (sha256 === undefined) throw new ArchiveError(`it has no file ${shown(name)}`);
    chmodSync(partial, 0o700);
    renameSync(partial, path);
    return sha256;
  } catch (error) {
    rmSync(partial, { force: true });
    throw asArchiveError(error);
  }
}
