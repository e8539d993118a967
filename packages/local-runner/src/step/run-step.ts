import { join } from "node:path";
import type { ActionFile, JavaScriptAction } from "../action/action-file.ts";
import { sourceOf } from "../action/action-source.ts";
import type { Uses } from "../action/uses.ts";
import { runComposite } from "../composite/run-composite.ts";
import { runAction, type StepResult, type StepSurroundings } from "./run-action.ts";

export interface RunStepOptions extends StepSurroundings {
  readonly action: ActionFile;
  readonly inputs: Readonly<Record<string, string>>;
  /** What `uses:` said, when the action was downloaded. */
  readonly uses?: Uses;
  /** Where other repositories' actions are downloaded from, by `owner/repository`; the others come from github.com. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** `timeout-minutes` of the step. */
  readonly timeoutMinutes?: number;
}

/**
 * Runs one step of a job with an action, whatever kind it is. @throws Error in one line for an action that cannot be
 * loaded.
 */
export async function runStep(options: RunStepOptions): Promise<StepResult> {
  const { action, uses, timeoutMinutes, workspace, temporary } = options;
  const expired = new AbortController();
  const timer =
    timeoutMinutes === undefined ? undefined : setTimeout(() => expired.abort(), timeoutMinutes * 60 * 1000);
  try {
    if (action.runs.kind === "composite") {
      const actions = join(temporary, "_actions");
      const sources = { workspace, actions, addresses: options.addresses ?? {} };
      const source = sourceOf(action, uses, actions);
      return await runComposite({ ...options, source, sources, expired: expired.signal });
    }
    const signals = [options.signal, expired.signal].filter((signal) => signal !== undefined);
    const result = await runAction({
      ...options,
      action: action as JavaScriptAction,
      signal: AbortSignal.any(signals),
    });
    if (!expired.signal.aborted || options.signal?.aborted === true) return result;
    const message = `The action '${action.name}' has timed out after ${timeoutMinutes} minutes.`;
    options.onLine?.(`::error::${message}`);
    return timedOut(result, message);
  } finally {
    clearTimeout(timer);
  }
}

function timedOut(result: StepResult, message: string): StepResult {
  const annotation = { level: "error", message, properties: new Map() } as const;
  return {
    ...result,
    outcome: "failure",
    exitCode: result.exitCode || 1,
    annotations: [...result.annotations, annotation],
    log: [...result.log, `::error::${message}`],
  };
}
