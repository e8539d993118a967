import { ONLY_WITH_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { phase } from "./phase.ts";
import { runScript, type ScriptRun } from "./run-script.ts";
import { failureOf, scriptProblem } from "./script-problem.ts";
import { lockVariables, scriptVariables } from "./script-variables.ts";

/** A host that was lost is tried as often, with pauses between, in milliseconds. */
const TRIES = 3;
const PAUSE = 2000;

/**
 * Takes a host back to what its switch recorded, after it was asked why it fails: what was started is gone afterwards. Can
 * be called again; a host that went back stays there.
 */
export async function rollBackHost(deployment: Deployment, host: HostProgress): Promise<void> {
  if (host.rollback === "done") return;
  await diagnose(deployment, host);
  await phase(deployment, host, "rollback", async () => {
    let end = await runScript(deployment, host, rollbackScript(deployment, host));
    for (let tries = 1; end.kind === "lost" && tries < TRIES; tries++) {
      await deployment.parts.clock.wait(PAUSE);
      end = await runScript(deployment, host, rollbackScript(deployment, host));
    }
    const problem = scriptProblem("the rollback", end);
    host.rollback = problem === undefined ? "done" : "failed";
    if (problem !== undefined)
      return { outcome: "failed", failure: failureOf("rollback", problem.message, problem.log) };
    const facts = end.kind === "exited" ? end.facts : {};
    // Without a run that died before, it can only be what it served at the beginning.
    host.restored = host.hasLeftover ? facts.serving : undefined;
    return { outcome: "ok", note: facts.nothing === undefined ? "" : "nothing was switched" };
  });
}

/** What a switch of ours left running behind a cut connection, the remote ends first. */
function rollbackScript(deployment: Deployment, host: HostProgress): ScriptRun {
  return {
    title: "roll back",
    body: ONLY_WITH_LOCK + deployment.parts.scripts.rollback,
    variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
    way: "back",
  };
}

/** The last words of what was started, for the first failure of the host. */
async function diagnose(deployment: Deployment, host: HostProgress): Promise<void> {
  if (host.failure === null || (host.failure.phase !== "gate" && host.failure.phase !== "switch")) return;
  const end = await runScript(deployment, host, {
    title: "diagnose",
    body: deployment.parts.scripts.diagnose,
    variables: scriptVariables(deployment, host),
    way: "back",
  });
  const parts = [host.failure.log, end.tail].map((text) => text.trimEnd()).filter((text) => text !== "");
  host.failure = { ...host.failure, log: [...new Set(parts)].join("\n") };
}
