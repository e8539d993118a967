/**
 * Docker of our own: containerd and dockerd in process and mount namespaces of their own, with a bridge. Nothing of the
 * machine's network is changed, so containers reach the machine and one another, and not the outside. One thing is the
 * whole machine's while it runs: that programs for arm64 run by qemu.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { helloForArm64 } from "./arm64-program.ts";
import { bridgeName, freeSubnet, mountMemory, removeLeftBridges, type Storage, tryMachine } from "./machine.ts";
import { Part, type PartScript, partFolder, program } from "./part.ts";
import type { Programs } from "./programs.ts";

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
  /** What dockerd and containerd write. */
  readonly logs: readonly string[];
}

/** @throws Error in one line: what this machine lacks, or what does not start. */
export async function startEngine(programs: Programs): Promise<[Engine, Part]> {
  const folder = partFolder();
  try {
    return await startIn(folder, programs);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, programs: Programs): Promise<[Engine, Part]> {
  const storage = tryMachine(folder);
  if (typeof storage !== "string") throw new Error(storage.reason);
  removeLeftBridges();
  const at = (...names: string[]) => join(folder, ...names);
  const { paths, searchPath } = programs;
  writeSettings(folder, paths.buildx!);
  const part = new Part(script(programs, folder, storage), { folder, isolated: true, searchPath });
  try {
    await part.until("dockerd", () => answersPing(at("docker.sock")));
    return [
      {
        dockerHost: `unix://${at("docker.sock")}`,
        docker: paths.docker!,
        pluginFolder: at("plugins"),
        configFolder: at("config"),
        platforms: ["linux/amd64", ...(existsSync(at("emulates")) && runsArm64(at("hello")) ? ["linux/arm64"] : [])],
        logs: [at("dockerd.log"), at("containerd.log")],
      },
      part,
    ];
  } catch (error) {
    await part.stop();
    throw error;
  }
}

function writeSettings(folder: string, buildx: string): void {
  const at = (...names: string[]) => join(folder, ...names);
  const disabled = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"];
  writeFileSync(
    at("containerd.toml"),
    `version = 3
root = "${at("images", "containerd")}"
state = "${at("containerd-run")}"
disabled_plugins = ${JSON.stringify(disabled)}
[grpc]
  address = "${at("containerd.sock")}"
`,
  );
  const settings = {
    features: { "containerd-snapshotter": true },
    hosts: [`unix://${at("docker.sock")}`],
    containerd: at("containerd.sock"),
    "data-root": at("images", "docker"),
    "exec-root": at("docker-run"),
    pidfile: at("docker.pid"),
    bridge: bridgeName(),
    iptables: false,
    ip6tables: false,
    "ip-forward": false,
    "ip-masq": false,
  };
  writeFileSync(at("daemon.json"), JSON.stringify(settings));
  for (const name of ["images", "plugins", "config"]) mkdirSync(at(name));
  symlinkSync(buildx, at("plugins", "docker-buildx"));
  writeFileSync(at("config", "config.json"), JSON.stringify({ cliPluginsExtraDirs: [at("plugins")] }));
}

function script({ paths }: Programs, folder: string, storage: Storage): PartScript {
  const at = (...names: string[]) => join(folder, ...names);
  const bridge = bridgeName();
  // Read by the kernel: what a program for arm64 begins with, which bytes of it count, and what runs it (F: in any container).
  const magic = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00`;
  const mask = String.raw`\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;
  const kernel = "/proc/sys/fs/binfmt_misc";
  const rule = `${kernel}/${bridge}`;
  const containerd = program(folder, "containerd", `${paths.containerd} --config ${at("containerd.toml")}`);
  const dockerd = program(folder, "dockerd", `${paths.dockerd} --config-file ${at("daemon.json")}`);
  return {
    start: `
# Where shims have their sockets, whatever they are told.
mkdir -p /run/containerd && ${mountMemory("/run/containerd")}
# Some containers show cgroups without letting anybody write; what is changed is our view of them.
while read -r _ place _ options _; do
  case $place:$options in /sys/fs/cgroup*:ro*) mount -o remount,bind,rw $place ;; esac
done </proc/mounts
${storage === "memory" ? mountMemory(at("images")) : ""}
ip link add ${bridge} type bridge
ip address add 10.213.${freeSubnet()}.1/24 dev ${bridge}
ip link set ${bridge} up
${containerd.start}
while ! [ -S ${at("containerd.sock")} ] && ! [ -e ${at("containerd.ended")} ]; do sleep 0.05; done
${
  paths.qemu === undefined
    ? ""
    : `[ -e ${kernel}/register ] || mount -t binfmt_misc binfmt_misc ${kernel}
for old in ${kernel}/jessy-*; do [ -e $old ] && ! [ -e /sys/class/net/\${old##*/} ] && echo -1 >$old; done
printf '%s' ':${bridge}:M::${magic}:${mask}:${paths.qemu}:F' >${kernel}/register && : >${at("emulates")}
`
}${dockerd.start}`,
    stop: `
${dockerd.stop}
${containerd.stop}
[ -e ${rule} ] && echo -1 >${rule}
ip link delete ${bridge}`,
  };
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

/** The kernel may take the rule and not what it names. */
function runsArm64(file: string): boolean {
  writeFileSync(file, helloForArm64(), { mode: 0o755 });
  try {
    return execFileSync(file, { encoding: "utf8", timeout: 30_000, stdio: ["ignore", "pipe", "ignore"] }) === "hello\n";
  } catch {
    return false;
  }
}
