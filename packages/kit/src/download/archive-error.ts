/** What is wrong with an archive, in half a sentence about it. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** What the libraries say; errors of the file that is read or written stay as they are. */
export function asArchiveError(error: unknown): unknown {
  if (error instanceof ArchiveError || !(error instanceof Error) || "path" in error) return error;
  return new ArchiveError(`it cannot be unpacked (${error.message.split("\n")[0]})`);
}
