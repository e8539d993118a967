import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { openJournal } from "../cleaning/clean-up-file.ts";
import type { Remote } from "../connecting/remote.ts";
import { gatePasser } from "../gates/pass-gate.ts";
import { downtimeTargets, watchDowntime } from "../gates/watch-downtime.ts";
import type { Inputs } from "../inputs.ts";
import { lockOwner } from "../locking/lock-owner.ts";
import { ownerState } from "../locking/owner-state.ts";
import { modeScripts } from "../modes/mode-scripts.ts";
import { DeploymentRecord } from "../records/deployment-record.ts";
import type { Result } from "../result.ts";
import { openTransfer } from "../transfer/open-transfer.ts";
import type { Clock, DeploymentParts } from "./parts.ts";

export const CLOCK: Clock = {
  now: () => performance.now(),
  wait: async (time, signal) => {
    await wait(time, undefined, { signal });
  },
};

/** What a plan is carried out with, in a real run. @throws UserError for a record that is required and cannot be made. */
export async function realParts(plan: Result, inputs: Inputs, io: ActionIo, remote: Remote): Promise<DeploymentParts> {
  const { release, image, commit, repository, runUrl, serverUrl = io.event().serverUrl } = plan;
  const owner = lockOwner({ serverUrl, repository, runUrl, release }, io.environment);
  const targets = downtimeTargets(inputs);
  return {
    remote,
    scripts: modeScripts(inputs, release, image),
    transfer: openTransfer(inputs, release, io),
    passGate: gatePasser(inputs, { remote, release, clock: CLOCK }),
    watchDowntime: targets.length === 0 ? undefined : () => watchDowntime(targets, CLOCK),
    record: await DeploymentRecord.open(inputs, { commit, repository, runUrl, runId: owner.runId, release }, io),
    owner,
    ownerState: (other) => ownerState(other, owner, io, inputs.token),
    openJournal: (left) => openJournal(io.temporary, left),
    onCancel: io.onCancel,
    log: io.log,
    clock: CLOCK,
  };
}
