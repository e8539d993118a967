import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Base } from "../comparing/base.ts";
import type { Inputs } from "../inputs.ts";
import type { PolicyFacts } from "./policy-facts.ts";

/** Reads the ignore files of both sides, by git alone: what lies in the workspace is the head's. */
export async function readPolicy(
  _inputs: Pick<Inputs, "ignoreFiles">,
  _base: Base,
  _io: ActionIo,
): Promise<PolicyFacts> {
  throw new Error("not built yet");
}
