import type { Environment } from "../runner/environment.ts";
import { writeFileCommands } from "../runner/file-command.ts";

/**
 * What one phase of an action keeps for a later one. The runner hands it over as an environment variable, so it is what
 * an earlier process wrote, or somebody who found its file: a codec believes nothing of it.
 */
export interface StateCodec<State> {
  /** @throws Error in one line that names what is wrong. */
  parse(json: unknown): State;
}

/** One variable of the environment holds at most 128 KiB (MAX_ARG_STRLEN in execve(2)). */
export const STATE_MAX_BYTES = 100_000;

/** The runner hands `NAME` over as `STATE_NAME`. */
const NAME = "jessy";

/** Keeps a state for the phases after this one; a later one replaces it. Outside of a runner nothing is kept. */
export function saveState(environment: Environment, state: unknown): void {
  const text = JSON.stringify(state);
  if (Buffer.byteLength(text) > STATE_MAX_BYTES)
    throw new Error(`the state of ${Buffer.byteLength(text)} bytes is larger than ${STATE_MAX_BYTES}`);
  writeFileCommands(environment.GITHUB_STATE, { [NAME]: text });
}

/** @returns undefined when no earlier phase kept anything. @throws Error naming what is wrong with the state. */
export function readState<State>(environment: Environment, codec: StateCodec<State>): State | undefined {
  if (!hasState(environment)) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(environment[`STATE_${NAME}`] ?? "");
  } catch (cause) {
    throw new Error("the state is not valid JSON", { cause });
  }
  return codec.parse(json);
}

export function hasState(environment: Environment): boolean {
  return (environment[`STATE_${NAME}`] ?? "") !== "";
}

/** All that is needed to find what a gate left: the rest follows from its name. */
export interface GateState {
  /** The input `name` of the gate; empty for the only one. */
  readonly gate: string;
}

export const gateState: StateCodec<GateState> = {
  parse(json) {
    const { gate } = (json ?? {}) as { readonly gate?: unknown };
    if (typeof gate !== "string") throw new Error("the state does not name its gate");
    return { gate };
  },
};
