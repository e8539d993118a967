import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { type CompositeStep, readCompositeSteps } from "../composite/composite-step.ts";
import { checkText, type ExpressionScope, evaluateText } from "../expression/expression.ts";
import { kindOf } from "./kinds.ts";

export interface ActionInput {
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly deprecationMessage: string | undefined;
}

export interface ActionOutput {
  readonly description: string;
  /** What a composite action makes the output of; undefined in JavaScript actions, which set it themselves. */
  readonly value: string | undefined;
}

/** What an action.yml says. */
export interface ActionFile {
  readonly name: string;
  readonly description: string;
  /** Folder of action.yml, absolute. */
  readonly directory: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly outputs: ReadonlyMap<string, ActionOutput>;
  readonly runs: JavaScriptRuns | CompositeRuns;
}

/** Scripts of the action's folder. */
export interface JavaScriptRuns {
  readonly kind: "node24";
  readonly main: string;
  readonly pre: string | undefined;
  readonly post: string | undefined;
  /** Conditions of pre and post; `always()` when the file has none. */
  readonly preIf: string;
  readonly postIf: string;
}

export interface CompositeRuns {
  readonly kind: "composite";
  readonly steps: readonly CompositeStep[];
}

/** A JavaScript action. */
export type JavaScriptAction = ActionFile & { readonly runs: JavaScriptRuns };

/** A composite action. */
export type CompositeAction = ActionFile & { readonly runs: CompositeRuns };

/** Where the action.yml of a folder is; undefined when the folder has none. */
export function actionFilePath(folder: string): string | undefined {
  return ["action.yml", "action.yaml"].map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
}

/** @throws Error in one line when there is no action in the folder, or one that cannot be run here. */
export function readActionFile(folder: string): ActionFile {
  const path = actionFilePath(folder);
  if (path === undefined) throw new Error(`${folder} has no action.yml`);
  const file = (parse(readFileSync(path, "utf8")) ?? {}) as RawActionFile;
  return {
    name: file.name ?? "",
    description: file.description ?? "",
    directory: resolve(dirname(path)),
    inputs: new Map(Object.entries(file.inputs ?? {}).map(([name, input]) => [name, readInput(name, input, path)])),
    outputs: new Map(
      Object.entries(file.outputs ?? {}).map(([name, output]) => [name, readOutput(name, output, path)]),
    ),
    runs: readRuns(file.runs ?? {}, path),
  };
}

interface RawActionFile {
  readonly name?: string;
  readonly description?: string;
  readonly inputs?: Record<string, RawInput | null>;
  readonly outputs?: Record<string, RawOutput | null>;
  readonly runs?: RawRuns;
}

interface RawInput {
  readonly description?: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly deprecationMessage?: string;
}

interface RawOutput {
  readonly description?: string;
  readonly value?: unknown;
}

interface RawRuns {
  readonly using?: string;
  readonly main?: string;
  readonly pre?: string;
  readonly post?: string;
  readonly "pre-if"?: string;
  readonly "post-if"?: string;
  readonly steps?: unknown;
}

function readInput(name: string, input: RawInput | null, path: string): ActionInput {
  const value = input?.default === undefined || input.default === null ? undefined : String(input.default);
  located(`${path}: the default of \`${name}\``, () => checkText(value ?? "", "input default"));
  return {
    description: input?.description ?? "",
    required: input?.required === true,
    default: value,
    deprecationMessage: input?.deprecationMessage,
  };
}

function readOutput(name: string, output: RawOutput | null, path: string): ActionOutput {
  const value = output?.value === undefined || output.value === null ? undefined : String(output.value);
  located(`${path}: the value of the output \`${name}\``, () => checkText(value ?? "", "output"));
  return { description: output?.description ?? "", value };
}

function readRuns(runs: RawRuns, path: string): ActionFile["runs"] {
  const { using = "", main = "", pre, post } = runs;
  const kind = kindOf(using);
  if (kind === "composite") return { kind, steps: readCompositeSteps(runs.steps, path) };
  if (kind === undefined || main === "")
    throw new Error(
      `${path} runs with \`${using}\`; only JavaScript actions (node24) and composite actions can be run here`,
    );
  return { kind, main, pre, post, preIf: runs["pre-if"] ?? "always()", postIf: runs["post-if"] ?? "always()" };
}

function located(place: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`);
  }
}

/**
 * The value of every input as the runner hands it over: given (names without case), else the default with its
 * expressions evaluated, else empty. `required` is not enforced, as on GitHub; inputs that action.yml does not know are
 * passed on, as the runner only warns about them.
 */
export function resolveInputs(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  scope: ExpressionScope,
): Record<string, string> {
  const remaining = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const values: Record<string, string> = {};
  for (const [name, input] of action.inputs) {
    values[name] =
      remaining.get(name.toLowerCase())?.value ?? evaluateText(input.default ?? "", "input default", scope);
    remaining.delete(name.toLowerCase());
  }
  for (const { name, value } of remaining.values()) values[name] = value;
  return values;
}
