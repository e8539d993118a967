/** Installs the linters that npm does not have into build/linters, as far as this machine can: typos and zizmor (PyPI), actionlint (Go). */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../build/linters");
const bin = join(folder, "bin");
mkdirSync(bin, { recursive: true });

const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"];
const locked = [
  "--only-binary=:all:",
  `--prefix=${folder}`,
  `--requirement=${join(import.meta.dirname, "linters.txt")}`,
];
install(["typos", "zizmor"], "python3", [...pip, ...locked]);
install(["actionlint"], "go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"]);

function install(names: readonly string[], program: string, args: readonly string[]): void {
  if (names.every(isThere)) return;
  const what = names.join(" and ");
  try {
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, GOBIN: bin } });
    process.stdout.write(`${what} installed\n`);
  } catch (error) {
    process.stdout.write(`${what} skipped: ${(error as Error).message.trim().split("\n").at(-1)}\n`);
  }
}

function isThere(name: string): boolean {
  try {
    execFileSync(join(bin, name), ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
