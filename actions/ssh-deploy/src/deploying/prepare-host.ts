import { counted } from "@jessy-actions/kit/report/quantity";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { phase } from "./phase.ts";
import { runScript } from "./run-script.ts";
import { failureOf, reasonOf, scriptProblem } from "./script-problem.ts";
import { scriptVariables } from "./script-variables.ts";

/** Brings the release to a host that does not serve it, without a change of what it serves. */
export function prepareHost(deployment: Deployment, host: HostProgress): Promise<boolean> {
  const { parts, deadline } = deployment;
  return phase(deployment, host, "prepare", async () => {
    if (host.isUnchanged) return { outcome: "skipped", note: "it serves this release" };
    host.isPrepared = true;
    let note = "";
    if (parts.transfer !== undefined) {
      await deployment.going(undefined);
      const onLine = (line: string) => parts.log.info(`${host.plan.name} | ${line}`);
      const sent = await parts.transfer
        .send(parts.remote, host.host, { onLine, signal: deadline })
        .catch((error: unknown) => ({ kind: "failed" as const, message: reasonOf(error), tail: "" }));
      await deployment.going(undefined);
      if (sent.kind === "failed") return { outcome: "failed", failure: failureOf("prepare", sent.message, sent.tail) };
      note = `${counted(sent.files, "file")} sent by ${sent.by}`;
    }
    const end = await runScript(deployment, host, {
      title: "prepare",
      body: parts.scripts.prepare,
      variables: scriptVariables(deployment, host),
      way: "forward",
    });
    const problem = scriptProblem("preparing", end);
    return problem === undefined
      ? { outcome: "ok", note }
      : { outcome: "failed", failure: failureOf("prepare", problem.message, problem.log) };
  });
}

/** Removes what `prepareHost` left of a release that was never switched to. What stays is a warning. */
export async function discardRelease(deployment: Deployment, host: HostProgress): Promise<void> {
  if (!host.isPrepared || host.isSwitched) return;
  const end = await runScript(deployment, host, {
    title: "discard",
    body: deployment.parts.scripts.discard,
    variables: scriptVariables(deployment, host),
    way: "back",
  });
  const problem = scriptProblem("removing what was prepared", end);
  if (problem !== undefined) deployment.warnings.push(`${host.plan.name}: ${problem.message}.`);
}
