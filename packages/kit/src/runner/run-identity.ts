import type { Environment } from "./environment.ts";

/** Which run this is, as the runner says it; texts are empty and numbers undefined outside of a run. */
export interface RunIdentity {
  readonly id: number | undefined;
  /** 1 for a run that was not started again. */
  readonly attempt: number;
  /** Counts the runs of a workflow. */
  readonly number: number | undefined;
  /** What people call the workflow. */
  readonly workflow: string;
  /** `ci.yml`, of the workflow that the event started; undefined when the runner does not say. */
  readonly workflowFile: string | undefined;
  /** The key of the job in its workflow file. */
  readonly job: string;
  /** Name of the machine's runner. */
  readonly runner: string;
  readonly actor: string;
  /** Who started this attempt. */
  readonly triggeringActor: string;
  /** Branch or tag, or `7/merge` of a pull request. */
  readonly refName: string;
  readonly refType: "branch" | "tag";
  /** Of this attempt on GitHub; undefined outside of a run. */
  readonly url: string | undefined;
}

/** Reads the runner's variables (docs, "Default environment variables"). Pure. */
export function readRunIdentity(environment: Environment): RunIdentity {
  const {
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: runAttempt,
    GITHUB_RUN_NUMBER: runNumber,
    GITHUB_WORKFLOW: workflow = "",
    GITHUB_WORKFLOW_REF: workflowRef = "",
    GITHUB_JOB: job = "",
    RUNNER_NAME: runner = "",
    GITHUB_ACTOR: actor = "",
    GITHUB_TRIGGERING_ACTOR: triggeringActor,
    GITHUB_REF_NAME: refName = "",
    GITHUB_REF_TYPE: refType,
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
  } = environment;
  const id = wholeNumber(runId);
  const attempt = wholeNumber(runAttempt) ?? 1;
  return {
    id,
    attempt,
    number: wholeNumber(runNumber),
    workflow,
    workflowFile: /\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(workflowRef)?.[1],
    job,
    runner,
    actor,
    triggeringActor: triggeringActor || actor,
    refName,
    refType: refType === "tag" ? "tag" : "branch",
    url:
      id === undefined || !repository
        ? undefined
        : `${server || "https://github.com"}/${repository}/actions/runs/${id}/attempts/${attempt}`,
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : undefined;
}
