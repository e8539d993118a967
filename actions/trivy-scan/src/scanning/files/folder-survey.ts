import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { compileGlob } from "@jessy-actions/reading/glob";
import { UserError } from "@jessy-actions/reading/user-error";
import { isLock, mayBeConfiguration } from "./file-kinds.ts";
import { hasInlineIgnore } from "./inline-ignores.ts";

/** What is in a target of files, of which Trivy tells nothing. Paths are in the target, with forward slashes. */
export interface FolderSurvey {
  /** But for what is skipped, and for links. */
  readonly files: readonly string[];
  /** Files with comments that set findings aside; only looked for where configuration is scanned. */
  readonly ignoring: readonly string[];
  /** Lock files that are links to somewhere else: Trivy follows none. */
  readonly linkedLocks: readonly string[];
}

export interface Skipped {
  /** Globs, relative to the target. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Larger JSON is data: templates of clouds have at most 4 MB. Anything else is read up to what a padded file could have. */
const MAX_JSON_BYTES = 5_000_000;
const MAX_CONFIGURATION_BYTES = 64_000_000;

/**
 * Walks over a target as Trivy does: without links, without `.git`, without what is skipped.
 *
 * @param root a folder or a file, absolute, not a link
 * @throws UserError for a glob that cannot be read
 */
export function surveyFolder(root: string, skipped: Skipped, scansConfiguration: boolean): FolderSurvey {
  const isSkippedFolder = anyOf(skipped.folders, "skip-dirs");
  const isSkippedFile = anyOf(skipped.files, "skip-files");
  const files: string[] = [];
  const linkedLocks: string[] = [];
  const folders = [""];
  const isFolder = lstatSync(root).isDirectory();
  if (!isFolder) {
    folders.pop();
    files.push(basename(root));
  }
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== ".git" && !isSkippedFolder(path)) folders.push(path);
      } else if (entry.isFile()) {
        if (!isSkippedFile(path)) files.push(path);
      } else if (entry.isSymbolicLink() && isLock(entry.name) && !isSkippedFile(path) && leadsElsewhere(root, path))
        linkedLocks.push(path);
    }
  }
  files.sort();
  const above = isFolder ? root : dirname(root);
  const ignoring = scansConfiguration ? files.filter((file) => mayBeConfiguration(file) && ignores(above, file)) : [];
  return { files, ignoring, linkedLocks: linkedLocks.sort() };
}

/** No pattern is no match. */
function anyOf(patterns: readonly string[], input: string): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    try {
      return compileGlob(trimmed(pattern));
    } catch (error) {
      throw new UserError(`input \`${input}\`: ${JSON.stringify(pattern)} ${(error as Error).message}`);
    }
  });
  return (path) => tests.some((test) => test(path));
}

/** `./vendor/` is `vendor`. */
export function trimmed(pattern: string): string {
  return pattern.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}

/** A link to a file of the same name in the target is as good as that file, which is scanned. */
function leadsElsewhere(root: string, path: string): boolean {
  try {
    const real = realpathSync(join(root, path));
    const inside = relative(realpathSync(root), real);
    return inside.startsWith(`..${sep}`) || inside === ".." || basename(real) !== basename(path);
  } catch {
    return true;
  }
}

function ignores(root: string, file: string): boolean {
  const path = join(root, file);
  if (lstatSync(path).size > (file.endsWith(".json") ? MAX_JSON_BYTES : MAX_CONFIGURATION_BYTES)) return false;
  return hasInlineIgnore(readFile(path).toString("latin1"));
}
