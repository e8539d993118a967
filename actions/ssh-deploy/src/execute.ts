import type { ActionIo } from "@jessy-actions/kit/action/io";
import { remoteOf } from "./connecting/open-remote.ts";
import { carryOut } from "./deploying/carry-out.ts";
import { realParts } from "./deploying/real-parts.ts";
import type { Inputs } from "./inputs.ts";
import type { Result } from "./result.ts";

/** Takes the fleet to the release, or back. A plan that was refused, and a dry run, are left as they are. */
export async function execute(plan: Result, inputs: Inputs, io: ActionIo): Promise<Result> {
  if (plan.outcome !== "planned" || inputs.dryRun) return plan;
  const remote = remoteOf(io);
  try {
    return await carryOut(plan, inputs, await realParts(plan, inputs, io, remote));
  } finally {
    await remote.close();
  }
}
