import { ONLY_WITH_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import type { Deployment } from "./deployment.ts";
import { runHook } from "./hook.ts";
import type { HostProgress } from "./host-progress.ts";
import { passGates } from "./pass-gates.ts";
import { type PhaseEnd, phase } from "./phase.ts";
import { rollBackHost } from "./roll-back-host.ts";
import { runScript } from "./run-script.ts";
import { failureOf, scriptProblem } from "./script-problem.ts";
import { lockVariables, scriptVariables } from "./script-variables.ts";

/**
 * Takes one host to the release, and asks its gates. A host where that fails goes back at once, whatever becomes of the
 * others.
 *
 * @returns whether it serves the release, and its gates have passed.
 */
export async function switchHost(deployment: Deployment, host: HostProgress): Promise<boolean> {
  const isServing = host.isUnchanged || (await phase(deployment, host, "switch", () => doSwitch(deployment, host)));
  const isGood = isServing && (await passGates(deployment, host)) && (await afterHost(deployment, host));
  if (!isGood && host.isSwitched) await rollBackHost(deployment, host);
  return isGood;
}

/** What the hook before the switch took out of service comes back only once the gates have passed. */
async function afterHost(deployment: Deployment, host: HostProgress): Promise<boolean> {
  if (host.isUnchanged) return true;
  const failure = await runHook(deployment, host, "after-host", deployment.inputs.hooks.afterHost);
  if (failure !== undefined) host.fail(failure);
  return failure === undefined;
}

async function doSwitch(deployment: Deployment, host: HostProgress): Promise<PhaseEnd> {
  const { hooks } = deployment.inputs;
  const { scripts } = deployment.parts;
  const refused = await runHook(deployment, host, "before-host", hooks.beforeHost);
  if (refused !== undefined) return { outcome: "failed", failure: refused };
  host.isSwitched = true;
  deployment.keep();
  const end = await runScript(deployment, host, {
    title: "switch",
    // Whoever took the lock over deploys something else by now.
    body: ONLY_WITH_LOCK + scripts.switch,
    variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
    way: "forward",
  });
  const problem = scriptProblem("the switch", end);
  return problem === undefined
    ? { outcome: "ok", note: "" }
    : { outcome: "failed", failure: failureOf("switch", problem.message, problem.log) };
}
