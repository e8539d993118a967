import { afterPrefix } from "./path-rules.ts";
import { folderOf, joinPath, normalize, partsOf } from "./report-path.ts";
import type { TailIndex } from "./tail-index.ts";

/** The roots that a report names, by what is known of them. */
export interface NamedRoots {
  /** Folders of the repository that are named by their absolute path in this checkout. */
  readonly certain: readonly string[];
  /** Relative to where the tests ran. */
  readonly relative: readonly string[];
  /** Absolute ones of another machine, at most MAX_FOREIGN. */
  readonly foreign: readonly string[];
}

/** Foreign roots that are tried with a path; a report has one or two. */
const MAX_FOREIGN = 20;

/** @param top absolute path of the repository, normalized. */
export function sortRoots(roots: readonly string[], top: string): NamedRoots {
  const [certain, relative, foreign] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const root of new Set(roots.map(normalize))) {
    const folder = afterPrefix(root, top);
    if (!root.startsWith("/")) relative.add(root);
    else if (folder === undefined) foreign.add(root);
    else certain.add(folder);
  }
  return { certain: [...certain], relative: [...relative], foreign: [...foreign].slice(0, MAX_FOREIGN) };
}

/** Below this many roots it is cheaper to try each. */
const FEW = 8;

/**
 * Folders of the repository that a report's relative paths may start from (Cobertura's `<source>`). A look-up costs as much as there
 * are files that end with the path, and not as there are roots.
 */
export class SourceRoots {
  readonly #folders: readonly string[];
  /** Of each folder its rank; for paths that begin with `..`, by how many folders they go up. */
  readonly #ranks = new Map<number, ReadonlyMap<string, number>>();
  readonly #index: () => TailIndex;
  readonly #files: ReadonlySet<string>;

  /** @param folders of the repository, best first. */
  constructor(folders: readonly string[], files: ReadonlySet<string>, index: () => TailIndex) {
    this.#folders = folders;
    this.#files = files;
    this.#index = index;
  }

  /** The tracked file that a relative path is below the first root that has it. */
  find(path: string): string | undefined {
    if (this.#folders.length <= FEW) {
      return this.#folders.map((folder) => joinPath(folder, path)).find((file) => this.#files.has(file));
    }
    const parts = partsOf(path);
    const up = parts.findIndex((part) => part !== "..");
    const ranks = this.#ranksAbove(up);
    const rest = parts.slice(up);
    let best: { readonly file: string; readonly rank: number } | undefined;
    for (const file of this.#index().endingWith(rest)) {
      const rank = ranks.get(file.slice(0, Math.max(0, file.length - rest.join("/").length - 1)));
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { file, rank };
    }
    return best?.file;
  }

  #ranksAbove(up: number): ReadonlyMap<string, number> {
    let ranks = this.#ranks.get(up);
    if (ranks === undefined) {
      const found = new Map<string, number>();
      for (const [rank, folder] of this.#folders.entries()) {
        let above = folder;
        for (let left = up; left > 0; left--) above = folderOf(above);
        if (!found.has(above)) found.set(above, rank);
      }
      ranks = found;
      this.#ranks.set(up, ranks);
    }
    return ranks;
  }
}
