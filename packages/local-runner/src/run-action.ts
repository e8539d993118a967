import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type ActionFile, resolveInputs } from "./action-file.ts";
import { cancelProcess, exitCodeOf, releaseStreams } from "./cancellation.ts";
import { stepEnvironment } from "./environment.ts";
import { checkSummarySize, FileCommandError, parseEnvironmentFile, parseFileCommands } from "./file-command.ts";
import { Masker } from "./masker.ts";
import { CommandParser, type WorkflowCommand } from "./workflow-command.ts";

export interface RunOptions {
  readonly action: ActionFile;
  readonly inputs: Readonly<Record<string, string>>;
  /** The `github` context; `workspace`, `event_path` and the file commands are filled in. */
  readonly github: Readonly<Record<string, string>>;
  readonly event: unknown;
  readonly workspace: string;
  /** RUNNER_TEMP; made when it is missing. */
  readonly temporary: string;
  /** The Node that actions run on. */
  readonly node: string;
  readonly runtime?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  /** Gets each line that the log shows, masked. */
  readonly onLine?: (line: string) => void;
  /** Ends the step as a cancelled run does. */
  readonly signal?: AbortSignal;
}

export interface StepAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: ReadonlyMap<string, string>;
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

/** ExecutionContext.cs: more of a kind are only logged. */
const ANNOTATIONS_PER_LEVEL = 10;

/** ExecutionContext.cs: a message is cut after masking. */
const ANNOTATION_CHARACTERS = 4096;

/** Runs one step with an action as actions/runner does: pre, main and post of the shipped bundle, each a process of its own. */
export async function runAction(options: RunOptions): Promise<StepResult> {
  const step = new Step(options);
  const { action } = options;
  let exitCode = 0;
  for (const script of [action.pre, action.main]) {
    if (script !== undefined && exitCode === 0) exitCode = await step.run(script);
  }
  if (action.post !== undefined) {
    const postExit = await step.run(action.post);
    if (exitCode === 0) exitCode = postExit;
  }
  return step.result(exitCode);
}

/** The files that one process writes its commands to. */
interface CommandFiles {
  readonly output: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
  readonly summary: string;
}

class Step {
  readonly #options: RunOptions;
  readonly #masker = new Masker();
  readonly #log: string[] = [];
  readonly #annotations: StepAnnotation[] = [];
  readonly #outputs = new Map<string, string>();
  readonly #state = new Map<string, string>();
  readonly #env = new Map<string, string>();
  readonly #path: string[] = [];
  #summary: string | undefined = "";
  #failed = false;

  constructor(options: RunOptions) {
    this.#options = options;
    for (const secret of options.secrets ?? []) this.#masker.add(secret);
    mkdirSync(join(options.temporary, "_runner_file_commands"), { recursive: true });
  }

  async run(script: string): Promise<number> {
    const { action, inputs, workspace, temporary, node, runtime = {}, env = {} } = this.#options;
    const files = this.#freshFiles();
    const github = {
      ...this.#options.github,
      workspace,
      action_path: action.directory,
      event_path: this.#writeEvent(),
      output: files.output,
      state: files.state,
      env: files.env,
      path: files.path,
      step_summary: files.summary,
    };
    const environment = stepEnvironment(
      {
        inputs: resolveInputs(action, inputs, github),
        github,
        runner: {
          os: "Linux",
          arch: "X64",
          temp: temporary,
          tool_cache: join(temporary, "_tool"),
          name: "local",
          environment: "self-hosted",
          workspace: resolve(workspace, ".."),
        },
        state: this.#state,
        runtime,
        env,
      },
      process.env,
    );
    const exitCode = await this.#spawn(node, resolve(action.directory, script), environment);
    this.#readFiles(files);
    return exitCode;
  }

  result(exitCode: number): StepResult {
    const cancelled = this.#options.signal?.aborted === true;
    const code = exitCode === 0 && this.#failed ? 1 : exitCode;
    return {
      outcome: cancelled ? "cancelled" : code === 0 ? "success" : "failure",
      exitCode: code,
      outputs: this.#outputs,
      env: this.#env,
      path: this.#path,
      summary: this.#summary,
      annotations: this.#annotations,
      log: this.#log,
    };
  }

  async #spawn(node: string, script: string, environment: Record<string, string>): Promise<number> {
    const child = spawn(node, [script], {
      cwd: this.#options.workspace,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
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
      if (command === undefined) this.#show(line);
      else this.#obey(command, line);
    }
  }

  #obey(command: WorkflowCommand, line: string): void {
    switch (command.name) {
      case "add-mask":
        this.#masker.add(command.data);
        return;
      case "error":
      case "warning":
      case "notice":
        this.#annotate(command.name, command);
        this.#show(line);
        return;
      // Still obeyed by the runner, with a warning: forged ones must show in tests.
      case "set-output":
        this.#outputs.set(command.properties.get("name") ?? "", command.data);
        return;
      case "save-state":
        this.#state.set(command.properties.get("name") ?? "", command.data);
        return;
      default:
        this.#show(line);
    }
  }

  #annotate(level: StepAnnotation["level"], { data, properties }: WorkflowCommand): void {
    if (this.#annotations.filter((annotation) => annotation.level === level).length === ANNOTATIONS_PER_LEVEL) return;
    this.#annotations.push({ level, message: this.#masker.mask(data).slice(0, ANNOTATION_CHARACTERS), properties });
  }

  #show(line: string): void {
    const masked = this.#masker.mask(line);
    this.#log.push(masked);
    this.#options.onLine?.(masked);
  }

  #fail(message: string): void {
    this.#failed = true;
    this.#show(`::error::${message}`);
    this.#annotate("error", { name: "error", properties: new Map(), data: message });
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

  /** The runner reads the files after the process has ended, whatever its exit code. */
  #readFiles(files: CommandFiles): void {
    try {
      for (const [name, value] of parseFileCommands(readText(files.output))) this.#outputs.set(name, value);
      for (const [name, value] of parseFileCommands(readText(files.state))) this.#state.set(name, value);
      for (const [name, value] of parseEnvironmentFile(readText(files.env))) this.#env.set(name, value);
      this.#path.push(
        ...readText(files.path)
          .split("\n")
          .filter((line) => line !== ""),
      );
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      this.#fail(`Unable to process file command successfully. ${error.message}`);
    }
    const tooLarge = checkSummarySize(existsSync(files.summary) ? statSync(files.summary).size : 0);
    if (tooLarge !== undefined) {
      this.#summary = undefined;
      this.#show(`::error::${tooLarge}`);
      this.#annotate("error", { name: "error", properties: new Map(), data: tooLarge });
    } else if (this.#summary !== undefined) this.#summary += this.#masker.mask(readText(files.summary));
    for (const file of Object.values<string>({ ...files })) rmSync(file, { force: true });
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
