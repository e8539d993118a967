import type { ActionEvent } from "./event.ts";
import type { Git } from "./git.ts";
import type { GitHub } from "./github.ts";
import type { InputReader } from "./inputs.ts";
import type { Log } from "./log.ts";
import type { Report } from "./report.ts";

/** What `collect` may touch: the only I/O before the decision. */
export interface ActionIo {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** GITHUB_WORKSPACE, absolute. */
  readonly workspace: string;
  /** RUNNER_TEMP, absolute. */
  readonly temporary: string;
  readonly log: Log;
  /** The event that started the run, read and resolved once. */
  event(): Promise<ActionEvent>;
  git(directory: string): Git;
  github(token: string): Promise<GitHub>;
}

/** The one shape of every gate: see docs/architecture.md. */
export interface ActionDefinition<Inputs, Facts, Result> {
  /** Folder name of the action, e.g. `coverage-gate`. */
  readonly name: string;
  readInputs(reader: InputReader): Inputs;
  collect(inputs: Inputs, io: ActionIo): Promise<Facts>;
  evaluate(inputs: Inputs, facts: Facts): Result;
  render(result: Result): Report;
}
