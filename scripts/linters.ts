/** Installs the workflow linters that are not on npm into build/linters, as far as this machine can: zizmor (PyPI), actionlint (Go). */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../build/linters");
const bin = join(folder, "bin");
mkdirSync(bin, { recursive: true });

install("zizmor", "python3", [
  "-m",
  "pip",
  "install",
  "--quiet",
  "--disable-pip-version-check",
  `--prefix=${folder}`,
  "zizmor==1.32.0",
]);
install("actionlint", "go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"]);

function install(name: string, program: string, args: readonly string[]): void {
  try {
    execFileSync(join(bin, name), ["--version"], { stdio: "ignore" });
    return;
  } catch {
    // Not there yet.
  }
  try {
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, GOBIN: bin } });
    process.stdout.write(`${name} installed\n`);
  } catch (error) {
    process.stdout.write(`${name} skipped: ${(error as Error).message.trim().split("\n").at(-1)}\n`);
  }
}
