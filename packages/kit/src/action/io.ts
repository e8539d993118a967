import { join } from "node:path";
import type { Git } from "../git/git.ts";
import type { GitHub } from "../github/client.ts";
import { apiUrls } from "../github/urls.ts";
import { onCancel } from "../process/cancel.ts";
import type { Environment } from "../runner/environment.ts";
import { type ActionEvent, readEvent } from "../runner/event.ts";
import type { Log } from "../runner/log.ts";
import { type StateCodec, saveState } from "./state.ts";

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
   * The pull request that the run is about; for a `workflow_run` looked up by the commit of the run that it follows,
   * once.
   *
   * @throws GitHubError when GitHub does not answer.
   */
  pullRequestNumber(): Promise<number | undefined>;
  /** A client with the action's token, anonymous without one; made once, when it is first needed. */
  github(): Promise<GitHub>;
  /** Git in a directory (absolute; default: the workspace), which may fetch missing history with the action's token. */
  git(directory?: string): Promise<Git>;
  /** Keeps what `post` needs; a later state replaces an earlier one. */
  saveState<State>(codec: StateCodec<State>, state: State): void;
  /** What a cancelled run still has to do on other machines, within a few seconds: see `kit/process/cancel.ts`. @returns takes it back. */
  onCancel(work: () => Promise<void>): () => void;
}

/** What `pre` and `post` may touch: they have no inputs, no event and no token. */
export interface PhaseIo extends Pick<ActionIo, "environment" | "workspace" | "log"> {
  /** The folder that a gate of this action had as `temporary`. */
  temporary(gate: string): string;
  /** Git in the workspace. */
  git(): Promise<Git>;
}

/** @param gate its name, of several of one kind, and the token that it may ask GitHub with. */
export function createIo(
  action: string,
  { name, token }: { readonly name: string; readonly token: string },
  environment: Environment,
  log: Log,
): ActionIo {
  const workspace = workspaceOf(environment);
  let known: ActionEvent | undefined;
  let number: Promise<number | undefined> | undefined;
  let client: Promise<GitHub> | undefined;
  const github = () => {
    client ??= import("../github/client.ts").then(({ GitHub }) => new GitHub({ token, ...apiUrls(environment), log }));
    return client;
  };
  const event = () => {
    known ??= readEvent(environment);
    return known;
  };
  return {
    environment,
    workspace,
    temporary: temporaryFolder(action, name, environment),
    log,
    event,
    pullRequestNumber: () => {
      number ??= findPullRequestNumber(event(), token, github);
      return number;
    },
    github,
    git: async (directory = workspace) => {
      const { Git } = await import("../git/git.ts");
      const { serverUrl, repository } = event();
      const origin = isOnRunner(environment) && `${serverUrl}/${repository.owner}/${repository.name}`;
      const credentials = { serverUrl, token };
      return new Git(directory, { environment, debug: log.debug, credentials, ...(origin && { origin }) });
    },
    saveState: (_, state) => saveState(state),
    onCancel,
  };
}

export function createPhaseIo(action: string, environment: Environment, log: Log): PhaseIo {
  const workspace = workspaceOf(environment);
  return {
    environment,
    workspace,
    log,
    temporary: (gate) => temporaryFolder(action, gate, environment),
    git: async () => {
      const { Git } = await import("../git/git.ts");
      return new Git(workspace, { environment });
    },
  };
}

/** A runner of GitHub's, where nothing but the event's repository is asked. Elsewhere `origin` may be a folder. */
function isOnRunner({ RUNNER_ENVIRONMENT: kind }: Environment): boolean {
  return kind === "github-hosted" || kind === "self-hosted";
}

function workspaceOf(environment: Environment): string {
  return environment.GITHUB_WORKSPACE || process.cwd();
}

function temporaryFolder(action: string, gate: string, environment: Environment): string {
  const parent = environment.RUNNER_TEMP || join(workspaceOf(environment), ".jessy");
  return join(parent, "jessy", folderName(action, gate));
}

async function findPullRequestNumber(
  event: ActionEvent,
  token: string,
  github: () => Promise<GitHub>,
): Promise<number | undefined> {
  if (event.pullRequest !== undefined || event.followedRun === undefined || token === "")
    return event.pullRequest?.number;
  const { findFollowedPullRequest } = await import("../github/pull-request.ts");
  return findFollowedPullRequest(await github(), event);
}

/** A gate's name is free text; a folder's is not. */
function folderName(action: string, name: string): string {
  return name === "" ? action : `${action}-${encodeURIComponent(name).replaceAll("*", "%2A").slice(0, 100)}`;
}
