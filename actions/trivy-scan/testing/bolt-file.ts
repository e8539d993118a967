/** What a bucket holds by name: a value, or another bucket. */
export interface Bucket {
  readonly [name: string]: Buffer | Bucket;
}

const PAGE = 4096;
const PAGE_HEADER = 16;
const ELEMENT = 16;

/** Flags of pages (go.etcd.io/bbolt, internal/common/page.go). */
const LEAF = 0x02;
const META = 0x04;
const FREE_LIST = 0x10;

const IS_BUCKET = 1;
const MAGIC = 0xed0cdaed;
const FORMAT = 2;

/** The pages of the two metas and of the free list. */
const FIRST_DATA_PAGE = 3;

/**
 * A file of bbolt, the store of Trivy's databases, with these buckets. Every bucket is one leaf page, however long: less
 * than bbolt itself would do, and all that a reader needs.
 */
export function boltFile(root: Bucket): Buffer {
  const pages: Buffer[] = [];
  let next = FIRST_DATA_PAGE;
  const write = (bucket: Bucket): number => {
    const elements = Object.entries(bucket)
      .map(([name, value]) => ({ key: Buffer.from(name), value }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ key, value }) =>
        Buffer.isBuffer(value)
          ? { key, value, flags: 0 }
          : { key, value: bucketHeader(write(value)), flags: IS_BUCKET },
      );
    const id = next;
    const page = leafPage(id, elements);
    pages.push(page);
    next += page.length / PAGE;
    return id;
  };
  const rootPage = write(root);
  const metas = [0, 1].map((id) => metaPage(id, rootPage, next));
  return Buffer.concat([...metas, withHeader(Buffer.alloc(PAGE), 2, FREE_LIST, 0), ...pages]);
}

interface Element {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly flags: number;
}

function leafPage(id: number, elements: readonly Element[]): Buffer {
  const data = elements.flatMap(({ key, value }) => [key, value]);
  const size = PAGE_HEADER + elements.length * ELEMENT + data.reduce((sum, { length }) => sum + length, 0);
  const page = Buffer.alloc(Math.ceil(size / PAGE) * PAGE);
  withHeader(page, id, LEAF, elements.length);
  let at = PAGE_HEADER + elements.length * ELEMENT;
  for (const [index, { key, value, flags }] of elements.entries()) {
    const element = PAGE_HEADER + index * ELEMENT;
    page.writeUInt32LE(flags, element);
    page.writeUInt32LE(at - element, element + 4);
    page.writeUInt32LE(key.length, element + 8);
    page.writeUInt32LE(value.length, element + 12);
    at += key.copy(page, at);
    at += value.copy(page, at);
  }
  return page;
}

function bucketHeader(page: number): Buffer {
  const header = Buffer.alloc(16);
  header.writeBigUInt64LE(BigInt(page));
  return header;
}

function metaPage(id: number, root: number, pages: number): Buffer {
  const page = withHeader(Buffer.alloc(PAGE), id, META, 0);
  const meta = page.subarray(PAGE_HEADER);
  meta.writeUInt32LE(MAGIC, 0);
  meta.writeUInt32LE(FORMAT, 4);
  meta.writeUInt32LE(PAGE, 8);
  meta.writeBigUInt64LE(BigInt(root), 16);
  meta.writeBigUInt64LE(2n, 32);
  meta.writeBigUInt64LE(BigInt(pages), 40);
  meta.writeBigUInt64LE(BigInt(id), 48);
  meta.writeBigUInt64LE(fnv1a(meta.subarray(0, 56)), 56);
  return page;
}

function withHeader(page: Buffer, id: number, flags: number, count: number): Buffer {
  page.writeBigUInt64LE(BigInt(id), 0);
  page.writeUInt16LE(flags, 8);
  page.writeUInt16LE(count, 10);
  page.writeUInt32LE(page.length / PAGE - 1, 12);
  return page;
}

/** FNV-1a of 64 bits. */
function fnv1a(bytes: Uint8Array): bigint {
  return bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n);
}
