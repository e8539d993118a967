import type { Addresses } from "./address.ts";
import { notFound } from "./answer.ts";
import { repositoryDocument } from "./repository-document.ts";
import type { Route } from "./route.ts";
import { userId } from "./user-document.ts";
import type { SeededJob, SeededRun, WorkflowRuns } from "./workflow-runs.ts";

/** Runs, their attempts and jobs, and the annotations of jobs (docs, "REST API endpoints for GitHub Actions"). */
export function workflowRunRoutes(service: WorkflowRuns, addresses: Addresses): readonly Route[] {
  return [
    {
      method: "GET",
      pattern: /^\/actions\/workflows\/([^/]+)\/runs$/,
      answer: ({ url }, workflow) => {
        const { branch, event, status } = Object.fromEntries(url.searchParams);
        const runs = service.runs
          .filter((run) => run.workflow === workflow)
          .filter((run) => (branch ?? run.branch) === run.branch && (event ?? run.event) === run.event)
          .filter((run) => status !== "completed" || run.conclusion !== null)
          .sort((a, b) => b.number - a.number);
        const page = pageOf(runs, url.searchParams);
        const documents = page.map((run) => runDocument(run, addresses));
        return { status: 200, body: { total_count: runs.length, workflow_runs: documents } };
      },
    },
    {
      method: "GET",
      pattern: /^\/actions\/runs\/(\d+)$/,
      answer: (_, id) => {
        const run = service.find(Number(id));
        if (run === undefined) throw notFound();
        return { status: 200, body: runDocument(run, addresses) };
      },
    },
    {
      method: "GET",
      pattern: /^\/actions\/runs\/(\d+)\/attempts\/(\d+)$/,
      answer: (_, id, attempt) => {
        const run = service.find(Number(id));
        if (run === undefined || !(Number(attempt) >= 1 && Number(attempt) <= attemptsOf(run))) throw notFound();
        return { status: 200, body: runDocument(run, addresses, Number(attempt)) };
      },
    },
    {
      method: "GET",
      pattern: /^\/actions\/runs\/(\d+)\/attempts\/(\d+)\/jobs$/,
      answer: ({ url }, id) => {
        const run = service.find(Number(id));
        if (run === undefined) throw notFound();
        const { jobs = [] } = run;
        const page = pageOf(jobs, url.searchParams);
        return {
          status: 200,
          body: { total_count: jobs.length, jobs: page.map((job) => jobDocument(job, run, addresses)) },
        };
      },
    },
    {
      method: "GET",
      pattern: /^\/check-runs\/(\d+)\/annotations$/,
      answer: (_, id) => {
        const job = service.job(Number(id));
        if (job === undefined) throw notFound();
        const body = (job.annotations ?? []).map(({ level, message, path = ".github", line = 1 }) => ({
          path,
          start_line: line,
          end_line: line,
          start_column: null,
          end_column: null,
          annotation_level: level,
          message,
          title: "",
          raw_details: "",
          blob_href: `${addresses.html}/blob/main/${path}`,
        }));
        return { status: 200, body };
      },
    },
  ];
}

function pageOf<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const start = (Number(query.get("page") ?? 1) - 1) * size;
  return items.slice(start, start + size);
}

/** Of an attempt that is over, the conclusion is its own (schema `workflow-run`). */
function runDocument(run: SeededRun, addresses: Addresses, attempt = attemptsOf(run)): Record<string, unknown> {
  const { id, number, branch, event, headSha, createdAt, workflow, earlier = [] } = run;
  const { api, html } = addresses;
  const conclusion = attempt === attemptsOf(run) ? run.conclusion : earlier[attempt - 1]!;
  const url = `${api}/actions/runs/${id}`;
  const workflowId = userId(workflow);
  const repository = repositoryDocument(addresses);
  const author = { name: "Alice", email: "alice@example.com" };
  return {
    id,
    node_id: `WFR_${id}`,
    name: workflow,
    display_title: workflow,
    run_number: number,
    run_attempt: attempt,
    head_branch: branch,
    head_sha: headSha,
    head_commit: { id: headSha, tree_id: headSha, message: "change", timestamp: createdAt, author, committer: author },
    head_repository: repository,
    repository,
    event,
    path: `.github/workflows/${workflow}`,
    workflow_id: workflowId,
    status: statusOf(conclusion),
    conclusion,
    pull_requests: [],
    url,
    html_url: `${html}/actions/runs/${id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    check_suite_url: `${api}/check-suites/${id}`,
    workflow_url: `${api}/actions/workflows/${workflowId}`,
    created_at: createdAt,
    run_started_at: createdAt,
    updated_at: createdAt,
  };
}

const attemptsOf = ({ earlier = [] }: SeededRun): number => earlier.length + 1;

function jobDocument(job: SeededJob, run: SeededRun, { api, html }: Addresses): Record<string, unknown> {
  const { id, name, conclusion, startedAt = run.createdAt, completedAt = null, steps = [] } = job;
  const { runner = "GitHub Actions 1" } = job;
  return {
    id,
    node_id: `JOB_${id}`,
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: attemptsOf(run),
    name,
    workflow_name: run.workflow,
    head_branch: run.branch,
    head_sha: run.headSha,
    status: statusOf(conclusion),
    conclusion,
    url: `${api}/actions/jobs/${id}`,
    html_url: `${html}/actions/runs/${run.id}/job/${id}`,
    check_run_url: `${api}/check-runs/${id}`,
    created_at: startedAt,
    started_at: startedAt,
    completed_at: completedAt,
    labels: ["ubuntu-latest"],
    runner_id: 1,
    runner_name: runner,
    runner_group_id: 0,
    runner_group_name: "GitHub Actions",
    steps: steps.map((step, at) => ({ ...step, number: at + 1, status: statusOf(step.conclusion) })),
  };
}

const statusOf = (conclusion: string | null) => (conclusion === null ? "in_progress" : "completed");
