import type { ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { HostFailure } from "../result.ts";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";

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

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why a script did not do its work; undefined: it did. `isUncertain`: nobody knows how far it came. */
export interface ScriptProblem {
  readonly message: string;
  readonly log: string;
  readonly isUncertain: boolean;
}

export function scriptProblem(title: string, end: ScriptEnd): ScriptProblem | undefined {
  const { tail: log } = end;
  switch (end.kind) {
    case "exited": {
      const { facts, exitCode } = end;
      if (facts.lock === "other")
        return { message: `the lock of this host is not ours any more: ${title} was not run`, log, isUncertain: false };
      if (exitCode === 0) return undefined;
      const reason = facts.problem || lastLine(log);
      return {
        message: `${title} ended with exit code ${exitCode}${reason === "" ? "" : `: ${reason}`}`,
        log,
        isUncertain: false,
      };
    }
    case "timeout": {
      const time = `${title} took longer than ${(end.duration / 1000).toFixed(0)} s`;
      return end.isEnded
        ? { message: `${time}, and the host ended it`, log, isUncertain: false }
        : { message: `${time}, and may still run there`, log, isUncertain: true };
    }
    case "lost":
      return { message: `${title}: ${end.message}`, log, isUncertain: true };
  }
}

export function failureOf(phase: HostFailure["phase"], message: string, log = ""): HostFailure {
  return { phase, message, status: null, body: null, log };
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
