import type { Step } from "../step/run-action.ts";
import type { EmbeddedAction, EmbeddedStep } from "./embedded-action.ts";

export type Outcome = "success" | "failure" | "cancelled" | "skipped";

/** All `pre` of the actions inside a composite come first, all `post` last. */
export type Stage = "pre" | "main" | "post";

/** What `steps.<id>` is. */
export interface StepState {
  readonly outputs: Record<string, string>;
  outcome: Outcome;
  conclusion: Outcome;
}

/** A composite action in the middle of its steps. */
export interface Frame {
  readonly action: EmbeddedAction;
  github: Readonly<Record<string, string>>;
  /** `env` of the steps around this one. */
  env: ReadonlyMap<string, string>;
  inputs: Readonly<Record<string, string>>;
  readonly steps: Map<string, StepState>;
  readonly runs: readonly StepRun[];
  /** Of the steps so far. */
  result: Outcome;
}

/** What is kept of a step between its stages. */
export interface StepRun {
  readonly embedded: EmbeddedStep;
  used: EmbeddedAction | undefined;
  readonly cancel: AbortController;
  readonly step: Step;
  /** Of a composite inside. */
  frame: Frame | undefined;
  /** Whether its pre or its main has begun: only then it has a post. */
  begun: boolean;
}

/** A step before its first stage. */
export function startOf(embedded: EmbeddedStep, cancel: AbortController, step: Step): StepRun {
  return { embedded, used: embedded.used, cancel, step, frame: undefined, begun: false };
}

/** Whether an action, or one inside it, has a `pre`. */
export function hasPre({ action, steps }: EmbeddedAction): boolean {
  if (action.runs.kind !== "composite") return action.runs.pre !== undefined;
  return steps.some(({ used }) => used !== undefined && hasPre(used));
}

/** Whether a step that has begun, or one inside it, has a `post`. */
export function hasPost({ used, begun, frame }: StepRun): boolean {
  if (!begun || used === undefined) return false;
  if (used.action.runs.kind !== "composite") return used.action.runs.post !== undefined;
  return frame?.runs.some(hasPost) === true;
}
