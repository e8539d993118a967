import { isFailure, readConclusion } from "@jessy-actions/deployment/messages/conclusion";
import type { RunHistory } from "@jessy-actions/deployment/messages/run-facts";
import type { GitHub } from "@jessy-actions/kit/github/client";
import { id, list, object, optional, type Read, sha, text } from "@jessy-actions/kit/github/shape";
import { type RunOfGitHub, timeOf } from "./run-of-github.ts";

const PER_PAGE = 50;
/** Runs that are read until one succeeded. */
const MAX_PAGES = 3;

const runShape = {
  id,
  run_number: id,
  head_sha: sha,
  conclusion: optional(text),
  created_at: optional(text),
};
type FormerRun = Read<typeof runShape>;

/**
 * What the runs before this one say: of the same workflow, event and branch. A tag has only its own run, so those of all
 * tags and branches count for it. An earlier attempt of this run comes before all of them.
 *
 * @throws GitHubError
 */
export async function readHistory(github: GitHub, run: RunOfGitHub): Promise<RunHistory | undefined> {
  const { id: runId, number, workflowFile, refType, refName } = run.identity;
  if (runId === undefined || number === undefined || workflowFile === undefined) return undefined;
  const { owner, name: repo } = run.event.repository;
  const branch = run.event.pullRequest?.headRef ?? (refType === "tag" ? undefined : refName);
  const counted: FormerRun[] = await earlierAttempt(github, run);
  let hasMore = false;
  for (let page = 1; page <= MAX_PAGES && !counted.some(succeeded); page++) {
    const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
    const event = run.event.name;
    const where = { owner, repo, workflow_id: workflowFile, event, status: "completed", per_page: PER_PAGE, page };
    const parameters = branch === undefined ? where : { ...where, branch };
    const part = await github.request(route, parameters, object({ workflow_runs: list(object(runShape)) }));
    const former = part.workflow_runs.filter((one) => one.run_number < number && one.id !== runId && counts(one));
    counted.push(...former.sort((a, b) => b.run_number - a.run_number));
    hasMore = part.workflow_runs.length === PER_PAGE;
    if (!hasMore) break;
  }
  return historyOf(counted, hasMore, run.url);
}

/** Pure. @param runs that count, the newest first. */
export function historyOf(runs: readonly FormerRun[], hasMore: boolean, url: string): RunHistory {
  const good = runs.findIndex(succeeded);
  const red = good === -1 ? runs : runs.slice(0, good);
  const lastGood = runs[good];
  const [newest] = runs;
  return {
    previous: newest === undefined ? "none" : succeeded(newest) ? "success" : "failure",
    redRuns: red.length,
    hasMore: good === -1 && hasMore,
    redSince: timeOf(red.at(-1)?.created_at),
    lastGood: lastGood && { sha: lastGood.head_sha, url: `${url}/commit/${lastGood.head_sha}` },
  };
}

async function earlierAttempt(github: GitHub, { identity, event }: RunOfGitHub): Promise<FormerRun[]> {
  if (identity.attempt < 2) return [];
  const { owner, name: repo } = event.repository;
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
  const parameters = { owner, repo, run_id: identity.id!, attempt_number: identity.attempt - 1 };
  const before = await github.request(route, parameters, object(runShape));
  return counts(before) ? [before] : [];
}

const succeeded = ({ conclusion }: FormerRun): boolean => conclusion === "success";

function counts({ conclusion }: FormerRun): boolean {
  return conclusion === "success" || isFailure(readConclusion(conclusion));
}
