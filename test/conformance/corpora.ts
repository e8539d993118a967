import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** Real tools' reports, kept outside the repository; JESSY_CORPORA names the folder. */
const CORPORA = process.env.JESSY_CORPORA ?? resolve(import.meta.dirname, "../../../shared/corpora");

/** The folder of a corpus, or undefined when this machine does not have it: such tests are skipped, with a message. */
export function corpus(path: string): string | undefined {
  const folder = join(CORPORA, path);
  if (existsSync(folder)) return folder;
  process.stderr.write(`skipped: the corpus ${path} is not in ${CORPORA}; set JESSY_CORPORA to its folder\n`);
  return undefined;
}

/** Files below a folder whose name ends so, sorted. */
export function filesOf(folder: string | undefined, suffix: string): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(suffix))
    .sort();
}
