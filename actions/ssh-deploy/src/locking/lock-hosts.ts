import { judgeLock, type OwnerState } from "@jessy-actions/deployment/lock/judge-lock";
import type { Deployment } from "../deploying/deployment.ts";
import type { HostProgress } from "../deploying/host-progress.ts";
import { failureOf, reasonOf } from "../deploying/script-problem.ts";
import type { LockResult } from "../result.ts";
import { type ForeignLock, type LockTry, lockHost, unlockHost } from "./lock-host.ts";

/** Milliseconds between two tries while somebody else deploys; a random part keeps two who wait from meeting again. */
const WAIT = { least: 2000, most: 6000 };

/** Takeovers of one host after which something is wrong: each needs an owner that has ended. */
const MOST_TAKEOVERS = 5;

/**
 * Locks all hosts or none. The first in order of address comes alone: so of two deployments to the same fleet one gets
 * through, and what the other holds of a fleet that overlaps, it gives back before it waits.
 *
 * @returns whether all are locked. `deployment.lock` says the rest.
 */
export async function lockHosts(deployment: Deployment): Promise<boolean> {
  const { clock } = deployment.parts;
  const start = clock.now();
  const patience = start + deployment.inputs.lock.wait;
  const order = deployment.hosts.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  let replaced: ForeignLock | undefined;
  let takenOver = "";
  const replaces = new Map<HostProgress, ForeignLock>();
  for (let takeovers = 0; ; ) {
    const tries = await tryAll(deployment, order, replaces);
    const blocked = [...tries].find(([, { state }]) => state !== "taken");
    if (blocked === undefined) {
      deployment.lock =
        replaced === undefined
          ? { state: "taken", owner: null, ownerUrl: null, note: "" }
          : lockOf("taken-over", replaced, takenOver);
      addPhases(deployment, start, tries, takenOver);
      return true;
    }
    const [host, result] = blocked;
    if (result.state === "held") {
      const { decision, why } = judgeLock(
        result.held,
        await ownerState(deployment, result.held),
        staleAfter(deployment),
      );
      await deployment.going(undefined);
      if (decision === "take-over" && takeovers < MOST_TAKEOVERS * order.length) {
        takeovers++;
        replaces.set(host, result.held);
        replaced = result.held;
        takenOver = why;
        deployment.parts.log.info(`The lock of ${host.plan.name} is taken over: ${why}.`);
        continue;
      }
      await unlockAll(deployment);
      const pause = WAIT.least + Math.random() * (WAIT.most - WAIT.least);
      if (clock.now() + pause <= patience && !deployment.deadline.aborted) {
        deployment.parts.log.info(`Waiting for the lock of ${host.plan.name}: ${why}.`);
        const waited = await clock.wait(pause, deployment.deadline).then(
          () => true,
          () => false,
        );
        await deployment.going(undefined);
        if (waited) continue;
      }
      deployment.lock = lockOf("held-by-other", result.held, `${host.plan.name}: ${why}`);
      addPhases(deployment, start, new Map([[host, result]]), why);
      return false;
    }
    await unlockAll(deployment);
    deployment.lock = { state: "not-taken", owner: null, ownerUrl: null, note: "" };
    addPhases(deployment, start, tries, "");
    return false;
  }
}

/** Lets go of every host that may be locked. @returns the hosts whose locks may still be there, each with the reason. */
export async function unlockAll(deployment: Deployment): Promise<readonly string[]> {
  const locked = deployment.hosts.filter(({ isLocked }) => isLocked);
  const reasons = await Promise.all(locked.map((host) => unlockHost(deployment, host)));
  deployment.keep();
  return reasons.flatMap((reason, index) => (reason === undefined ? [] : [`${locked[index]!.plan.name}: ${reason}`]));
}

async function tryAll(
  deployment: Deployment,
  [first, ...others]: readonly HostProgress[],
  replaces: ReadonlyMap<HostProgress, ForeignLock>,
): Promise<ReadonlyMap<HostProgress, LockTry>> {
  if (first === undefined) return new Map();
  const leading = await lockHost(deployment, first, replaces.get(first));
  const tries = new Map<HostProgress, LockTry>([[first, leading]]);
  if (leading.state !== "taken") return tries;
  const results = await Promise.all(others.map((host) => lockHost(deployment, host, replaces.get(host))));
  for (const [index, result] of results.entries()) tries.set(others[index]!, result);
  return tries;
}

async function ownerState({ parts }: Deployment, { owner }: ForeignLock): Promise<OwnerState> {
  if (owner === undefined) return { state: "unknown", why: "it cannot be read" };
  return parts.ownerState(owner).catch((error: unknown) => ({ state: "unknown", why: reasonOf(error) }));
}

function staleAfter({ inputs }: Deployment): number {
  return inputs.lock.staleAfter;
}

function lockOf(state: LockResult["state"], { owner }: ForeignLock, note: string): LockResult {
  return {
    state,
    owner: owner === undefined ? null : `${owner.repository} run ${owner.runId}, attempt ${owner.runAttempt}`,
    ownerUrl: owner === undefined || owner.url === "" ? null : owner.url,
    note,
  };
}

/** A line for each host that was tried last. */
function addPhases(
  { parts: { clock }, inputs }: Deployment,
  start: number,
  tries: ReadonlyMap<HostProgress, LockTry>,
  why: string,
): void {
  const duration = Math.round(clock.now() - start);
  for (const [host, result] of tries) {
    if (result.state === "taken") {
      host.phases.push({ phase: "lock", outcome: "ok", duration, note: "" });
      continue;
    }
    const message =
      result.state === "failed"
        ? result.message
        : `another deployment holds the lock: ${why}. To remove it by hand: rm -r ${inputs.path}/.jessy/lock-${inputs.lock.name}`;
    host.phases.push({ phase: "lock", outcome: "failed", duration, note: message });
    host.fail(failureOf("lock", message, result.state === "failed" ? result.log : ""));
  }
}

/** The same for everybody who deploys to the host. */
function placeOf({ host: { address, port } }: HostProgress): string {
  return `${address} ${port}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
