import type { Publication } from "../report/publish.ts";
import type { Report } from "../report/report.ts";
import { InputReader } from "../runner/inputs.ts";
import { createLog } from "../runner/log.ts";
import { type ActionIo, createIo, type Environment } from "./io.ts";
import { describeError } from "./outcome.ts";

/** The one shape of every gate: see docs/architecture.md. */
export interface ActionDefinition<Inputs, Facts, Result> {
  /** Folder name of the action, e.g. `coverage-gate`. */
  readonly name: string;
  /** Reads every input at once; problems are remembered by the reader, not thrown. Pure. */
  readInputs(reader: InputReader): Inputs | Promise<Inputs>;
  collect(inputs: Inputs, io: ActionIo): Promise<Facts>;
  /** The whole decision. Pure. */
  evaluate(inputs: Inputs, facts: Facts): Result;
  /**
   * Carries a plan out, for actions with effects. @returns the plan with what was done; a fault midway is part of it and not thrown, so that
   * the report says how far it came.
   */
  execute?(plan: Result, inputs: Inputs, io: ActionIo): Promise<Result>;
  /** Pure. */
  render(result: Result, inputs: Inputs, facts: Facts): Report;
  /** Where the report goes besides the summary. Pure. */
  publication(inputs: Inputs): Publication;
  /** What has to be kept for later runs, once the report is out. */
  conclude?(inputs: Inputs, facts: Facts, io: ActionIo): Promise<void>;
}

/**
 * Runs an action from its environment to its exit code. Wrong inputs and unusable files end with one `::error::` line each and
 * exit code 1 before anything is written; a fault of our own says so, with its stack.
 */
export async function runAction<Inputs, Facts, Result>(
  definition: ActionDefinition<Inputs, Facts, Result>,
  environment: Environment = process.env,
): Promise<void> {
  const log = createLog();
  try {
    const reader = InputReader.ofStep();
    const inputs = await definition.readInputs(reader);
    for (const warning of reader.warnings) log.warning(warning);
    reader.finish();
    const publication = definition.publication(inputs);
    if (publication.token !== "") log.mask(publication.token);
    const io = createIo(definition.name, publication, environment, log);
    const facts = await definition.collect(inputs, io);
    const decided = definition.evaluate(inputs, facts);
    const result = (await definition.execute?.(decided, inputs, io)) ?? decided;
    const report = definition.render(result, inputs, facts);
    const { publish } = await import("../report/publish.ts");
    await publish(report, definition.name, publication, io);
    await definition.conclude?.(inputs, facts, io);
    process.exitCode = report.fails ? 1 : 0;
  } catch (error) {
    const { lines, stack } = describeError(error);
    for (const line of lines) log.error(line);
    if (stack !== undefined) log.foreign(stack);
    process.exitCode = 1;
  }
}
