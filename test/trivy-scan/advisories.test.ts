import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openAdvisories } from "../../actions/trivy-scan/src/advisories/open-advisories.ts";
import { advisoryFiles, lockOf } from "../../actions/trivy-scan/testing/advisory-database.ts";
import { ADVISORY_INPUTS, DAY } from "../../actions/trivy-scan/testing/advisory-run.ts";
import { ioOf } from "../../packages/local-runner/testing/action-io.ts";
import { engine } from "../../scripts/engines.ts";
import { unpackAdvisories } from "../conformance/advisory-corpus.ts";
import { type AuditRows, cargoAuditRows } from "../conformance/cargo-audit.ts";
import { filesOf } from "../conformance/corpora.ts";

const FIXTURES = resolve(import.meta.dirname, "../conformance/fixtures/cargo-audit");
const RECORDED: Readonly<Record<string, AuditRows>> = JSON.parse(readFileSync(join(FIXTURES, "answers.json"), "utf8"));
const PUSH = { name: "push", branch: "main", before: "a".repeat(40), sha: "b".repeat(40) } as const;

const cargoAudit = engine("cargo-audit");

/** What the action finds in each lock of a repository, by its folder. */
async function ours(workspace: string, database: string, files: readonly string[]): Promise<Record<string, AuditRows>> {
  const inputs = {
    targets: [{ kind: "fs", location: ".", name: "." }] as const,
    skipFolders: [],
    skipFiles: [],
    advisories: { ...ADVISORY_INPUTS, folder: database, maxAge: 36_500 * DAY },
  };
  const { audit } = await openAdvisories(inputs, files, ioOf(workspace, PUSH));
  const { findings, locks, problems } = await audit(workspace, files, "head");
  expect(problems).toEqual([]);
  expect(locks.map(({ file }) => file)).toEqual(files.toSorted());
  const rows = (file: string) =>
    findings
      .filter(({ place }) => place.file === file)
      .map(({ kind, id, package: found }) => `${kind} ${id} ${found!.name} ${found!.version}`)
      .sort();
  return Object.fromEntries(files.map((file) => [file, rows(file)]));
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe("a repository with every lock of cargo-audit's fixtures", () => {
  const database = mkdtempSync(join(tmpdir(), "jessy-rustsec-"));
  const workspace = mkdtempSync(join(tmpdir(), "jessy-locks-"));
  const names = filesOf(join(FIXTURES, "locks"), ".lock");
  const fileOf = (name: string) => `services/${name.replace(/\.lock$/, "")}/Cargo.lock`;

  beforeAll(() => {
    cpSync(join(FIXTURES, "database"), database, { recursive: true });
    // With the few of the fixtures alone it would not be the database.
    for (const { path, content } of advisoryFiles()) write(database, path, content);
    for (const name of names) write(workspace, fileOf(name), readFileSync(join(FIXTURES, "locks", name)));
  });

  test("is audited as cargo-audit did", async () => {
    const found = await ours(workspace, database, names.map(fileOf));
    for (const name of names) {
      // cargo-audit drops news of a kind that it does not know; here it is a notice.
      const rows = found[fileOf(name)]!.filter((row) => !row.startsWith("notice RUSTSEC-2026-0008"));
      expect([name, rows]).toEqual([name, RECORDED[name]]);
    }
  });

  test.skipIf(cargoAudit === undefined)("is audited as cargo-audit does today, with the same folder", () => {
    for (const name of names)
      expect([name, cargoAuditRows(cargoAudit!, join(workspace, fileOf(name)), database)]).toEqual([
        name,
        RECORDED[name],
      ]);
  });
});

describe.skipIf(cargoAudit === undefined)("a repository of several locks and the whole database", () => {
  const corpus = cargoAudit === undefined ? undefined : unpackAdvisories();

  test.skipIf(corpus === undefined)("is audited as cargo-audit does", async () => {
    const workspace = mkdtempSync(join(tmpdir(), "jessy-locks-"));
    const crates = [...new Set(filesOf(join(corpus!, "crates"), ".md").map((path) => path.split("/")[0]!))];
    expect(crates.length).toBeGreaterThan(500);
    const files = ["Cargo.lock", "fuzz/Cargo.lock", "vendor/tool/Cargo.lock", "empty/Cargo.lock"];
    const versions = ["0.1.0", "1.2.3", "0.0.0-alpha"];
    for (const [at, version] of versions.entries())
      write(workspace, files[at]!, lockOf(...crates.map((crate) => `${crate} ${version}`)));
    write(workspace, files[3]!, lockOf());
    const found = await ours(workspace, corpus!, files);
    expect(Object.values(found).flat().length).toBeGreaterThan(1000);
    for (const file of files)
      expect([file, found[file]]).toEqual([file, cargoAuditRows(cargoAudit!, join(workspace, file), corpus!)]);
  });
});
