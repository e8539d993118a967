import { whileCancellable } from "../process/cancel.ts";
import type { Environment } from "../runner/environment.ts";
import { createLog } from "../runner/log.ts";
import { type ActionDefinition, runAction } from "./action.ts";
import { createPhaseIo } from "./io.ts";
import { describeError } from "./outcome.ts";
import type { ActionResult } from "./result.ts";
import { hasState, readState } from "./state.ts";

/**
 * The processes that the runner starts for one step, in this order. `post` runs at the end of the job, whatever
 * happened.
 */
export const PHASES = ["pre", "main", "post"] as const;

export type Phase = (typeof PHASES)[number];

/** An action of any inputs, facts and result. */
export type AnyAction = ActionDefinition<unknown, unknown, ActionResult>;

/** @returns the phases that an action has: what its action.yml must name. */
export function phasesOf({ pre, post }: AnyAction): readonly Phase[] {
  return PHASES.filter((phase) => phase === "main" || { pre, post }[phase] !== undefined);
}

/**
 * Runs one phase of an action to its exit code. Each can be cancelled and can be run again.
 *
 * @param load imports the action: `post` does so only when an earlier phase left something.
 */
export async function runPhase(
  phase: Phase,
  load: () => Promise<AnyAction>,
  environment: Environment = process.env,
): Promise<void> {
  switch (phase) {
    case "pre":
      return runPre(await load(), environment);
    case "main":
      return runAction(await load(), environment);
    case "post":
      if (hasState()) return runPost(await load(), environment);
  }
}

async function runPre({ name, pre }: AnyAction, environment: Environment): Promise<void> {
  const log = createLog();
  try {
    await whileCancellable(async () => pre?.(createPhaseIo(name, environment, log)));
  } catch (error) {
    const { lines, stack } = describeError(error);
    for (const line of lines) log.error(line);
    if (stack !== undefined) log.foreign(stack);
    process.exitCode = 1;
  }
}

/** The verdict is out: whatever goes wrong here is a warning. */
async function runPost({ name, post }: AnyAction, environment: Environment): Promise<void> {
  const log = createLog();
  try {
    if (post === undefined) return;
    const state = readState(post.state);
    await whileCancellable(async () => post.run(state, createPhaseIo(name, environment, log)));
  } catch (error) {
    const { lines, stack } = describeError(error);
    for (const line of lines) log.warning(`${name} could not clean up: ${line}`);
    if (stack !== undefined) log.foreign(stack);
  }
}
