import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type JavaScriptAction, resolveInputs } from "../action/action-file.ts";
import type { ActionSources, SourcedAction } from "../action/action-source.ts";
import { slugOf } from "../action/uses.ts";
import { type ContextValue, dictionaryOf } from "../expression/context-data.ts";
import {
  type ExpressionScope,
  type ExpressionStatus,
  evaluateCondition,
  evaluateText,
} from "../expression/expression.ts";
import { runnerContext, searchPath } from "../step/environment.ts";
import { Step, type StepResult, type StepSurroundings } from "../step/run-action.ts";
import { StepRecord } from "../step/step-record.ts";
import {
  type Frame,
  hasPost,
  hasPre,
  type Outcome,
  type Stage,
  type StepRun,
  type StepState,
  startOf,
} from "./composite-frame.ts";
import type { CompositeStep, ScriptStep, UsesStep } from "./composite-step.ts";
import { type EmbeddedAction, embed, findUsed, placeIn } from "./embedded-action.ts";
import { argumentsFor, findProgram, parseShell, scriptFor } from "./shell.ts";

export interface CompositeOptions extends StepSurroundings {
  readonly source: SourcedAction;
  readonly inputs: Readonly<Record<string, string>>;
  readonly sources: ActionSources;
  /** When the step's time is up. */
  readonly expired?: AbortSignal;
}

/** What a step's condition is tested against when the job is cancelled while it runs. */
const CANCELLED: ExpressionStatus = { success: false, failure: false, cancelled: true };

/** One step in one stage. */
interface Moment {
  readonly frame: Frame;
  readonly run: StepRun;
  readonly stage: Stage;
  /** `env` of the steps around it, with its own over them. */
  readonly env: ReadonlyMap<string, string>;
  readonly state: StepState;
}

/**
 * Runs one step with a composite action as actions/runner does (CompositeActionHandler.cs, ActionRunner.cs): the
 * `pre` of actions inside, its steps in order, its outputs, and last the `post` of the actions inside, the latest
 * first.
 *
 * @throws Error in one line that names the file and the step, for an action that cannot be loaded.
 */
export async function runComposite(options: CompositeOptions): Promise<StepResult> {
  return new CompositeRun(options).run();
}

class CompositeRun {
  readonly #options: CompositeOptions;
  readonly #record: StepRecord;
  #jobFailed = false;

  constructor(options: CompositeOptions) {
    this.#options = options;
    this.#record = new StepRecord(options);
    mkdirSync(options.temporary, { recursive: true });
  }

  async run(): Promise<StepResult> {
    const { source, sources, inputs, github, stepEnv = {} } = this.#options;
    const action = embed(source, sources);
    const frame = this.#frame(action, github, new Map(Object.entries(stepEnv)));
    frame.inputs = resolveInputs(action.action, inputs, this.#scope(frame, frame.env, "main"));
    await this.#runSteps(frame, "pre");
    const outputs = this.#jobFailed ? {} : await this.#runMain(frame);
    if (frame.result === "failure") this.#jobFailed = true;
    await this.#runSteps(frame, "post");
    const { env, path, summary, annotations, log } = this.#record;
    const failed = this.#jobFailed || frame.result !== "success";
    return {
      outcome: this.#isCancelled ? "cancelled" : failed ? "failure" : "success",
      exitCode: failed || this.#isCancelled ? 1 : 0,
      outputs: new Map(Object.entries(outputs)),
      env,
      path,
      summary,
      annotations,
      log,
    };
  }

  get #isCancelled(): boolean {
    return this.#options.signal?.aborted === true;
  }

  get #isExpired(): boolean {
    return this.#options.expired?.aborted === true;
  }

  #frame(action: EmbeddedAction, github: Readonly<Record<string, string>>, env: ReadonlyMap<string, string>): Frame {
    const runs = action.steps.map((embedded) => {
      const cancel = new AbortController();
      return startOf(embedded, cancel, new Step({ ...this.#options, signal: cancel.signal }, this.#record));
    });
    return { action, github, env, inputs: {}, steps: new Map(), runs, result: "success" };
  }

  /** The steps and, whatever came of them, the outputs. */
  async #runMain(frame: Frame): Promise<Record<string, string>> {
    await this.#runSteps(frame, "main");
    const outputs: Record<string, string> = {};
    const scope = this.#scope(frame, frame.env, "main");
    for (const [name, { value }] of frame.action.action.outputs) {
      try {
        outputs[name] = evaluateText(value ?? "", "output", scope);
      } catch (error) {
        this.#record.error(`${frame.action.action.directory}: the output \`${name}\`: ${(error as Error).message}`);
        frame.result = "failure";
      }
    }
    return outputs;
  }

  async #runSteps(frame: Frame, stage: Stage): Promise<void> {
    const runs = stage === "post" ? [...frame.runs].reverse() : frame.runs;
    for (const run of runs) {
      const condition = this.#conditionOf(run, stage);
      if (condition === undefined) continue;
      const outcome = await this.#runStep(frame, run, stage, condition);
      if (outcome === "failure" && stage !== "main") this.#jobFailed = true;
      if (outcome !== "failure" && outcome !== "cancelled") continue;
      if (frame.result !== "cancelled") frame.result = outcome;
    }
  }

  /** Under which condition a step has a part in a stage; undefined when it has none. */
  #conditionOf(run: StepRun, stage: Stage): string | undefined {
    if (stage === "main") return run.embedded.step.condition;
    // An action of the workspace has no `pre`: it is not there yet.
    if (run.used === undefined || (stage === "post" && !hasPost(run)) || (stage === "pre" && !hasPre(run.used)))
      return undefined;
    const { runs } = run.used.action;
    if (runs.kind === "composite") return "always()";
    return stage === "pre" ? runs.preIf : runs.postIf;
  }

  async #runStep(frame: Frame, run: StepRun, stage: Stage, condition: string): Promise<Outcome> {
    const { step } = run.embedded;
    const state: StepState = { outputs: {}, outcome: "success", conclusion: "success" };
    const env = new Map(frame.env);
    const scope = () => this.#scope(frame, env, stage);
    try {
      const around = scope();
      for (const [name, text] of step.env) env.set(name, evaluateText(text, "step", around));
      if (!evaluateCondition(condition, scope())) state.outcome = "skipped";
      else state.outcome = await this.#runStage({ frame, run, stage, env, state }, condition);
    } catch (error) {
      this.#record.error(`${placeIn(frame.action.action, step)}: ${(error as Error).message}`);
      state.outcome = "failure";
    }
    state.conclusion = state.outcome;
    if (state.outcome === "failure" && this.#continuesOnError(frame, step, scope())) state.conclusion = "success";
    if (step.id !== undefined && stage === "main") frame.steps.set(step.id, state);
    return state.conclusion;
  }

  #continuesOnError(frame: Frame, step: CompositeStep, scope: ExpressionScope): boolean {
    if (step.continueOnError === "") return false;
    try {
      const value = evaluateText(step.continueOnError, "step", scope);
      if (value === "true" || value === "false") return value === "true";
      throw new Error(`\`continue-on-error: ${value}\` is neither true nor false`);
    } catch (error) {
      this.#record.error(`${placeIn(frame.action.action, step)}: ${(error as Error).message}`);
      return false;
    }
  }

  async #runStage(moment: Moment, condition: string): Promise<Outcome> {
    const { frame, run, stage, env, state } = moment;
    const { does } = run.embedded.step;
    const stop = () => {
      // Tested again when the job is cancelled: what runs `always()` goes on.
      const scope = { ...this.#scope(frame, env, stage), status: CANCELLED };
      if (!this.#isCancelled || !evaluateCondition(condition, scope)) run.cancel.abort();
    };
    const signals = [this.#options.signal, this.#options.expired].filter((signal) => signal !== undefined);
    if (stage === "main") for (const signal of signals) signal.addEventListener("abort", stop, { once: true });
    try {
      if (stage === "main" && this.#isExpired) throw new Error("The action has timed out.");
      run.begun = true;
      const outcome = await (does.kind === "run" ? this.#runScript(moment, does) : this.#runUsed(moment, does));
      Object.assign(state.outputs, Object.fromEntries(run.step.outputs));
      if (!run.cancel.signal.aborted || stage !== "main") return outcome;
      if (this.#isCancelled) return "cancelled";
      throw new Error("The action has timed out.");
    } finally {
      for (const signal of signals) signal.removeEventListener("abort", stop);
    }
  }

  async #runScript({ frame, run, env }: Moment, does: ScriptStep): Promise<Outcome> {
    const { workspace, temporary } = this.#options;
    // ActionRunner.cs: a script has no repository; only its `env` and `if` see the one of the composite.
    const github = { ...this.#github(frame), action_repository: "", action_ref: "" };
    const scope = this.#scope({ ...frame, github }, env, "main");
    const [script, shell, workingDirectory] = [does.script, does.shell, does.workingDirectory].map((text) =>
      evaluateText(text, "step", scope),
    ) as [string, string, string];
    const command = parseShell(shell);
    const program = findProgram(command.program, searchPath(this.#record.path, process.env.PATH));
    if (program === undefined) throw new Error(`\`shell: ${shell}\`: ${command.program} is not installed`);
    const directory = resolve(workspace, workingDirectory);
    if (!existsSync(directory)) throw new Error(`\`working-directory: ${workingDirectory}\` does not exist`);
    const file = join(temporary, `${randomUUID()}${command.extension}`);
    writeFileSync(file, scriptFor(command, script));
    this.#announce(script.trimStart().split("\n")[0] ?? "", [
      ...script.trimEnd().split("\n"),
      `shell: ${program} ${command.arguments.join(" ")}`,
    ]);
    const exitCode = await run.step.process({
      command: program,
      arguments: argumentsFor(command, file),
      directory,
      inputs: {},
      github,
      env: Object.fromEntries(env),
      runtime: {},
    });
    if (exitCode === 0) return "success";
    this.#record.error(`Process completed with exit code ${exitCode}.`);
    return "failure";
  }

  async #runUsed({ frame, run, stage, env, state }: Moment, does: UsesStep): Promise<Outcome> {
    const { step } = run.embedded;
    const { sources } = this.#options;
    run.used ??= embed(findUsed(frame.action, step, sources), sources, frame.action.depth + 1);
    const { used } = run;
    const github = this.#githubOf(frame, used);
    const scope = this.#scope({ ...frame, github }, env, stage);
    const given = Object.fromEntries([...does.inputs].map(([name, text]) => [name, evaluateText(text, "step", scope)]));
    const inputs = resolveInputs(used.action, given, scope);
    if (stage === "main") {
      this.#announce(does.uses, [
        "with:",
        ...Object.entries(inputs).flatMap(([name, value]) => (value === "" ? [] : [`  ${name}: ${value}`])),
      ]);
      this.#warn(used, given);
    }
    const { action } = used;
    if (action.runs.kind === "composite") {
      // Its steps and their state stay from stage to stage; what it is given is evaluated anew in each.
      run.frame ??= this.#frame(used, github, env);
      Object.assign(run.frame, { github, env, inputs });
      if (stage === "main") Object.assign(state.outputs, await this.#runMain(run.frame));
      else await this.#runSteps(run.frame, stage);
      return stage === "main" ? run.frame.result : "success";
    }
    const script = action.runs[stage];
    if (script === undefined) return "success";
    const scriptRun = { action: action as JavaScriptAction, inputs, github, env: Object.fromEntries(env) };
    return (await run.step.run(script, scriptRun)) === 0 ? "success" : "failure";
  }

  /** GITHUB_ACTION_PATH is the composite's own folder, also for the actions inside it. */
  #github(frame: Frame): Record<string, string> {
    return { ...frame.github, action_path: frame.action.action.directory, action_status: frame.result };
  }

  #githubOf(frame: Frame, { uses, tree }: EmbeddedAction): Record<string, string> {
    const github = this.#github(frame);
    if (uses !== undefined)
      return { ...github, action_repository: `${uses.owner}/${uses.repository}`, action_ref: uses.ref };
    const isSame = tree === frame.action.tree;
    return {
      ...github,
      action_repository: isSame ? (github.repository ?? "") : "",
      action_ref: isSame ? (github.sha ?? "") : "",
    };
  }

  #scope(frame: Frame, env: ReadonlyMap<string, string>, stage: Stage): ExpressionScope {
    const { workspace, temporary, event, env: jobEnv = {} } = this.#options;
    const status = this.#isCancelled ? "cancelled" : this.#jobFailed ? "failure" : "success";
    const shown = { ...jobEnv, ...Object.fromEntries(this.#record.env), ...Object.fromEntries(env) };
    return {
      contexts: {
        github: { ...this.#github(frame), workspace, event: event as ContextValue },
        inputs: frame.inputs,
        steps: Object.fromEntries([...frame.steps].map(([id, state]) => [id, { ...state }])),
        env: dictionaryOf(shown, { caseSensitive: true }),
        runner: runnerContext(workspace, temporary),
        job: { status },
        matrix: {},
        strategy: {},
      },
      status: this.#status(frame, stage, status),
      workspace,
    };
  }

  /**
   * The steps of a composite ask for its own status, pre and post for the job's (SuccessFunction.cs,
   * FailureFunction.cs).
   */
  #status(frame: Frame, stage: Stage, jobStatus: string): ExpressionStatus {
    const status = stage === "main" ? frame.result : jobStatus;
    return { success: status === "success", failure: status === "failure", cancelled: this.#isCancelled };
  }

  #announce(title: string, lines: readonly string[]): void {
    for (const line of [`::group::Run ${title}`, ...lines, "::endgroup::"]) this.#record.show(line);
  }

  #warn({ action, uses }: EmbeddedAction, given: Readonly<Record<string, string>>): void {
    const known = new Map([...action.inputs].map(([name, input]) => [name.toLowerCase(), input]));
    const unexpected = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
    const warnings = Object.keys(given).flatMap((name) => {
      const message = known.get(name.toLowerCase())?.deprecationMessage;
      return message === undefined ? [] : [`Input '${name}' has been deprecated with message: ${message}`];
    });
    if (unexpected.length > 0)
      warnings.push(
        `Unexpected input(s) '${unexpected.join("', '")}' of ${uses === undefined ? action.directory : slugOf(uses)}, valid inputs are ['${[...action.inputs.keys()].join("', '")}']`,
      );
    for (const warning of warnings) {
      this.#record.show(`::warning::${warning}`);
      this.#record.annotate("warning", warning);
    }
  }
}
