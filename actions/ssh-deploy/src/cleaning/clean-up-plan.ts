import { ONLY_WITH_LOCK, RELEASE_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import { endScripts } from "@jessy-actions/deployment/shell/end-scripts";
import type { Deployment } from "../deploying/deployment.ts";
import { lockVariables, scriptVariables } from "../deploying/script-variables.ts";
import type { CleanUp } from "./journal.ts";

/** What a deployment will have to clean up if it cannot go on. */
export function cleanUpPlan(deployment: Deployment): CleanUp {
  const { inputs, hosts } = deployment;
  const { scripts, owner } = deployment.parts;
  return {
    onCancel: inputs.onCancel,
    hosts: hosts.map((host) => ({
      host: host.host,
      variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
    })),
    scripts: {
      // What was running when the run ended may still run.
      rollback: ONLY_WITH_LOCK + endScripts(owner.id) + scripts.rollback,
      finish: ONLY_WITH_LOCK + endScripts(owner.id) + scripts.finish,
      unlock: endScripts(owner.id) + RELEASE_LOCK,
    },
  };
}
