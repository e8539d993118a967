import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { hostOf } from "../../packages/local-runner/src/event/emulated-run.ts";
import { describeRun, type Trigger } from "../../packages/local-runner/src/event/event.ts";
import type { EmulatedGitHub } from "../../packages/local-runner/src/github/gateway.ts";

const root = resolve(import.meta.dirname, "../..");

/** A workflow that outlives this is stopped, with all that it started. */
const TIME_LIMIT = 50_000;

export interface WorkflowRunOptions {
  /** The program. */
  readonly act: string;
  readonly github: EmulatedGitHub;
  readonly trigger: Trigger;
  /** What `${{ github.token }}` is. */
  readonly token: string;
  /** The checkout, which actions/checkout copies. */
  readonly checkout: string;
  /** The text of the workflow file. */
  readonly workflow: string;
  /** What `uses: org/jessy-actions/<action>@v1` is downloaded from. */
  readonly tree: string;
  /** Only this job, and those that it needs. */
  readonly job?: string;
}

export interface JobRun {
  /** Undefined for a job that did not end. */
  result: "success" | "failure" | "skipped" | undefined;
  /** What its steps printed. */
  readonly log: string[];
  /** The errors that its steps annotated. */
  readonly errors: string[];
  /** By the step's id. */
  readonly outputs: Record<string, Record<string, string>>;
  /** What its steps wrote to the job summary, in order. */
  summary: string;
}

export interface WorkflowRun {
  readonly exitCode: number;
  /** By id; a job that was skipped is not among them. */
  readonly jobs: Readonly<Record<string, JobRun>>;
  /** All that act said. */
  readonly log: readonly string[];
}

/**
 * Runs a workflow file by act on this machine, in front of the emulated GitHub. Nothing of it is left behind. What
 * act does not do as GitHub does: approvals of environments, permissions, services, and `uses: $/`, which is written as
 * the published action here.
 */
export async function runWorkflow(options: WorkflowRunOptions): Promise<WorkflowRun> {
  const home = mkdtempSync(join(tmpdir(), homePrefix()));
  try {
    const { args, env } = commandLine(options, home);
    const { act, checkout } = options;
    const child = spawn(act, args, { cwd: checkout, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const stop = () => process.kill(-child.pid!, "SIGKILL");
    const timer = setTimeout(stop, TIME_LIMIT);
    const lines: string[] = [];
    const reading = [child.stdout, child.stderr].map(async (input) => {
      for await (const line of createInterface({ input })) lines.push(line);
    });
    const exitCode = await new Promise<number>((done, fail) => {
      child.on("error", fail);
      child.on("exit", (code) => done(code ?? -1));
    });
    clearTimeout(timer);
    await Promise.all(reading);
    return { exitCode, jobs: jobsOf(lines), log: lines };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** How the folders of this process's runs begin. */
export function homePrefix(): string {
  return `jessy-act-${process.pid}-`;
}

/** A line of `act --json`, as far as tests look. */
interface ActEvent {
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly jobResult?: JobRun["result"];
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly raw_output?: boolean;
  readonly msg?: string;
}

function jobsOf(lines: readonly string[]): Record<string, JobRun> {
  const jobs: Record<string, JobRun> = {};
  for (const line of lines.filter((candidate) => candidate.startsWith("{"))) {
    const {
      jobID,
      stepID,
      jobResult,
      raw_output,
      msg = "",
      command,
      name = "",
      arg = "",
      content = "",
    } = JSON.parse(line) as ActEvent;
    if (jobID === undefined) continue;
    jobs[jobID] ??= { result: undefined, log: [], errors: [], outputs: {}, summary: "" };
    const job = jobs[jobID];
    if (jobResult !== undefined) job.result = jobResult;
    if (raw_output) job.log.push(msg.trimEnd());
    if (command === "error") job.errors.push(arg);
    if (command === "summary") job.summary += content;
    if (command === "set-output") {
      const step = stepID?.at(-1) ?? "";
      job.outputs[step] = { ...job.outputs[step], [name]: arg };
    }
  }
  return jobs;
}

function commandLine({ github, trigger, token, checkout, workflow, tree, job }: WorkflowRunOptions, home: string) {
  const run = describeRun(trigger, hostOf(github, token));
  const files = { event: join(home, "event.json"), workflow: join(home, "workflow.yml") };
  writeFileSync(files.event, JSON.stringify(run.payload));
  writeFileSync(files.workflow, workflow.replace(/(uses: )\$\/actions\/([\w-]+)/g, "$1org/jessy-actions/$2@v1"));
  const variables = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_REPOSITORY: `${github.owner}/${github.repository}`,
  };
  const args = [
    trigger.name,
    `--directory=${checkout}`,
    `--workflows=${files.workflow}`,
    ...(job === undefined ? [] : [`--job=${job}`]),
    `--eventpath=${files.event}`,
    "--platform=ubuntu-latest=-self-hosted",
    `--local-repository=org/jessy-actions@v1=${tree}`,
    "--action-offline-mode",
    "--no-cache-server",
    // By its name alone: the value is in the environment.
    "--secret=GITHUB_TOKEN",
    ...Object.entries(variables).map(([name, value]) => `--env=${name}=${value}`),
    "--json",
  ];
  const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const env = { PATH: path, HOME: home, LANG: "C.UTF-8", GIT_CONFIG_GLOBAL: "/dev/null", GITHUB_TOKEN: token };
  return { args, env };
}
