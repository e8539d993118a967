import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { Git } from "@jessy-actions/kit/git/git";
import type { ActionEvent, PullRequest } from "@jessy-actions/kit/runner/event";

/** An event of a repository of nobody's, with what a test cares about changed. */
export function exampleEvent(fields: Partial<ActionEvent> = {}): ActionEvent {
  return {
    payload: {},
    name: "schedule",
    repository: { owner: "org", name: "demo" },
    serverUrl: "https://github.com",
    defaultBranch: "main",
    sha: "",
    ref: "refs/heads/main",
    headSha: "",
    pullRequest: undefined,
    before: undefined,
    pushToDefaultBranch: false,
    followedRun: undefined,
    ...fields,
  };
}

/** That of a pull request from one commit to another. */
export function pullRequestEvent(baseSha: string, headSha: string, name = "pull_request"): ActionEvent {
  const pullRequest: PullRequest = {
    number: 1,
    title: "a change",
    commits: undefined,
    fork: false,
    headSha,
    headRef: "change",
    baseSha,
    baseRef: "main",
  };
  return exampleEvent({ name, ref: "refs/pull/1/merge", headSha, pullRequest });
}

/** What an action may touch, with a real git in a folder. */
export function repositoryIo(workspace: string, event: ActionEvent, temporary = join(workspace, "../tmp")): ActionIo {
  const environment = { PATH: process.env.PATH, HOME: "/nonexistent" };
  const git = async (directory = workspace) => new Git(directory, { environment });
  return { environment, workspace, temporary, event: () => event, git } as Partial<ActionIo> as ActionIo;
}
