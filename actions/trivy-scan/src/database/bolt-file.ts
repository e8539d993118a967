import { type OpenFile, withFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import { checksumOf } from "./fnv.ts";

const MAGIC = 0xed0cdaed;
const VERSION = 2;
const PAGE_HEADER_BYTES = 16;
const META_BYTES = 64;
const ELEMENT_BYTES = 16;
/** What bbolt tries when the first page says nothing. */
const PAGE_SIZES = [1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];
const BRANCH = 1;
const LEAF = 2;
/** Of an element: its value is a bucket. */
const BUCKET = 1;
/** Of the tree of buckets, of which Trivy has some hundreds. */
const MAX_ROOT_PAGES = 1000;
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/**
 * Looks at a file of bbolt (go.etcd.io/bbolt, page.go and bucket.go): whether it is one, and is whole.
 *
 * @returns its buckets, each with whether anything is in it. @throws ReportError in half a sentence.
 */
export function readBuckets(path: string): ReadonlyMap<string, boolean> {
  return withFile(path, (file) => {
    const meta = readMeta(file);
    const bytes = meta.pages * meta.pageBytes;
    if (file.size < bytes) throw new ReportError(`is cut off: it has ${file.size} bytes, and should have ${bytes}`);
    const buckets = rootElements(file, meta).filter(({ first }) => first === BUCKET);
    return new Map(buckets.map(({ key, value }) => [key.toString(), hasContent(file, meta, value)]));
  });
}

interface Meta {
  readonly pageBytes: number;
  readonly root: number;
  /** The number of the first page that is not used. */
  readonly pages: number;
  readonly transaction: bigint;
}

/** The newer of the two that are valid: a write that was cut off leaves the older one. */
function readMeta(file: OpenFile): Meta {
  const first = metaAt(file, 0);
  const sizes = first === undefined ? PAGE_SIZES : [first.pageBytes];
  const second = sizes.map((size) => metaAt(file, size)).find((meta) => meta !== undefined);
  const [newest] = [first, second]
    .filter((meta) => meta !== undefined)
    .sort((one, other) => (one.transaction > other.transaction ? -1 : 1));
  if (newest === undefined) throw new ReportError("is not a file of bbolt, or its first pages are damaged");
  return newest;
}

function metaAt(file: OpenFile, start: number): Meta | undefined {
  const bytes = Buffer.from(file.part(start + PAGE_HEADER_BYTES, META_BYTES));
  if (bytes.length < META_BYTES || bytes.readUInt32LE(0) !== MAGIC || bytes.readUInt32LE(4) !== VERSION)
    return undefined;
  if (checksumOf(bytes.subarray(0, 56)) !== bytes.readBigUInt64LE(56)) return undefined;
  const pageBytes = bytes.readUInt32LE(8);
  if (!PAGE_SIZES.includes(pageBytes)) return undefined;
  return {
    pageBytes,
    root: Number(bytes.readBigUInt64LE(16)),
    pages: Number(bytes.readBigUInt64LE(40)),
    transaction: bytes.readBigUInt64LE(48),
  };
}

/** All elements of the tree of buckets. */
function rootElements(file: OpenFile, meta: Meta): readonly Element[] {
  const found: Element[] = [];
  const pages = [meta.root];
  const seen = new Set<number>();
  for (let number = pages.pop(); number !== undefined; number = pages.pop()) {
    if (seen.has(number) || seen.size === MAX_ROOT_PAGES) throw damaged(number);
    seen.add(number);
    const page = readPage(file, meta, number);
    const elements = elementsOf(page);
    if (kindOf(page) === LEAF) found.push(...elements);
    else pages.push(...elements.map((element) => element.page));
  }
  return found;
}

/** A bucket's value is its root page and a sequence; a small bucket follows at once, as a page of its own. */
function hasContent(file: OpenFile, meta: Meta, value: Buffer): boolean {
  if (value.length < 16) return false;
  const root = Number(value.readBigUInt64LE(0));
  if (root !== 0) return countOf(readPage(file, meta, root)) > 0;
  return value.length >= 16 + PAGE_HEADER_BYTES && countOf(value.subarray(16)) > 0;
}

function readPage(file: OpenFile, { pages, pageBytes }: Meta, number: number): Buffer {
  if (number < 2 || number >= pages) throw damaged(number);
  const header = Buffer.from(file.part(number * pageBytes, PAGE_HEADER_BYTES));
  const bytes = (header.readUInt32LE(12) + 1) * pageBytes;
  const page = bytes > MAX_PAGE_BYTES ? header : Buffer.from(file.part(number * pageBytes, bytes));
  const isWhole = page.length === bytes && Number(page.readBigUInt64LE(0)) === number;
  if (!isWhole || (kindOf(page) !== BRANCH && kindOf(page) !== LEAF)) throw damaged(number);
  return page;
}

interface Element {
  readonly key: Buffer;
  readonly value: Buffer;
  /** Of a leaf's: its flags. */
  readonly first: number;
  /** Of a branch's: the page below. */
  readonly page: number;
}

function elementsOf(page: Buffer): readonly Element[] {
  const isLeaf = kindOf(page) === LEAF;
  return Array.from({ length: countOf(page) }, (_, index) => {
    const start = PAGE_HEADER_BYTES + index * ELEMENT_BYTES;
    if (start + ELEMENT_BYTES > page.length) throw damaged(Number(page.readBigUInt64LE(0)));
    const [first, second, third, fourth] = [0, 4, 8, 12].map((at) => page.readUInt32LE(start + at)) as [
      ...[number, number, number, number],
    ];
    // A leaf's element is flags, place, key and value; a branch's is place, key and page.
    const [place, keyBytes, valueBytes] = isLeaf ? [second, third, fourth] : [first, second, 0];
    const at = start + place;
    if (at + keyBytes + valueBytes > page.length) throw damaged(Number(page.readBigUInt64LE(0)));
    const value = page.subarray(at + keyBytes, at + keyBytes + valueBytes);
    const below = isLeaf ? 0 : Number(page.readBigUInt64LE(start + 8));
    return { key: page.subarray(at, at + keyBytes), value, first, page: below };
  });
}

const kindOf = (page: Buffer): number => page.readUInt16LE(8);
const countOf = (page: Buffer): number => page.readUInt16LE(10);

const damaged = (page: number): ReportError => new ReportError(`is damaged: its page ${page} cannot be read`);
