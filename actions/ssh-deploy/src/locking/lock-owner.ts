import { randomBytes } from "node:crypto";
import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { readRunIdentity } from "@jessy-actions/kit/runner/run-identity";

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
export function lockId(environment: Environment): string {
  const { id = "local", attempt } = readRunIdentity(environment);
  return `${id}-${attempt}-${PROCESS}`;
}

/** What our lock says of this run. A run on a laptop is none that GitHub knows. */
export function lockOwner(run: RunFacts, environment: Environment): LockRecord {
  const { id, attempt, runner } = readRunIdentity(environment);
  return {
    id: lockId(environment),
    serverUrl: run.serverUrl,
    repository: id === undefined ? "" : `${run.repository.owner}/${run.repository.name}`,
    runId: id === undefined ? "" : String(id),
    runAttempt: attempt,
    runner: id === undefined ? "" : runner,
    url: run.runUrl,
    release: run.release,
  };
}
