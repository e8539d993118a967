import { join } from "node:path";
import { type ActionEvent, readEvent } from "./event.ts";
import { apiUrls } from "./github-urls.ts";
import type { Log } from "./log.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What `collect` may touch: the only I/O before the decision. */
export interface ActionIo {
  readonly environment: Environment;
  /** GITHUB_WORKSPACE, absolute. */
  readonly workspace: string;
  /** A folder for this action below RUNNER_TEMP, absolute; it may not exist yet. */
  readonly temporary: string;
  readonly log: Log;
  /** The event that started the run, read once. */
  event(): ActionEvent;
  /**
   * The pull request that the run is about; for a `workflow_run` looked up by the commit of the run that it follows, once.
   *
   * @throws GitHubError when GitHub does not answer.
   */
  pullRequestNumber(): Promise<number | undefined>;
}

/** @param gate its name, of several of one kind, and the token that it may ask GitHub with. */
export function createIo(
  action: string,
  { name, token }: { readonly name: string; readonly token: string },
  environment: Environment,
  log: Log,
): ActionIo {
  const workspace = environment.GITHUB_WORKSPACE || process.cwd();
  let known: ActionEvent | undefined;
  let number: Promise<number | undefined> | undefined;
  const event = () => {
    known ??= readEvent(environment);
    return known;
  };
  return {
    environment,
    workspace,
    temporary: join(environment.RUNNER_TEMP || join(workspace, ".jessy"), "jessy", folderName(action, name)),
    log,
    event,
    pullRequestNumber: () => {
      number ??= findPullRequestNumber(event(), token, environment, log);
      return number;
    },
  };
}

async function findPullRequestNumber(
  event: ActionEvent,
  token: string,
  environment: Environment,
  log: Log,
): Promise<number | undefined> {
  if (event.pullRequest !== undefined || event.followedRun === undefined || token === "")
    return event.pullRequest?.number;
  const [{ GitHub }, { findFollowedPullRequest }] = await Promise.all([
    import("./github.ts"),
    import("./pull-request.ts"),
  ]);
  return findFollowedPullRequest(new GitHub({ token, ...apiUrls(environment), log }), event);
}

/** A gate's name is free text; a folder's is not. */
function folderName(action: string, name: string): string {
  return name === "" ? action : `${action}-${encodeURIComponent(name).replaceAll("*", "%2A").slice(0, 100)}`;
}
