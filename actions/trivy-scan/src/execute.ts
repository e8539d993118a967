import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "./inputs.ts";
import type { Result } from "./result.ts";

/** Uploads the SARIF file and waits for it. */
export async function execute(result: Result, _inputs: Inputs, _io: ActionIo): Promise<Result> {
  return result;
}
