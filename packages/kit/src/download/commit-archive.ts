import { gunzipSync } from "node:zlib";

/** What GitHub packs of a commit (`git archive`), in memory. */
export interface CommitArchive {
  /** As the archive itself says. */
  readonly commit: string;
  /** When it was committed, milliseconds since 1970: git gives this time to every file. */
  readonly date: number;
  /** In the order of the archive; the paths begin with the folder that GitHub puts around them. No links, no folders. */
  readonly files: readonly ArchivedFile[];
}

export interface ArchivedFile {
  /** With forward slashes, without `.` and `..`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isExecutable: boolean;
}

export interface ArchiveLimits {
  /** Unpacked. */
  readonly bytes: number;
  /** Files, folders and links. */
  readonly entries: number;
}

/** The longest that file systems take. */
const MAX_PATH_CHARACTERS = 4096;

/**
 * Unpacks the archive of a commit: tar, packed by gzip. Nothing is written, so that neither a name nor a link in it can
 * lead anywhere; a name that tries is an error all the same.
 *
 * @throws Error in half a sentence that says what is wrong with the archive.
 */
export async function readCommitArchive(archive: Uint8Array, limits: ArchiveLimits): Promise<CommitArchive> {
  const tar = unpacked(archive, limits.bytes);
  let entries = 0;
  let about: { readonly commit: string; readonly date: number } | undefined;
  const files: ArchivedFile[] = [];
  for (const { header, data } of await entriesOf(tar)) {
    if (++entries > limits.entries) throw new Error(`it has more than ${limits.entries} entries`);
    about ??= { commit: header.pax?.comment ?? "", date: header.mtime?.getTime() ?? 0 };
    if (header.type !== "file") continue;
    if (!isPlainPath(header.name))
      throw new Error(`it holds a file with the path ${JSON.stringify(header.name.slice(0, 80))}`);
    files.push({
      path: header.name,
      bytes: data ?? new Uint8Array(),
      isExecutable: ((header.mode ?? 0) & 0o100) !== 0,
    });
  }
  if (about === undefined) throw new Error("it is empty");
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(about.commit)) throw new Error("it does not say which commit it is of");
  return { ...about, files };
}

function unpacked(archive: Uint8Array, maxOutputLength: number): Buffer {
  if (archive[0] !== 0x1f || archive[1] !== 0x8b) throw new Error("it is not packed by gzip");
  try {
    return gunzipSync(archive, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Error(`it unpacks to more than ${maxOutputLength / 1_000_000} MB`);
    throw new Error(`it cannot be unpacked (${(error as Error).message}): was it cut off?`);
  }
}

async function entriesOf(tar: Uint8Array) {
  // Only a run that unpacks an archive loads it.
  const { unpackTar } = await import("modern-tar");
  try {
    return await unpackTar(tar, { strict: true });
  } catch (error) {
    throw new Error(`it is not a whole tar archive (${(error as Error).message.replace(/\.$/, "")})`);
  }
}

function isPlainPath(path: string): boolean {
  if (path.length > MAX_PATH_CHARACTERS || /[\\\u0000]/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
