import type { HostFailure } from "../result.ts";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { runScript } from "./run-script.ts";
import { failureOf, scriptProblem } from "./script-problem.ts";
import { scriptVariables } from "./script-variables.ts";

/** As a mode's own scripts of the user have it; the lock has made the folder. */
const IN_ITS_ROOM = `case $JESSY_PATH in /*) ;; *) JESSY_PATH=$HOME/$JESSY_PATH ;; esac
cd -- "$JESSY_PATH"
`;

/** Runs a script of the user on a host. @returns why it failed. */
export async function runHook(
  deployment: Deployment,
  host: HostProgress,
  name: string,
  body: string,
  way: "forward" | "back" = "forward",
): Promise<HostFailure | undefined> {
  if (body === "") return undefined;
  const variables = scriptVariables(deployment, host);
  const end = await runScript(deployment, host, { title: name, body: IN_ITS_ROOM + body, variables, way });
  const problem = scriptProblem(`the hook \`${name}\``, end);
  return problem === undefined ? undefined : failureOf("hook", problem.message, problem.log);
}

/** Runs a hook of the whole deployment, on one host. @returns whether it succeeded; no hook always does. */
export async function runFleetHook(
  deployment: Deployment,
  host: HostProgress | undefined,
  name: string,
  body: string,
  way: "forward" | "back" = "forward",
): Promise<boolean> {
  if (body === "" || host === undefined) return true;
  const { clock, log } = deployment.parts;
  const start = clock.now();
  const failure = await log.group(`Hook ${name} on ${host.plan.name}`, () =>
    runHook(deployment, host, name, body, way),
  );
  deployment.steps.push({
    title: name,
    outcome: failure === undefined ? "ok" : "failed",
    duration: Math.round(clock.now() - start),
    note: failure === undefined ? `on ${host.plan.name}` : `on ${host.plan.name}: ${failure.message}`,
  });
  return failure === undefined;
}
