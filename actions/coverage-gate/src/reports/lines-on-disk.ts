import { statSync } from "node:fs";
import { join } from "node:path";
import { withFile } from "@jessy-actions/kit/runner/file-content";

/**
 * How many lines a source file has; undefined when there is no such file. The last line counts with or without its
 * newline.
 */
export function linesOnDisk(root: string, path: string): number | undefined {
  const absolute = join(root, path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return withFile(absolute, (file) => {
    let lines = 0;
    let last = 10;
    for (const chunk of file.chunks()) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
      last = chunk[chunk.length - 1]!;
    }
    return last === 10 ? lines : lines + 1;
  });
}
