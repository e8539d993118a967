/** What is wrong with an archive, in half a sentence about it. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
