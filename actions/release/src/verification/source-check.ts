import { counted } from "@jessy-actions/kit/report/quantity";
import type { Facts } from "../facts.ts";
import { type Check, pass, shortCommit, warn } from "./check.ts";

/** Changed files are named up to this number. */
const MAX_NAMED = 5;

/** What the release was built from, where that is not simply the commit: a changed work tree, or another commit. Pure. */
export function checkSource({
  commit,
  checkedOutCommit,
  sourceCommit,
  changedFiles,
}: Pick<Facts, "commit" | "checkedOutCommit" | "sourceCommit" | "changedFiles">): Check[] {
  const checks: Check[] = [];
  if (sourceCommit !== commit)
    checks.push(
      pass("commit", `Versions and changelog are read from ${shortCommit(sourceCommit)}, as \`source-commit\` says`),
    );
  if (changedFiles.length === 0) return checks;
  const named = changedFiles.slice(0, MAX_NAMED).map((file) => `\`${file}\``);
  const more = changedFiles.length > MAX_NAMED ? ` and ${changedFiles.length - MAX_NAMED} more` : "";
  const differ = `${counted(changedFiles.length, "tracked file")} ${changedFiles.length === 1 ? "differs" : "differ"}`;
  const message = `${differ} from ${shortCommit(checkedOutCommit)}: ${named.join(", ")}${more}; versions and changelog are read from the commit, and what was built may be of the changed files`;
  return [...checks, warn("commit", message)];
}
