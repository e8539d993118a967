import type { ProcessOptions } from "../process/process.ts";
import { runProcess } from "../process/process.ts";
import type { Credential } from "../registry/authorization.ts";
import { credentialProgram, type DockerConfig, storedCredential } from "./config-file.ts";

/** A program that asks a person, or the cloud, must end: milliseconds. */
const PROGRAM_TIMEOUT = 60_000;
const MAX_OUTPUT = 1_000_000;

/** How the programs say that they have none (docker-credential-helpers, `errCredentialsNotFoundMessage`). */
const NOT_FOUND = /credentials not found in native keychain|no credentials (?:server URL|username)/i;

export interface CredentialSearch {
  /** The program gets it whole: it may need its cloud's variables. */
  readonly environment: ProcessOptions["environment"];
  /** Where the program runs. */
  readonly cwd: string;
}

/**
 * The credentials of a registry as Docker's client would find them: from the program that the config names, or from the
 * config itself.
 *
 * @returns undefined when there are none. @throws Error that names the registry and the program, without any secret.
 */
export async function findCredential(
  config: DockerConfig,
  registry: string,
  search: CredentialSearch,
): Promise<Credential | undefined> {
  const place = credentialProgram(config, registry);
  if (place === undefined) return storedCredential(config, registry);
  const program = `docker-credential-${place.program}`;
  const options = { ...search, timeout: PROGRAM_TIMEOUT, maxOutput: MAX_OUTPUT, input: place.key };
  const { exitCode, stdout, stderr } = await runProcess(program, ["get"], options).catch((cause: unknown) => {
    throw new Error(`the credentials of ${registry} are kept by ${program}, which cannot be asked`, { cause });
  });
  const output = stdout.toString();
  if (exitCode !== 0) {
    if (NOT_FOUND.test(`${output}\n${stderr}`)) return undefined;
    const said = (stderr || output).trim().split("\n")[0]!.slice(0, 300);
    throw new Error(`${program} has no credentials of ${registry}: exit code ${exitCode}${said && `: ${said}`}`);
  }
  return readProgramAnswer(output, program, registry);
}

function readProgramAnswer(output: string, program: string, registry: string): Credential | undefined {
  const wrong = () => new Error(`${program} gave something else than the credentials of ${registry}`);
  let answer: unknown;
  try {
    answer = JSON.parse(output);
  } catch {
    // Node's message quotes the output, which may hold a secret.
    throw wrong();
  }
  const { Username: username, Secret: secret } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof username !== "string" || typeof secret !== "string") throw wrong();
  if (secret === "") return undefined;
  return username === "<token>" ? { identityToken: secret } : { username, password: secret };
}
