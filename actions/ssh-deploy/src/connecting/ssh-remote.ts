import type { Host } from "@jessy-actions/deployment/hosts/host";
import { endScripts } from "@jessy-actions/deployment/shell/end-scripts";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import { diagnose } from "@jessy-actions/kit/ssh/diagnosis";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import { openSockets } from "@jessy-actions/kit/ssh/ssh-folder";
import type { Remote, RunOptions } from "./remote.ts";
import { retryWhileBusy } from "./retry-while-busy.ts";
import { runRemoteScript, type ScriptOutcome } from "./run-remote-script.ts";

/** Ids of main and of post differ. */
const START = Date.now().toString(36);

/** Hosts by the machine's own OpenSSH, over connections that are open already, or new ones where they were lost. */
export class SshRemote implements Remote {
  readonly #client: SshClient;
  readonly #run: string;
  /** By alias: scripts that may still run, since nobody said that they ended. */
  readonly #lost = new Map<string, string[]>();
  #count = 0;

  /** @param run tags scripts on the hosts: the id of the lock. */
  constructor(client: SshClient, run: string) {
    this.#client = client;
    this.#run = run;
  }

  async run(host: Host, script: RemoteScript, options: RunOptions = {}): Promise<ScriptEnd> {
    return (await this.attempt(host, script, options)).end;
  }

  /** As `run`, with what ssh said besides. What an earlier script left running on the host ends before this one starts. */
  async attempt(host: Host, script: RemoteScript, options: RunOptions = {}): Promise<ScriptOutcome> {
    const lost = this.#lost.get(host.alias) ?? [];
    const body = lost.length === 0 ? script.body : `${endScripts(this.#run, lost)}${script.body}`;
    const id = `${START}.${++this.#count}`;
    const outcome = await retryWhileBusy(
      () => runRemoteScript(this.#client, host.alias, { ...script, body }, { run: this.#run, id }, options),
      ({ end, hasStarted, stderr }) => end.kind === "lost" && !hasStarted && diagnose(stderr).cause === "busy",
    );
    const isUnsure = outcome.end.kind === "lost" || (outcome.end.kind === "timeout" && !outcome.end.isEnded);
    if (isUnsure) this.#lost.set(host.alias, [...lost, id]);
    else if (outcome.hasStarted) this.#lost.delete(host.alias);
    return outcome;
  }

  arguments(host: Host): readonly string[] {
    return this.#client.arguments(host.alias);
  }

  async close(): Promise<void> {
    await Promise.all(openSockets(this.#client.folder).map((alias) => this.#client.closeMaster(alias)));
  }
}
