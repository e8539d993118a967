import { pickEnvironment } from "../process/environment.ts";
import { type ProcessOptions, type ProcessResult, runProcess } from "../process/process.ts";

/**
 * Settings that a checked-out repository must not choose for us: it may come from a fork. They go by environment, which
 * outranks the repository's own configuration and never appears in a process list.
 */
const SETTINGS: readonly (readonly [key: string, value: string])[] = [
  ["core.quotePath", "false"],
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["diff.noprefix", "false"],
  ["diff.mnemonicPrefix", "false"],
  ["diff.renameLimit", "5000"],
  ["protocol.ext.allow", "never"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  // The workspace of a container job belongs to another user (actions/checkout#766).
  ["safe.directory", "*"],
];

/**
 * How people reach a remote, and where git lies. Nothing that leads git elsewhere (`GIT_DIR`) or changes an answer
 * (`GIT_DIFF_OPTS`).
 */
const GIT_VARIABLES = new RegExp(
  `^(?:${[
    "GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_[A-Z_]+|PROXY_[A-Z_]+|HTTP_[A-Z_]+)",
    "GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM)",
    "GIT_(?:CURL_VERBOSE|TRACE[0-9A-Z_]*)",
    "SSH_(?:AUTH_SOCK|AGENT_PID|ASKPASS)",
  ].join("|")})$`,
);

export interface GitOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For fetching missing history if the checkout left no credentials. */
  readonly credentials?: { readonly serverUrl: string; readonly token: string };
  /** Gets each command line with its exit code. Credentials are never part of one: they go by environment. */
  readonly debug?: (message: string) => void;
}

/** Runs git in one directory, with our settings only, and with credentials if it talks to a remote. */
export class GitProcess {
  readonly directory: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #credentials: GitOptions["credentials"];
  readonly #debug: GitOptions["debug"];

  constructor(directory: string, options: GitOptions) {
    this.directory = directory;
    this.#credentials = options.credentials;
    this.#debug = options.debug;
    this.#environment = {
      ...pickEnvironment(options.environment, GIT_VARIABLES),
      ...settingsEnvironment(SETTINGS),
    };
  }

  /** Whatever its exit code is. */
  run(args: readonly string[]): Promise<ProcessResult> {
    return this.#start(args, { environment: this.#processEnvironment() });
  }

  /** @throws Error with the last line that git printed. */
  async output(args: readonly string[]): Promise<Buffer> {
    const { exitCode, stdout, stderr } = await this.run(args);
    if (exitCode !== 0) throw new Error(`git ${args[0]} failed with exit code ${exitCode}: ${lastLine(stderr)}`);
    return stdout;
  }

  /** A command that may talk to a remote. */
  async runRemote(args: readonly string[], timeout?: number): Promise<ProcessResult> {
    return this.#start(args, {
      environment: { ...this.#processEnvironment(), ...(await this.#credentialEnvironment()) },
      ...(timeout !== undefined && { timeout }),
    });
  }

  async #start(args: readonly string[], options: Omit<ProcessOptions, "cwd">): Promise<ProcessResult> {
    const start = performance.now();
    const result = await runProcess("git", args, { ...options, cwd: this.directory });
    this.#debug?.(`git ${args.join(" ")}: exit code ${result.exitCode}, ${Math.round(performance.now() - start)} ms`);
    return result;
  }

  /** actions/checkout leaves an authorization header in the configuration; without one, ours goes by environment. */
  async #credentialEnvironment(): Promise<Record<string, string>> {
    if (this.#credentials === undefined) return {};
    const { serverUrl, token } = this.#credentials;
    const { exitCode } = await this.run(["config", "--get-urlmatch", "http.extraheader", `${serverUrl}/`]);
    if (exitCode === 0) return {};
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    return settingsEnvironment([...SETTINGS, [`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]);
  }

  #processEnvironment(): Record<string, string | undefined> {
    return {
      ...this.#environment,
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      // An object is what its id says, and a commit has the parents that it names.
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_GRAFT_FILE: "/dev/null",
    };
  }
}

function settingsEnvironment(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = key;
    environment[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return environment;
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
