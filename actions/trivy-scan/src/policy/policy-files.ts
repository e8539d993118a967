import { posix } from "node:path";
import type { Git } from "@jessy-actions/kit/git/git";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type IgnoreEntry, readIgnoreFile } from "@jessy-actions/security/policy/ignore-file";
import { readIgnoreYaml } from "@jessy-actions/security/policy/ignore-yaml";

/** What one side says, and what is wrong with its files, by their paths. */
export interface PolicyFiles {
  readonly entries: readonly IgnoreEntry[];
  /** Half a sentence each, e.g. `line 3: "x" is not a date`. */
  readonly faults: ReadonlyMap<string, string>;
}

const MAX_BYTES = 1024 * 1024;

/** Links that lead to links. */
const MAX_HOPS = 5;

/** Reads ignore files of a commit; one that it does not have is empty. @param paths from the root of the repository. */
export async function readPolicyFiles(git: Git, commit: string, paths: readonly string[]): Promise<PolicyFiles> {
  const entries: IgnoreEntry[] = [];
  const faults = new Map<string, string>();
  for (const path of new Set(paths.map(plainPath))) {
    try {
      const content = await readThroughLinks(git, commit, path);
      if (content === undefined) continue;
      const text = decode(content);
      const found = /\.ya?ml$/.test(path) ? readIgnoreYaml(text) : readIgnoreFile(text);
      entries.push(...found.map((entry) => ({ ...entry, file: path })));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      faults.set(path, error.message);
    }
  }
  return { entries, faults };
}

/** Without `./` and double slashes, as git has it. */
function plainPath(path: string): string {
  return posix.normalize(path.replaceAll("\\", "/"));
}

async function readThroughLinks(git: Git, commit: string, path: string): Promise<Buffer | undefined> {
  let at = path;
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    if (at.startsWith("/") || at.startsWith("../")) throw new ReportError("leads out of the repository");
    const file = (await git.readFiles(commit, [at])).get(at);
    if (file === undefined && hop > 0) throw new ReportError(`is a link to ${at}, which is no file of the commit`);
    if (file === undefined || !file.isLink) return file?.content;
    const target = file.content.toString();
    at = target.startsWith("/") ? target : posix.join(posix.dirname(at), target);
  }
  throw new ReportError(`is a link that leads from link to link, more than ${MAX_HOPS} times`);
}

function decode(content: Buffer): string {
  if (content.length > MAX_BYTES) throw new ReportError(`has more than ${MAX_BYTES} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    throw new ReportError("is not text in UTF-8; save it as UTF-8");
  }
}
