import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { runScript, type ScriptRun } from "./run-script.ts";
import { scriptVariables } from "./script-variables.ts";

/** Milliseconds until a host that did not answer is asked again, and how often. */
const PAUSE = 1000;
const TRIES = 3;

/** Asks a host what it serves. @returns an empty text for nothing; undefined when it does not say. */
export async function measureHost(
  deployment: Deployment,
  host: HostProgress,
  way: ScriptRun["way"],
): Promise<string | undefined> {
  const { parts, deadline } = deployment;
  const variables = scriptVariables(deployment, host);
  for (let tries = 1; ; tries++) {
    const end = await runScript(deployment, host, { title: "serving", body: parts.scripts.serving, variables, way });
    if (end.kind === "exited") {
      if (end.facts.assumed === "true") host.isAssumed = true;
      return end.exitCode === 0 ? end.facts.serving : undefined;
    }
    if (tries === TRIES || (way === "forward" && deadline.aborted)) return undefined;
    await parts.clock.wait(PAUSE);
    await deployment.going(undefined);
  }
}
