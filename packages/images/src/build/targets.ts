import { nearest } from "@jessy-actions/reading/nearest";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { parseYaml, YamlError } from "@jessy-actions/reading/yaml";
import { splitList } from "../list-values.ts";
import {
  BOOLEAN_INPUTS,
  type BooleanInput,
  LIST_INPUTS,
  type ListInput,
  type TargetInputs,
  TEXT_INPUTS,
  type TextInput,
} from "./target-inputs.ts";

/** The name of the one image of a step without `targets`. */
export const ONLY_TARGET = "image";

/** More images than anyone builds in one step; each one is a solve of its own. */
export const MAX_TARGETS = 50;

/** What buildx takes as the name of a target (bake/bake.go, `validTargetNameChars`). */
const NAME = /^[a-zA-Z0-9_-]+$/;

/** Bake's own name for the targets that are built when none is named. */
const RESERVED = "default";

/** Inputs that hold for the whole step: one `buildx bake` call has one of each. */
const STEP_INPUTS = [
  "allow-secrets",
  "builder",
  "by-digest",
  "cache-folder",
  "cache-ref",
  "dry-run",
  "github-token",
  "immutable-tags",
  "max-growth",
  "max-size",
  "merge",
  "password",
  "promote",
  "registries",
  "retry-for",
  "scan",
  "sign",
  "signature-format",
  "signing-key",
  "signing-password",
  "targets",
  "username",
  "verify",
  "verify-key",
];

const KEYS: readonly string[] = ["name", ...TEXT_INPUTS, ...BOOLEAN_INPUTS, ...Object.keys(LIST_INPUTS)];

export interface NamedTarget {
  readonly name: string;
  readonly inputs: TargetInputs;
  /** What it says of `push` itself; undefined: what the step says. */
  readonly push?: PushWord;
}

export const PUSH_WORDS = ["auto", "true", "false"] as const;

export type PushWord = (typeof PUSH_WORDS)[number];

/**
 * Reads the input `targets`: a YAML list of maps, each with a `name` and any input of its own. An input that an image
 * sets replaces the step's; what it leaves out is the step's. A list is a YAML list or the text that the input would be.
 *
 * @throws UserErrors with everything that is wrong, each line naming the image and the key.
 */
export function readTargets(text: string, common: TargetInputs): readonly NamedTarget[] {
  if (text.trim() === "") return [{ name: ONLY_TARGET, inputs: common }];
  const problems: string[] = [];
  const targets = yamlList(text).map((item, index) => readTarget(item, index + 1, common, problems));
  if (targets.length > MAX_TARGETS)
    problems.push(
      `input \`targets\`: ${targets.length} images are more than ${MAX_TARGETS}; use several steps or jobs`,
    );
  const seen = new Set<string>();
  for (const { name } of targets) {
    if (name !== "" && seen.has(name))
      problems.push(`input \`targets\`: the name \`${name}\` is there twice; give each image a name of its own`);
    seen.add(name);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return targets;
}

function yamlList(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = parseYaml(text).value;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // Secrets stand in the text, and the library's own message may quote it.
    const reason = error.message.startsWith("is not valid YAML") ? "is not valid YAML" : error.message;
    throw new UserErrors([`input \`targets\`, line ${error.line}, ${reason}; ${EXAMPLE}`]);
  }
  if (!Array.isArray(value))
    throw new UserErrors([`input \`targets\`: found ${kindOf(value)} instead of a list; ${EXAMPLE}`]);
  if (value.length === 0)
    throw new UserErrors([`input \`targets\`: the list is empty; ${EXAMPLE}; or leave \`targets\` out`]);
  return value;
}

const EXAMPLE = "write `- name: api` with the inputs of that image below it";

function readTarget(item: unknown, position: number, common: TargetInputs, problems: string[]): NamedTarget {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.push(`input \`targets\`, entry ${position}: found ${kindOf(item)} instead of a map; ${EXAMPLE}`);
    return { name: "", inputs: common };
  }
  const fields = Object.entries(item);
  const name = readName(fields.find(([key]) => key === "name")?.[1], position, problems);
  const place = name === "" ? `input \`targets\`, entry ${position}` : `input \`targets\`, \`${name}\``;
  const push = readPush(fields.find(([key]) => key === "push")?.[1]);
  if (push instanceof Problem) problems.push(`${place}: ${push.text}`);
  const own = fields
    .filter(([key]) => key !== "name" && key !== "push")
    .map(([key, value]) => {
      const read = readField(key, value);
      if (read instanceof Problem) problems.push(`${place}: ${read.text}`);
      return [key, read] as const;
    });
  const inputs = { ...common, ...Object.fromEntries(own.filter(([, read]) => !(read instanceof Problem))) };
  return { name, inputs, ...(typeof push === "string" && { push }) };
}

/** YAML makes a boolean of `true` and leaves `auto` a text. */
function readPush(value: unknown): PushWord | undefined | Problem {
  if (value === undefined || value === null || value === "") return undefined;
  const word = typeof value === "boolean" ? String(value) : value;
  const known = PUSH_WORDS.find((each) => each === word);
  return known ?? new Problem(`\`push\` is ${kindOf(value)} instead of \`auto\`, \`true\` or \`false\`.`);
}

function readName(value: unknown, position: number, problems: string[]): string {
  if (value === undefined || value === null || value === "")
    problems.push(
      `input \`targets\`, entry ${position}: it has no \`name\`; give each image a name, such as \`- name: api\``,
    );
  else if (typeof value !== "string")
    problems.push(
      `input \`targets\`, entry ${position}: \`name\` is ${kindOf(value)} instead of a text; put it in quotes`,
    );
  else if (!NAME.test(value))
    problems.push(
      `input \`targets\`, entry ${position}: \`${quoted(value)}\` is not a name that buildx takes; use letters, digits, \`_\` and \`-\` alone`,
    );
  else if (value === RESERVED)
    problems.push(
      `input \`targets\`, entry ${position}: \`${RESERVED}\` is bake's name for all targets; choose another name`,
    );
  else return value;
  return "";
}

class Problem {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function readField(key: string, value: unknown): string | boolean | readonly string[] | Problem {
  if (TEXT_INPUTS.includes(key as TextInput)) return readText(key, value);
  if (BOOLEAN_INPUTS.includes(key as BooleanInput)) return readBoolean(key, value);
  if (Object.hasOwn(LIST_INPUTS, key)) return readList(key as ListInput, value);
  if (STEP_INPUTS.includes(key))
    return new Problem(`\`${key}\` holds for the whole step; set it beside \`targets\`, not inside`);
  const close = nearest(key, [...KEYS, ...STEP_INPUTS]);
  const hint = close === undefined ? `an image can have: ${KEYS.join(", ")}` : `did you mean \`${close}\``;
  return new Problem(`\`${quoted(key)}\` is not an input of an image; ${hint}${close === undefined ? "" : "?"}`);
}

function readText(key: string, value: unknown): string | Problem {
  if (value === null) return "";
  if (typeof value === "object") return new Problem(`\`${key}\` is ${kindOf(value)} instead of a text.`);
  return isNumber(value) ? new Problem(`\`${key}\` is ${kindOf(value)}; ${QUOTE_IT}`) : String(value);
}

function readBoolean(key: string, value: unknown): boolean | Problem {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  return new Problem(`\`${key}\` is ${kindOf(value)} instead of \`true\` or \`false\`.`);
}

function readList(key: ListInput, value: unknown): readonly string[] | Problem {
  if (value === null) return [];
  if (!Array.isArray(value)) {
    if (typeof value === "object")
      return new Problem(`\`${key}\` is a map instead of a list; write \`- key=value\` lines`);
    if (isNumber(value)) return new Problem(`\`${key}\` is ${kindOf(value)}; ${QUOTE_IT}`);
    return listOf(key, String(value));
  }
  const wrong = value.findIndex((item) => item === null || typeof item === "object" || isNumber(item));
  if (wrong >= 0)
    return new Problem(`\`${key}\` has ${kindOf(value[wrong])} at place ${wrong + 1} instead of a text; ${QUOTE_IT}`);
  return value.map(String).filter((item) => item !== "");
}

function listOf(key: ListInput, text: string): readonly string[] | Problem {
  try {
    return splitList(text, LIST_INPUTS[key]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Problem(`\`${key}\` ${error.message}`);
  }
}

/** YAML reads `1.10` as 1.1 and `007` as 7: what was written is lost. */
function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

const QUOTE_IT = "put the value in quotes: YAML reads 1.10 as 1.1";

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? "a text" : `the ${typeof value} ${String(value)}`;
}

/** Untrusted text inside a message: one line, not endless. */
function quoted(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f`]+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
