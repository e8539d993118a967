import type { Duplicates } from "./file-builder.ts";
import { mergeFiles } from "./merge.ts";
import type { FileCoverage } from "./model.ts";

/**
 * The source files of a report, which may tell one file in a hundred thousand parts (a class each, a shard each).
 * Parts of equal size are merged, as a binary counter carries, so n rows cost n log n and never n².
 */
export class CollectedFiles {
  readonly #counts: Duplicates;
  readonly #parts = new Map<string, { merged: FileCoverage[]; added: number }>();

  /** @param counts what two parts of one file mean: two runs that add up, or one run told twice. */
  constructor(counts: Duplicates) {
    this.#counts = counts;
  }

  add(file: FileCoverage): void {
    const known = this.#parts.get(file.path);
    if (known === undefined) {
      this.#parts.set(file.path, { merged: [file], added: 1 });
      return;
    }
    known.merged.push(file);
    known.added++;
    for (let added = known.added; added % 2 === 0; added /= 2) this.#mergeLast(known.merged);
  }

  /** By path, in the order of first appearance. */
  finish(): Map<string, FileCoverage> {
    const files = new Map<string, FileCoverage>();
    for (const [path, { merged }] of this.#parts) {
      while (merged.length > 1) this.#mergeLast(merged);
      files.set(path, merged[0]!);
    }
    return files;
  }

  #mergeLast(merged: FileCoverage[]): void {
    const last = merged.pop()!;
    merged.push(mergeFiles(merged.pop()!, last, this.#counts));
  }
}
