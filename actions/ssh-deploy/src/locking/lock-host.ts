import { type LockRecord, readLockText } from "@jessy-actions/deployment/lock/lock-record";
import { IF_TAKEN, RELEASE_LOCK, TAKE_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import { endScripts } from "@jessy-actions/deployment/shell/end-scripts";
import type { Deployment } from "../deploying/deployment.ts";
import type { HostProgress } from "../deploying/host-progress.ts";
import { runScript, type ScriptRun } from "../deploying/run-script.ts";
import { scriptProblem } from "../deploying/script-problem.ts";
import { lockVariables, scriptVariables } from "../deploying/script-variables.ts";

/** What trying to lock one host came to. */
export type LockTry =
  | { readonly state: "taken" }
  | { readonly state: "held"; readonly held: ForeignLock }
  /** The host cannot be locked, or cannot be deployed to any more. */
  | { readonly state: "failed"; readonly message: string; readonly log: string };

export interface ForeignLock {
  /** Undefined: what lies there is no lock of ours. */
  readonly owner: LockRecord | undefined;
  /** By the host's clock; undefined: not known. */
  readonly age: number | undefined;
  /** Of its entry, which is what a takeover replaces. */
  readonly number: string;
}

/**
 * Takes the lock of one host, and looks at the host again: between the preflight and now, another run may have deployed.
 *
 * @param replaces a lock whose owner is gone. What that owner left running there is ended.
 */
export async function lockHost(deployment: Deployment, host: HostProgress, replaces?: ForeignLock): Promise<LockTry> {
  const { scripts } = deployment.parts;
  const orphans = replaces?.owner === undefined ? "" : endScripts(replaces.owner.id);
  // An answer that is lost leaves a lock that is ours.
  host.isLocked = true;
  deployment.keep();
  const end = await runScript(deployment, host, {
    title: "lock",
    body: `${TAKE_LOCK}${IF_TAKEN}${orphans}${scripts.preflight}`,
    variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment, replaces?.number) },
    way: "forward",
  });
  const problem = scriptProblem("taking the lock", end);
  if (problem !== undefined) return { state: "failed", ...problem };
  const facts = end.kind === "exited" ? end.facts : {};
  if (facts.lock !== "taken") {
    host.isLocked = false;
    return { state: "held", held: foreignLock(facts) };
  }
  if (facts.problem) return { state: "failed", message: facts.problem, log: "" };
  host.before = facts.serving ?? "";
  host.hasLeftover = (facts.leftover ?? "") !== "";
  host.isUnchanged = facts.unchanged === "true" && !host.hasLeftover;
  return { state: "taken" };
}

function foreignLock({ owner = "", age, number = "" }: Readonly<Record<string, string>>): ForeignLock {
  const seconds = /^-?\d{1,15}$/.test(age ?? "") ? Number(age) : undefined;
  return { owner: readLockText(owner), age: seconds === undefined ? undefined : seconds * 1000, number };
}

/** Lets the lock of a host go, if it is ours. @returns why it may still be there. */
export async function unlockHost(deployment: Deployment, host: HostProgress): Promise<string | undefined> {
  const run: ScriptRun = { title: "unlock", body: RELEASE_LOCK, variables: lockVariables(deployment), way: "back" };
  let end = await runScript(deployment, host, run);
  if (end.kind === "lost") end = await runScript(deployment, host, run);
  // Somebody else's lock is none of ours that stays.
  const facts = end.kind === "exited" ? end.facts : {};
  if (facts.lock === "other") {
    host.isLocked = false;
    return undefined;
  }
  const problem = scriptProblem("unlocking", end);
  if (problem === undefined) host.isLocked = false;
  return problem?.message;
}
