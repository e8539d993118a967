import { csvFields } from "./attributes.ts";

/** Longer than any that is written by hand; the rest is not read. */
export const MAX_DOCKERFILE_CHARACTERS = 1_000_000;

/** One instruction with its lines, counted from 1. */
export interface Instruction {
  /** In capitals: `RUN`. */
  readonly keyword: string;
  /** `--mount=type=cache,target=/x` as `["mount", "type=cache,target=/x"]`. */
  readonly flags: readonly (readonly [string, string])[];
  /** What follows the flags, joined to one line. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

export interface Stage {
  readonly index: number;
  /** In lower case, as BuildKit compares names. */
  readonly name?: string;
  /** What it starts from, variables expanded by the arguments before the first stage. */
  readonly base: string;
  /** The stage that `base` names, if it names one. */
  readonly parent?: number;
  readonly platform?: string;
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  readonly stages: readonly Stage[];
  /** The arguments before the first stage. A stage has them only if it names them again. */
  readonly globals: ReadonlyMap<string, string>;
}

/**
 * Reads the stages and instructions of a Dockerfile, for what is said about it. It judges nothing: what BuildKit would
 * refuse is read as far as it makes sense. Linear in the text.
 *
 * @param args build arguments, which replace the defaults of `ARG` before the first `FROM`.
 */
export function readDockerfile(text: string, args: Readonly<Record<string, string>> = {}): Dockerfile {
  const globals = new Map<string, string>();
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const instruction of instructionsOf(text.slice(0, MAX_DOCKERFILE_CHARACTERS))) {
    if (instruction.keyword === "FROM") stages.push(stageOf(instruction, stages, globals));
    else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
    else if (instruction.keyword === "ARG") declare(instruction.text, globals, args);
  }
  return { stages, globals };
}

function stageOf(instruction: Instruction, stages: readonly Stage[], globals: ReadonlyMap<string, string>) {
  const [from = "", as, name] = instruction.text.split(/\s+/);
  const base = expandVariables(from, globals);
  const parent = findStage(stages, base);
  const platform = instruction.flags.find(([flag]) => flag === "platform")?.[1];
  return {
    index: stages.length,
    ...(as?.toUpperCase() === "AS" && name !== undefined ? { name: name.toLowerCase() } : {}),
    base,
    ...(parent === undefined ? {} : { parent: parent.index }),
    ...(platform === undefined ? {} : { platform }),
    instructions: [] as Instruction[],
  };
}

/** The stage of a name; the last of several, as BuildKit has it. */
export function findStage(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.findLast((stage) => stage.name === name.toLowerCase());
}

/** The names that a stage's own `ARG` instructions declare. */
export function declaredArguments({ instructions }: Stage): ReadonlySet<string> {
  const texts = instructions.flatMap(({ keyword, text }) => (keyword === "ARG" ? [text] : []));
  return new Set(texts.flatMap((text) => [...assignments(text)].map(([name]) => name)));
}

/** Adds what an `ARG` declares: the build's value, else its default, else that of the global `ARG`, else nothing. */
function declare(
  text: string,
  variables: Map<string, string>,
  args: Readonly<Record<string, string>>,
  globals: ReadonlyMap<string, string> = new Map(),
): void {
  for (const [name, value] of assignments(text)) {
    const known = Object.hasOwn(args, name)
      ? args[name]
      : value === undefined
        ? globals.get(name)
        : expandVariables(value, variables);
    if (known !== undefined) variables.set(name, known);
  }
}

/**
 * The variables that hold at the end of a stage, as far as the Dockerfile itself sets them: the environment of its
 * parents, then its own `ARG` and `ENV`.
 */
export function variablesOf(
  { stages, globals }: Dockerfile,
  stage: Stage,
  args: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const chain: Stage[] = [];
  for (
    let at: Stage | undefined = stage;
    at !== undefined;
    at = at.parent === undefined ? undefined : stages[at.parent]
  )
    chain.unshift(at);
  const environment = new Map<string, string>();
  let local = new Map<string, string>();
  for (const { instructions } of chain) {
    local = new Map(environment);
    for (const { keyword, text } of instructions) {
      if (keyword === "ARG") declare(text, local, args, globals);
      if (keyword !== "ENV") continue;
      // The old form `ENV NAME the whole rest`.
      const old = /^([^\s=]+)\s+(.*)$/.exec(text);
      for (const [name, value = ""] of old === null ? assignments(text) : [[old[1]!, old[2]!] as const]) {
        environment.set(name, expandVariables(value, local));
        local.set(name, environment.get(name)!);
      }
    }
  }
  return local;
}

/** `A=1 B="two words"`. A name without `=` has no value. */
function* assignments(text: string): Iterable<readonly [string, string | undefined]> {
  const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|["'\\])+/g) ?? [];
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 0) yield [word, undefined];
    else yield [word.slice(0, equals), word.slice(equals + 1).replace(/^(["'])(.*)\1$/, "$2")];
  }
}

/** Expands `$A`, `${A}`, `${A:-default}` and `${A:+other}`. A variable that is not known stays as it is written. */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?([-+])([^{}]*))?\})/g,
    (whole, plain: string | undefined, braced: string | undefined, sign: string | undefined, word = "") => {
      const value = variables.get(plain ?? braced ?? "");
      if (sign === "-") return value === undefined || value === "" ? word : value;
      if (sign === "+") return value === undefined || value === "" ? "" : word;
      return value ?? whole;
    },
  );
}

/** Attributes of a `--mount`; a key without a value, as `readonly`, is true. */
export function mountAttributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (csvFields(text) ?? []).map((field) => {
      const equals = field.indexOf("=");
      return equals < 0
        ? [field.trim().toLowerCase(), "true"]
        : [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1)];
    }),
  );
}

function* instructionsOf(text: string): Iterable<Instruction> {
  const lines = text.split(/\r\n|\n/);
  const continuation = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(leadingComments(lines)) ? "`" : "\\";
  for (let at = 0; at < lines.length; at++) {
    if (/^\s*(?:#|$)/.test(lines[at]!)) continue;
    const start = at;
    let joined = "";
    for (; at < lines.length; at++) {
      const line = lines[at]!;
      // A comment or an empty line inside an instruction does not end it.
      if (at > start && /^\s*(?:#|$)/.test(line)) continue;
      const cut = line.trimEnd();
      if (!cut.endsWith(continuation)) {
        joined += line;
        break;
      }
      joined += `${cut.slice(0, -1)} `;
    }
    at = Math.min(at, lines.length - 1);
    const end = afterHeredocs(lines, at, joined);
    yield parseInstruction(joined, start + 1, end + 1);
    at = end;
  }
}

function leadingComments(lines: readonly string[]): string {
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end < 0 ? undefined : end).join("\n");
}

/** The index of the last line of the here-documents (`<<EOF`) that an instruction opens. */
function afterHeredocs(lines: readonly string[], start: number, instruction: string): number {
  if (!/^\s*(?:RUN|COPY|ADD)\s/i.test(instruction)) return start;
  let at = start;
  for (const [, dash, , word] of instruction.matchAll(/(?<!<)<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g)) {
    const end = lines.findIndex(
      (line, index) => index > at && (dash === "" ? line : line.replace(/^\t+/, "")) === word,
    );
    if (end < 0) return at;
    at = end;
  }
  return at;
}

function parseInstruction(joined: string, line: number, endLine: number): Instruction {
  let rest = joined.trim();
  const keyword = /^\S+/.exec(rest)?.[0] ?? "";
  rest = rest.slice(keyword.length).trimStart();
  const flags: [string, string][] = [];
  for (;;) {
    const flag = /^--([a-z-]+)(?:=((?:"[^"]*"|[^\s"])*))?(?=\s|$)/i.exec(rest);
    if (flag === null) break;
    flags.push([flag[1]!.toLowerCase(), flag[2] ?? ""]);
    rest = rest.slice(flag[0].length).trimStart();
  }
  return { keyword: keyword.toUpperCase(), flags, text: rest, line, endLine };
}
