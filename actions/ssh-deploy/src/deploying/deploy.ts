import { rollbackOrder } from "@jessy-actions/deployment/fleet/rollback-order";
import { toleratesFailures } from "@jessy-actions/deployment/fleet/tolerance";
import { lockHosts, unlockAll } from "../locking/lock-hosts.ts";
import type { Deployment, HostGroup } from "./deployment.ts";
import { finishHost } from "./finish-host.ts";
import { runFleetHook } from "./hook.ts";
import type { HostProgress } from "./host-progress.ts";
import { measureHost } from "./measure-host.ts";
import { servedProblem, stayHealthy } from "./pass-gates.ts";
import { phase } from "./phase.ts";
import { discardRelease, prepareHost } from "./prepare-host.ts";
import { rollBackHost } from "./roll-back-host.ts";
import { failureOf, reasonOf } from "./script-problem.ts";
import { switchHost } from "./switch-host.ts";

/**
 * Takes a fleet to a release that all hosts agree on, or back. Whatever fails on the way is part of the progress and not
 * thrown.
 */
export async function deploy(deployment: Deployment): Promise<void> {
  const { log } = deployment.parts;
  if (await log.group("Lock", () => lockHosts(deployment))) {
    // A fault of ours must not leave a fleet half switched either.
    const isGood = await goForward(deployment).catch((error: unknown) => {
      deployment.steps.push({ title: "deploy", outcome: "failed", duration: 0, note: reasonOf(error) });
      return false;
    });
    if (!isGood) await goBack(deployment);
    await log.group("Clean up", () => each(deployment.hosts, (host) => discardRelease(deployment, host)));
  }
  await log.group("Measure", () => measureAll(deployment));
  const left = await unlockAll(deployment);
  if (left.length > 0) {
    deployment.lock = { ...deployment.lock, state: "kept", note: left.join("; ") };
    deployment.warnings.push(`Hosts stay locked until this run has ended: ${left.join("; ")}.`);
  } else deployment.journal?.remove();
}

/** @returns whether every group was switched, and nothing failed that is not tolerated. */
async function goForward(deployment: Deployment): Promise<boolean> {
  const { inputs, parts, hosts, groups } = deployment;
  const [first] = groups.flatMap((group) => group.hosts);
  if (!(await runFleetHook(deployment, first, "before-deploy", inputs.hooks.beforeDeploy))) return false;
  await parts.log.group("Prepare", () => each(hosts, (host) => prepareHost(deployment, host)));
  if (!isTolerated(deployment, false)) return false;
  const watch = hosts.every(({ isUnchanged }) => isUnchanged) ? undefined : parts.watchDowntime?.();
  try {
    for (const group of groups) if (!(await switchGroup(deployment, group))) return false;
  } finally {
    deployment.downtime = (await watch?.stop()) ?? null;
  }
  if (groups.length > 1) await parts.log.group("Look again", () => each(hosts, (host) => checkHost(deployment, host)));
  if (!isTolerated(deployment, false)) return false;
  if (!(await runFleetHook(deployment, first, "after-deploy", inputs.hooks.afterDeploy))) return false;
  deployment.isCommitted = true;
  deployment.keep();
  await parts.log.group("Finish", () => each(hosts, (host) => finishHost(deployment, host)));
  return true;
}

async function switchGroup(deployment: Deployment, group: HostGroup): Promise<boolean> {
  const { parts, deadline } = deployment;
  if (isOutOfTime(deployment, group.title)) return false;
  const hosts = group.hosts.filter(({ hasFailed }) => !hasFailed);
  await parts.log.group(`Switch ${group.title}`, () => each(hosts, (host) => switchHost(deployment, host)));
  if (!isTolerated(deployment, group.isCanary)) return false;
  if (group.soak === 0) return true;
  if (!group.isCanary) {
    await parts.log.group(`Pause for ${group.soak / 1000} s`, () =>
      parts.clock.wait(group.soak, deadline).catch(() => undefined),
    );
    await deployment.going(undefined);
    return true;
  }
  await parts.log.group(`Soak for ${group.soak / 1000} s`, () =>
    each(hosts, (host) => stayHealthy(deployment, host, group.soak)),
  );
  return isTolerated(deployment, true);
}

/** Every host that was switched goes back, the last group first, and is looked after by the user's hook. */
async function goBack(deployment: Deployment): Promise<void> {
  const { parts, hosts, groups, inputs } = deployment;
  const order = rollbackOrder(groups, ({ isSwitched, rollback }) => isSwitched && rollback !== "done");
  for (const [index, group] of order.entries())
    await parts.log.group(`Roll back, ${index + 1} of ${order.length}`, () =>
      each(group, (host) => rollBackHost(deployment, host)),
    );
  for (const host of hosts.filter(({ isSwitched }) => isSwitched))
    await runFleetHook(deployment, host, "on-failure", inputs.hooks.onFailure, "back");
}

function isTolerated({ hosts, inputs }: Deployment, isCanary: boolean): boolean {
  const failed = hosts.filter(({ hasFailed }) => hasFailed).length;
  return toleratesFailures({ failed, hosts: hosts.length, isCanary, maxFailures: inputs.fleet.maxFailures });
}

function isOutOfTime({ deadline, steps }: Deployment, title: string): boolean {
  if (!deadline.aborted) return false;
  steps.push({ title, outcome: "failed", duration: 0, note: reasonOf(deadline.reason) });
  return true;
}

/** While the others were switched, a host may have fallen back, or have been changed by somebody else. */
async function checkHost(deployment: Deployment, host: HostProgress): Promise<void> {
  if (host.hasFailed) return;
  const problem = servedProblem(await measureHost(deployment, host, "forward"), deployment.release);
  if (problem !== undefined) host.fail(failureOf("measure", problem));
}

/** What every host serves, asked at the very end. Of a host that was not reached at the beginning nobody asks again. */
async function measureAll(deployment: Deployment): Promise<void> {
  await each(deployment.hosts, (host) =>
    phase(deployment, host, "measure", async () => {
      host.serving = await measureHost(deployment, host, "back");
      return host.serving === undefined
        ? { outcome: "failed", failure: failureOf("measure", "it does not say what it serves") }
        : { outcome: "ok", note: host.isAssumed ? "as written down: there is nothing to ask" : "" };
    }),
  );
}

async function each(hosts: readonly HostProgress[], work: (host: HostProgress) => Promise<unknown>): Promise<void> {
  await Promise.all(hosts.map(work));
}
