/**
 * How long it takes to match the RustSec advisory database against a Cargo.lock of 500 packages, beside cargo-audit.
 *
 *     npm run bench:rustsec
 *
 * Ours is measured cold, in a new process each time: unpacking the archive as GitHub sends it, hashing it, opening the
 * database, reading the lock and matching. The limit is for the last three. The whole process, with the start of Node,
 * stands beside the whole process of cargo-audit.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitArchive } from "../../actions/trivy-scan/testing/advisory-database.ts";
import { readCommitArchive } from "../../packages/kit/src/download/commit-archive.ts";
import { treeHash } from "../../packages/kit/src/download/tree-hash.ts";
import { openAdvisoryDatabase } from "../../packages/security/src/rustsec/advisory-database.ts";
import { matchAdvisories } from "../../packages/security/src/rustsec/advisory-match.ts";
import { readCargoLock } from "../../packages/security/src/rustsec/cargo-lock.ts";
import { engine } from "../../scripts/engines.ts";
import { archiveEntries, unpackAdvisories } from "../../test/conformance/advisory-corpus.ts";

const PACKAGES = 500;
/** Crates that have advisories, among them: more than any real lock has. */
const ADVISED = 100;
const RUNS = 15;
const LIMIT_MS = 100;

interface Run {
  readonly unpackMs: number;
  readonly hashMs: number;
  readonly openMs: number;
  readonly matchMs: number;
  readonly size: number;
  readonly findings: number;
}

async function once(archiveFile: string, lockFile: string): Promise<Run> {
  const archive = readFileSync(archiveFile);
  const bytes = readFileSync(lockFile);
  const begin = performance.now();
  const { files } = await readCommitArchive(archive, { bytes: 100_000_000, entries: 100_000 });
  const unpacked = performance.now();
  treeHash(files, 1);
  const start = performance.now();
  const database = openAdvisoryDatabase(files);
  const opened = performance.now();
  const { findings } = matchAdvisories(readCargoLock(bytes), database, { target: ".", file: "Cargo.lock" });
  const matched = performance.now();
  return {
    unpackMs: unpacked - begin,
    hashMs: start - unpacked,
    openMs: opened - start,
    matchMs: matched - opened,
    size: database.size,
    findings: findings.length,
  };
}

function pack(folder: string): Buffer {
  const files = archiveEntries(folder).map(({ path, bytes }) => ({ path, content: Buffer.from(bytes).toString() }));
  return commitArchive("0".repeat(40), Date.now(), files);
}

function lockOf(folder: string): string {
  const crates = [...new Set(archiveEntries(folder).map(({ path }) => path.split("/")[1]!))].sort().slice(0, ADVISED);
  const others = Array.from({ length: PACKAGES - ADVISED }, (_, at) => `package-${at}`);
  const source = "registry+https://github.com/rust-lang/crates.io-index";
  const entries = [...crates, ...others].map(
    (name, at) =>
      `[[package]]\nname = "${name}"\nversion = "1.0.${at}"\nsource = "${source}"\nchecksum = "${"0".repeat(64)}"\ndependencies = [\n "package-0",\n "package-1",\n]\n`,
  );
  return `version = 4\n\n${entries.join("\n")}`;
}

function timed<Value>(work: () => Value): { readonly ms: number; readonly value: Value } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

function audit(program: string, folder: string, lockFile: string): void {
  const options = ["--no-fetch", "--no-yanked", "--json", "--db", folder, "--file", lockFile];
  try {
    execFileSync(program, ["audit", ...options], { stdio: "ignore" });
  } catch {
    // Findings are exit code 1.
  }
}

function line(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [least, median] = [sorted[0]!, sorted[sorted.length >> 1]!];
  process.stdout.write(`${name.padEnd(52)} least ${least.toFixed(1)} ms, median ${median.toFixed(1)} ms\n`);
}

function main(): void {
  const folder = unpackAdvisories();
  if (folder === undefined) return;
  const inputs = mkdtempSync(join(tmpdir(), "jessy-bench-"));
  const lockFile = join(inputs, "Cargo.lock");
  writeFileSync(lockFile, lockOf(folder));
  const archive = pack(folder);
  const archiveFile = join(inputs, "advisory-db.tar.gz");
  writeFileSync(archiveFile, archive);
  const runs = Array.from({ length: RUNS }, () =>
    timed(
      () =>
        JSON.parse(
          execFileSync(process.execPath, [import.meta.filename, archiveFile, lockFile], { encoding: "utf8" }),
        ) as Run,
    ),
  );
  const { size, findings } = runs[0]!.value;
  process.stdout.write(
    `${size} advisories, ${PACKAGES} packages, ${findings} findings, ${RUNS} runs, archive of ${Math.round(archive.length / 1000)} kB\n`,
  );
  const inside = runs.map(({ value }) => value.openMs + value.matchMs);
  line(
    "unpacking the archive",
    runs.map(({ value }) => value.unpackMs),
  );
  line(
    "hashing its tree, when it was kept",
    runs.map(({ value }) => value.hashMs),
  );
  line(
    "opening the database",
    runs.map(({ value }) => value.openMs),
  );
  line(
    "reading the lock and matching",
    runs.map(({ value }) => value.matchMs),
  );
  line(`both, of at most ${LIMIT_MS} ms`, inside);
  line(
    "the whole process, with Node and the archive",
    runs.map(({ ms }) => ms),
  );
  const program = engine("cargo-audit");
  if (program !== undefined) {
    line(
      "cargo-audit, the whole process",
      Array.from({ length: RUNS }, () => timed(() => audit(program, folder, lockFile)).ms),
    );
  }
  for (const each of [folder, inputs]) rmSync(each, { recursive: true });
  if (Math.min(...inside) > LIMIT_MS) process.exitCode = 1;
}

const [archiveFile, lockFile] = process.argv.slice(2);
if (archiveFile !== undefined && lockFile !== undefined)
  process.stdout.write(JSON.stringify(await once(archiveFile, lockFile)));
else main();
