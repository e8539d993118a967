import type { Addresses } from "./address.ts";
import { notFound } from "./answer.ts";
import type { Route } from "./route.ts";
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
      pattern: /^\/actions\/runs\/(\d+)\/attempts\/(\d+)$/,
      answer: (_, id, attempt) => {
        const run = service.find(Number(id));
        const conclusion = run?.earlier?.[Number(attempt) - 1];
        if (run === undefined || conclusion === undefined) throw notFound();
        return { status: 200, body: runDocument({ ...run, conclusion }, addresses) };
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

function runDocument(run: SeededRun, { html }: Addresses): Record<string, unknown> {
  const { id, number, branch, event, headSha, conclusion, createdAt, workflow, earlier = [] } = run;
  return {
    id,
    run_number: number,
    run_attempt: earlier.length + 1,
    head_branch: branch,
    head_sha: headSha,
    event,
    path: `.github/workflows/${workflow}`,
    status: statusOf(conclusion),
    conclusion,
    html_url: `${html}/actions/runs/${id}`,
    created_at: createdAt,
    run_started_at: createdAt,
    updated_at: createdAt,
  };
}

function jobDocument(job: SeededJob, run: SeededRun, { api, html }: Addresses): Record<string, unknown> {
  const { id, name, conclusion, startedAt = run.createdAt, completedAt = null, steps = [] } = job;
  return {
    id,
    node_id: `JOB_${id}`,
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: (run.earlier ?? []).length + 1,
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
    runner_name: "GitHub Actions 1",
    runner_group_id: 0,
    runner_group_name: "GitHub Actions",
    steps: steps.map((step, at) => ({ ...step, number: at + 1, status: statusOf(step.conclusion) })),
  };
}

const statusOf = (conclusion: string | null) => (conclusion === null ? "in_progress" : "completed");
