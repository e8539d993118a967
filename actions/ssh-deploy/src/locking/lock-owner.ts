import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import type { Environment } from "@jessy-actions/kit/runner/environment";

/** What a run is told of itself. */
export interface RunFacts {
  readonly serverUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly runUrl: string;
  readonly release: string;
}

/**
 * What our lock says of this run. Pure.
 *
 * @param id the tag of this run's scripts on hosts.
 */
export function lockOwner(id: string, run: RunFacts, environment: Environment): LockRecord {
  const { GITHUB_RUN_ID: runId = "", GITHUB_RUN_ATTEMPT: attempt = "", RUNNER_NAME: runner = "" } = environment;
  return {
    id,
    serverUrl: run.serverUrl,
    // A run on a laptop is none that GitHub knows.
    repository: runId === "" ? "" : `${run.repository.owner}/${run.repository.name}`,
    runId,
    runAttempt: /^\d{1,6}$/.test(attempt) ? Number(attempt) : 1,
    runner,
    url: run.runUrl,
    release: run.release,
  };
}
