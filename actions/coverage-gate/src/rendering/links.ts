import { createHash } from "node:crypto";
import type { Context, LineRange } from "../result.ts";

/** A link to lines in the pull request's diff, or in the file at the head commit when there is no pull request. */
export function diffLink(context: Context, path: string, [first, last]: LineRange): string {
  const repository = `${context.serverUrl}/${context.repository}`;
  if (context.pullRequest !== undefined) {
    // GitHub's anchor of a file in a diff is the SHA-256 of its path.
    const anchor = createHash("sha256").update(path).digest("hex");
    const lines = last > first ? `R${first}-R${last}` : `R${first}`;
    return `${repository}/pull/${context.pullRequest}/files#diff-${anchor}${lines}`;
  }
  const lines = last > first ? `L${first}-L${last}` : `L${first}`;
  return `${repository}/blob/${context.headSha}/${encodePath(path)}#${lines}`;
}

export function commitLink(context: Context, sha: string): string {
  return `${context.serverUrl}/${context.repository}/commit/${sha}`;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
