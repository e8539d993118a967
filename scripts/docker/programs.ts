/** Debian's Docker, registry, cosign and sshd for tests: unpacked into build/engines/debian, as test/engines/debian.txt lists. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { parsePackages, unpackPackages } from "./debian-packages.ts";

const root = resolve(import.meta.dirname, "../..");
const LIST = join(root, "test/engines/debian.txt");
export const PROGRAM_FOLDER = join(root, "build/engines/debian");
/** Files in it: the list that is installed, and what was taken for it. */
const STAMP = "debian.txt";
const VERSIONS = "versions.txt";

/** What programs of the machine's own release find there if the machine does not have it. */
export const LIBRARY_PATH = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu"]
  .map((folder) => join(PROGRAM_FOLDER, "bookworm", folder))
  .join(":");

/** Every program with its file and the arguments that show that it starts here. */
const PROGRAMS = {
  dockerd: ["sid/usr/sbin/dockerd", "--version"],
  docker: ["sid/usr/bin/docker", "--version"],
  buildx: ["sid/usr/libexec/docker/cli-plugins/docker-buildx", "version"],
  containerd: ["sid/usr/bin/containerd", "--version"],
  runc: ["bookworm/usr/sbin/runc", "--version"],
  registry: ["sid/usr/bin/docker-registry", "--version"],
  cosign3: ["sid/usr/bin/cosign", "version"],
  cosign2: ["trixie/usr/bin/cosign", "version"],
  busybox: ["sid/usr/bin/busybox", "true"],
  qemu: ["bookworm/usr/bin/qemu-aarch64-static", "--version"],
  compose: ["sid/usr/libexec/docker/cli-plugins/docker-compose", "version"],
  // It has no option that only says its version; a wrong one shows that its libraries are there.
  sshd: ["bookworm/usr/sbin/sshd", "-?"],
  "sftp-server": ["bookworm/usr/lib/openssh/sftp-server", "-Q", "requests"],
  rsync: ["bookworm/usr/bin/rsync", "--version"],
} as const satisfies Record<string, readonly [file: string, ...check: string[]]>;

export type ProgramName = keyof typeof PROGRAMS;

export interface Programs {
  /** Absolute paths of those that start here. */
  readonly paths: Readonly<Partial<Record<ProgramName, string>>>;
  /** Why the others do not, a line each. */
  readonly missing: readonly string[];
  /** What they need on their PATH. */
  readonly searchPath: string;
}

/** Installs what is missing, once for all processes. Never throws: what is not available is said. */
export async function dockerPrograms(): Promise<Programs> {
  const problem = await install();
  const names = Object.keys(PROGRAMS) as ProgramName[];
  const states = await Promise.all(names.map(async (name) => [name, problem ?? (await whyNot(name))] as const));
  return {
    paths: Object.fromEntries(states.flatMap(([name, reason]) => (reason === undefined ? [[name, path(name)]] : []))),
    missing:
      problem === undefined
        ? states.flatMap(([name, reason]) => (reason === undefined ? [] : [`${name}: ${reason}`]))
        : [`${names.join(", ")}: ${problem}`],
    searchPath: ["sid/usr/bin", "sid/usr/sbin", "bookworm/usr/sbin"]
      .map((folder) => join(PROGRAM_FOLDER, folder))
      .join(":"),
  };
}

/** A line for each package: name, suite, version; empty when none is installed. */
export function installedVersions(): string {
  const file = join(PROGRAM_FOLDER, VERSIONS);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const path = (name: ProgramName): string => join(PROGRAM_FOLDER, PROGRAMS[name][0]);

async function whyNot(name: ProgramName): Promise<string | undefined> {
  try {
    const env = { ...process.env, LD_LIBRARY_PATH: LIBRARY_PATH };
    await promisify(execFile)(path(name), PROGRAMS[name].slice(1), { timeout: 30_000, env });
    return undefined;
  } catch (error) {
    if (name === "sshd" && /usage: sshd/.test((error as Error).message)) return undefined;
    return lastLine(error);
  }
}

/** Beside the folder, and then in its place: test files that start together may all install. */
async function install(): Promise<string | undefined> {
  if (isInstalled()) return undefined;
  if (process.platform !== "linux") return `Debian's programs do not run on ${process.platform}`;
  const folder = `${PROGRAM_FOLDER}-${process.pid}`;
  try {
    const wanted = parsePackages(readFileSync(LIST, "utf8"));
    const taken = await unpackPackages(wanted, folder, join(folder, "apt"));
    for (const [index, { name, suite, version }] of taken.entries()) {
      if (wanted[index]!.version !== "*" && wanted[index]!.version !== version)
        process.stderr.write(`${suite} has ${name} ${version} now; ${LIST} names ${wanted[index]!.version}\n`);
    }
    rmSync(join(folder, "apt"), { recursive: true });
    const lines = taken.map(({ name, suite, version }) => `${name} ${suite} ${version}\n`);
    writeFileSync(join(folder, VERSIONS), lines.join(""));
    writeFileSync(join(folder, STAMP), readFileSync(LIST));
    if (isInstalled()) return undefined;
    rmSync(PROGRAM_FOLDER, { recursive: true, force: true });
    renameSync(folder, PROGRAM_FOLDER);
    return undefined;
  } catch (error) {
    // Another process may have been quicker.
    return isInstalled() ? undefined : lastLine(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isInstalled(): boolean {
  const stamp = join(PROGRAM_FOLDER, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(LIST, "utf8");
}

function lastLine(error: unknown): string {
  return (error as Error).message.trim().split("\n").at(-1)!;
}
