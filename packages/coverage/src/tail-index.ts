import { partsOf } from "./report-path.ts";

/** Files that share the most parts at their end with a path. */
export interface LongestTail {
  /** How many parts they share, the name included; 0 if no file has the name. */
  readonly common: number;
  /** At most as many as asked for, in the order of the alphabet. */
  readonly files: readonly string[];
}

/**
 * Finds files by the end of their path in the logarithm of their number, however many are called alike: files in the
 * order of their reversed paths, so that files with the same end stand side by side.
 */
export class TailIndex {
  readonly #fold: boolean;
  readonly #files: readonly string[];
  /** `a/b/c.ts` as `c.ts\0b\0a`: NUL sorts before every letter of a name. */
  readonly #keys: readonly string[];

  /** @param fold whether upper and lower case are the same. */
  constructor(files: readonly string[], fold: boolean) {
    this.#fold = fold;
    const entries = files.map((file) => ({ file, key: this.#keyOf(partsOf(file)) }));
    entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.#files = entries.map(({ file }) => file);
    this.#keys = entries.map(({ key }) => key);
  }

  /** @param most how many files to list; those that end exactly there come first. */
  longest(parts: readonly string[], most: number): LongestTail {
    const key = this.#keyOf(parts);
    const at = this.#firstFrom(key);
    // The best neighbour of a place in the order is right before it or right behind it.
    const common = Math.max(commonParts(key, this.#keys[at - 1]), commonParts(key, this.#keys[at]));
    return { common, files: this.endingWith(common === 0 ? [] : parts.slice(-common), most) };
  }

  /** The files whose last parts are these. */
  endingWith(parts: readonly string[], most = Number.POSITIVE_INFINITY): readonly string[] {
    const key = this.#keyOf(parts);
    const files: string[] = [];
    for (let at = this.#firstFrom(key); at < this.#keys.length && files.length < most; at++) {
      const there = this.#keys[at]!;
      if (there !== key && !there.startsWith(`${key}\0`)) break;
      files.push(this.#files[at]!);
    }
    return files;
  }

  #keyOf(parts: readonly string[]): string {
    const key = parts.toReversed().join("\0");
    return this.#fold ? key.toLowerCase() : key;
  }

  #firstFrom(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function commonParts(a: string, b: string | undefined): number {
  if (b === undefined) return 0;
  let at = 0;
  let parts = 0;
  while (a[at] !== undefined && a[at] === b[at]) if (a[at++] === "\0") parts++;
  const ends = (text: string) => at === text.length || text[at] === "\0";
  return ends(a) && ends(b) ? parts + 1 : parts;
}
