import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** HashFilesFunction.cs: it gives up after this many milliseconds. */
const TIME_LIMIT = 120_000;

const FOLLOW_LINKS = "--follow-symbolic-links";

/**
 * `hashFiles` of expressions: one SHA-256 over those of all files below the workspace that the patterns match; empty
 * when none does. As in the runner a process of its own does the reading, since an expression cannot wait.
 *
 * @throws Error in one line for an option that GitHub does not know, or a file that cannot be read.
 */
export function hashFiles(workspace: string, args: readonly string[]): string {
  const [first = "", ...rest] = args;
  const follow = first.toLowerCase() === FOLLOW_LINKS;
  if (first.startsWith("--") && !follow)
    throw new Error(`hashFiles does not know the option ${first}; it knows ${FOLLOW_LINKS}`);
  const patterns = follow ? rest : args;
  try {
    return execFileSync(process.execPath, [join(import.meta.dirname, "hash-files-process.ts"), String(follow)], {
      cwd: workspace,
      input: patterns.join("\n"),
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      timeout: TIME_LIMIT,
    });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? "").trim();
    throw new Error(
      `hashFiles('${patterns.join("', '")}') failed in ${workspace}: ${said.split("\n")[0] || "timed out"}`,
    );
  }
}
