/**
 * How long each action takes from its start to its first error (there is no workflow around it), as dist/ is committed and as a version tag
 * holds it, beside Node alone. Runs all of them in turns, and prints the median and the least of the rounds. Run `make package` first.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROUNDS = 40;

const root = resolve(import.meta.dirname, "../..");
const tree = join(root, "build/package");
const actions = readdirSync(join(root, "actions")).filter((name) => existsSync(join(root, "dist", `${name}.js`)));
const programs: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["node alone", ["--eval", "0"]],
  ...actions.flatMap((name) => [
    [`${name}, dist/`, [join(root, "dist", `${name}.js`)]] as const,
    [`${name}, published`, [join(tree, "dist", `${name}.js`)]] as const,
  ]),
];

if (!existsSync(tree)) {
  process.stderr.write("bench: there is no build/package; run `make package` first\n");
  process.exit(1);
}
const empty = mkdtempSync(join(tmpdir(), "jessy-startup-"));
const times = new Map(programs.map(([name]) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of programs) {
    const start = performance.now();
    spawnSync(process.execPath, args, { cwd: empty, env: { PATH: process.env.PATH ?? "" } });
    times.get(name)!.push(performance.now() - start);
  }
}
rmSync(empty, { recursive: true });
for (const [name, values] of times) {
  values.sort((a, b) => a - b);
  const [median, least] = [values[ROUNDS / 2]!, values[0]!].map((value) => `${value.toFixed(1).padStart(6)} ms`);
  process.stdout.write(`${name.padEnd(26)} median ${median}   least ${least}\n`);
}
