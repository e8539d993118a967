import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ReportError } from "@jessy-actions/reading/report-error";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inspectSqliteFile } from "./sqlite-file.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-sqlite-"));
  path = join(folder, "trivy-java.db");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** As trivy-java-db makes it (pkg/db/db.go). */
function fill(...statements: readonly string[]): Buffer {
  const database = new DatabaseSync(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return readFileSync(path);
}

const TABLES = [
  "CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT, artifact_id TEXT)",
  "CREATE TABLE indices(artifact_id INTEGER, version TEXT, sha1 BLOB, archive_type TEXT)",
  "CREATE UNIQUE INDEX indices_sha1_idx ON indices(sha1)",
];

test.each([["4096"], ["65536"], ["512"]])("a database with pages of %s bytes", (bytes) => {
  fill(`PRAGMA page_size = ${bytes}`, ...TABLES, "VACUUM");
  expect(() => inspectSqliteFile(path)).not.toThrow();
});

test("a database with more tables than its first page holds", () => {
  fill(...Array.from({ length: 500 }, (_, at) => `CREATE TABLE t${at}(${"x".repeat(100)})`));
  expect(() => inspectSqliteFile(path)).not.toThrow();
});

test("a database of before 3.7, which does not count its pages", () => {
  const bytes = fill(...TABLES);
  bytes.writeUInt32BE(0, 28);
  bytes.writeUInt32BE(0, 92);
  writeFileSync(path, bytes);
  expect(() => inspectSqliteFile(path)).not.toThrow();
});

test.each<[string, (whole: Buffer) => Uint8Array, string]>([
  ["nothing", () => new Uint8Array(), "is not a file of SQLite"],
  ["HTML", () => Buffer.from("<html>".repeat(100)), "is not a file of SQLite"],
  ["its header alone", (whole) => whole.subarray(0, 100), "is not a file of SQLite"],
  ["one page less", (whole) => whole.subarray(0, -4096), "is cut off or damaged"],
  ["one byte less", (whole) => whole.subarray(0, -1), "is cut off or damaged"],
  ["one byte more", (whole) => Buffer.concat([whole, Buffer.alloc(1)]), "is cut off or damaged"],
  [
    "a page size of nothing",
    (whole) => Buffer.concat([whole.subarray(0, 16), Buffer.alloc(2), whole.subarray(18)]),
    "first page",
  ],
  [
    "a first page of no kind",
    (whole) => Buffer.concat([whole.subarray(0, 100), Buffer.of(7), whole.subarray(101)]),
    "first page",
  ],
])("%s", (_, change, message) => {
  writeFileSync(path, change(fill(...TABLES)));
  expect(() => inspectSqliteFile(path)).toThrow(message);
  expect(() => inspectSqliteFile(path)).toThrow(ReportError);
});

test("no tables", () => {
  fill("CREATE TABLE t(x)", "DROP TABLE t");
  expect(() => inspectSqliteFile(path)).toThrow("is empty: it has no tables");
});
