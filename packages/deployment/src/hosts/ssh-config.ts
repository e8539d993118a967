import type { Host, HostAddress } from "./host.ts";

/** A machine of the generated configuration: a host, or one on the way. */
export interface SshMachine extends HostAddress {
  readonly alias: string;
  /** Alias of the machine that it is reached through. */
  readonly through: string | undefined;
}

/** All paths are absolute. */
export interface SshConfigPaths {
  /** A folder with a file for each machine, by its alias. */
  readonly knownHosts: string;
  /** A short one: the path of a socket has at most 107 bytes, and ssh adds 17 while it makes one. */
  readonly sockets: string;
  readonly key: string | undefined;
  readonly certificate: string | undefined;
  readonly jumpKey: string | undefined;
  /** Of an agent. */
  readonly agent: string | undefined;
}

export interface SshConfigOptions {
  /** Milliseconds until a host must have answered. */
  readonly connectTimeout: number;
  /** Whether ssh may ask for a passphrase: by SSH_ASKPASS, once. */
  readonly mayAsk: boolean;
}

/** Seconds between signs of life, and how many may be missing: a dead way is seen with the next one, after 15 s. */
const ALIVE_INTERVAL = 5;
const ALIVE_COUNT = 2;
/** Seconds that a connection without commands stays, should nobody be left to close it. */
const PERSIST = 900;

/** All machines that ssh must know: the hosts, and each way to one once. */
export function sshMachines(hosts: readonly Host[]): {
  readonly jumps: readonly SshMachine[];
  readonly hosts: readonly (Host & SshMachine)[];
} {
  const jumps = new Map<string, SshMachine>();
  const through = (way: readonly HostAddress[]): string | undefined => {
    const last = way.at(-1);
    if (last === undefined) return undefined;
    const key = JSON.stringify(way.map(({ user, address, port }) => [user, address, port]));
    const known = jumps.get(key);
    if (known !== undefined) return known.alias;
    const before = through(way.slice(0, -1));
    const { address, port, user } = last;
    const jump = { address, port, user, alias: `jump-${jumps.size + 1}`, through: before };
    jumps.set(key, jump);
    return jump.alias;
  };
  const machines = hosts.map((host) => ({ ...host, through: through(host.jumps) }));
  return { jumps: [...jumps.values()], hosts: machines };
}

/**
 * The one configuration of a run. Options of a command line do not reach the machines on the way; a file given by `-F` does, and
 * keeps ssh from reading any other.
 */
export function sshConfig(
  { jumps, hosts }: ReturnType<typeof sshMachines>,
  paths: SshConfigPaths,
  { connectTimeout, mayAsk }: SshConfigOptions,
): string {
  const machines = [
    ...jumps.map((jump) =>
      machineLines(jump, paths, { key: paths.jumpKey ?? paths.key, hasOwnKey: paths.jumpKey !== undefined }),
    ),
    ...hosts.map((host) => machineLines(host, paths, { key: paths.key, hasOwnKey: false })),
  ];
  const all = [
    "Host *",
    `  BatchMode ${mayAsk ? "no" : "yes"}`,
    "  StrictHostKeyChecking yes",
    "  GlobalKnownHostsFile /dev/null",
    "  UserKnownHostsFile /dev/null",
    "  UpdateHostKeys no",
    "  VerifyHostKeyDNS no",
    "  CheckHostIP no",
    "  PreferredAuthentications publickey",
    "  PasswordAuthentication no",
    "  KbdInteractiveAuthentication no",
    "  NumberOfPasswordPrompts 1",
    `  IdentitiesOnly ${paths.key === undefined ? "no" : "yes"}`,
    `  IdentityAgent ${paths.agent === undefined ? "none" : configPath(paths.agent)}`,
    "  ForwardAgent no",
    "  ForwardX11 no",
    "  PermitLocalCommand no",
    "  RequestTTY no",
    "  EscapeChar none",
    "  ConnectionAttempts 1",
    `  ConnectTimeout ${Math.max(1, Math.ceil(connectTimeout / 1000))}`,
    `  ServerAliveInterval ${ALIVE_INTERVAL}`,
    `  ServerAliveCountMax ${ALIVE_COUNT}`,
    "  ControlMaster no",
    `  ControlPath ${configPath(paths.sockets, "/%n")}`,
    `  ControlPersist ${PERSIST}`,
    "  LogLevel ERROR",
  ];
  return `${[...machines.flat(), ...all].join("\n")}\n`;
}

function machineLines(
  { alias, address, port, user, through }: SshMachine,
  { knownHosts, certificate }: SshConfigPaths,
  { key, hasOwnKey }: { readonly key: string | undefined; readonly hasOwnKey: boolean },
): readonly string[] {
  return [
    `Host ${alias}`,
    `  HostName ${address}`,
    `  Port ${port}`,
    `  User ${user}`,
    `  UserKnownHostsFile ${configPath(knownHosts, `/${alias}`)}`,
    ...(through === undefined ? [] : [`  ProxyJump ${through}`]),
    `  IdentityFile ${key === undefined ? "none" : configPath(key)}`,
    ...(certificate === undefined || hasOwnKey ? [] : [`  CertificateFile ${configPath(certificate)}`]),
    "",
  ];
}

/** In quotes, with what ssh would expand written twice. @param end may hold tokens that are meant. */
function configPath(path: string, end = ""): string {
  if (/["\\\n\r]|\$\{/.test(path)) throw new Error(`ssh's configuration cannot hold the path ${JSON.stringify(path)}`);
  return `"${path.replaceAll("%", "%%")}${end}"`;
}
