/** What a machine has to give so that a Docker of our own can run on it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Where images are kept: beside everything else, or in memory where the folder's file system cannot be an overlay's. */
export type Storage = "disk" | "memory";

/** Images and caches of a whole run of the tests take a fraction of it. */
const NEEDED_BYTES = 1_000_000_000;

const ISOLATION = ["--mount", "--pid", "--fork", "--mount-proc"];

/** Why a Docker cannot run here, in one line. */
export interface NoEngine {
  readonly reason: string;
}

/** Tries each thing that a stack will do, from the cheapest on. @param folder of the stack */
export function tryMachine(folder: string): Storage | NoEngine {
  if (process.platform !== "linux" || process.arch !== "x64")
    return { reason: "the tests' images are for Linux on amd64" };
  if (process.getuid?.() !== 0) return { reason: "it needs root" };
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES)
    return { reason: `${folder} has ${Math.floor((bavail * bsize) / 1e6)} MB left, and needs ${NEEDED_BYTES / 1e6}` };
  const bridge = bridgeName();
  const problem =
    failure(["--net"], "true") ??
    failure(
      ["--mount", "--pid", "--fork", "--mount-proc"],
      `ip link add ${bridge} type bridge && ip link delete ${bridge}`,
    );
  if (problem !== undefined) return { reason: `no namespaces or no bridge: ${problem}` };
  const onDisk = overlayFailure(folder, "disk");
  if (onDisk === undefined) return "disk";
  return overlayFailure(folder, "memory") === undefined ? "memory" : { reason: `no overlay file system: ${onDisk}` };
}

/** Whether programs can have process and mount namespaces of their own, with which nothing outlives the first of them. */
export function canIsolate(): boolean {
  return failure(ISOLATION, "true") === undefined;
}

/** Named after the process that made it: one whose process is gone was left by a run that was killed. */
export function bridgeName(): string {
  return `jessy-${process.pid}`;
}

/** Removes bridges that killed runs left. */
export function removeLeftBridges(): void {
  for (const name of readdirSync("/sys/class/net")) {
    const [, pid] = /^jessy-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) execFileSync("ip", ["link", "delete", name], { stdio: "ignore" });
  }
}

/** The third number of a /24 that no network of this machine has. */
export function freeSubnet(): number {
  const used = execFileSync("ip", ["-oneline", "address"], { encoding: "utf8" });
  const free = Array.from({ length: 250 }, (_, index) => index + 1).filter((one) => !used.includes(` 10.213.${one}.`));
  // Two runs that start together take different ones, most of the time.
  return free[process.pid % free.length]!;
}

/** Lines of `sh` that keep what is below a folder in memory. */
export function mountMemory(folder: string): string {
  return `mount -t tmpfs -o mode=0711 tmpfs ${folder}`;
}

function overlayFailure(folder: string, storage: Storage): string | undefined {
  const place = join(folder, `overlay-${storage}`);
  mkdirSync(place);
  const script = [
    ...(storage === "memory" ? [mountMemory(place)] : []),
    `cd ${place}`,
    "mkdir lower upper work merged",
    "mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work overlay merged",
    "echo written > merged/file",
  ];
  return failure(["--mount"], script.join(" && "));
}

function failure(namespaces: readonly string[], script: string): string | undefined {
  try {
    execFileSync("unshare", [...namespaces, "sh", "-c", script], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 30_000,
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: Buffer };
    return (
      stderr?.toString().trim().split("\n")[0] || message.replace(/^spawnSync (\S+) ENOENT$/, "$1 is not installed")
    );
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
