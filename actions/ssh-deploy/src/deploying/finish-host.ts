import { ONLY_WITH_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { phase } from "./phase.ts";
import { runScript, type ScriptRun } from "./run-script.ts";
import { scriptProblem } from "./script-problem.ts";
import { lockVariables, scriptVariables } from "./script-variables.ts";

/** Calls the release of a host good, and removes old ones. The host serves it: what fails here is a warning. */
export async function finishHost(deployment: Deployment, host: HostProgress): Promise<void> {
  if (!host.isSwitched || host.hasFailed) return;
  await phase(deployment, host, "finish", async () => {
    const problem = scriptProblem("finishing", await runScript(deployment, host, finishScript(deployment, host)));
    if (problem === undefined) return { outcome: "ok", note: "" };
    deployment.warnings.push(
      `${host.plan.name} serves the release, which is not marked as good there: ${problem.message}.`,
    );
    return { outcome: "warned", note: problem.message };
  });
}

function finishScript(deployment: Deployment, host: HostProgress): ScriptRun {
  return {
    title: "finish",
    body: ONLY_WITH_LOCK + deployment.parts.scripts.finish,
    variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
    way: "back",
  };
}
