/**
 * Programs that tests start and that are not on npm: wheels, by hash, in build/engines (test/engines/requirements.txt). Run as a script it
 * installs all of them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const REQUIREMENTS = join(root, "test/engines/requirements.txt");
const FOLDER = join(root, "build/engines");
/** Holds the requirements that are installed: others than the file's are installed anew. */
const STAMP = join(FOLDER, "requirements.txt");

/** A network that does not answer must not hold up tests for long. */
const INSTALL_TIMEOUT = 120_000;

/** The path of a program, installed when it is missing. @returns undefined, and says why on stderr, where that is not possible. */
export function engine(name: string): string | undefined {
  const program = join(FOLDER, "bin", name);
  try {
    if (!isInstalled()) install();
    if (!existsSync(program)) throw new Error(`no wheel of ${REQUIREMENTS} has it`);
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return program;
  } catch (error) {
    process.stderr.write(`skipped: ${name} is not available: ${(error as Error).message.trim().split("\n").at(-1)}\n`);
    return undefined;
  }
}

function isInstalled(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === readFileSync(REQUIREMENTS, "utf8");
}

/** @throws Error when pip is missing, the network is, or a hash is another. */
function install(): void {
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary=:all:"];
  const place = ["--ignore-installed", `--prefix=${FOLDER}`, "--requirement", REQUIREMENTS];
  const env = { ...process.env, PIP_ROOT_USER_ACTION: "ignore" };
  execFileSync("python3", ["-m", "pip", "install", ...options, ...place], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: INSTALL_TIMEOUT,
    env,
  });
  writeFileSync(STAMP, readFileSync(REQUIREMENTS));
}

if (import.meta.main) {
  const program = engine("act");
  process.stdout.write(program === undefined ? "" : `act: ${program}\n`);
}
