import { checksumOf } from "../src/database/fnv.ts";

export interface BoltOptions {
  /** Buckets, with how many entries each has. */
  readonly buckets?: Readonly<Record<string, number>>;
  readonly pageBytes?: number;
  /** A root of two levels: a branch, and the leaf with the buckets. */
  readonly hasBranch?: boolean;
  /** The last of the two first pages is damaged. */
  readonly isHalfWritten?: boolean;
}

const META = 4;
const FREELIST = 0x10;
const LEAF = 2;
const BRANCH = 1;

/** A file of bbolt as the library writes it: two meta pages, the free list, the root and a page with the rest. */
export function smallBoltFile({
  buckets = { vulnerability: 1, "data-source": 1, "debian 12": 1 },
  pageBytes = 4096,
  hasBranch = false,
  isHalfWritten = false,
}: BoltOptions = {}): Buffer {
  const names = Object.keys(buckets).sort();
  const values = names.map((name) => bucketValue(buckets[name]!));
  const leaf = leafPage(pageBytes, hasBranch ? 4 : 3, names, values);
  const root = hasBranch ? branchPage(pageBytes, 3, names[0] ?? "", 4) : leaf;
  const metas = [0, 1].map((number) => metaPage(pageBytes, number, { root: 3, pages: 5 }));
  if (isHalfWritten) metas[1]!.fill(0xff, 16, 40);
  const rest = hasBranch ? leaf : page(pageBytes, 4, LEAF, 0);
  return Buffer.concat([...metas, page(pageBytes, 2, FREELIST, 0), root, rest]);
}

/** Its root page lies in the value itself, with as many entries. */
function bucketValue(entries: number): Buffer {
  const value = Buffer.alloc(16 + 16);
  value.writeUInt16LE(LEAF, 16 + 8);
  value.writeUInt16LE(entries, 16 + 10);
  return value;
}

function page(pageBytes: number, number: number, flags: number, count: number): Buffer {
  const bytes = Buffer.alloc(pageBytes);
  bytes.writeBigUInt64LE(BigInt(number), 0);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(count, 10);
  return bytes;
}

function metaPage(pageBytes: number, number: number, { root, pages }: { root: number; pages: number }): Buffer {
  const bytes = page(pageBytes, number, META, 0);
  const meta = bytes.subarray(16, 80);
  meta.writeUInt32LE(0xed0cdaed, 0);
  meta.writeUInt32LE(2, 4);
  meta.writeUInt32LE(pageBytes, 8);
  meta.writeBigUInt64LE(BigInt(root), 16);
  meta.writeBigUInt64LE(2n, 32);
  meta.writeBigUInt64LE(BigInt(pages), 40);
  meta.writeBigUInt64LE(BigInt(number), 48);
  meta.writeBigUInt64LE(checksumOf(meta.subarray(0, 56)), 56);
  return bytes;
}

function leafPage(pageBytes: number, number: number, names: readonly string[], values: readonly Buffer[]): Buffer {
  const bytes = page(pageBytes, number, LEAF, names.length);
  let at = 16 + 16 * names.length;
  names.forEach((name, index) => {
    const start = 16 + 16 * index;
    const value = values[index]!;
    bytes.writeUInt32LE(1, start);
    bytes.writeUInt32LE(at - start, start + 4);
    bytes.writeUInt32LE(name.length, start + 8);
    bytes.writeUInt32LE(value.length, start + 12);
    bytes.write(name, at);
    value.copy(bytes, at + name.length);
    at += name.length + value.length;
  });
  return bytes;
}

function branchPage(pageBytes: number, number: number, name: string, below: number): Buffer {
  const bytes = page(pageBytes, number, BRANCH, 1);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt32LE(name.length, 20);
  bytes.writeBigUInt64LE(BigInt(below), 24);
  bytes.write(name, 32);
  return bytes;
}
