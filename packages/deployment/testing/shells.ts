import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A host's `sh` and the programs beside it. */
export interface Shell {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly searchPath: string;
}

export interface ShellRun {
  readonly exitCode: number;
  readonly facts: Readonly<Record<string, string>>;
  /** Both streams, without facts. */
  readonly output: string;
}

const BUSYBOX = resolve(import.meta.dirname, "../../../build/engines/debian/sid/usr/bin/busybox");

/** bash and dash with the machine's programs, and busybox with its own alone. What is missing here is said. */
export function hostShells(): readonly Shell[] {
  const searchPath = process.env.PATH ?? "";
  const ours = ["bash", "dash"].map((name): Shell => ({ name, command: [name], searchPath }));
  const there = ours.filter(({ name }) => spawnSync(name, ["-c", ":"]).status === 0);
  const applets = busyboxFolder();
  const all = applets
    ? [...there, { name: "busybox", command: [join(applets, "sh")] as [string], searchPath: applets }]
    : there;
  const missing = ["bash", "dash", "busybox"].filter((name) => !all.some((shell) => shell.name === name));
  if (missing.length > 0)
    process.stderr.write(
      `skipped: scripts for hosts under ${missing.join(" and ")}: not installed (npm run engines)\n`,
    );
  return all;
}

/** A folder with all of busybox's programs, and nothing else. */
function busyboxFolder(): string | undefined {
  if (!existsSync(BUSYBOX)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "jessy-busybox-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  execFileSync(BUSYBOX, ["--install", "-s", folder]);
  return folder;
}

/** Runs a script as a host does: `set -eu`, and `fact` to report values. */
export function runScript(
  { command, searchPath }: Shell,
  body: string,
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string>> },
): ShellRun {
  const mark = `fact-${Math.random()}`;
  const script = `set -eu\nfact() { printf '%s %s %s\\n' ${mark} "$1" "$2"; }\nexec 2>&1\n${body}`;
  const { status, stdout } = spawnSync(command[0], [...command.slice(1), "-c", script], {
    cwd,
    env: { PATH: searchPath, HOME: cwd, ...environment },
    encoding: "utf8",
    input: "",
  });
  const lines = stdout.split("\n");
  const facts = lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1));
  return {
    exitCode: status ?? 128,
    facts: Object.fromEntries(facts.map((line) => [line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1)])),
    output: lines
      .filter((line) => !line.startsWith(`${mark} `))
      .join("\n")
      .trim(),
  };
}
