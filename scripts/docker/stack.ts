/**
 * Docker and registries of our own for tests. All processes are children of one `sh` that waits for the end of its
 * standard input: they end with the process that started them, whatever becomes of it. As root that `sh` has its own
 * process and mount namespaces, and dockerd a bridge of its own; nothing of the machine's network is changed, so
 * containers reach the machine and one another, and not the outside. One thing is the whole machine's while a stack
 * runs: that programs for arm64 run by qemu.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dockerPrograms, type Programs } from "./programs.ts";

export interface Engine {
  /** For DOCKER_HOST: `unix://...`. */
  readonly dockerHost: string;
  /** The command-line client. */
  readonly docker: string;
  /** Holds `docker-buildx`; for `cliPluginsExtraDirs` of a config.json. */
  readonly pluginFolder: string;
  /** A DOCKER_CONFIG without credentials that names the plugin folder. */
  readonly configFolder: string;
  /** Of RUN steps. */
  readonly platforms: readonly string[];
}

export interface StackRegistry {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Where it keeps its blobs. */
  readonly folder: string;
  /** Its log: a line for each request. */
  readonly log: string;
}

export interface SecuredRegistry extends StackRegistry {
  readonly username: string;
  readonly password: string;
  /** Of its self-signed certificate, for localhost and 127.0.0.1: PEM. */
  readonly caFile: string;
}

/** What runs. A part that this machine cannot have is undefined, and `missing` says why. */
export interface Stack {
  readonly engine?: Engine;
  readonly registries?: { readonly plain: StackRegistry; readonly secured: SecuredRegistry };
  readonly cosign2?: string;
  readonly cosign3?: string;
  /** A static busybox: the content of images. */
  readonly busybox?: string;
  readonly missing: readonly string[];
}

export interface RunningStack extends Stack {
  stop(): Promise<void>;
}

/** Nobody's: the registry that asks for them listens on loopback, and ends with the stack. */
const USERNAME = "jessy";
const PASSWORD = 'a pass:word of "tests" & nothing else';

/** Milliseconds. Seconds are usual; a busy machine needs more. */
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 30_000;

/** @throws Error with the end of a log when what is there does not start. */
export async function startStack(): Promise<RunningStack> {
  const programs = await dockerPrograms();
  const missing = [...programs.missing];
  const { paths } = programs;
  const withEngine = paths.docker && paths.dockerd && paths.buildx && paths.containerd && paths.runc;
  const reason = process.getuid?.() === 0 ? withoutNamespaces() : "it needs root";
  if (withEngine && reason !== undefined) missing.push(`engine: ${reason}`);
  // Short: the path of a socket has at most 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), "jessy-docker-"));
  const starts = [
    ...(paths.registry === undefined ? [] : [registryStart(programs, folder)]),
    ...(withEngine && reason === undefined ? [engineStart(programs, folder)] : []),
  ];
  const child = startProcesses(starts, { folder, isolated: reason === undefined, searchPath: programs.searchPath });
  const stop = () => stopProcesses(child, folder);
  try {
    const ready: Partial<Stack> = Object.assign({}, ...(await Promise.all(starts.map((one) => one.ready(child)))));
    if (paths.qemu && ready.engine?.platforms.includes("linux/arm64") === false)
      missing.push("arm64: the kernel takes no rule for its programs (binfmt_misc)");
    return {
      ...ready,
      ...(paths.cosign2 && { cosign2: paths.cosign2 }),
      ...(paths.cosign3 && { cosign3: paths.cosign3 }),
      ...(paths.busybox && { busybox: paths.busybox }),
      missing,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Lines of `sh` that start something and stop it, and what a caller gets when it runs. */
interface Start {
  readonly start: string;
  readonly stop: string;
  ready(child: ChildProcess): Promise<Partial<Stack>>;
}

function engineStart({ paths }: Programs, folder: string): Start {
  const at = (...names: string[]) => join(folder, ...names);
  const [containerd, docker] = [at("containerd.sock"), at("docker.sock")];
  const subnet = freeSubnet();
  const bridge = `jessy${subnet}`;
  // Read by the kernel: what a program for arm64 begins with, which bytes of it count, and what runs it (F: in any container).
  const magic = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00`;
  const mask = String.raw`\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;
  const kernel = "/proc/sys/fs/binfmt_misc";
  const rule = `${kernel}/${bridge}`;
  const emulation =
    paths.qemu === undefined
      ? ""
      : `[ -e ${kernel}/register ] || mount -t binfmt_misc binfmt_misc ${kernel}
printf '%s' ':${bridge}:M::${magic}:${mask}:${paths.qemu}:F' >${kernel}/register && : >${at("emulates")}
`;
  writeFileSync(
    at("containerd.toml"),
    `version = 3
root = "${at("containerd")}"
state = "${at("containerd-run")}"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"]
[grpc]
  address = "${containerd}"
`,
  );
  const settings = {
    features: { "containerd-snapshotter": true },
    hosts: [`unix://${docker}`],
    containerd,
    "data-root": at("docker"),
    "exec-root": at("docker-run"),
    pidfile: at("docker.pid"),
    bridge,
    iptables: false,
    ip6tables: false,
    "ip-forward": false,
    "ip-masq": false,
  };
  writeFileSync(at("daemon.json"), JSON.stringify(settings));
  const pluginFolder = at("plugins");
  const configFolder = at("config");
  for (const name of [pluginFolder, configFolder]) mkdirSync(name);
  symlinkSync(paths.buildx!, join(pluginFolder, "docker-buildx"));
  writeFileSync(join(configFolder, "config.json"), JSON.stringify({ cliPluginsExtraDirs: [pluginFolder] }));
  return {
    start: `
ip link add ${bridge} type bridge
ip address add 10.213.${subnet}.1/24 dev ${bridge}
ip link set ${bridge} up
${paths.containerd} --config ${at("containerd.toml")} >${at("containerd.log")} 2>&1 &
containerd=$!
while ! [ -S ${containerd} ] && kill -0 $containerd; do sleep 0.05; done
${emulation}${paths.dockerd} --config-file ${at("daemon.json")} >${at("dockerd.log")} 2>&1 &
dockerd=$!`,
    stop: `
kill $dockerd; wait $dockerd
kill $containerd; wait $containerd
ip link delete ${bridge}
${paths.qemu && `[ -e ${rule} ] && echo -1 >${rule}`}`,
    async ready(child) {
      await until(() => answersPing(docker), child, at("dockerd.log"));
      const platforms = ["linux/amd64", ...(existsSync(at("emulates")) ? ["linux/arm64"] : [])];
      return {
        engine: { dockerHost: `unix://${docker}`, docker: paths.docker!, pluginFolder, configFolder, platforms },
      };
    },
  };
}

function registryStart({ paths }: Programs, folder: string): Start {
  const at = (...names: string[]) => join(folder, ...names);
  const [key, caFile] = [at("registry.key"), at("registry.pem")];
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const about = ["-subj", "/CN=localhost", "-addext", names, "-keyout", key, "-out", caFile];
  execFileSync("openssl", ["req", "-x509", ...curve, ...about], { stdio: "ignore" });
  // The registry takes bcrypt alone, which the C library makes: perl calls it.
  const hash = execFileSync("perl", ["-e", "print crypt(<STDIN>, q($2y$05$jessyjessyjessyjessyje))"], {
    input: PASSWORD,
    encoding: "utf8",
  });
  writeFileSync(at("htpasswd"), `${USERNAME}:${hash}\n`);
  const tls = `  tls: {certificate: ${caFile}, key: ${key}}\n`;
  const auth = `auth: {htpasswd: {realm: jessy, path: ${at("htpasswd")}}}\n`;
  const settings = { plain: "", secured: `${tls}${auth}` };
  for (const [name, more] of Object.entries(settings))
    writeFileSync(
      at(`${name}.yml`),
      `version: 0.1
log: {accesslog: {disabled: false}, fields: {service: registry}}
storage: {filesystem: {rootdirectory: ${at(name)}}, delete: {enabled: true}}
http:
  addr: 127.0.0.1:0
  secret: none
${more}`,
    );
  return {
    start: Object.keys(settings)
      .map((name) => `\n${paths.registry} serve ${at(`${name}.yml`)} >${at(`${name}.log`)} 2>&1 &\n${name}=$!`)
      .join(""),
    stop: "\nkill $plain $secured; wait $plain $secured",
    async ready(child) {
      const registry = async (name: string): Promise<StackRegistry> => {
        const log = at(`${name}.log`);
        const port = await until(() => /listening on 127\.0\.0\.1:(\d+)/.exec(contentOf(log))?.[1], child, log);
        return { host: `127.0.0.1:${port}`, folder: at(name), log };
      };
      const [plain, secured] = await Promise.all([registry("plain"), registry("secured")]);
      return {
        registries: { plain, secured: { ...secured, username: USERNAME, password: PASSWORD, caFile } },
      };
    },
  };
}

function startProcesses(
  starts: readonly Start[],
  {
    folder,
    isolated,
    searchPath,
  }: { readonly folder: string; readonly isolated: boolean; readonly searchPath: string },
): ChildProcess {
  const script = [
    ...starts.map(({ start }) => start),
    "read -r end",
    ...starts.map(({ stop }) => stop).reverse(),
    `cd / && rm -rf ${folder}`,
  ].join("\n");
  const [program, ...args] = isolated
    ? ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "sh", "-c", script]
    : ["sh", "-c", script];
  const child = spawn(program!, args, {
    // A group of its own: a Ctrl-C is not for it, its input's end is.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: { PATH: `${searchPath}:${process.env.PATH}`, HOME: folder, TMPDIR: folder },
  });
  child.on("error", () => undefined);
  child.stdin!.on("error", () => undefined);
  // A test run ends though the stack runs.
  child.unref();
  return child;
}

async function stopProcesses(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = once(child, "exit");
    child.ref();
    child.stdin!.end();
    const late = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), STOP_TIMEOUT);
    await ended;
    clearTimeout(late);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function until<T>(look: () => T | Promise<T>, child: ChildProcess, log: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + START_TIMEOUT; ; await sleep(50)) {
    const found = await look();
    if (found) return found;
    if (child.exitCode === null && child.signalCode === null && Date.now() < end) continue;
    throw new Error(`what writes ${log} does not start:\n${contentOf(log).slice(-2000)}`);
  }
}

function answersPing(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: "/_ping" }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });
}

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** The third number of a /24 that no network of this machine has. */
function freeSubnet(): number {
  const used = execFileSync("ip", ["-oneline", "address"], { encoding: "utf8" });
  const free = Array.from({ length: 250 }, (_, index) => index + 1).filter((one) => !used.includes(` 10.213.${one}.`));
  // Two runs that start together take different ones, most of the time.
  return free[process.pid % free.length]!;
}

/** Why this machine does not let us make namespaces and bridges; undefined when it does. */
function withoutNamespaces(): string | undefined {
  const bridge = `jessy-${process.pid}`.slice(0, 15);
  const script = `ip link add ${bridge} type bridge && ip link delete ${bridge}`;
  try {
    execFileSync("unshare", ["--mount", "--pid", "--net", "--fork", "--mount-proc", "sh", "-c", script], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    return undefined;
  } catch (error) {
    return `no namespaces or no bridge: ${(error as Error).message.trim().split("\n").at(-1)}`;
  }
}
