import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import { scriptProblem } from "../deploying/script-problem.ts";
import type { CleanUp, JournalEntry } from "./journal.ts";

/** Milliseconds for one script of a clean-up: a cancelled run has six seconds. */
const TIMEOUT = 4000;

export type RunLate = (host: Host, script: RemoteScript) => Promise<ScriptEnd>;

/**
 * What is left to do on a host, in order. Before every gate has passed it goes back; after that it goes forward, since other
 * hosts may have forgotten already what there was to go back to.
 */
export function stepsOf(
  { onCancel }: Pick<CleanUp, "onCancel">,
  { locked, switched, isCommitted }: JournalEntry,
  host: string,
): readonly (keyof CleanUp["scripts"])[] {
  if (!locked.includes(host)) return [];
  if (!switched.includes(host)) return ["unlock"];
  if (isCommitted) return ["finish", "unlock"];
  return onCancel === "rollback" ? ["rollback", "unlock"] : ["unlock"];
}

/**
 * Does it on all hosts at the same time. A host that could not be taken back stays locked: the lock of a run that has
 * ended keeps nobody out, and whoever comes next sees that something is half done.
 *
 * @returns a line for each host, with whether all is done there.
 */
export async function cleanUp(
  plan: CleanUp,
  entry: JournalEntry,
  run: RunLate,
): Promise<readonly { readonly host: string; readonly isDone: boolean; readonly note: string }[]> {
  const results = await Promise.all(
    plan.hosts.map(async ({ host, variables }) => {
      const steps = stepsOf(plan, entry, host.name);
      for (const step of steps) {
        const end = await run(host, {
          title: step,
          body: plan.scripts[step],
          environment: variables,
          timeout: TIMEOUT,
        });
        const isOurs = !(end.kind === "exited" && end.facts.lock === "other");
        const problem = isOurs ? scriptProblem(WORDS[step], end) : undefined;
        if (problem !== undefined) return { host: host.name, isDone: false, note: problem.message };
        if (!isOurs) return { host: host.name, isDone: true, note: "unlocked already, or taken over by another run" };
      }
      return { host: host.name, isDone: true, note: steps.map((step) => DONE[step]).join(", ") };
    }),
  );
  return results.filter(({ note }) => note !== "");
}

const WORDS = { rollback: "the rollback", finish: "finishing", unlock: "unlocking" } as const;
const DONE = { rollback: "rolled back", finish: "finished", unlock: "unlocked" } as const;
