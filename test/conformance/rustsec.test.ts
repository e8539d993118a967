import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isDeep } from "../../packages/reading/testing/depth.ts";
import { type AdvisoryDatabase, openAdvisoryDatabase } from "../../packages/security/src/rustsec/advisory-database.ts";
import { matchAdvisories } from "../../packages/security/src/rustsec/advisory-match.ts";
import { readCargoLock } from "../../packages/security/src/rustsec/cargo-lock.ts";
import { formatCargoVersion, parseCargoVersion } from "../../packages/security/src/rustsec/cargo-version.ts";
import { engine } from "../../scripts/engines.ts";
import { archiveEntries, unpackAdvisories } from "./advisory-corpus.ts";
import { type AuditRows, cargoAuditRows } from "./cargo-audit.ts";
import { filesOf } from "./corpora.ts";

const FIXTURES = resolve(import.meta.dirname, "fixtures/cargo-audit");
const ANSWERS = join(FIXTURES, "answers.json");
const LOCKS = filesOf(join(FIXTURES, "locks"), ".lock");

const cargoAudit = engine("cargo-audit");
const corpus = unpackAdvisories();

function ours(lock: string, database: AdvisoryDatabase): AuditRows {
  const { findings } = matchAdvisories(readCargoLock(readFileSync(lock)), database, {
    target: ".",
    file: "Cargo.lock",
  });
  return findings.map(({ kind, id, package: found }) => `${kind} ${id} ${found!.name} ${found!.version}`).sort();
}

function theirs(lock: string, database: string): AuditRows {
  return cargoAuditRows(cargoAudit!, lock, database);
}

describe("lock files and a database of our own", () => {
  const database = openAdvisoryDatabase(archiveEntries(join(FIXTURES, "database")), 1);

  if (process.env.JESSY_RECORD === "cargo-audit") {
    const rows = LOCKS.map((name) => [name, theirs(join(FIXTURES, "locks", name), join(FIXTURES, "database"))]);
    writeFileSync(ANSWERS, `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`);
  }
  const recorded: Readonly<Record<string, AuditRows>> = JSON.parse(readFileSync(ANSWERS, "utf8"));

  test("are all recorded", () => {
    expect(Object.keys(recorded)).toEqual(LOCKS);
    expect(Object.values(recorded).flat().length).toBeGreaterThan(20);
  });

  test.each(LOCKS)("%s", (name) => {
    const found = ours(join(FIXTURES, "locks", name), database);
    // cargo-audit drops news of a kind that it does not know; here it is a notice.
    expect(found.filter((row) => !row.startsWith("notice RUSTSEC-2026-0008"))).toEqual(recorded[name]);
  });

  test.skipIf(cargoAudit === undefined)("are what cargo-audit says today", () => {
    for (const name of LOCKS) {
      expect([name, theirs(join(FIXTURES, "locks", name), join(FIXTURES, "database"))]).toEqual([name, recorded[name]]);
    }
  });
});

describe.skipIf(corpus === undefined || cargoAudit === undefined)("the whole database", () => {
  const entries = corpus === undefined ? [] : archiveEntries(corpus);

  test("has the size that it has", () => {
    expect(openAdvisoryDatabase(entries).size).toBeGreaterThan(1200);
  });

  test("at every bound of every advisory", () => {
    const lock = join(mkdtempSync(join(tmpdir(), "jessy-lock-")), "Cargo.lock");
    const packages = boundaryPackages(entries);
    expect(packages.length).toBeGreaterThan(5000);
    writeFileSync(lock, lockOf(packages));
    const expected = theirs(lock, corpus!);
    expect(expected.length).toBeGreaterThan(3000);
    expect(ours(lock, openAdvisoryDatabase(entries))).toEqual(expected);
  });

  test("for the lock files of packages of crates.io", () => {
    const locks = registryLocks();
    if (locks.length === 0) process.stderr.write("skipped: no packages of crates.io with lock files on this machine\n");
    for (const lock of locks)
      expect([lock, ours(lock, openAdvisoryDatabase(entries))]).toEqual([lock, theirs(lock, corpus!)]);
  });
});

/** Versions at, just below and just above each version that an advisory names, and prereleases of them. */
function boundaryPackages(entries: ReturnType<typeof archiveEntries>): string[] {
  const packages = new Set<string>();
  for (const { path, bytes } of entries) {
    const [, name] = /^crates\/([^/]+)\//.exec(path) ?? [];
    if (name === undefined) continue;
    const [frontMatter] = bytes.toString().split("\n```", 1);
    for (const [text] of frontMatter!.matchAll(
      /(?<=["<>=~^, ])[0-9]+(?:\.[0-9]+){0,2}(?:-[0-9A-Za-z.-]+)?(?=[", ])/g,
    )) {
      const [, numbers, prerelease] = /^([0-9.]+)(-.*)?$/.exec(text)!;
      const version = parseCargoVersion(
        `${[...numbers!.split("."), "0", "0"].slice(0, 3).join(".")}${prerelease ?? ""}`,
      );
      if (version === undefined) continue;
      const { major, minor, patch } = version;
      for (const near of [
        version,
        { ...version, prerelease: [] },
        { ...version, patch: patch + 1n, prerelease: [] },
        { ...version, patch: patch > 0n ? patch - 1n : 0n, prerelease: [] },
        { ...version, prerelease: ["0"] },
        { ...version, prerelease: ["rc", "1"] },
        { major: major + 1n, minor: 0n, patch: 0n, prerelease: ["alpha"] },
        { major, minor: minor + 1n, patch: 0n, prerelease: ["0"] },
        { major: 0n, minor: 0n, patch: 0n, prerelease: [] },
      ]) {
        packages.add(`${name} ${formatCargoVersion(near)}`);
      }
    }
  }
  return [...packages].sort();
}

function lockOf(packages: readonly string[]): string {
  const source = 'source = "registry+https://github.com/rust-lang/crates.io-index"';
  const entries = packages.map((each) => {
    const [name, version] = each.split(" ");
    return `[[package]]\nname = "${name}"\nversion = "${version}"\n${source}\n`;
  });
  return `version = 4\n\n${entries.join("\n")}`;
}

/** What cargo has unpacked on this machine: two, or all of them in a deep run. */
function registryLocks(): string[] {
  const registry = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry/src");
  if (!existsSync(registry)) return [];
  const locks = readdirSync(registry)
    .flatMap((index) => readdirSync(join(registry, index)).map((name) => join(registry, index, name, "Cargo.lock")))
    .filter((lock) => existsSync(lock) && basename(lock) === "Cargo.lock");
  return isDeep ? locks : locks.slice(0, 2);
}
