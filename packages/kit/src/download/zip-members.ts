import type { Member } from "./member.ts";

/** The kind of file in the mode that Unix keeps in the upper half of the attributes. */
const KIND = 0o170000;
const LINK = 0o120000;
const FILE = 0o100000;
const FOLDER = 0o040000;

/** The members of a zip archive, one after the other. */
export async function* zipMembers(archive: Uint8Array): AsyncGenerator<Member> {
  const { fromBufferPromise } = await import("yauzl");
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  // Names come as bytes, so that what is wrong with one is said in our own words.
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString("utf8");
    yield {
      name,
      kind: kindOf(name, (entry.externalFileAttributes >>> 16) & KIND),
      open: async function* () {
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
      },
    };
  }
}

/** @param mode 0 from systems that have none. */
function kindOf(name: string, mode: number): Member["kind"] {
  if (mode === LINK) return "link";
  if (/[\\/]$/.test(name)) return "folder";
  if (mode === FOLDER) return "folder";
  return mode === 0 || mode === FILE ? "file" : "other";
}
