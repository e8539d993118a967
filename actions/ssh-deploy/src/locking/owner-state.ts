import type { OwnerState } from "@jessy-actions/deployment/lock/judge-lock";
import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { id, list, object, optional, text } from "@jessy-actions/kit/github/shape";

/** Milliseconds that GitHub may take to say whether a run still runs. */
const PATIENCE = 20_000;

const RUN = object({ status: text, run_attempt: id });
const JOBS = object({ jobs: list(object({ status: text, runner_name: optional(text) })) });

/**
 * Whether the run that holds a lock still runs, asked from GitHub. A later attempt begins only when the earlier one has
 * ended. Of a run that goes on, the job on the owner's runner may have ended: it was killed there, or it failed.
 *
 * @param own our own lock: another one of the same job on the same runner is of an earlier step, which has ended.
 */
export async function ownerState(
  owner: LockRecord,
  own: LockRecord,
  io: Pick<ActionIo, "github" | "event">,
  token: string,
): Promise<OwnerState> {
  if (owner.repository === "" || !/^\d+$/.test(owner.runId))
    return { state: "unknown", why: "it was not taken by a run on GitHub" };
  if (owner.serverUrl !== io.event().serverUrl)
    return { state: "unknown", why: `its run is on another server, ${owner.serverUrl}` };
  const isSameJob = owner.runId === own.runId && owner.runAttempt === own.runAttempt && owner.runner === own.runner;
  if (isSameJob && owner.repository === own.repository && own.runner !== "")
    return { state: "ended", how: "it was an earlier step of this job" };
  if (token === "") return { state: "unknown", why: "`github-token` is empty, so GitHub was not asked about its run" };
  const [account = "", name = ""] = owner.repository.split("/");
  const path = { owner: account, repo: name, run_id: owner.runId };
  try {
    const github = (await io.github()).within(PATIENCE);
    const run = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", path, RUN);
    if (run.run_attempt > owner.runAttempt) return { state: "ended", how: `attempt ${run.run_attempt} has begun` };
    if (run.status === "completed") return { state: "ended", how: "the run is completed" };
    if (owner.runner === "") return { state: "running" };
    const { jobs } = await github.request(
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs",
      { ...path, attempt_number: owner.runAttempt, per_page: 100 },
      JOBS,
    );
    const mine = jobs.filter(({ runner_name }) => runner_name === owner.runner);
    return mine.length > 0 && mine.every(({ status }) => status === "completed")
      ? { state: "ended", how: "its job is completed" }
      : { state: "running" };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      state: "unknown",
      why:
        error.status === 404
          ? "GitHub does not show its run to this token"
          : `GitHub did not say whether its run still runs (${error.message})`,
    };
  }
}
