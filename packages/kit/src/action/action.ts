import { whileCancellable } from "../process/cancel.ts";
import type { Report } from "../report/report.ts";
import type { Environment } from "../runner/environment.ts";
import { InputReader } from "../runner/inputs.ts";
import { createLog, type Log } from "../runner/log.ts";
import { type ActionIo, createIo, type PhaseIo } from "./io.ts";
import { describeError } from "./outcome.ts";
import type { Publication } from "./publish.ts";
import { leaveReason } from "./reason.ts";
import type { ActionResult } from "./result.ts";
import type { StateCodec } from "./state.ts";

/** The one shape of every action: see docs/architecture.md. Steps are told apart by what they may touch. */
export interface ActionDefinition<Inputs, Facts, Result extends ActionResult> {
  /** Folder name of the action, e.g. `coverage-gate`. */
  readonly name: string;
  /** Heading of its reports, e.g. `Coverage`. */
  readonly title: string;
  /** Reads every input at once; problems are remembered by the reader, not thrown. Pure. */
  readInputs(reader: InputReader): Inputs | Promise<Inputs>;
  /** The only I/O before the decision. */
  collect(inputs: Inputs, io: ActionIo): Promise<Facts>;
  /** The whole decision. Pure. */
  evaluate(inputs: Inputs, facts: Facts): Result;
  /**
   * Only for actions with side effects: carries the plan out. @returns the plan with what was done; a fault midway is
   * part of it and not thrown, so that the report says how far it came.
   */
  execute?(plan: Result, inputs: Inputs, io: ActionIo): Promise<Result>;
  /** From the result alone. Pure. */
  render(result: Result): Report;
  /** Where the report goes besides the summary. Pure. */
  publication(inputs: Inputs): Publication;
  /** Keeps what later runs need, once the report is out. */
  conclude?(inputs: Inputs, facts: Facts, io: ActionIo): Promise<void>;
  /** What must happen at the start of the job, before any step's main. */
  pre?(io: PhaseIo): Promise<void>;
  readonly post?: Post<unknown>;
}

/** What must happen at the end of the job, whatever happened before: also after a run that was cancelled or killed. */
export interface Post<State> {
  /** Main keeps one by `io.saveState` before it makes what has to be undone. Without one, post does nothing. */
  readonly state: StateCodec<State>;
  /** Undoes it. Can be run again, and never changes the verdict: what it throws becomes a warning. */
  run(state: State, io: PhaseIo): Promise<void>;
}

/**
 * Runs an action from its environment to its exit code. Wrong inputs and unusable files end with one `::error::` line
 * each and exit code 1; a fault of our own says so, with its stack. Either leaves its reason in the summary and in the
 * comment.
 */
export async function runAction<Inputs, Facts, Result extends ActionResult>(
  definition: ActionDefinition<Inputs, Facts, Result>,
  environment: Environment = process.env,
): Promise<void> {
  const log = createLog();
  let publication: Publication | undefined;
  try {
    const fails = await whileCancellable(() =>
      judge(definition, environment, log, (known) => {
        publication = known;
      }),
    );
    process.exitCode = fails ? 1 : 0;
  } catch (error) {
    const described = log.redaction.redactData(describeError(error));
    for (const line of described.lines) log.error(line);
    if (described.stack !== undefined) log.foreign(described.stack);
    process.exitCode = 1;
    const { name: action, title } = definition;
    await leaveReason(described, { action, title, publication, environment, log });
  }
}

async function judge<Inputs, Facts, Result extends ActionResult>(
  definition: ActionDefinition<Inputs, Facts, Result>,
  environment: Environment,
  log: Log,
  onPublication: (publication: Publication) => void,
): Promise<boolean> {
  const reader = InputReader.ofStep();
  const inputs = await definition.readInputs(reader);
  for (const warning of reader.warnings) log.warning(warning);
  // Of wrong inputs, too: their error is told where the report would have been.
  const publication = definition.publication(inputs);
  onPublication(publication);
  if (publication.token !== "") log.mask(publication.token);
  reader.finish();
  const io = createIo(definition.name, publication, environment, log);
  const facts = await definition.collect(inputs, io).finally(() => {
    // Only now is everything masked that is secret: any input may hold a copy.
    for (const line of reader.described) log.debug(line);
  });
  const decided = definition.evaluate(inputs, facts);
  const result = (await definition.execute?.(decided, inputs, io)) ?? decided;
  const { publish } = await import("./publish.ts");
  await publish(definition.render, result, definition.name, publication, io);
  await conclude(definition, inputs, facts, io);
  return result.fails;
}

/** The verdict is out: what the machine refuses now is a warning. */
async function conclude<Inputs, Facts, Result extends ActionResult>(
  definition: ActionDefinition<Inputs, Facts, Result>,
  inputs: Inputs,
  facts: Facts,
  io: ActionIo,
): Promise<void> {
  try {
    await definition.conclude?.(inputs, facts, io);
  } catch (error) {
    const { lines, stack } = describeError(error);
    if (stack !== undefined) throw error;
    for (const line of lines) io.log.warning(`What later runs need was not kept: ${line}. The verdict stands.`);
  }
}
