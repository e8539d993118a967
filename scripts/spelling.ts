/** Looks for misspelled words with typos; a machine that cannot install it is told so. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const typos = join(root, "build/linters/bin/typos");

if (existsSync(typos))
  process.exitCode = spawnSync(typos, ["--format", "brief"], { cwd: root, stdio: "inherit" }).status ?? 1;
else process.stdout.write("spelling skipped: typos is not installed; run `make linters`\n");
