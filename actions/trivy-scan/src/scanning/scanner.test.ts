import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseMirror } from "../../testing/database-mirror.ts";
import { databaseOf } from "../../testing/published-database.ts";
import { fakeTrivy, folderOf, scanIo, scanningOf, targetOf } from "../../testing/scanning.ts";
import { JAVA_ARCHIVES } from "../database/database-kind.ts";
import { Scanner } from "./scanner.ts";

let mirror: DatabaseMirror;

beforeEach(async () => {
  const metadata = { UpdatedAt: new Date(Date.now() - 60_000).toISOString(), NextUpdate: "2036-01-01T00:00:00Z" };
  const files = { "trivy-java.db": emptyTable() };
  mirror = await DatabaseMirror.start(databaseOf({ kind: JAVA_ARCHIVES, metadata, files }));
});

function emptyTable(): Buffer {
  const path = join(folderOf({}), "java.db");
  const database = new DatabaseSync(path);
  database.exec("CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT)");
  database.close();
  return readFileSync(path);
}

/** A run that looks for secrets alone, so that it needs no other database. */
function scanningBy(body: string) {
  const database = {
    repositories: [],
    javaRepositories: [mirror.text],
    maxAge: 86_400_000,
    folder: undefined,
    cache: false,
  };
  return scanningOf(fakeTrivy(body), { scanners: ["secret"], database });
}

afterEach(() => mirror.close());

/** A Trivy that says what a real one says without the Java database, and counts its starts. */
const NEEDS_JAVA = (log: string) => `
  fs.appendFileSync(${JSON.stringify(log)}, "x");
  const cache = process.argv[process.argv.indexOf("--cache-dir") + 1];
  if (!fs.existsSync(cache + "/java-db")) {
    console.error("2026-11-28T08:00:00Z\\tFATAL\\tFatal error\\n  - run error:\\n    a.go\\n  - Unable to initialize the Java DB");
    process.exit(1);
  }
  write({ Results: [{ Class: "secret", Target: "a" }] });`;

test("the Java database is fetched when a scan needs it, once, and the target scanned again", async () => {
  const folder = folderOf({ a: "a" });
  const log = join(folder, "..", `starts-${process.pid}`);
  writeFileSync(log, "");
  const { tool, inputs } = scanningBy(NEEDS_JAVA(log));
  const io = scanIo(folder);
  const scanner = await Scanner.open(tool, inputs, io);
  expect(scanner.databases).toEqual([]);
  expect(mirror.asked).toEqual([]);

  expect(await scanner.scan(targetOf("fs", "."), folder)).toHaveProperty("scan");
  expect(scanner.databases.map(({ name }) => name)).toEqual(["trivy-java-db"]);
  expect(existsSync(join(io.temporary, "trivy-databases/java-db/trivy-java.db"))).toBe(true);
  mirror.forget();
  await scanner.scan(targetOf("fs", "."), folder);
  expect(mirror.asked).toEqual([]);
});

test("a scan that lacks it although it is there is not tried for ever", async () => {
  const folder = folderOf({ a: "a" });
  const body = 'console.error("FATAL\\tFatal error\\n  - Unable to initialize the Java DB"); process.exit(1)';
  const { tool, inputs } = scanningBy(body);
  const scanner = await Scanner.open(tool, inputs, scanIo(folder));
  const outcome = await scanner.scan(targetOf("fs", "."), folder);
  expect(outcome).toMatchObject({ problem: { cause: "unreadable-database" } });
});
