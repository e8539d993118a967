import type { JobFact, RunHistory } from "@jessy-actions/deployment/messages/run-facts";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import { object, text } from "@jessy-actions/kit/github/shape";
import type { Inputs } from "../inputs.ts";
import { readHistory } from "./history.ts";
import { readJobs } from "./jobs.ts";
import type { RunOfGitHub } from "./run-of-github.ts";

/** What GitHub tells of a run; each part is undefined when it was not asked for, or not told. */
export interface Asked {
  readonly jobs: readonly JobFact[] | undefined;
  readonly history: RunHistory | undefined;
  readonly commitMessage: string | undefined;
  /** What was asked for and not told, a sentence each. */
  readonly notes: readonly string[];
}

/** Milliseconds that GitHub may take in all: a message does not wait for its details. */
const ASKING_TIME = 30_000;

/** Asks for everything at once. What GitHub refuses is missing from the message, which goes out all the same. */
export async function askGitHub(inputs: Inputs, run: RunOfGitHub, io: ActionIo): Promise<Asked> {
  const nothing = { jobs: undefined, history: undefined, commitMessage: undefined };
  if (inputs.targets.length === 0) return { ...nothing, notes: [] };
  if (inputs.token === "")
    return { ...nothing, notes: ["The message names no jobs: the input `github-token` is empty."] };
  const github = (await io.github()).within(ASKING_TIME);
  const notes: string[] = [];
  const tell = async <Value>(what: string, ask: Promise<Value>): Promise<Value | undefined> => {
    try {
      return await ask;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      notes.push(`${what}: ${error.message}`);
      return undefined;
    }
  };
  const [jobs, history, commitMessage] = await Promise.all([
    inputs.status === "started"
      ? undefined
      : tell("The message names no jobs (the job needs `actions: read`)", readJobs(github, run)),
    inputs.status === "started"
      ? undefined
      : tell("The message does not know the runs before (the job needs `actions: read`)", readHistory(github, run)),
    needsCommit(run)
      ? tell("The message does not quote the commit (the job needs `contents: read`)", readCommit(github, run))
      : undefined,
  ]);
  return { jobs, history, commitMessage, notes };
}

/** Schedules and runs by hand come without their commit; a pull request says more by its title. */
function needsCommit({ subject }: RunOfGitHub): boolean {
  return subject.commit !== undefined && subject.commit.message === undefined && subject.pullRequest === undefined;
}

async function readCommit(github: GitHub, { event, subject }: RunOfGitHub): Promise<string> {
  const { owner, name: repo } = event.repository;
  const shape = object({ commit: object({ message: text }) });
  const parameters = { owner, repo, ref: subject.commit!.sha };
  return (await github.request("GET /repos/{owner}/{repo}/commits/{ref}", parameters, shape)).commit.message;
}
