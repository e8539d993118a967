import { existsSync, statSync } from "node:fs";
import { UserError } from "@jessy-actions/reading/user-error";
import { type ProcessOptions, type ProcessResult, runProcess } from "../process/process.ts";
import { localEnvironment } from "./git-environment.ts";
import { SETTINGS, type Setting, settingsEnvironment } from "./settings.ts";

export interface GitProcessOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gets each command line with its exit code. Credentials are never part of one: they go by environment. */
  readonly debug?: (message: string) => void;
}

/** Runs git in one directory, with our settings only. Here it has no credentials and cannot reach the network. */
export class GitProcess {
  readonly directory: string;
  readonly #environment: ProcessOptions["environment"];
  readonly #debug: GitProcessOptions["debug"];

  constructor(directory: string, options: GitProcessOptions) {
    this.directory = directory;
    this.#debug = options.debug;
    this.#environment = localEnvironment(options.environment);
  }

  /** Whatever its exit code is. @param settings count beside ours. */
  run(args: readonly string[], settings: readonly Setting[] = []): Promise<ProcessResult> {
    return this.start(args, {
      environment: { ...this.#environment, ...settingsEnvironment([...SETTINGS, ...settings]) },
    });
  }

  /** @throws Error with the last line that git printed. */
  async output(args: readonly string[]): Promise<Buffer> {
    const result = await this.run(args);
    if (result.exitCode !== 0) throw gitError(args[0] ?? "", result);
    return result.stdout;
  }

  /**
   * @param shown the command line in the debug log, where that is another one.
   * @throws UserError when there is no git, or no such directory.
   */
  async start(
    args: readonly string[],
    options: Omit<ProcessOptions, "cwd"> & { readonly cwd?: string },
    shown = args.join(" "),
  ): Promise<ProcessResult> {
    const start = performance.now();
    const cwd = options.cwd ?? this.directory;
    const result = await runProcess("git", args, { ...options, cwd }).catch((error: unknown) => {
      throw startError(error, cwd) ?? error;
    });
    this.#debug?.(`git ${shown}: exit code ${result.exitCode}, ${Math.round(performance.now() - start)} ms`);
    return result;
  }
}

/** Why git cannot be started, if that is up to the user. */
function startError(error: unknown, directory: string): UserError | undefined {
  const { code } = (error instanceof Error ? (error.cause ?? {}) : {}) as { readonly code?: unknown };
  if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EACCES") return undefined;
  if (!existsSync(directory))
    return new UserError(`the folder ${directory} does not exist; put actions/checkout before this step`);
  if (!statSync(directory).isDirectory()) return new UserError(`${directory} is a file, and a folder is needed`);
  if (code === "EACCES")
    return new UserError(`git cannot be started in ${directory}: permission denied; may this user read the folder?`);
  return new UserError("git is not on the PATH; install it on the runner, or in the image of the job's container");
}

/** What a machine refuses, in the words of strerror(3). */
const OF_THE_MACHINE =
  /No space left on device|Disk quota exceeded|Read-only file system|Permission denied|Operation not permitted|Input\/output error|Too many open files|Cannot allocate memory/;

/** A failed command, by the last line that git printed. What the machine refuses is the user's to mend. */
export function gitError(command: string, { exitCode, stderr }: ProcessResult): Error {
  const message = `git ${command} failed with exit code ${exitCode}: ${lastLine(stderr)}`;
  const reason = OF_THE_MACHINE.exec(stderr)?.[0];
  if (reason === undefined) return new Error(message);
  return new UserError(message.includes(reason) ? message : `${message} (${reason})`);
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
