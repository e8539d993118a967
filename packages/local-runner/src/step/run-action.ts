import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type JavaScriptAction, resolveInputs } from "../action/action-file.ts";
import type { ContextValue } from "../expression/context-data.ts";
import type { ExpressionScope } from "../expression/expression.ts";
import { cancelProcess, exitCodeOf, releaseStreams } from "./cancellation.ts";
import { runnerContext, stepEnvironment } from "./environment.ts";
import { checkSummarySize, FileCommandError, parseEnvironmentFile, parseFileCommands } from "./file-command.ts";
import { type StartProcess, startProcess } from "./step-child.ts";
import { type StepAnnotation, StepRecord } from "./step-record.ts";
import { CommandParser, type WorkflowCommand } from "./workflow-command.ts";

/** What a step of a job runs in, whatever its action is made of. */
export interface StepSurroundings {
  /** The `github` context; `workspace`, `event_path` and the file commands are filled in. */
  readonly github: Readonly<Record<string, string>>;
  readonly event: unknown;
  readonly workspace: string;
  /** RUNNER_TEMP; made when it is missing. */
  readonly temporary: string;
  /** The Node that actions run on. */
  readonly node: string;
  readonly runtime?: Readonly<Record<string, string>>;
  /** `env:` of the workflow and of the job; what GITHUB_ENV sets goes over it. */
  readonly env?: Readonly<Record<string, string>>;
  /** `env:` of the step itself, which goes over both. */
  readonly stepEnv?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  /** Gets each line that the log shows, masked. */
  readonly onLine?: (line: string) => void;
  /** Ends the step as a cancelled run does. */
  readonly signal?: AbortSignal;
  /** Default: a process of its own, as the runner starts it. */
  readonly start?: StartProcess;
}

export type { StepAnnotation } from "./step-record.ts";

export interface RunOptions extends StepSurroundings {
  readonly action: JavaScriptAction;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly outcome: "success" | "failure" | "cancelled";
  readonly exitCode: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly env: ReadonlyMap<string, string>;
  readonly path: readonly string[];
  /** Undefined when the runner would refuse to show it. */
  readonly summary: string | undefined;
  /** Those that GitHub would show. */
  readonly annotations: readonly StepAnnotation[];
  /** What the log shows. */
  readonly log: readonly string[];
}

/** Runs one step with an action as actions/runner does: pre, main and post of the shipped bundle, each a process of its own. */
export async function runAction(options: RunOptions): Promise<StepResult> {
  const step = new Step(options);
  const { action, stepEnv: env = {} } = options;
  const { runs } = action;
  const github = { ...options.github, action_path: action.directory };
  const run: ScriptRun = { action, inputs: resolveInputs(action, options.inputs, defaultsScope(options)), github, env };
  let exitCode = 0;
  for (const script of [runs.pre, runs.main]) {
    if (script !== undefined && exitCode === 0) exitCode = await step.run(script, run);
  }
  if (runs.post !== undefined) {
    const postExit = await step.run(runs.post, run);
    if (exitCode === 0) exitCode = postExit;
  }
  return step.result(exitCode);
}

/** What defaults of inputs are evaluated against. */
export function defaultsScope({ github, event, workspace, temporary }: StepSurroundings): ExpressionScope {
  return {
    contexts: {
      github: { ...github, workspace, event: event as ContextValue },
      runner: runnerContext(workspace, temporary),
      job: { status: "success" },
    },
    status: { success: true, failure: false, cancelled: false },
    workspace,
  };
}

/** What a script of a JavaScript action is given. */
export interface ScriptRun {
  readonly action: JavaScriptAction;
  readonly inputs: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, string>>;
  /** `env:` of the step, which goes over what is set for the whole job. */
  readonly env: Readonly<Record<string, string>>;
}

/** One process of a step. */
export interface StepProcess extends Omit<ScriptRun, "action"> {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Absolute. */
  readonly directory: string;
  readonly runtime: Readonly<Record<string, string>>;
}

/** The files that one process writes its commands to. */
interface CommandFiles {
  readonly output: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
  readonly summary: string;
}

/** The processes of one step, in the order in which they run: what one saves as state, the next ones see. */
export class Step {
  readonly #options: StepSurroundings;
  readonly #record: StepRecord;
  readonly #outputs = new Map<string, string>();
  readonly #state = new Map<string, string>();

  constructor(options: StepSurroundings, record = new StepRecord(options)) {
    this.#options = options;
    this.#record = record;
    mkdirSync(join(options.temporary, "_runner_file_commands"), { recursive: true });
  }

  get outputs(): ReadonlyMap<string, string> {
    return this.#outputs;
  }

  /** Runs a script of a JavaScript action. @returns as `process`. */
  run(script: string, { action, inputs, github, env }: ScriptRun): Promise<number> {
    const { node, workspace, runtime = {} } = this.#options;
    const file = resolve(action.directory, script);
    return this.process({ command: node, arguments: [file], directory: workspace, inputs, github, env, runtime });
  }

  /** @returns its exit code; 1 instead of 0 when a file command could not be read. */
  async process({ command, arguments: args, directory, inputs, github, env, runtime }: StepProcess): Promise<number> {
    const { workspace, temporary } = this.#options;
    const files = this.#freshFiles();
    const environment = stepEnvironment(
      {
        inputs,
        github: {
          ...github,
          workspace,
          event_path: this.#writeEvent(),
          output: files.output,
          state: files.state,
          env: files.env,
          path: files.path,
          step_summary: files.summary,
        },
        runner: runnerContext(workspace, temporary),
        state: this.#state,
        runtime,
        env: { ...this.#options.env, ...Object.fromEntries(this.#record.env), ...env },
        path: this.#record.path,
      },
      process.env,
    );
    const exitCode = await this.#spawn(command, args, directory, environment);
    return this.#readFiles(files) || exitCode !== 0 ? exitCode : 1;
  }

  result(exitCode: number): StepResult {
    const cancelled = this.#options.signal?.aborted === true;
    const { env, path, summary, annotations, log } = this.#record;
    return {
      outcome: cancelled ? "cancelled" : exitCode === 0 ? "success" : "failure",
      exitCode,
      outputs: this.#outputs,
      env,
      path,
      summary,
      annotations,
      log,
    };
  }

  async #spawn(
    command: string,
    args: readonly string[],
    directory: string,
    environment: Record<string, string>,
  ): Promise<number> {
    const { start = startProcess } = this.#options;
    const child = start(command, args, { cwd: directory, env: environment });
    const stop = () => cancelProcess(child);
    releaseStreams(child);
    this.#options.signal?.addEventListener("abort", stop, { once: true });
    const parser = new CommandParser();
    const streams = [child.stdout, child.stderr].map((stream) => this.#readLines(stream, parser));
    const exitCode = await new Promise<number>((done, fail) => {
      child.on("error", fail);
      child.on("close", (code, signal) => done(code ?? exitCodeOf(signal)));
    });
    await Promise.all(streams);
    this.#options.signal?.removeEventListener("abort", stop);
    return exitCode;
  }

  async #readLines(stream: Readable, parser: CommandParser): Promise<void> {
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    stream.once("close", () => lines.close());
    for await (const line of lines) {
      const command = parser.parse(line);
      if (command === undefined) this.#record.show(line);
      else this.#obey(command, line);
    }
  }

  #obey(command: WorkflowCommand, line: string): void {
    switch (command.name) {
      case "add-mask":
        this.#record.masker.add(command.data);
        return;
      case "error":
      case "warning":
      case "notice":
        this.#record.annotate(command.name, command.data, command.properties);
        this.#record.show(line);
        return;
      // Still obeyed by the runner, with a warning: forged ones must show in tests.
      case "set-output":
        this.#outputs.set(command.properties.get("name") ?? "", command.data);
        return;
      case "save-state":
        this.#state.set(command.properties.get("name") ?? "", command.data);
        return;
      default:
        this.#record.show(line);
    }
  }

  #freshFiles(): CommandFiles {
    const id = randomUUID();
    const file = (kind: string) => {
      const path = join(this.#options.temporary, "_runner_file_commands", `${kind}_${id}`);
      writeFileSync(path, "");
      return path;
    };
    return {
      output: file("set_output"),
      state: file("save_state"),
      env: file("set_env"),
      path: file("add_path"),
      summary: file("step_summary"),
    };
  }

  /** The runner reads the files after the process has ended, whatever its exit code. @returns false when it cannot. */
  #readFiles(files: CommandFiles): boolean {
    const record = this.#record;
    let readable = true;
    try {
      for (const [name, value] of parseFileCommands(readText(files.output))) this.#outputs.set(name, value);
      for (const [name, value] of parseFileCommands(readText(files.state))) this.#state.set(name, value);
      for (const [name, value] of parseEnvironmentFile(readText(files.env))) record.env.set(name, value);
      record.path.push(
        ...readText(files.path)
          .split("\n")
          .filter((line) => line !== ""),
      );
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      readable = false;
      record.error(`Unable to process file command successfully. ${error.message}`);
    }
    const tooLarge = checkSummarySize(existsSync(files.summary) ? statSync(files.summary).size : 0);
    if (tooLarge !== undefined) {
      record.summary = undefined;
      record.error(tooLarge);
    } else if (record.summary !== undefined) record.summary += record.masker.mask(readText(files.summary));
    for (const file of Object.values<string>({ ...files })) rmSync(file, { force: true });
    return readable;
  }

  #writeEvent(): string {
    const folder = join(this.#options.temporary, "_github_workflow");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "event.json");
    writeFileSync(path, JSON.stringify(this.#options.event));
    return path;
  }
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
