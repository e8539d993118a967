import type { Host } from "@jessy-actions/deployment/hosts/host";
import { parseHostKeys } from "@jessy-actions/deployment/hosts/host-key-pins";
import { sshConfig, sshMachines } from "@jessy-actions/deployment/hosts/ssh-config";
import type { ActionIo, PhaseIo } from "@jessy-actions/kit/action/io";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { systemOf } from "@jessy-actions/kit/runner/environment";
import { writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import { makeSshFolder, sshFolder, wipeSshFolder } from "@jessy-actions/kit/ssh/ssh-folder";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { connectMachines } from "./connect-machines.ts";
import { maskCredentials, readCredentials, writeCredentials } from "./credentials.ts";
import type { Connected, Remote } from "./remote.ts";
import { SshRemote } from "./ssh-remote.ts";

/** Milliseconds for the first script of a host, which does nothing. */
const GREETING_TIME = 15_000;
/** For a remote that only cleans up. */
const LATE_CONNECT_TIME = 5000;

const remotes = new WeakMap<ActionIo, Remote>();

/**
 * Opens one connection to every host at the same time, and proves that each runs scripts.
 *
 * @param run tags the scripts of this run on the hosts: the id of its lock.
 * @returns what each host's connection came to, by its name. @throws UserError for what no host could accept.
 */
export async function openRemote(
  { hosts, ssh, timeouts }: Pick<Inputs, "hosts" | "ssh" | "timeouts">,
  io: ActionIo,
  run: string,
): Promise<{ readonly remote: Remote; readonly connections: ReadonlyMap<string, Connected> }> {
  maskCredentials(ssh, io.log);
  const keys = readCredentials(ssh);
  const pins = parseHostKeys(ssh.hostKeys);
  if (systemOf(io.environment) === "Windows")
    throw new UserError("OpenSSH on Windows cannot share a connection; run this job on Linux or macOS");
  const folder = sshFolder(io.temporary);
  const passphrases = { key: ssh.passphrase, jumpKey: ssh.jumpPassphrase };
  const client = new SshClient(folder, { environment: io.environment, passphrases, connectTimeout: timeouts.connect });
  if ((await client.version()) === undefined)
    throw new UserError("this runner has no `ssh`; install OpenSSH's client on it (`openssh-client`)");
  makeSshFolder(folder);
  const users = hosts.map(({ user }) => user);
  const credentials = await writeCredentials(keys, client, { users, log: io.log, now: Date.now() });
  const machines = sshMachines(hosts);
  const paths = {
    knownHosts: folder.knownHosts,
    sockets: folder.sockets,
    key: credentials.hasKey ? folder.key : undefined,
    certificate: credentials.hasCertificate ? folder.certificate : undefined,
    jumpKey: credentials.hasJumpKey ? folder.jumpKey : undefined,
    agent: ssh.agent,
  };
  const options = { connectTimeout: timeouts.connect, mayAsk: credentials.needsPassphrase };
  writePrivateFile(folder.config, sshConfig(machines, paths, options));
  const opened = await connectMachines([...machines.jumps, ...machines.hosts], pins, client);
  const remote = new SshRemote(client, run);
  remotes.set(io, remote);
  const greeted = await Promise.all(
    hosts.map(async (host) => [host.name, await greet(host, opened.get(host.alias)!, remote)] as const),
  );
  return { remote, connections: new Map(greeted) };
}

/** What `openRemote` opened for this run. */
export function remoteOf(io: ActionIo): Remote {
  const remote = remotes.get(io);
  if (remote === undefined) throw new Error("no connection was opened");
  return remote;
}

/** The hosts of a run whose main phase is over, by the files that it left. @param gate its name. */
export function remoteLeftBy(io: PhaseIo, gate: string, run: string): Remote {
  return new SshRemote(clientOf(io, gate), run);
}

/** Closes what is open and wipes keys. Can be repeated; what is not there is no fault. */
export async function leaveHosts(io: PhaseIo, gate: string): Promise<void> {
  const client = clientOf(io, gate);
  await new SshRemote(client, "post").close().catch(() => undefined);
  wipeSshFolder(client.folder);
}

function clientOf(
  { environment, temporary }: { readonly environment: Environment; temporary(gate: string): string },
  gate: string,
): SshClient {
  const passphrases = { key: "", jumpKey: "" };
  return new SshClient(sshFolder(temporary(gate)), { environment, passphrases, connectTimeout: LATE_CONNECT_TIME });
}

/** A connection is worth nothing where the account runs something else than scripts. */
async function greet(host: Host, connection: Connected, remote: SshRemote): Promise<Connected> {
  if (connection.state === "failed") return connection;
  const script = { title: "connect", body: ":", environment: {}, timeout: GREETING_TIME };
  const { end, hasStarted, stderr } = await remote.attempt(host, script);
  if (end.kind === "exited" && end.exitCode === 0)
    return { ...connection, duration: connection.duration + end.duration };
  if (end.kind === "exited") return { state: "failed", cause: "no-shell", message: end.tail };
  if (hasStarted) return { state: "failed", cause: "protocol", message: "it began a script and did not end it" };
  const said = `${end.tail}\n${stderr}`.trim().split("\n").at(-1) ?? "";
  const words = said === "" ? "says nothing" : `says: ${said.slice(0, 300)}`;
  const isShell = /not available|nologin|no shell|not found|not allowed/i.test(said);
  return isShell
    ? {
        state: "failed",
        cause: "no-shell",
        message: `the account ${host.user} has no shell that runs scripts; it ${words}`,
      }
    : {
        state: "failed",
        cause: "forced-command",
        message: `the account ${host.user} runs something else than the command that is sent (a forced command, or a login shell that waits or ends by itself); it ${words}`,
      };
}
