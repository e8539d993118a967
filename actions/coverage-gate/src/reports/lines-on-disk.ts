import { closeSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { chunksOf } from "./file-chunks.ts";

/**
 * How many lines a source file has; undefined when there is no such file. The last line counts with or without its
 * newline.
 */
export function linesOnDisk(root: string, path: string): number | undefined {
  const absolute = join(root, path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const file = openSync(absolute, "r");
  try {
    let lines = 0;
    let last = 10;
    for (const chunk of chunksOf(file)) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
      last = chunk[chunk.length - 1]!;
    }
    return last === 10 ? lines : lines + 1;
  } finally {
    closeSync(file);
  }
}
