import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";

export interface ActionInput {
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly deprecationMessage: string | undefined;
}

/** What action.yml says of a JavaScript action. */
export interface ActionFile {
  readonly name: string;
  readonly description: string;
  /** Folder of action.yml, absolute. */
  readonly directory: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly outputs: ReadonlyMap<string, string>;
  readonly using: string;
  readonly main: string;
  readonly pre: string | undefined;
  readonly post: string | undefined;
}

/** @throws Error in one line when there is no action in the folder, or one that is not JavaScript. */
export function readActionFile(folder: string): ActionFile {
  const path = ["action.yml", "action.yaml"]
    .map((name) => join(folder, name))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${folder} has no action.yml`);
  const file = parse(readFileSync(path, "utf8")) as RawActionFile;
  const { using = "", main = "" } = file.runs ?? {};
  if (!/^node\d+$/.test(using) || main === "")
    throw new Error(`${path} runs with \`${using}\`; only JavaScript actions (node24) can be run here`);
  return {
    name: file.name ?? "",
    description: file.description ?? "",
    directory: resolve(dirname(path)),
    inputs: new Map(
      Object.entries(file.inputs ?? {}).map(([name, input]) => [
        name,
        {
          description: input?.description ?? "",
          required: input?.required === true,
          default: input?.default === undefined || input.default === null ? undefined : String(input.default),
          deprecationMessage: input?.deprecationMessage,
        },
      ]),
    ),
    outputs: new Map(Object.entries(file.outputs ?? {}).map(([name, output]) => [name, output?.description ?? ""])),
    using,
    main,
    pre: file.runs?.pre,
    post: file.runs?.post,
  };
}

interface RawActionFile {
  readonly name?: string;
  readonly description?: string;
  readonly inputs?: Record<
    string,
    { description?: string; required?: boolean; default?: unknown; deprecationMessage?: string } | null
  >;
  readonly outputs?: Record<string, { description?: string } | null>;
  readonly runs?: { using?: string; main?: string; pre?: string; post?: string };
}

/**
 * The value of every input as the runner hands it over: given, else the default, else empty; `${{ github.* }}` in a default is filled in.
 * `required` is not enforced, as on GitHub.
 */
export function resolveInputs(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, input] of action.inputs) {
    values[name] =
      given[name] ??
      (input.default ?? "").replace(/\$\{\{\s*github\.([a-z_]+)\s*\}\}/g, (_, key: string) => github[key] ?? "");
  }
  // The runner only warns about inputs that action.yml does not know, and passes them on.
  for (const [name, value] of Object.entries(given)) values[name] ??= value;
  return values;
}
