import type { ActionIo } from "@jessy-actions/kit/action/io";
import { openRemote } from "./connecting/open-remote.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { lockId } from "./locking/lock-owner.ts";
import { gatherFacts } from "./preflight/gather-facts.ts";

/** The only I/O before the decision: what is deployed, one connection to every host, and how each of them is. */
export function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  return gatherFacts(inputs, io, () => openRemote(inputs, io, lockId(io.environment)));
}
