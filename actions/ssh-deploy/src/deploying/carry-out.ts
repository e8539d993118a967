import { cleanUp } from "../cleaning/clean-up.ts";
import { cleanUpPlan } from "../cleaning/clean-up-plan.ts";
import type { Inputs } from "../inputs.ts";
import type { Result } from "../result.ts";
import { conclude } from "./conclude.ts";
import { deploy } from "./deploy.ts";
import { Deployment } from "./deployment.ts";
import { HostProgress } from "./host-progress.ts";
import type { DeploymentParts } from "./parts.ts";

/**
 * Carries a plan out.
 *
 * @throws only what is refused before any host is touched: a record that is required and that GitHub does not take.
 */
export async function carryOut(plan: Result, inputs: Inputs, parts: DeploymentParts): Promise<Result> {
  const { clock, record } = parts;
  const start = clock.now();
  const late = new AbortController();
  const deployment = new Deployment(plan, inputs, parts, progressOf(plan, inputs), late.signal);
  deployment.record = await record.begin();
  const left = cleanUpPlan(deployment);
  deployment.journal = parts.openJournal(left);
  const takeBack = parts.onCancel(async () => {
    deployment.isCancelled = true;
    await cleanUpCancelled(deployment, left);
  });
  const { total } = inputs.timeouts;
  const timer = setTimeout(
    () => late.abort(new Error(`the deployment took longer than \`timeout\`, ${Math.round(total / 60_000)} min`)),
    total,
  );
  try {
    await deploy(deployment);
  } finally {
    clearTimeout(timer);
    takeBack();
  }
  const result = conclude(deployment, clock.now() - start);
  return { ...result, record: await record.end(result.fails ? "failure" : "success", result.headline) };
}

function progressOf({ hosts }: Result, inputs: Inputs): readonly HostProgress[] {
  return hosts.map((plan) => {
    const host = inputs.hosts.find(({ name }) => name === plan.name);
    if (host === undefined) throw new Error(`the plan has a host ${plan.name}, and the inputs have none`);
    return new HostProgress(host, plan);
  });
}

/** What a few seconds are enough for; the rest is for `post`, and for the next run. */
async function cleanUpCancelled(deployment: Deployment, left: ReturnType<typeof cleanUpPlan>): Promise<void> {
  const { parts, entry, journal } = deployment;
  const { remote, log, record } = parts;
  const results = await cleanUp(left, entry, (host, script) => remote.run(host, script, { outlivesCancel: true }));
  for (const { host, isDone, note } of results)
    log[isDone ? "info" : "warning"](`Cancelled: ${host}: ${isDone ? note : `not cleaned up yet: ${note}`}.`);
  if (results.every(({ isDone }) => isDone)) journal?.remove();
  await record.end("failure", "The run was cancelled");
}
