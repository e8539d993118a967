import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { namingPath } from "./file-error.ts";

/**
 * What files hold, read and written. Of a file that is already open, the system's errors name no path: here they do, and
 * a test lets few other modules of ours read or write.
 */

const CHUNK_BYTES = 4 * 1024 * 1024;

/** A file while it is read. */
export interface OpenFile {
  readonly size: number;
  /** Its first bytes, as many as there are. */
  head(bytes: number): Uint8Array;
  /** Some of its bytes, fewer where it ends. */
  part(start: number, bytes: number): Uint8Array;
  /** All of it in pieces. Each is valid only until the next: they share one buffer. */
  chunks(): Iterable<Uint8Array>;
}

export function readFile(path: string): Buffer {
  return namingPath(path, () => readFileSync(path));
}

/** Opens a file for as long as the work takes. @param path bytes where a name need not be UTF-8 */
export function withFile<T>(path: string | Buffer, work: (file: OpenFile) => T): T {
  return namingPath(path.toString(), () => {
    const descriptor = openSync(path, "r");
    try {
      return work({
        size: fstatSync(descriptor).size,
        head: (bytes) => partOf(descriptor, 0, bytes),
        part: (start, bytes) => partOf(descriptor, start, bytes),
        chunks: () => chunksOf(descriptor),
      });
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Writes a file and the folders above it. */
export function writeFile(path: string, content: string | Uint8Array | Iterable<string | Uint8Array>): void {
  const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, "w");
  try {
    for (const piece of pieces) namingPath(path, () => writeWhole(descriptor, piece));
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file that only the runner's user can read, and folders of the same kind above it. No older file's mode stays. */
export function writePrivateFile(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  namingPath(path, () => writeFileSync(path, content, { mode: 0o600, flag: "wx" }));
}

/** A file while it is written, piece by piece. */
export interface NewFile {
  append(piece: string | Uint8Array): void;
  close(): void;
}

/** Opens a new file that only the runner's user can read, and makes folders of the same kind above it. */
export function createPrivateFile(path: string): NewFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const descriptor = openSync(path, "wx", 0o600);
  return {
    append: (piece) => namingPath(path, () => writeWhole(descriptor, piece)),
    close: () => closeSync(descriptor),
  };
}

/** Copies a file over one that is there, with the folders above it. What goes wrong names the copy. */
export function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  namingPath(to, () => copyFileSync(from, to));
}

/** One write call may take only a part. */
export function writeWhole(descriptor: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

function partOf(descriptor: number, start: number, bytes: number): Uint8Array {
  const part = new Uint8Array(bytes);
  return part.subarray(0, readSync(descriptor, part, 0, bytes, start));
}

function* chunksOf(descriptor: number): Iterable<Uint8Array> {
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, fstatSync(descriptor).size)));
  let position = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, 0, buffer.length, position);
    if (read === 0) return;
    yield buffer.subarray(0, read);
    position += read;
  }
}
