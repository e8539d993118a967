import { randomBytes } from "node:crypto";
import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import type { Environment } from "@jessy-actions/kit/runner/environment";

/** What a run is told of itself. */
export interface RunFacts {
  readonly serverUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly runUrl: string;
  readonly release: string;
}

/** Another step of the same job is another owner. */
const PROCESS = randomBytes(4).toString("hex");

/** Of this run's lock; its scripts on hosts are tagged with it, too. */
export function lockId({ GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt = "" }: Environment): string {
  return `${/^\d{1,20}$/.test(run) ? run : "local"}-${attemptOf(attempt)}-${PROCESS}`;
}

/** What our lock says of this run. */
export function lockOwner(run: RunFacts, environment: Environment): LockRecord {
  const { GITHUB_RUN_ID: runId = "", GITHUB_RUN_ATTEMPT: attempt = "", RUNNER_NAME: runner = "" } = environment;
  return {
    id: lockId(environment),
    serverUrl: run.serverUrl,
    // A run on a laptop is none that GitHub knows.
    repository: runId === "" ? "" : `${run.repository.owner}/${run.repository.name}`,
    runId,
    runAttempt: attemptOf(attempt),
    runner,
    url: run.runUrl,
    release: run.release,
  };
}

function attemptOf(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 1;
}
