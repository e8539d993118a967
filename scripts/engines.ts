/**
 * Programs that tests start and that are not on npm: wheels, by hash, in build/engines/wheels
 * (test/engines/requirements.txt). Run as a script it installs all of them.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const REQUIREMENTS = join(root, "test/engines/requirements.txt");
const FOLDER = join(root, "build/engines/wheels");
/** A file in it: the requirements that are installed. Where they are not those of today, all is installed anew. */
const STAMP = "requirements.txt";

/** A network that does not answer must not hold up tests for long: milliseconds, and pip's own. */
const INSTALL_TIMEOUT = 120_000;
const PIP_PATIENCE = ["--retries=1", "--timeout=15"];

/**
 * The path of a program, installed when it is missing. @returns undefined, and says why on stderr, where that is not
 * possible.
 */
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

/** The path of a program that is installed already; nothing is fetched. */
export function installedEngine(name: string): string | undefined {
  const program = join(FOLDER, "bin", name);
  return isInstalled() && existsSync(program) ? program : undefined;
}

function isInstalled(): boolean {
  const stamp = join(FOLDER, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(REQUIREMENTS, "utf8");
}

/**
 * Beside the folder, and then in its place: test files that start together may all install. @throws Error as pip has
 * it.
 */
function install(): void {
  const folder = `${FOLDER}-${process.pid}`;
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary=:all:"];
  const place = ["--ignore-installed", `--prefix=${folder}`, "--requirement", REQUIREMENTS];
  try {
    execFileSync("python3", ["-m", "pip", "install", ...options, ...PIP_PATIENCE, ...place], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: INSTALL_TIMEOUT,
      env: { ...process.env, PIP_ROOT_USER_ACTION: "ignore" },
    });
    copyFileSync(REQUIREMENTS, join(folder, STAMP));
    if (isInstalled()) return;
    rmSync(FOLDER, { recursive: true, force: true });
    renameSync(folder, FOLDER);
  } catch (error) {
    // Another process was quicker.
    if (!isInstalled()) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const program = engine("act");
  process.stdout.write(program === undefined ? "" : `act: ${program}\n`);
}
