import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import type { Result } from "./result.ts";

/** The whole decision. Pure. */
export function evaluate(_inputs: Inputs, _facts: Facts): Result {
  throw new Error("not built yet");
}
