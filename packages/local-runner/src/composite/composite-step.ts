import { parseStepTarget, type StepTarget } from "../action/uses.ts";
import { checkCondition, checkText } from "../expression/expression.ts";
import { parseShell } from "./shell.ts";

/** One step of a composite action, as its action.yml writes it. Texts may hold `${{ }}`. */
export interface CompositeStep {
  /** For messages: `step 2 (report)`. */
  readonly place: string;
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** `if`; empty when the step has none. */
  readonly condition: string;
  readonly env: ReadonlyMap<string, string>;
  /** `continue-on-error`; empty when the step has none. */
  readonly continueOnError: string;
  readonly does: ScriptStep | UsesStep;
}

export interface ScriptStep {
  readonly kind: "run";
  readonly script: string;
  readonly shell: string;
  /** Relative to the workspace; empty for the workspace itself. */
  readonly workingDirectory: string;
}

export interface UsesStep {
  readonly kind: "uses";
  readonly uses: string;
  readonly target: StepTarget;
  readonly inputs: ReadonlyMap<string, string>;
}

const RUN_KEYS = ["name", "id", "if", "run", "env", "continue-on-error", "working-directory", "shell"];
const USES_KEYS = ["name", "id", "if", "uses", "continue-on-error", "with", "env"];

/** WorkflowTemplateConverter.cs, NameValidation.cs. */
const ID = /^[a-zA-Z_][\w-]{0,99}$/;

/**
 * The steps of a composite action, checked as the runner checks them when it loads the file (`composite-steps` in
 * action_yaml.json).
 *
 * @param steps what `runs.steps` is. @param file for messages.
 * @throws Error in one line that names the file and the step, for what GitHub would refuse.
 */
export function readCompositeSteps(steps: unknown, file: string): CompositeStep[] {
  if (!Array.isArray(steps)) throw new Error(`${file} is a composite action without \`runs.steps\``);
  const ids = new Set<string>();
  return steps.map((step: unknown, index) => {
    const place = placeOf(step, index);
    try {
      const read = readStep(step, place);
      const id = read.id?.toLowerCase();
      if (id !== undefined && ids.has(id)) throw new Error(`\`id: ${read.id}\` is taken by an earlier step`);
      if (id !== undefined) ids.add(id);
      return read;
    } catch (error) {
      throw new Error(`${file}: ${place}: ${(error as Error).message}`);
    }
  });
}

function placeOf(step: unknown, index: number): string {
  const { id, name, uses, run } = mappingOf(step) ?? {};
  const label = [id, name, uses, run].find((value) => typeof value === "string" && value.trim() !== "");
  const [first = ""] = String(label ?? "")
    .trim()
    .split("\n");
  return `step ${index + 1}${first === "" ? "" : ` (${first})`}`;
}

function readStep(step: unknown, place: string): CompositeStep {
  const mapping = mappingOf(step);
  if (mapping === undefined) throw new Error("it is not a mapping; write `run:` or `uses:`");
  const isRun = "run" in mapping;
  if (isRun === "uses" in mapping) throw new Error("it needs one of `run` and `uses`, and not both");
  const known = isRun ? RUN_KEYS : USES_KEYS;
  const unknown = Object.keys(mapping).find((key) => !known.includes(key));
  if (unknown === "timeout-minutes")
    throw new Error("`timeout-minutes` is not known here; set it on the workflow's step that uses the action");
  if (unknown !== undefined) throw new Error(`\`${unknown}\` is not known; it may have ${known.join(", ")}`);
  const text = (key: string) => textOf(mapping[key], key);
  const id = mapping.id === undefined ? undefined : text("id");
  if (id !== undefined && (!ID.test(id) || id.startsWith("__")))
    throw new Error(`\`id: ${id}\` is not valid; start with a letter or _, and write letters, digits, - and _`);
  checkCondition(text("if"));
  for (const key of ["name", "continue-on-error"]) checkText(text(key), "step");
  return {
    place,
    id,
    name: mapping.name === undefined ? undefined : text("name"),
    condition: text("if"),
    env: textsOf(mapping.env, "env"),
    continueOnError: text("continue-on-error"),
    does: isRun ? readScript(mapping) : readUses(mapping),
  };
}

function readScript(mapping: Mapping): ScriptStep {
  const [script, shell, workingDirectory] = ["run", "shell", "working-directory"].map((key) => {
    const text = textOf(mapping[key], key);
    checkText(text, "step");
    return text;
  }) as [string, string, string];
  if (shell === "") throw new Error("it has no `shell`, which GitHub asks of every `run` in a composite action");
  if (!shell.includes("${{")) parseShell(shell);
  return { kind: "run", script, shell, workingDirectory };
}

function readUses(mapping: Mapping): UsesStep {
  const uses = textOf(mapping.uses, "uses");
  return { kind: "uses", uses, target: parseStepTarget(uses), inputs: textsOf(mapping.with, "with") };
}

type Mapping = Readonly<Record<string, unknown>>;

function mappingOf(value: unknown): Mapping | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Mapping) : undefined;
}

/** A scalar as its text. */
function textOf(value: unknown, key: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") throw new Error(`\`${key}\` must be a text`);
  return String(value);
}

/** A mapping of names to texts, each checked. */
function textsOf(value: unknown, key: string): ReadonlyMap<string, string> {
  if (value === undefined || value === null) return new Map();
  const mapping = mappingOf(value);
  if (mapping === undefined) throw new Error(`\`${key}\` must be a mapping of names to texts`);
  return new Map(
    Object.entries(mapping).map(([name, entry]) => {
      const text = textOf(entry, `${key}.${name}`);
      checkText(text, "step");
      return [name, text];
    }),
  );
}
