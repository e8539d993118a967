/**
 * What a wrong input costs: CPU and wall time of each action from its start to its `::error::` line, over what Node alone takes. All programs
 * run in turns, so that other work on the machine meets all of them. Prints a Markdown table.
 *
 *   node bench/startup/main.ts [--rounds N] [FOLDER ...]
 *
 * The folders hold stubs as `dist/` does; default: `dist/` and, when `make package` made it, the tree of a version.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundledNames } from "../../packages/local-runner/src/action/kinds.ts";
import { wrongInput } from "./wrong-input.ts";

/** docs/benchmarks/startup.md. */
const CPU_BUDGET = 65;

const root = resolve(import.meta.dirname, "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "40" } },
});
const rounds = Number(values.rounds);
const folders = (positionals.length > 0 ? positionals : ["dist", "build/package/dist"].map((path) => join(root, path)))
  .map((path) => resolve(path))
  .filter((path) => existsSync(path));

interface Program {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cpu: number[];
  readonly wall: number[];
}

const empty = mkdtempSync(join(tmpdir(), "jessy-startup-"));
const bare: Program = { name: "Node alone", folder: "", args: ["--eval", "0"], environment: {}, cpu: [], wall: [] };
const programs = [bare, ...folders.flatMap((folder) => bundledNames(root).flatMap((name) => programOf(name, folder)))];
for (let round = 0; round < rounds; round++) for (const program of programs) measure(program);
rmSync(empty, { recursive: true });
print();

/** An action with one input that cannot be read. @throws Error when it does not end with the error that is measured. */
function programOf(name: string, folder: string): Program[] {
  const script = join(folder, `${name}.js`);
  if (!existsSync(script)) return [];
  const { environment, error } = wrongInput(readFileSync(join(root, "actions", name, "action.yml"), "utf8"));
  const { status, stdout } = spawnSync(process.execPath, [script], { cwd: empty, env: environment, encoding: "utf8" });
  if (status !== 1 || !stdout.includes(error)) throw new Error(`${script} ended with ${status}, and not so: ${error}`);
  return [{ name, folder, args: [script], environment, cpu: [], wall: [] }];
}

/** One run, by the shell's `time`: Node cannot tell what a child of its own used. */
function measure({ args, environment, cpu, wall }: Program): void {
  const line = 'TIMEFORMAT="%3R %3U %3S"; time "$@" >/dev/null 2>&1';
  const { stderr } = spawnSync("bash", ["--norc", "-c", line, "bash", process.execPath, ...args], {
    cwd: empty,
    env: environment,
    encoding: "utf8",
  });
  const [real, user, system] = stderr
    .trim()
    .split(" ")
    .map((seconds) => Number(seconds) * 1000);
  if (real === undefined || user === undefined || system === undefined) throw new Error(`bash says: ${stderr}`);
  cpu.push(user + system);
  wall.push(real);
}

function print(): void {
  const line = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  const milliseconds = (value: number) => value.toFixed(0);
  line(["Program", "Folder", "CPU, least", "CPU, median", "wall, least", "wall, median"]);
  line([":--", ":--", "--:", "--:", "--:", "--:"]);
  for (const { name, folder, cpu, wall } of programs) {
    const over = (values: readonly number[], alone: readonly number[]) =>
      [least, median].map((of) => milliseconds(of(values) - (name === bare.name ? 0 : of(alone))));
    line([name, folder.replace(`${root}/`, ""), ...over(cpu, bare.cpu), ...over(wall, bare.wall)]);
  }
  const worst = Math.max(...programs.slice(1).map(({ cpu }) => median(cpu) - median(bare.cpu)));
  process.stdout.write(
    `\nMilliseconds of ${rounds} rounds; of an action, over Node alone. The most is ${milliseconds(worst)} ms of CPU, the budget is ${CPU_BUDGET}.\n`,
  );
}

function least(values: readonly number[]): number {
  return Math.min(...values);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}
