import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";

/** Everything that is read before the decision: the tool, the databases, both sides' scans and policies. */
export async function collect(_inputs: Inputs, _io: ActionIo): Promise<Facts> {
  throw new Error("not built yet");
}
