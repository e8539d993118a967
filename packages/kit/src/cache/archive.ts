import { gunzipSync, zstdDecompressSync } from "node:zlib";

/** Tar's unit: a header, and what every content is filled up to. */
const BLOCK = 512;

/** Records about the file that follows, which the program tar writes before it: pax (`x`, `g`) and GNU's long names. */
const ABOUT_THE_NEXT = ["x", "g", "L", "K"];

/**
 * The one file in an archive as @actions/cache makes it: tar, packed by zstd or gzip. It is unpacked in memory, so that
 * neither the names in it nor a link can lead anywhere.
 *
 * @param maxBytes of the unpacked archive.
 * @throws Error in half a sentence that says what is wrong with the archive.
 */
export function fileInArchive(archive: Uint8Array, maxBytes: number): Buffer {
  const tar = unpacked(archive, maxBytes);
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (checksum(header) !== octal(header, 148, 8)) throw new Error("it is not a tar archive");
    const size = octal(header, 124, 12);
    const end = at + BLOCK + size;
    if (Number.isNaN(size) || end > tar.length) throw new Error("it ends early");
    const type = String.fromCharCode(header[156]!);
    if (type === "0" || type === "\0") return tar.subarray(at + BLOCK, end);
    if (!ABOUT_THE_NEXT.includes(type)) throw new Error("it holds something else than a file");
    at = end + ((BLOCK - (size % BLOCK)) % BLOCK);
  }
  throw new Error("it holds no file");
}

function unpacked(archive: Uint8Array, maxOutputLength: number): Buffer {
  try {
    if (startsWith(archive, [0x28, 0xb5, 0x2f, 0xfd])) return zstdDecompressSync(archive, { maxOutputLength });
    if (startsWith(archive, [0x1f, 0x8b])) return gunzipSync(archive, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Error(`it unpacks to more than ${maxOutputLength} bytes`);
    throw new Error(`it cannot be unpacked (${(error as Error).message})`);
  }
  throw new Error("it is packed neither by zstd nor by gzip");
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** The sum of a header's bytes, with its own field taken for blanks. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

/** A number in octal digits; NaN when it is none. */
function octal(header: Uint8Array, start: number, length: number): number {
  const text = Buffer.from(header.subarray(start, start + length)).toString("latin1");
  const digits = /^ *([0-7]+)[ \0]*$/.exec(text)?.[1];
  return digits === undefined ? Number.NaN : Number.parseInt(digits, 8);
}
