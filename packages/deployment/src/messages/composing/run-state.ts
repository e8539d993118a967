import { type Conclusion, isFailure } from "../conclusion.ts";
import type { MessageState } from "../message.ts";
import type { ActionResult } from "../results/read-result.ts";
import type { JobFact, RunFacts } from "../run-facts.ts";

/**
 * The worst of what is known. `job.status` knows its own job alone, so the jobs before it and their result files decide as well:
 * a step that may fail, and did, is no success.
 * @param results those that can be read
 * @param hasUnread whether a result file says nothing
 */
export function runState(facts: RunFacts, results: readonly ActionResult[], hasUnread: boolean): MessageState {
  const { status, needs, jobs, history } = facts;
  if (status === "started") return "started";
  const ends = [status, ...needs.map(({ result }) => result)];
  if (ends.some(isFailure) || results.some(({ fails }) => fails)) return "failure";
  const failed = jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
  // GitHub says `success` in `needs` of a job that may fail; of a job that is not listed nobody knows whether it may.
  if (failed.some((job) => !needs.some((need) => isOf(job, need.name)))) return "failure";
  if (ends.includes("cancelled") || ends.includes("stale")) return "cancelled";
  const isWeak = results.some(({ verdict }) => verdict !== "pass");
  if (failed.length > 0 || isWeak || hasUnread || ends.includes("action_required")) return "warning";
  if (isIdle(status) || (needs.length > 0 && needs.every(({ result }) => isIdle(result)))) return "skipped";
  return history?.previous === "failure" ? "recovered" : "success";
}

/** By its id, unless it has a name of its own: `test`, `test (ubuntu)` of a matrix, `test / unit` of a called workflow. */
function isOf({ name }: JobFact, id: string): boolean {
  return name === id || name.startsWith(`${id} (`) || name.startsWith(`${id} / `);
}

function isIdle(conclusion: Conclusion): boolean {
  return conclusion === "skipped" || conclusion === "neutral";
}
