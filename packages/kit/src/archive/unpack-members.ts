import { createHash } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { ParsedTarEntry } from "modern-tar";
import { createPrivateFile, type NewFile } from "../runner/file-content.ts";
import { named } from "../runner/file-error.ts";

/** A file that an archive must hold. */
export interface Member {
  /** Without folders. */
  readonly name: string;
  /** More is refused before it is written. */
  readonly maxBytes: number;
}

const READ_BYTES = 1024 * 1024;
const UNPACKED_BYTES = 256 * 1024;

/** Headers, padding, and the zeros at the end of an archive. */
const MAX_EXTRA_BYTES = 1024 * 1024;

/**
 * Unpacks a tar archive in gzip that must hold exactly these files, and nothing else: no folder, no link, no file twice.
 * Memory does not grow with it. The files get the mode 0600, and their folder, which should be new, 0700; a failure
 * leaves no folder.
 *
 * @returns the SHA-256 of the archive, hexadecimal, read in the same pass: nothing unpacked may be used before it was
 *   compared.
 * @throws ReportError in half a sentence for another archive; an error that names the file that cannot be read or written.
 */
export async function unpackMembers(archive: string, folder: string, members: readonly Member[]): Promise<string> {
  try {
    return await unpack(archive, folder, members);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function unpack(archive: string, folder: string, members: readonly Member[]): Promise<string> {
  const { createTarDecoder } = await import("modern-tar");
  const { Writable } = process.getBuiltinModule("node:stream");
  const hash = createHash("sha256");
  const decoder = createTarDecoder({ strict: true });
  const stop = new AbortController();
  const maxBytes = members.reduce((sum, member) => sum + member.maxBytes, MAX_EXTRA_BYTES);
  // The two ends of the decoder are of the same kind; only their declarations differ.
  const sink = Writable.fromWeb(decoder.writable as Parameters<typeof Writable.fromWeb>[0]);
  const feeding = feed(archive, sink, { hash, maxBytes, signal: stop.signal }).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    await writeMembers(decoder.readable as unknown as AsyncIterable<ParsedTarEntry>, folder, members);
  } catch (error) {
    stop.abort();
    await feeding;
    throw readable(error);
  }
  const failure = await feeding;
  if (failure !== undefined) throw readable(failure);
  return hash.digest("hex");
}

interface Feed {
  readonly hash: { update(bytes: Uint8Array): unknown };
  /** Unpacked. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function feed(archive: string, sink: Writable, { hash, maxBytes, signal }: Feed): Promise<void> {
  const { pipeline } = process.getBuiltinModule("node:stream/promises");
  const { createGunzip } = process.getBuiltinModule("node:zlib");
  await pipeline(
    createReadStream(archive, { highWaterMark: READ_BYTES }),
    async function* (chunks: AsyncIterable<Buffer>) {
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      } catch (error) {
        throw named(error, archive);
      }
    },
    createGunzip({ chunkSize: UNPACKED_BYTES }),
    async function* (chunks: AsyncIterable<Buffer>) {
      let bytes = 0;
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new ReportError(`unpacks to more than ${maxBytes} bytes`);
        yield chunk;
      }
    },
    sink,
    { signal },
  );
}

async function writeMembers(
  entries: AsyncIterable<ParsedTarEntry>,
  folder: string,
  members: readonly Member[],
): Promise<void> {
  const missing = new Map(members.map((member) => [member.name, member]));
  for await (const { header, body } of entries) {
    // As `tar -C FOLDER .` writes them.
    const name = header.name.replace(/^\.\//, "");
    if (name === "" && header.type === "directory") {
      await body.cancel();
      continue;
    }
    const member = missing.get(name);
    if (member === undefined || header.type !== "file") {
      const what = header.type === "file" ? "" : `, a ${header.type?.replace("-", " ")}`;
      throw new ReportError(`holds ${shown(name)}${what}, where only ${listed(members)} may be, each once`);
    }
    missing.delete(name);
    if (header.size > member.maxBytes)
      throw new ReportError(`holds ${shown(name)} with ${header.size} bytes; at most ${member.maxBytes} are taken`);
    const file = createPrivateFile(join(folder, name));
    try {
      await writeBody(body as unknown as AsyncIterable<Uint8Array>, file);
    } finally {
      file.close();
    }
  }
  if (missing.size > 0) throw new ReportError(`does not hold ${[...missing.keys()].map(shown).join(" and ")}`);
}

async function writeBody(body: AsyncIterable<Uint8Array>, file: NewFile): Promise<void> {
  for await (const piece of body) file.append(piece);
}

/** What zlib and the reader of tar say is about the archive; what the system says is about the disk. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ReportError || "syscall" in error) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return new ReportError("ends early");
  if (code.startsWith("Z_")) return new ReportError(`cannot be unpacked as gzip (${error.message})`);
  if (error.constructor !== Error) return error;
  return new ReportError(
    /truncated/i.test(error.message) ? "ends early" : `is not a tar archive that can be read (${error.message})`,
  );
}

const shown = (name: string): string => `\`${name.slice(0, 100)}\``;

const listed = (members: readonly Member[]): string => members.map(({ name }) => shown(name)).join(" and ");
