import { shellQuote } from "./shell-quote.ts";

/** Read-only in bash (bash(1), "Shell Variables"), or what the wrapped script stands on. */
const TAKEN = new Set(["UID", "EUID", "PPID", "BASHOPTS", "BASH_VERSINFO", "SHELLOPTS", "IFS", "OPTIND", "_"]);
const OURS = "jessy_";

/** Why a variable cannot be given to a script, as a clause; undefined if it can. */
export function variableProblem(name: string, value: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return "has a name that is not made of letters, digits and `_`";
  if (TAKEN.has(name)) return "is one that the shell keeps for itself";
  if (name.startsWith(OURS)) return `begins with \`${OURS}\`, which scripts on hosts use themselves`;
  if (value.includes("\u0000")) return "holds a NUL character, which no variable can";
  return undefined;
}

/** Lines of sh that set and export variables. @throws Error for one that `variableProblem` refuses. */
export function exportLines(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => {
      const problem = variableProblem(name, value);
      if (problem !== undefined) throw new Error(`the variable ${name} ${problem}`);
      return `${name}=${shellQuote(value)}\nexport ${name}\n`;
    })
    .join("");
}
