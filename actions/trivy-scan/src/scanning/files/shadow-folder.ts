import { linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { copyFile, readFile, writeFile } from "@jessy-actions/kit/runner/file-content";
import { withoutInlineIgnores } from "./inline-ignores.ts";

/**
 * Some files of a target in a folder of their own, with the same paths: hard links where the disk allows them.
 *
 * @param root absolute, as are the paths below `shadow`
 * @param ignoring files whose comments are made ineffective
 */
export function makeShadow(root: string, files: readonly string[], ignoring: readonly string[], shadow: string): void {
  const changed = new Set(ignoring);
  const made = new Set<string>();
  for (const file of files) {
    const [from, to] = [join(root, file), join(shadow, file)];
    const folder = dirname(to);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (changed.has(file))
      writeFile(to, Buffer.from(withoutInlineIgnores(readFile(from).toString("latin1")), "latin1"));
    else linkOrCopy(from, to);
  }
}

/** Another disk, or a system that forbids links to files of somebody else. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFile(from, to);
  }
}
