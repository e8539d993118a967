import type { Stats } from "node:fs";
import { lstatSync, opendirSync } from "node:fs";
import { dirname, join } from "node:path";

/** A workspace of more entries than this is not searched to its end. */
const MAX_ENTRIES = 2_000_000;

/**
 * Finds a file's other names below a folder. Build tools make them (Cargo links `target/release/app` to
 * `target/release/deps/app-1a2b`), and archives can hold one that leads to any file of the disk: a link without a path,
 * so that asking where it leads gives no answer.
 *
 * @param path absolute, below `root`, without links.
 * @returns its names, itself among them; fewer than `stat.nlink` if some are elsewhere.
 */
export function namesOf(path: string, stat: Pick<Stats, "dev" | "ino" | "nlink">, root: string): readonly string[] {
  const names: string[] = [];
  let entries = 0;
  // The folder beside it first: there they usually are.
  for (const folder of nearestFirst(dirname(path), root)) {
    for (const entry of readFolder(folder)) {
      if (entry.isFile()) {
        const name = join(folder, entry.name);
        const { dev, ino } = lstatSync(name, { throwIfNoEntry: false }) ?? {};
        if (dev === stat.dev && ino === stat.ino) names.push(name);
      }
      if (names.length === stat.nlink || ++entries > MAX_ENTRIES) return names;
    }
  }
  return names;
}

/** Every folder below `root`: those below `start`, then the rest of its parent, and so on upwards. */
function* nearestFirst(start: string, root: string): Generator<string> {
  yield* below(start, undefined);
  for (let at = start; at !== root && dirname(at) !== at; at = dirname(at)) yield* below(dirname(at), at);
}

function* below(folder: string, but: string | undefined): Generator<string> {
  const left = [folder];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    for (const entry of readFolder(next))
      if (entry.isDirectory() && join(next, entry.name) !== but) left.push(join(next, entry.name));
  }
}

/** Nothing for a folder that may not be read. */
function* readFolder(folder: string) {
  let directory: ReturnType<typeof opendirSync>;
  try {
    directory = opendirSync(folder);
  } catch {
    return;
  }
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) yield entry;
  } finally {
    directory.closeSync();
  }
}
