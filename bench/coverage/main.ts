/**
 * `npm run bench:coverage`: races coverage-gate's reading of tracefiles against the tools that people use, in one run on the same
 * generated files, and prints the figures as Markdown; BENCH_PARTS=single,shards,growth,bundle takes some of it, BENCH_ROUNDS how often. Not part of the tests: figures differ from machine to machine, ratios little.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { bundleColdStart, bundleRun } from "./bundle.ts";
import { type Measurement, measure } from "./measured-process.ts";
import { type Counts, countsOfTotals, installPeers, PEERS } from "./peers.ts";
import { writeTracefile } from "./tracefile.ts";

const root = resolve(import.meta.dirname, "../..");
const data = join(root, "build/bench");
const peersFolder = join(data, "peers");
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

interface Racer {
  readonly name: string;
  readonly command: (files: readonly string[], output: string) => readonly [string, ...string[]];
  readonly counts: (stdout: string, output: string) => Counts | undefined;
  readonly rounds: number;
}

const ours: Racer = {
  name: "**coverage-gate**",
  command: (files) => [process.execPath, join(import.meta.dirname, "ours.mjs"), ...files],
  counts: (stdout) => countsOfTotals(stdout),
  rounds: ROUNDS,
};

mkdirSync(data, { recursive: true });
execFileSync(process.execPath, ["scripts/build.ts", "--out", join(data, "dist")], { cwd: root, stdio: "ignore" });
const missing = installPeers(peersFolder);
const single = join(data, "200.info");
const shards = [1, 2, 3, 4].map((run) => join(data, `shard-${run}.info`));
for (const size of [25, 50, 100, 200]) await writeTracefile(join(data, `${size}.info`), size, 0);
for (const [at, path] of shards.entries()) await writeTracefile(path, 50, at + 1);
const repository = makeRepository();

print(
  `Machine: ${cpus().length} x ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}. Time is the least of ${ROUNDS} alternating rounds (slow peers: 1), of the whole process; memory is its peak.`,
);
print(
  `Peers: ${PEERS.flatMap((peer) => (missing.has(peer.name) ? [] : [`${peer.name} ${peer.version(peersFolder)}`])).join(", ")}.`,
);
for (const [name, why] of missing) print(`Missing: ${name}: ${why}.`);

await race(
  "One tracefile of 200 MB",
  [single],
  racers((peer) => peer.shardsOnly !== true),
);
await race(
  "Four shards of 50 MB",
  shards,
  racers((peer) => peer.singleOnly !== true),
);
if (isWanted("growth")) await growth();
if (isWanted("bundle")) await bundle();
rmSync(repository, { recursive: true });

function isWanted(part: string): boolean {
  return process.env.BENCH_PARTS?.split(",").includes(part) ?? true;
}

function racers(fits: (peer: (typeof PEERS)[number]) => boolean): Racer[] {
  const peers = PEERS.filter((peer) => !missing.has(peer.name) && fits(peer)).map(
    (peer): Racer => ({
      name: peer.name,
      command: (files, output) => peer.command(peersFolder, files, output),
      counts: (stdout, output) => peer.counts(stdout, output),
      rounds: peer.slow === true ? 1 : ROUNDS,
    }),
  );
  return [ours, ...peers];
}

async function race(title: string, files: readonly string[], field: readonly Racer[]): Promise<void> {
  print(`\n## ${title}\n`);
  const best = new Map<Racer, Measurement & { readonly counts: Counts | undefined }>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const racer of field) {
      if (round >= racer.rounds) continue;
      const output = join(data, "output.info");
      rmSync(output, { force: true });
      const [program, ...args] = racer.command(files, output);
      process.stderr.write(`${title}, round ${round + 1}: ${racer.name}\n`);
      try {
        const measured = await measure(program, args, repository);
        const known = best.get(racer);
        if (known === undefined || measured.milliseconds < known.milliseconds)
          best.set(racer, { ...measured, counts: known?.counts ?? racer.counts(measured.stdout, output) });
      } catch (error) {
        if (round === 0) print(`${racer.name} failed: ${(error as Error).message}\n`);
      }
    }
  }
  const own = best.get(ours)!;
  const sorted = [...best].sort(([, a], [, b]) => a.milliseconds - b.milliseconds);
  print("| Tool | Time | Ours is | Memory | Lines | Branches |\n| :--- | ---: | ---: | ---: | ---: | ---: |");
  for (const [racer, measured] of sorted) {
    const ratio = racer === ours ? "" : `${(own.milliseconds / measured.milliseconds).toFixed(2)} of it`;
    const counts = measured.counts;
    print(
      `| ${racer.name} | ${(measured.milliseconds / 1000).toFixed(2)} s | ${ratio} | ${Math.round(measured.megabytes)} MB | ${counts?.lines ?? "-"} | ${counts?.branches ?? "-"} |`,
    );
  }
}

async function growth(): Promise<void> {
  print("\n## Growth\n\n| Tracefile | Time | A megabyte | Memory |\n| ---: | ---: | ---: | ---: |");
  for (const size of [25, 50, 100, 200]) {
    const runs: Measurement[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [program, ...args] = ours.command([join(data, `${size}.info`)], "");
      runs.push(await measure(program, args, repository));
    }
    const best = runs.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
    print(
      `| ${size} MB | ${(best.milliseconds / 1000).toFixed(2)} s | ${(best.milliseconds / size).toFixed(1)} ms | ${Math.round(best.megabytes)} MB |`,
    );
  }
}

async function bundle(): Promise<void> {
  const small = join(data, "2.info");
  await writeTracefile(small, 2, 0);
  print("\n## The shipped bundle\n\n| What | Time |\n| :--- | ---: |");
  const typical = await bundleRun(root, small, ROUNDS * 2);
  print(`| A 2 MB tracefile on a pull request, whole step without the network | ${typical.toFixed(0)} ms |`);
  const { bare, wrongInput } = await bundleColdStart(root, ROUNDS * 4);
  print(`| \`node -e 0\` | ${bare.toFixed(0)} ms |`);
  print(
    `| To the error of a wrong input | ${wrongInput.toFixed(0)} ms (${(wrongInput - bare).toFixed(0)} ms over bare node) |`,
  );
}

/** diff-cover wants a repository with a change. */
function makeRepository(): string {
  const folder = join(tmpdir(), `jessy-bench-${process.pid}`);
  mkdirSync(join(folder, "src/pkg0/mod0"), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
      cwd: folder,
      stdio: "ignore",
    });
  git("init", "--initial-branch=main");
  for (const text of ["one\n", "one\ntwo\n"]) {
    writeFileSync(join(folder, "src/pkg0/mod0/file_0.rs"), text);
    git("add", ".");
    git("commit", "--message=x");
  }
  return folder;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
