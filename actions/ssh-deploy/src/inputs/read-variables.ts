import { variableProblem } from "@jessy-actions/deployment/shell/variables";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";

export interface VariableInputs {
  readonly environmentVariables: Readonly<Record<string, string>>;
  /** Values of them that no log and no file may show. */
  readonly secretValues: readonly string[];
}

/** The shells act on them before our first line, or they are ours. */
const REFUSED = /^(?:ENV|BASH_ENV|PWD|OLDPWD|PS4|JESSY_.*)$/;
/** Variables whose values people forget to put into `secrets`. */
const SECRET_NAME = /SECRET|TOKEN|PASSW|PASSPHRASE|CREDENTIAL|(?:^|_)(?:KEY|DSN|PWD|AUTH)(?:_|$)|_URL$/i;
/** Linux takes 128 KiB for one variable with its name. */
const MAX_BYTES = 100_000;
/** They travel with every script, whose length has a limit. */
const MAX_ALL_BYTES = 256_000;

/** `env` and `secrets`: variables of every script on the hosts. */
export function readVariables(reader: InputReader): VariableInputs {
  const plain = parseVariables(reader, "env");
  const secret = parseVariables(reader, "secrets");
  for (const name of secret.keys())
    if (plain.has(name)) reader.problem("secrets", `sets ${quote(name)}, and so does \`env\`; keep one`);
  const bytes = [...plain.values(), ...secret.values()].reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (bytes > MAX_ALL_BYTES)
    reader.problem(
      "env",
      `and \`secrets\` have more than ${MAX_ALL_BYTES / 1000} kB; put them into a file that is deployed`,
    );
  const hidden = [...plain].flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value] : []));
  return {
    environmentVariables: { ...Object.fromEntries(plain), ...Object.fromEntries(secret) },
    secretValues: [...new Set([...hidden, ...secret.values()])].filter((value) => value.trim() !== ""),
  };
}

/** `NAME=value` lines, and `NAME<<END` with the value's lines up to `END`, as in the file that GITHUB_ENV names. */
function parseVariables(reader: InputReader, input: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const lines = reader.verbatim(input).split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name = "", sign = "", rest = ""] = /^\s*([A-Za-z_]\w*)(=|<<)(.*)$/.exec(line) ?? [];
    if (sign === "") {
      // The line may be a part of a secret: it is not quoted.
      reader.problem(input, `has a line ${at + 1} that is not \`NAME=value\`; for several lines write \`NAME<<END\``);
      continue;
    }
    let value = rest;
    if (sign === "<<") {
      const end = lines.indexOf(rest.trim(), at + 1);
      if (rest.trim() === "" || end === -1) {
        reader.problem(input, `has no line with the end of ${quote(name)} alone; close it as it was opened`);
        break;
      }
      value = lines.slice(at + 1, end).join("\n");
      at = end;
    }
    checkVariable(reader, input, name, value, variables.has(name));
    variables.set(name, value);
  }
  return variables;
}

function checkVariable(reader: InputReader, input: string, name: string, value: string, isTwice: boolean): void {
  if (isTwice) reader.problem(input, `sets ${quote(name)} twice; keep one`);
  if (REFUSED.test(name)) reader.problem(input, `sets ${quote(name)}, which the shell or this action sets; rename it`);
  const problem = variableProblem(name, value);
  if (problem !== undefined) reader.problem(input, `sets ${quote(name)}, which ${problem}`);
  if (Buffer.byteLength(value) > MAX_BYTES)
    reader.problem(
      input,
      `sets ${quote(name)} to more than ${MAX_BYTES / 1000} kB; put it into a file that is deployed`,
    );
}
