import { isFailure, readConclusion } from "@jessy-actions/deployment/messages/conclusion";
import type { JobFact } from "@jessy-actions/deployment/messages/run-facts";
import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import { id, list, object, optional, type Read, text, whole } from "@jessy-actions/kit/github/shape";
import { type RunOfGitHub, timeOf } from "./run-of-github.ts";

const PER_PAGE = 100;
/** A matrix has at most 256 jobs; a run with more than this names the first ones. */
const MAX_PAGES = 5;
/** Failed jobs whose first error is looked up. */
const MAX_ERRORS = 5;

const jobShape = {
  id,
  name: text,
  html_url: optional(text),
  conclusion: optional(text),
  started_at: optional(text),
  completed_at: optional(text),
  steps: optional(list(object({ name: text, conclusion: optional(text) }))),
};
type Job = Read<typeof jobShape>;

const annotation = object({
  path: text,
  start_line: optional(whole),
  annotation_level: optional(text),
  message: optional(text),
});

/** The jobs of this attempt of the run, in GitHub's order. @throws GitHubError */
export async function readJobs(github: GitHub, run: RunOfGitHub): Promise<readonly JobFact[] | undefined> {
  const { id: runId, attempt } = run.identity;
  if (runId === undefined) return undefined;
  const { owner, name: repo } = run.event.repository;
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs";
  const jobs: Job[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const parameters = { owner, repo, run_id: runId, attempt_number: attempt, per_page: PER_PAGE, page };
    const part = await github.request(route, parameters, object({ jobs: list(object(jobShape)) }));
    jobs.push(...part.jobs);
    if (part.jobs.length < PER_PAGE) break;
  }
  const failed = jobs.filter(({ conclusion }) => isFailure(readConclusion(conclusion))).slice(0, MAX_ERRORS);
  const errors = new Map(
    await Promise.all(failed.map(async (job) => [job.id, await firstError(github, run, job.id)] as const)),
  );
  return jobs.map((job) => ({
    name: job.name,
    conclusion: readConclusion(job.conclusion),
    url: job.html_url ?? run.identity.url ?? run.url,
    startedAt: timeOf(job.started_at),
    completedAt: timeOf(job.completed_at),
    failedStep: job.steps?.find(({ conclusion }) => isFailure(readConclusion(conclusion)))?.name,
    error: errors.get(job.id),
  }));
}

/** What the runner says under every script that fails: another message says more. */
const EXIT_CODE = /^Process completed with exit code \d+\.?$/;

/** A job is a check run of the same number. What the token may not read (`checks: read`) is left out. */
async function firstError(github: GitHub, { event }: RunOfGitHub, job: number): Promise<JobFact["error"]> {
  const { owner, name: repo } = event.repository;
  try {
    const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations";
    const found = await github.request(route, { owner, repo, check_run_id: job, per_page: 50 }, list(annotation));
    const failures = found.filter((one) => one.annotation_level === "failure" && (one.message ?? "") !== "");
    const first = failures.find(({ message }) => !EXIT_CODE.test(message!)) ?? failures[0];
    if (first === undefined) return undefined;
    // What is about no file is put under the folder of the workflows.
    const isFile = first.path !== ".github";
    return { text: first.message!, file: isFile ? first.path : undefined, line: isFile ? first.start_line : undefined };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return undefined;
  }
}
