import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** How a `run:` step is started: a program, and its arguments with the script's path among them. */
export interface ShellCommand {
  /** As `shell:` names it; the script's file gets the ending that this program is used to. */
  readonly program: string;
  /** The argument that is exactly, or holds, `{0}` stands for the script. */
  readonly arguments: readonly string[];
  readonly extension: string;
}

/** ScriptHandlerHelpers.cs: what the built-in shells are given, and how their scripts are called. */
const BUILT_IN: Readonly<Record<string, { readonly arguments: string; readonly extension: string }>> = {
  bash: { arguments: "--noprofile --norc -e -o pipefail {0}", extension: ".sh" },
  sh: { arguments: "-e {0}", extension: ".sh" },
  pwsh: { arguments: "-command \". '{0}'\"", extension: ".ps1" },
  python: { arguments: "{0}", extension: ".py" },
};

/** @throws Error in one line for a shell that GitHub would refuse. */
export function parseShell(shell: string): ShellCommand {
  const [, program = "", own = ""] = /^(\S*)\s*(.*)$/s.exec(shell) ?? [];
  const builtIn = BUILT_IN[program];
  const template = own === "" ? (builtIn?.arguments ?? "") : own;
  if (!template.includes("{0}"))
    throw new Error(
      `\`shell: ${shell}\` is not a shell; write ${Object.keys(BUILT_IN).join(", ")} or a command with {0} in it`,
    );
  return { program, arguments: splitArguments(template), extension: builtIn?.extension ?? "" };
}

/** @param script the path of the script's file. */
export function argumentsFor(command: ShellCommand, script: string): string[] {
  return command.arguments.map((argument) => argument.replaceAll("{0}", () => script));
}

/** The script as the runner writes it: PowerShell stops at errors and hands exit codes on. */
export function scriptFor(command: ShellCommand, script: string): string {
  if (command.program !== "pwsh") return script;
  const exit = "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }";
  return `$ErrorActionPreference = 'stop'\n${script}\n${exit}`;
}

/** Where a program lies. @param path as in PATH. @returns undefined when no folder has it. */
export function findProgram(program: string, path: string): string | undefined {
  if (program.includes("/")) return isExecutable(resolve(program)) ? resolve(program) : undefined;
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** As .NET splits a command line: at blanks outside of double quotes; `\"` is a quote. */
function splitArguments(line: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === "\\" && line[at + 1] === '"') {
      current = `${current ?? ""}"`;
      at++;
    } else if (character === '"') {
      quoted = !quoted;
      current ??= "";
    } else if (/\s/.test(character) && !quoted) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else current = `${current ?? ""}${character}`;
  }
  return current === undefined ? found : [...found, current];
}
