import { revealInvisible } from "@jessy-actions/kit/report/escape";
import type { Annotation } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";

/** One for each title and commit with a problem. No file holds them, and GitHub shows ten of a level. Pure. */
export function annotations({ subjects }: Pick<Result, "subjects">): Annotation[] {
  return subjects
    .filter(({ problems }) => problems.length > 0)
    .map(({ kind, pullRequest, sha, header, problems, errors, correction }) => {
      const lines = problems.map(({ line, column, message, rule }) => `${line}:${column}: ${message} (${rule})`);
      if (correction !== undefined) lines.push(`This would pass: ${correction}`);
      return {
        level: errors > 0 ? "error" : "warning",
        title: kind === "title" ? `Title of #${pullRequest}` : `Commit ${sha!.slice(0, 10)}`,
        message: [header, ...lines].map(revealInvisible).join("\n"),
        importance: kind === "title" ? 1 : 0,
      };
    });
}
