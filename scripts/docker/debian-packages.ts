/**
 * Packages of several Debian suites, unpacked into a folder of ours. The machine's own apt is only asked for its mirror;
 * nothing is installed, and nothing needs root.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface DebianPackage {
  readonly name: string;
  readonly suite: string;
  /** `*`: any. */
  readonly version: string;
  /** All that is unpacked of it, as its archive names it; default: all. */
  readonly file?: string;
}

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const DEFAULT_MIRROR = "http://deb.debian.org/debian";
/** A mirror that does not answer, or slowly, must not hold up tests for long: milliseconds for all of it. */
const TIMEOUT = 360_000;

/** One package a line: name, suite, version, file. */
export function parsePackages(text: string): readonly DebianPackage[] {
  return text.split("\n").flatMap((line) => {
    const [name, suite, version, file] = line.replace(/#.*/, "").trim().split(/\s+/);
    return name && suite && version ? [{ name, suite, version, ...(file && { file }) }] : [];
  });
}

/**
 * Unpacks packages into `folder/SUITE`, without what they depend on.
 *
 * @param apt where apt keeps its lists and downloads. @returns the packages with the versions that were taken.
 * @throws Error as apt has it, or naming what this machine lacks.
 */
export async function unpackPackages(
  packages: readonly DebianPackage[],
  folder: string,
  apt: string,
): Promise<readonly DebianPackage[]> {
  if (!existsSync(KEYRING)) throw new Error(`this is not Debian: there is no ${KEYRING}`);
  const options = prepareApt(packages, apt);
  const end = AbortSignal.timeout(TIMEOUT);
  const run = async (program: string, args: readonly string[], cwd: string) => await runUntil(end, program, args, cwd);
  await run("apt-get", [...options, "update"], apt);
  const offered = await run("apt-cache", [...options, "madison", ...new Set(packages.map(({ name }) => name))], apt);
  const taken = packages.map((wanted) => chooseVersion(wanted, offered));
  const downloads = join(apt, "downloads");
  mkdirSync(downloads);
  await run("apt-get", [...options, "download", ...taken.map(({ name, version }) => `${name}=${version}`)], downloads);
  const files = readdirSync(downloads);
  for (const { name, suite, version, file: wanted } of taken) {
    const file = files.find((one) => one.startsWith(`${name}_${version.replaceAll(":", "%3a")}_`));
    if (file === undefined) throw new Error(`apt downloaded no ${name} ${version}`);
    mkdirSync(join(folder, suite), { recursive: true });
    const [archive, place] = [join(downloads, file), join(folder, suite)];
    if (wanted === undefined) await run("dpkg", ["-x", archive, place], place);
    else await run("sh", ["-c", 'dpkg --fsys-tarfile "$1" | tar --extract "$2"', "sh", archive, wanted], place);
  }
  return taken;
}

/** @param offered lines `name | version | mirror suite/component ...`. */
export function chooseVersion(wanted: DebianPackage, offered: string): DebianPackage {
  const versions = offered.split("\n").flatMap((line) => {
    const [name, version, source] = line.split("|").map((part) => part.trim());
    return name === wanted.name && version && source?.includes(` ${wanted.suite}/`) ? [version] : [];
  });
  const version = versions.includes(wanted.version) ? wanted.version : versions[0];
  if (version === undefined) throw new Error(`${wanted.suite} has no ${wanted.name}`);
  return { ...wanted, version };
}

/** An apt with folders of its own, which knows only the suites of these packages. */
function prepareApt(packages: readonly DebianPackage[], folder: string): readonly string[] {
  for (const part of ["lists/partial", "cache/archives/partial", "parts"])
    mkdirSync(join(folder, part), { recursive: true });
  const suites = new Set(packages.map(({ suite }) => suite));
  const sources = [...suites].map((suite) => `deb [signed-by=${KEYRING}] ${mirror()} ${suite} main\n`);
  writeFileSync(join(folder, "sources.list"), sources.join(""));
  const settings = {
    "Dir::Etc::sourcelist": join(folder, "sources.list"),
    "Dir::Etc::sourceparts": join(folder, "parts"),
    "Dir::Etc::preferencesparts": join(folder, "parts"),
    "Dir::State::lists": join(folder, "lists"),
    "Dir::State::status": "/dev/null",
    "Dir::Cache": join(folder, "cache"),
    // Debian's container images switch these off, and each call would read all lists again.
    "Dir::Cache::pkgcache": "pkgcache.bin",
    "Dir::Cache::srcpkgcache": "srcpkgcache.bin",
    "APT::Sandbox::User": "root",
    // Otherwise a mirror that does not answer is a warning.
    "APT::Update::Error-Mode": "any",
    "Acquire::Languages": "none",
    "Acquire::Retries": "1",
    "Acquire::http::Timeout": "20",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
    "Acquire::IndexTargets::deb::DEP-11-icons-small::DefaultEnabled": "false",
  };
  return ["--quiet=2", ...Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`])];
}

/** The one that the machine uses already. */
function mirror(): string {
  const parts = "/etc/apt/sources.list.d";
  const files = ["/etc/apt/sources.list", ...(existsSync(parts) ? readdirSync(parts).map((n) => join(parts, n)) : [])];
  const lines = files.filter((file) => existsSync(file)).flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const [found] = lines.flatMap(
    (line) => /^(?:deb |URIs:).*?(https?:\/\/\S+\/debian)\/?(?:\s|$)/.exec(line)?.[1] ?? [],
  );
  return found ?? DEFAULT_MIRROR;
}

/**
 * Not synchronous: the process that waits answers others meanwhile. @throws Error whose last line is the reason: what the
 * program says, and not its warnings.
 */
async function runUntil(end: AbortSignal, program: string, args: readonly string[], cwd: string): Promise<string> {
  const options = { cwd, env: { ...process.env, LC_ALL: "C" }, signal: end, maxBuffer: 50_000_000 };
  try {
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    if (end.aborted)
      throw new Error(`Debian's mirror ${mirror()} is too slow: not done after ${TIMEOUT / 60_000} minutes`);
    const { stderr = "", message } = error as Error & { readonly stderr?: string };
    throw new Error(stderr.split("\n").find((line) => line.startsWith("E: ")) ?? message);
  }
}
