/**
 * Servers of our own for tests: each has its own network, mount, process and host name namespaces, an sshd with a certificate,
 * and a Docker if it is asked for. A server can lose its network at any moment, or vanish. Everything ends with the
 * process that started it.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { canIsolate } from "../docker/machine.ts";
import { contentOf, Part, partFolder, program } from "../docker/part.ts";
import { dockerPrograms, type Programs } from "../docker/programs.ts";
import { bcrypt, type User } from "../docker/registries.ts";
import { accounts, dockerFiles, type HostSettings, hostScript, rsyncScript, sshdConfig } from "./host-script.ts";
import { type FarmKeys, makeHostKeys, makeKeys } from "./keys.ts";
import { addressOf, bridgeOf, makeBridge, portOf, removeBridge, setPort } from "./network.ts";

export interface FarmOptions {
  readonly hosts: number;
  /** With a Docker on each host, and a registry that they all reach. Default: without. */
  readonly docker?: boolean;
  /** Whom alone the registry serves. Default: everybody. */
  readonly registryUser?: User;
  /** More lines of sshd_config, by host, from 1 on. */
  readonly sshd?: Readonly<Record<number, readonly string[]>>;
  /** mount's options of /srv, by host: `size=4m,nr_inodes=64`. */
  readonly disk?: Readonly<Record<number, string>>;
}

export interface FarmHost {
  /** From 1 on. */
  readonly number: number;
  readonly name: string;
  readonly address: string;
  /** Public keys: `ssh-ed25519 AAAA...`. */
  readonly keys: readonly string[];
  /** `SHA256:...` of the first. */
  readonly fingerprint: string;
  /** A line of known_hosts for the first. */
  readonly knownHost: string;
}

/** Milliseconds. */
const COMMAND_TIMEOUT = 60_000;

/** @returns what this machine lacks, in one line, where no farm can run. */
export async function startFarm(options: FarmOptions): Promise<Farm | { readonly missing: string }> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return { missing: "hosts need Linux and root" };
  if (!canIsolate()) return { missing: "hosts need namespaces of their own" };
  const programs = await dockerPrograms();
  const needed = [
    "sshd",
    "sftp-server",
    "busybox",
    ...(options.docker ? ["dockerd", "containerd", "runc", "compose", "registry"] : []),
  ];
  const lacking = needed.filter((name) => programs.paths[name as keyof typeof programs.paths] === undefined);
  if (lacking.length > 0) return { missing: `${lacking.join(", ")}: ${programs.missing.join("; ")}` };
  try {
    return await Farm.start(options, programs);
  } catch (error) {
    return { missing: (error as Error).message.trim().split("\n").at(-1)! };
  }
}

export class Farm {
  readonly hosts: readonly FarmHost[];
  readonly keys: FarmKeys;
  /** A folder for the PATH of this machine: `rsync`, where it starts here. */
  readonly programFolder: string;
  /** `10.214.N.1:PORT`, with TLS; only with Docker. */
  readonly registry: string | undefined;
  /** A folder for XDG_CONFIG_HOME: Docker's and our own clients trust the registry by it. */
  readonly configFolder: string;
  readonly #folder: string;
  readonly #subnet: number;
  readonly #part: Part;

  private constructor(
    made: { folder: string; subnet: number; part: Part; hosts: readonly FarmHost[]; keys: FarmKeys; registry?: string },
    programs: Programs,
  ) {
    this.#folder = made.folder;
    this.#subnet = made.subnet;
    this.#part = made.part;
    this.hosts = made.hosts;
    this.keys = made.keys;
    this.registry = made.registry;
    this.configFolder = join(made.folder, "config");
    this.programFolder = join(made.folder, "bin");
    mkdirSync(this.programFolder);
    if (programs.paths.rsync !== undefined)
      writeFileSync(join(this.programFolder, "rsync"), rsyncScript(programs), { mode: 0o755 });
  }

  /** @throws Error in one line. */
  static async start(
    { hosts: count, docker = false, registryUser, sshd = {}, disk = {} }: FarmOptions,
    programs: Programs,
  ): Promise<Farm> {
    const folder = partFolder();
    const subnet = makeBridge();
    try {
      const keys = makeKeys(folder);
      const registry = docker ? `${addressOf(subnet, 0)}:${REGISTRY_PORT}` : undefined;
      const settings = Array.from({ length: count }, (_, index): HostSettings & { readonly number: number } => ({
        number: index + 1,
        name: `h${index + 1}`,
        address: addressOf(subnet, index + 1),
        folder: join(folder, `h${index + 1}`),
        docker,
        sshd: sshd[index + 1] ?? [],
        disk: disk[index + 1] ?? "",
        registries: registry === undefined ? [] : [registry],
      }));
      const hosts = settings.map((host) => writeHost(host, programs));
      const started = registry === undefined ? undefined : registryProgram(folder, registry, programs, registryUser);
      const script = {
        start: [...(started ? [started.start] : []), ...settings.map((host) => hostLines(host, subnet))].join("\n"),
        stop: started?.stop ?? ":",
      };
      const part = new Part(script, { folder, isolated: true, searchPath: programs.searchPath });
      try {
        for (const { address, name } of hosts) await part.until(`${name}/sshd`, () => answers(address, 22));
        if (registry !== undefined) await part.until("registry", () => answers(addressOf(subnet, 0), REGISTRY_PORT));
        const farm = new Farm({ folder, subnet, part, hosts, keys, ...(registry && { registry }) }, programs);
        if (docker)
          for (const host of hosts)
            await part.until(`${host.name}/dockerd`, () => farm.run(host, "docker version").exitCode === 0);
        return farm;
      } catch (error) {
        await part.stop();
        throw error;
      }
    } catch (error) {
      removeBridge(subnet);
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** All hosts' keys for `host-keys`. */
  get knownHosts(): string {
    return this.hosts.map(({ knownHost }) => `${knownHost}\n`).join("");
  }

  /** Pulls the cable. What runs there runs on. */
  cut({ number }: FarmHost): void {
    setPort(this.#subnet, number, false);
  }

  heal({ number }: FarmHost): void {
    setPort(this.#subnet, number, true);
  }

  /** Ends a host with all that runs on it. */
  vanish(host: FarmHost): void {
    process.kill(this.#firstProcess(host), "SIGKILL");
  }

  /** Runs lines of `sh` as root on a host, past its network. */
  run(host: FarmHost, script: string): { readonly exitCode: number; readonly stdout: string; readonly stderr: string } {
    const target = ["--target", String(this.#firstProcess(host)), "--net", "--mount", "--pid", "--uts"];
    const { status, stdout, stderr } = spawnSync(
      "nsenter",
      [...target, "--", "env", "-i", `PATH=${HOST_PATH}`, "HOME=/root", "sh", "-c", script],
      {
        encoding: "utf8",
        timeout: COMMAND_TIMEOUT,
      },
    );
    return { exitCode: status ?? 128, stdout, stderr };
  }

  /** Command lines of all processes of a host, as `ps` there would show them. */
  processes(host: FarmHost): readonly string[] {
    const { stdout } = this.run(
      host,
      "for file in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$file 2>/dev/null; echo; done",
    );
    return stdout.split("\n").filter((line) => line.trim() !== "");
  }

  /** What its sshd said. */
  log({ name }: FarmHost): string {
    return contentOf(join(this.#folder, name, "sshd.log"));
  }

  async stop(): Promise<void> {
    await this.#part.stop();
    removeBridge(this.#subnet);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Of its process namespace, as the machine numbers it. */
  #firstProcess({ name }: FarmHost): number {
    const command = `sh\0${join(this.#folder, name, "host.sh")}\0`;
    const found = readdirSync("/proc").find((pid) => /^\d+$/.test(pid) && commandOf(pid) === command);
    if (found === undefined) throw new Error(`${name} does not run`);
    return Number(found);
  }
}

const REGISTRY_PORT = 5000;
const HOST_PATH = "/run/jessy:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

function writeHost(settings: HostSettings & { readonly number: number }, programs: Programs): FarmHost {
  const { number, name, address, folder } = settings;
  mkdirSync(folder);
  const keys = makeHostKeys(folder, [name, address]);
  const files = {
    sshd_config: sshdConfig({ ...settings, sshd: [...settings.sshd, `SetEnv PATH=${HOST_PATH}`] }, programs),
    passwd: accounts(readFileSync("/etc/passwd", "utf8")),
    // "*": no password, and not locked.
    shadow: accounts(readFileSync("/etc/passwd", "utf8")).replace(/^([^:]*):.*$/gm, "$1:*:19000:0:99999:7:::"),
    "host.sh": hostScript(settings, programs),
    ...(settings.docker && dockerFiles(settings)),
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return {
    number,
    name,
    address,
    keys,
    fingerprint: fingerprintOf(keys[0]!),
    knownHost: `${address} ${keys[0]}`,
  };
}

/** Starts a host in namespaces of its own, and gives it its end of a cable. */
function hostLines({ number, folder }: HostSettings & { readonly number: number }, subnet: number): string {
  const port = portOf(subnet, number);
  const at = (file: string) => join(folder, file);
  return `
unshare --net --uts --mount --pid --fork --mount-proc --kill-child sh ${at("host.sh")} >${at("host.log")} 2>&1 &
host=$!
until [ -e ${at("ready")} ]; do kill -0 $host || exit 1; sleep 0.02; done
ip link add ${port} type veth peer name eth0 netns $host
ip link set ${port} master ${bridgeOf(subnet)} up
: >${at("cable")}`;
}

function registryProgram(folder: string, host: string, { paths }: Programs, user: User | undefined) {
  const at = (...names: string[]) => join(folder, ...names);
  const trusted = at("config/docker/certs.d", host);
  for (const place of [at("registry"), trusted]) mkdirSync(place, { recursive: true });
  const address = host.split(":")[0]!;
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const about = ["-subj", `/CN=${address}`, "-addext", `subjectAltName=IP:${address}`];
  const files = ["-keyout", at("registry.key"), "-out", join(trusted, "ca.crt")];
  execFileSync("openssl", ["req", "-x509", ...curve, ...about, ...files], { stdio: "ignore" });
  if (user !== undefined) writeFileSync(at("htpasswd"), `${user.username}:${bcrypt(user.password)}\n`);
  const auth = user === undefined ? "" : `auth: { htpasswd: { realm: jessy, path: ${at("htpasswd")} } }\n`;
  writeFileSync(
    at("registry.yml"),
    `version: 0.1
log: { accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: ${at("registry")} }, delete: { enabled: true } }
http: { addr: "${host}", secret: none, tls: { certificate: "${join(trusted, "ca.crt")}", key: "${at("registry.key")}" } }
${auth}`,
  );
  return program(folder, "registry", `${paths.registry} serve ${at("registry.yml")}`);
}

const fingerprintOf = (key: string): string =>
  `SHA256:${createHash("sha256")
    .update(Buffer.from(key.split(" ")[1]!, "base64"))
    .digest("base64")
    .replace(/=+$/, "")}`;

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
    socket.on("timeout", () => end(false));
  });
}
