import { readState as readValue, saveState as saveValue } from "../runner/state.ts";

/**
 * What one phase of an action keeps for a later one. The runner hands it over as an environment variable, so it is what
 * an earlier process wrote, or somebody who found its file: a codec believes nothing of it.
 */
export interface StateCodec<State> {
  /** @throws Error in one line that names what is wrong. */
  parse(json: unknown): State;
}

/** The runner hands `NAME` over as `STATE_NAME`. */
const NAME = "jessy";

/** Keeps a state for the phases after this one; a later one replaces it. Outside of a runner nothing is kept. */
export function saveState(state: unknown): void {
  saveValue(NAME, JSON.stringify(state));
}

/** @returns undefined when no earlier phase kept anything. @throws Error naming what is wrong with the state. */
export function readState<State>(codec: StateCodec<State>): State | undefined {
  const text = readValue(NAME);
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error("the state is not valid JSON", { cause });
  }
  return codec.parse(json);
}

export function hasState(): boolean {
  return readValue(NAME) !== undefined;
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
