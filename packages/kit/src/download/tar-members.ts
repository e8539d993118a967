import { ReadableStream, WritableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import type { Member } from "./member.ts";

const CHUNK_BYTES = 1024 * 1024;

/**
 * The members of a tar archive that is packed by gzip, one after the other.
 *
 * @param maxBytes of the unpacked archive. @throws ArchiveError
 */
export async function* tarMembers(archive: Uint8Array, maxBytes: number): AsyncGenerator<Member> {
  const { createTarDecoder } = await import("modern-tar");
  const entries = ReadableStream.from(unpacked(archive, maxBytes)).pipeThrough(createTarDecoder({ strict: true }));
  for await (const { header, body } of entries) {
    yield { name: header.name, kind: kindOf(header.type), open: () => body };
    // The next one waits until this one is read. Not cancelled: the decoder would give up the next one instead.
    await body.pipeTo(new WritableStream());
  }
}

async function* unpacked(archive: Uint8Array, maxBytes: number): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  gunzip.end(archive);
  let bytes = 0;
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ArchiveError(`it unpacks to more than ${Math.round(maxBytes / 1_000_000)} MB`);
    yield chunk;
  }
}

function kindOf(type: string | undefined): Member["kind"] {
  if (type === undefined || type === "file") return "file";
  if (type === "directory") return "folder";
  return type === "link" || type === "symlink" ? "link" : "other";
}
