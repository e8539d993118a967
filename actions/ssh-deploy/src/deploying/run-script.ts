import type { ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { reasonOf } from "./script-problem.ts";

export interface ScriptRun {
  readonly title: string;
  readonly body: string;
  readonly variables: Readonly<Record<string, string>>;
  /**
   * `forward`: ends with the time of the deployment, and with the run. `back`: has time of its own, since what was begun
   * must be undone.
   */
  readonly way: "forward" | "back";
}

/** Runs a script on a host. Never throws: what goes wrong is how it ended. Once the run is cancelled it never settles. */
export async function runScript(deployment: Deployment, host: HostProgress, run: ScriptRun): Promise<ScriptEnd> {
  const { parts, deadline, inputs } = deployment;
  await deployment.going(undefined);
  const script = {
    title: run.title,
    body: run.body,
    environment: run.variables,
    timeout: inputs.timeouts.script,
  };
  const end = await parts.remote
    .run(host.host, script, {
      onLine: (line) => parts.log.info(`${host.plan.name} | ${line}`),
      ...(run.way === "forward" && { signal: deadline }),
    })
    .catch((error: unknown): ScriptEnd => ({ kind: "lost", message: reasonOf(error), tail: "", duration: 0 }));
  return deployment.going(end);
}
