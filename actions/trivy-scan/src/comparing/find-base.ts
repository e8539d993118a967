import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Target } from "../targets/target.ts";
import type { Base } from "./base.ts";

/** The commit that this run is compared with, and what differs. Never throws for a history that cannot be read: that is `no-base`. */
export async function findBase(_inputs: Pick<Inputs, "onlyNew" | "base">, _io: ActionIo): Promise<Base> {
  throw new Error("not built yet");
}

/** The base's files as git has them, in a folder of their own below `io.temporary`. @returns its root, absolute. */
export async function checkOutBase(_commit: string, _io: ActionIo): Promise<string> {
  throw new Error("not built yet");
}

/** Whether a target of the repository could give another answer at the base: otherwise one scan is enough. Pure. */
export function isTouched(_target: Target, _changed: readonly string[], _scanners: Inputs["scanners"]): boolean {
  throw new Error("not built yet");
}
