import { pickEnvironment } from "../process/environment.ts";
import type { LifetimeLimits } from "../process/lifetime.ts";
import { ProcessLimitError, type ProcessResult, runProcess } from "../process/process.ts";
import type { Environment } from "../runner/environment.ts";
import type { SshFolder } from "./ssh-folder.ts";

export interface Passphrases {
  readonly key: string;
  readonly jumpKey: string;
}

/** How a program of OpenSSH ended. */
export type SshEnd = Pick<ProcessResult, "exitCode" | "stderr"> & { readonly stdout: string; readonly isLate: boolean };

/** Milliseconds for what only asks this machine. */
const LOCAL_TIME = 10_000;
/** More than ssh's own limit for an answer, in milliseconds: authentication comes after it. */
const EXTRA_TIME = 20_000;

/** Only then does ssh say that it and a host have no algorithm in common. */
const TALKATIVE = "LogLevel=INFO";

/** The machine's OpenSSH with one configuration. */
export class SshClient {
  readonly folder: SshFolder;
  readonly environment: Environment;
  readonly #connectTimeout: number;

  /** @param connectTimeout in milliseconds. */
  constructor(
    folder: SshFolder,
    {
      environment,
      passphrases,
      connectTimeout,
    }: { readonly environment: Environment; readonly passphrases: Passphrases; readonly connectTimeout: number },
  ) {
    this.folder = folder;
    this.#connectTimeout = connectTimeout;
    this.environment = {
      ...pickEnvironment(environment, /^$/),
      LC_ALL: "C",
      SSH_ASKPASS: folder.askpass,
      SSH_ASKPASS_REQUIRE: "force",
      JESSY_ASKED: folder.asked,
      ...(passphrases.key !== "" && { JESSY_PASSPHRASE: passphrases.key }),
      ...(passphrases.jumpKey !== "" && { JESSY_JUMP_PASSPHRASE: passphrases.jumpKey }),
    };
  }

  /** What programs need to reach a machine: the configuration, and its alias. */
  arguments(alias: string): readonly string[] {
    return ["-F", this.folder.config, alias];
  }

  /** `ssh -V`, e.g. `OpenSSH_9.2p1`; undefined where there is no ssh. */
  async version(): Promise<string | undefined> {
    const end = await this.#run("ssh", ["-V"], LOCAL_TIME).catch(() => undefined);
    return end === undefined ? undefined : /OpenSSH_\S+/.exec(end.stderr)?.[0].replace(/,$/, "");
  }

  /** The public key of a private one: proof that OpenSSH can read it. */
  publicKey(file: string): Promise<SshEnd> {
    // ssh-keygen does not say which key it asks for.
    const name = file === this.folder.jumpKey ? "jump-key" : "key";
    return this.#run("ssh-keygen", ["-y", "-f", file], LOCAL_TIME, { JESSY_ASKING: name });
  }

  /** Opens the connection that everything else to this machine goes through, and leaves it to itself. */
  openMaster(alias: string): Promise<SshEnd> {
    const args = ["-M", "-N", "-f", "-o", TALKATIVE, ...this.arguments(alias)];
    return this.#run("ssh", args, this.#connectTimeout + EXTRA_TIME, {}, { leavesDaemon: true });
  }

  /** Ends the connection, if there is one. */
  async closeMaster(alias: string): Promise<void> {
    await this.#run("ssh", ["-O", "exit", ...this.arguments(alias)], LOCAL_TIME, {}, { outlivesCancel: true });
  }

  /**
   * Lets a machine show its key of one type, as far as authentication and no further. Nothing is trusted by it: the key is
   * written to a file of its own.
   */
  showHostKey(alias: string, algorithms: string, file: string): Promise<SshEnd> {
    const options = [
      TALKATIVE,
      "StrictHostKeyChecking=accept-new",
      `UserKnownHostsFile="${file.replaceAll("%", "%%")}"`,
      `HostKeyAlgorithms=${algorithms}`,
      "HashKnownHosts=no",
      "PubkeyAuthentication=no",
      "PreferredAuthentications=none",
      "ControlPath=none",
    ];
    const args = [...options.flatMap((option) => ["-o", option]), ...this.arguments(alias), "exit"];
    return this.#run("ssh", args, this.#connectTimeout + EXTRA_TIME);
  }

  async #run(
    program: string,
    args: readonly string[],
    timeout: number,
    more: Environment = {},
    limits: LifetimeLimits = {},
  ): Promise<SshEnd> {
    try {
      const { exitCode, stdout, stderr } = await runProcess(program, args, {
        cwd: "/",
        environment: { ...this.environment, ...more },
        timeout,
        ...limits,
      });
      return { exitCode, stdout: stdout.toString().trim(), stderr, isLate: false };
    } catch (error) {
      if (!(error instanceof ProcessLimitError)) throw error;
      return { exitCode: 255, stdout: "", stderr: error.message, isLate: true };
    }
  }
}
