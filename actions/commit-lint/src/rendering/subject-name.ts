import type { Line } from "@jessy-actions/kit/report/report";
import type { Result, Subject } from "../result.ts";

/** What a report calls a title or a commit, with a link to it. Pure. */
export function subjectName({ kind, sha = "", pullRequest }: Subject, { context }: Pick<Result, "context">): Line {
  const { serverUrl, repository } = context;
  if (kind === "commit")
    return ["Commit ", { link: { text: sha.slice(0, 10), href: `${serverUrl}/${repository}/commit/${sha}` } }];
  const isOwn = context.pullRequest === pullRequest;
  return isOwn ? "The pull request's title" : `The title of #${pullRequest}`;
}
