import type { ActionEvent } from "../runner/event.ts";
import type { GitHub } from "./client.ts";
import { id, object, sha, text } from "./shape.ts";

const listedPull = object({ number: id, state: text, head: object({ sha }) });

/**
 * The open pull request that a followed run (workflow_run) belongs to, found through the API by the head's owner, branch and commit.
 * Nothing that the followed run wrote is trusted: an artifact could name any pull request. `workflow_run.pull_requests` is
 * empty for forks.
 */
export async function findFollowedPullRequest(github: GitHub, event: ActionEvent): Promise<number | undefined> {
  const run = event.followedRun;
  if (run === undefined) return undefined;
  const wanted = {
    owner: event.repository.owner,
    repo: event.repository.name,
    state: "open",
    head: `${run.headOwner}:${run.headRef}`,
  };
  for await (const pull of github.paginate("GET /repos/{owner}/{repo}/pulls", wanted, listedPull)) {
    if (pull.state === "open" && pull.head.sha === run.headSha) return pull.number;
  }
  return undefined;
}
