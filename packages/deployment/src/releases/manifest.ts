/** A file of a release: its name below the release as bytes, one character each (latin1), since names need not be UTF-8. */
export interface ReleaseFile {
  readonly name: string;
  readonly size: number;
  /** What it gets on the host, whatever it had here. */
  readonly mode: "600" | "644" | "755";
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/**
 * What a host verifies a release by, a line for each file, in the order of bytes:
 *
 *     f HASH MODE NAME   a file whose name a line can hold
 *     h HASH MODE        any other: counted with the rest, and never taken from the release before
 */
export function manifestOf(files: readonly ReleaseFile[]): string {
  const lines = files.map(({ hash, mode, name }) =>
    isPlainName(name) ? `f ${hash} ${mode} ${name}` : `h ${hash} ${mode}`,
  );
  return lines
    .sort((one, other) => (one < other ? -1 : 1))
    .map((line) => `${line}\n`)
    .join("");
}

/** Whether sha256sum and lists of lines write a name as it is: without control characters and backslashes. */
export const isPlainName = (name: string): boolean => !/[\0-\x1f\x7f\\]/.test(name);
