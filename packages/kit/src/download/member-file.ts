import { createPrivateFile } from "../runner/file-content.ts";
import { ArchiveError } from "./archive-error.ts";
import { type Member, shown } from "./member.ts";

/** How large a member may be, and how a message says it: `140 MB`. */
export interface MemberLimit {
  readonly bytes: number;
  readonly words: string;
}

/**
 * Writes a member into a file of this user alone, piece by piece.
 *
 * @param name what messages call it. @param onPiece gets each piece that is written.
 * @throws ArchiveError where it is larger; what is written by then stays, for the caller to remove
 */
export async function writeMember(
  member: Member,
  name: string,
  path: string,
  limit: MemberLimit,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<void> {
  const file = createPrivateFile(path);
  try {
    let bytes = 0;
    for await (const piece of member.open()) {
      bytes += piece.length;
      if (bytes > limit.bytes) throw new ArchiveError(`its ${shown(name)} has more than ${limit.words}`);
      onPiece(piece);
      file.append(piece);
    }
  } finally {
    file.close();
  }
}
