import { fleetOutcome, outcomeVerdict } from "@jessy-actions/deployment/fleet/fleet-outcome";
import { hostState } from "@jessy-actions/deployment/fleet/host-course";
import type { HostResult, Result } from "../result.ts";
import type { Deployment } from "./deployment.ts";
import { headlineOf } from "./headline.ts";
import type { HostProgress } from "./host-progress.ts";
import { rerunOf } from "./rerun.ts";

/**
 * The result of a deployment that came to its end, from what the hosts say that they serve.
 *
 * @param duration milliseconds since the deployment began, without what was done before.
 */
export function conclude(deployment: Deployment, duration: number): Result {
  const { plan, hosts, release } = deployment;
  const outcome = outcomeOf(deployment);
  const verdict = outcomeVerdict(outcome);
  const previous = new Set(hosts.map(({ before }) => before));
  const [before = ""] = previous;
  const result: Result = {
    ...plan,
    outcome,
    verdict,
    fails: verdict !== "pass",
    duration: plan.duration + duration,
    previousRelease: previous.size === 1 && before !== "" ? before : null,
    hosts: hosts.map((host) => hostResult(host, release)),
    steps: deployment.steps,
    lock: deployment.lock,
    record: deployment.record,
    downtime: deployment.downtime,
    notes: [...plan.notes, ...deployment.notes, ...assumedNote(hosts)],
    warnings: [...plan.warnings, ...deployment.warnings],
  };
  const isAsked = deployment.inputs.gates.length > 0 || hosts.every(({ isAssumed }) => !isAssumed);
  return { ...result, headline: headlineOf(result, isAsked), rerun: rerunOf(result) };
}

function outcomeOf({ hosts, release, isCommitted }: Deployment): ReturnType<typeof fleetOutcome> {
  const outcome = fleetOutcome(
    hosts.map(({ course }) => course),
    release,
  );
  // Hosts that served the release already, and a hook that says that it is not good.
  return outcomeVerdict(outcome) === "pass" && !isCommitted ? "failed" : outcome;
}

function hostResult({ plan, before, serving, phases, failure, course }: HostProgress, release: string): HostResult {
  return {
    ...plan,
    state: hostState(course, release),
    before: before === "" ? null : before,
    serving: serving ?? null,
    phases,
    failure,
  };
}

function assumedNote(hosts: readonly HostProgress[]): readonly string[] {
  return hosts.some(({ isAssumed }) => isAssumed)
    ? ["What the hosts serve is what their last switch wrote down: the input `serving` has no script that asks them."]
    : [];
}
