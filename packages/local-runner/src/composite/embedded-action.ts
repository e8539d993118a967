import { join } from "node:path";
import type { ActionFile } from "../action/action-file.ts";
import { type ActionSources, findAction, type SourcedAction } from "../action/action-source.ts";
import type { CompositeStep } from "./composite-step.ts";

/** Constants.cs, `CompositeActionsMaxDepth`: composite actions inside one another, the outermost included. */
export const MAX_DEPTH = 9;

/** A step of a composite action with the action that it uses, found as far as can be before it runs. */
export interface EmbeddedStep {
  readonly step: CompositeStep;
  /** Undefined for a script, and for an action of the workspace, which earlier steps may still write. */
  readonly used: EmbeddedAction | undefined;
}

/** An action of a composite's step; `steps` are empty in a JavaScript action. */
export interface EmbeddedAction extends SourcedAction {
  readonly steps: readonly EmbeddedStep[];
  readonly depth: number;
}

/**
 * Finds everything that a composite's steps use, and what those use, before the first step runs (ActionManager.cs,
 * `PrepareActionsRecursive`). GitHub counts anew below an action of the workspace, which lets one that uses itself run
 * for ever; here every composite counts.
 *
 * @param depth how many composites are around this one.
 * @throws Error in one line that names the file and the step, for an action that is missing or nested too deeply.
 */
export function embed(source: SourcedAction, sources: ActionSources, depth = 0): EmbeddedAction {
  const { runs, directory } = source.action;
  if (runs.kind !== "composite") return { ...source, steps: [], depth };
  if (depth + 1 > MAX_DEPTH)
    throw new Error(`${directory} is the innermost of ${depth + 1} composite actions; GitHub allows ${MAX_DEPTH}`);
  const steps = runs.steps.map((step) => {
    const isLater = step.does.kind === "run" || step.does.target.kind === "workspace";
    return { step, used: isLater ? undefined : embed(findAt(source, step, sources), sources, depth + 1) };
  });
  return { ...source, steps, depth };
}

function findAt(source: SourcedAction, step: CompositeStep, sources: ActionSources): SourcedAction {
  try {
    return findUsed(source, step, sources);
  } catch (error) {
    throw new Error(`${placeIn(source.action, step)}: ${(error as Error).message}`);
  }
}

/** The action that a step of `source` uses. @throws Error in one line when it is not there. */
export function findUsed(source: SourcedAction, { does }: CompositeStep, sources: ActionSources): SourcedAction {
  if (does.kind === "run") throw new Error("a script uses no action");
  return findAction(does.target, source, sources);
}

/** For messages: the file and the step. */
export function placeIn(action: ActionFile, step: CompositeStep): string {
  return `${join(action.directory, "action.yml")}: ${step.place}`;
}
