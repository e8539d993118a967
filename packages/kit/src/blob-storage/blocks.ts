/** A part of a file or a blob: `[start, end)`, bytes. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** How many blocks a blob may have (learn.microsoft.com, "Put Block List"). */
const MAX_BLOCKS = 50_000;

/** Parts of `size` bytes, the last one shorter. @throws RangeError for more than a blob may have. */
export function blocksOf({ start, end }: Block, size: number): readonly Block[] {
  const count = Math.ceil((end - start) / size);
  if (!(count <= MAX_BLOCKS)) throw new RangeError(`a blob has at most ${MAX_BLOCKS} blocks, and this has ${count}`);
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * size,
    end: Math.min(end, start + (index + 1) * size),
  }));
}

/** Base64 of the same length for every block of a blob, which Azure asks for. @param upload a UUID, so that two uploads share none. */
export function blockId(upload: string, index: number): string {
  return Buffer.from(upload + String(index).padStart(12, "0")).toString("base64");
}

/** The body of Put Block List. `Latest` also finds blocks that are committed already: a second attempt changes nothing. */
export function blockList(ids: readonly string[]): string {
  const blocks = ids.map((id) => `<Latest>${id}</Latest>`).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><BlockList>${blocks}</BlockList>`;
}
