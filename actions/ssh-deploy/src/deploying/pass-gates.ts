import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";
import { measureHost } from "./measure-host.ts";
import { type PhaseEnd, phase } from "./phase.ts";
import { failureOf, reasonOf } from "./script-problem.ts";

/** Milliseconds between two looks at a canary. */
const SOAK_INTERVAL = 10_000;

/** Asks all gates of a host, and the host what it serves. */
export function passGates(deployment: Deployment, host: HostProgress): Promise<boolean> {
  return phase(deployment, host, "gate", () => askGates(deployment, host));
}

/** Asks the gates again and again for some time. @param time milliseconds. */
export function stayHealthy(deployment: Deployment, host: HostProgress, time: number): Promise<boolean> {
  const { clock } = deployment.parts;
  return phase(deployment, host, "gate", async () => {
    const end = clock.now() + time;
    for (;;) {
      await clock
        .wait(Math.max(0, Math.min(SOAK_INTERVAL, end - clock.now())), deployment.deadline)
        .catch(() => undefined);
      await deployment.going(undefined);
      if (deployment.deadline.aborted)
        return { outcome: "failed", failure: failureOf("gate", reasonOf(deployment.deadline.reason)) };
      const asked = await askGates(deployment, host);
      if (asked.outcome === "failed") return asked;
      if (clock.now() >= end) return { outcome: "ok", note: `healthy for ${Math.round(time / 1000)} s` };
    }
  });
}

/** A gate that the old release passes proves nothing: so the host must say at the end that it serves the new one. */
async function askGates(deployment: Deployment, host: HostProgress): Promise<PhaseEnd> {
  const { inputs, parts, deadline, release } = deployment;
  const notes: string[] = [];
  for (const gate of inputs.gates) {
    await deployment.going(undefined);
    const onLine = (line: string) => parts.log.info(`${host.plan.name} | ${line}`);
    const end = await parts
      .passGate(gate, host.host, { onLine, signal: deadline })
      .catch((error: unknown) => ({ passed: false as const, ...failureOf("gate", reasonOf(error)) }));
    await deployment.going(undefined);
    if (!end.passed) {
      const { message, status, body, log } = end;
      return { outcome: "failed", failure: { phase: "gate", message, status, body, log } };
    }
    notes.push(end.note);
  }
  const problem = servedProblem(await measureHost(deployment, host, "forward"), release);
  return problem === undefined
    ? { outcome: "ok", note: notes.filter((note) => note !== "").join("; ") }
    : { outcome: "failed", failure: failureOf("gate", problem) };
}

/** Why what a host serves is not the release; undefined: it is. */
export function servedProblem(served: string | undefined, release: string): string | undefined {
  if (served === undefined) return "it does not say what it serves";
  if (served === release) return undefined;
  return `it serves ${served === "" ? "nothing" : served}, not ${release}`;
}
