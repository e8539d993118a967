import { ReportError } from "@jessy-actions/reading/report-error";
import { type GoMod, MAX_GO_MOD_BYTES, readGoMod } from "@jessy-actions/security/govulncheck/go-mod";
import { readTrackedFile } from "../tracked-file.ts";

/** A go.mod of one side, by its path from the repository's root. */
export interface TrackedGoMod {
  readonly file: string;
  readonly goMod: GoMod;
}

/** Of one repository: those of many modules have some hundred. */
const MAX_GO_MODS = 5_000;

/**
 * The go.mod files that git tracks and that can be read, the outermost first: of two with one module the outer one is
 * the program, and the other an example or a copy.
 */
export function readGoMods(root: string, files: readonly string[]): TrackedGoMod[] {
  const tracked = new Set(files);
  return files
    .filter((file) => /(?:^|\/)go\.mod$/.test(file))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .slice(0, MAX_GO_MODS)
    .flatMap((file) => {
      const read = readTrackedFile(root, file, (path) => tracked.has(path), MAX_GO_MOD_BYTES);
      if ("problem" in read) return [];
      try {
        return [{ file, goMod: readGoMod(read.bytes) }];
      } catch (error) {
        if (error instanceof ReportError) return [];
        throw error;
      }
    });
}

function depth(file: string): number {
  return file.split("/").length;
}
