import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { databaseOf, HOUR, NOW } from "../../testing/published-database.ts";
import { smallBoltFile } from "../../testing/small-bolt-file.ts";
import { JAVA_ARCHIVES } from "./database-kind.ts";
import { prepareDatabase } from "./prepare-database.ts";

const PUSH = { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) } as const;

let place: string;
let io: ReturnType<typeof ioOf>;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "jessy-given-"));
  io = ioOf(place, PUSH);
});

afterEach(() => rmSync(place, { recursive: true }));

const prepare = (folder = "cache", java = false) =>
  prepareDatabase(
    {
      repositories: ["registry.invalid/nothing:2"],
      javaRepositories: ["registry.invalid/nothing:1"],
      maxAge: 72 * HOUR,
      folder,
      cache: true,
    },
    { vulnerabilities: true, java },
    io,
    { now: NOW },
  );

/** What another step prepared. */
function give(change: Readonly<Record<string, Uint8Array | string | undefined>> = {}): void {
  mkdirSync(join(place, "cache/db"), { recursive: true });
  for (const [name, content] of Object.entries({ ...databaseOf().files, ...change }))
    if (content !== undefined) writeFileSync(join(place, "cache/db", name), content);
}

async function refusal(java = false): Promise<string> {
  const error = await prepare("cache", java).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UserError);
  expect(existsSync(join(io.temporary, "trivy-databases/java-db"))).toBe(false);
  return (error as Error).message;
}

describe("a folder that another step prepared", () => {
  test("is copied, so that Trivy cannot write into it, and nothing is downloaded", async () => {
    give();
    const given = join(place, "cache/db/trivy.db");
    chmodSync(given, 0o444);
    const { folder, databases } = await prepare();
    expect(databases).toEqual([
      { name: "trivy-db", version: null, updatedAt: NOW - HOUR, origin: "the folder `cache`" },
    ]);
    const copy = join(folder, "db/trivy.db");
    expect(statSync(copy).ino).not.toBe(statSync(given).ino);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    writeFileSync(copy, "what Trivy may do");
    expect(readFileSync(given).equals(smallBoltFile())).toBe(true);
    expect(readdirSync(join(place, "cache/db")).sort()).toEqual(["metadata.json", "trivy.db"]);
  });

  test("may be elsewhere, and hold links: it is the workflow's own", async () => {
    give();
    const elsewhere = join(place, "elsewhere");
    mkdirSync(join(elsewhere, "db"), { recursive: true });
    for (const name of ["trivy.db", "metadata.json"])
      symlinkSync(join(place, "cache/db", name), join(elsewhere, "db", name));
    const { folder } = await prepare(elsewhere);
    expect(readFileSync(join(folder, "db/trivy.db")).equals(smallBoltFile())).toBe(true);
    expect(statSync(join(folder, "db/trivy.db")).isFile()).toBe(true);
  });

  test("has the Java database as well, where that is needed", async () => {
    give();
    mkdirSync(join(place, "cache/java-db"));
    const sqlite = new DatabaseSync(join(place, "cache/java-db/trivy-java.db"));
    sqlite.exec("CREATE TABLE indices(sha1 BLOB)");
    sqlite.close();
    const metadata = databaseOf({ kind: JAVA_ARCHIVES, age: 24 * 29 }).files["metadata.json"]!;
    writeFileSync(join(place, "cache/java-db/metadata.json"), metadata);
    const { folder, databases } = await prepare("cache", true);
    expect(databases.map(({ name }) => name)).toEqual(["trivy-db", "trivy-java-db"]);
    expect(readdirSync(folder).sort()).toEqual(["db", "java-db"]);
  });

  test("without the Java database, where that is needed, is named", async () => {
    give();
    expect(await refusal(true)).toBe(
      "Trivy's Java database is missing: `cache/java-db/trivy-java.db` (input `db-folder`) does not exist; prepare it in an earlier step, or leave the input out",
    );
  });

  test("that does not exist is named", async () => {
    expect(await refusal()).toContain("`cache/db/trivy.db` (input `db-folder`) does not exist");
  });

  const metadata = (options: Parameters<typeof databaseOf>[0]) => ({
    "metadata.json": databaseOf(options).files["metadata.json"],
  });

  test.each<[string, Readonly<Record<string, Uint8Array | string | undefined>>, string]>([
    ["without a database", { "trivy.db": undefined }, "`cache/db/trivy.db` (input `db-folder`) does not exist"],
    ["without metadata", { "metadata.json": undefined }, "`cache/db/metadata.json` (input `db-folder`) does not exist"],
    ["with metadata that is cut off", { "metadata.json": "{" }, "its `metadata.json` ends early"],
    ["with metadata that is too large", { "metadata.json": " ".repeat(65_537) }, "its `metadata.json` is too large"],
    [
      "with a database that is cut off",
      { "trivy.db": smallBoltFile().subarray(0, -1) },
      "its `trivy.db` is cut off: it has 20479 bytes",
    ],
    ["with an empty file", { "trivy.db": "" }, "its `trivy.db` is not a file of bbolt"],
    [
      "with one that knows nothing",
      { "trivy.db": smallBoltFile({ buckets: { vulnerability: 0 } }) },
      "its `trivy.db` is empty",
    ],
    ["of a newer schema", metadata({ metadata: { Version: 3 } }), "it has the schema 3"],
    ["from the future", metadata({ age: -2 }), "it was made in the future"],
    ["that is too old", metadata({ age: 73 }), "it is 3 days 1 hour old"],
  ])("%s", async (_, change, said) => {
    give(change);
    const line = await refusal();
    expect(line).toContain(said);
    expect(line).toContain("`db-folder`");
    expect(existsSync(join(io.temporary, "trivy-databases/db"))).toBe(false);
    expect(existsSync(join(io.temporary, "trivy-databases/db.unchecked"))).toBe(false);
  });

  test("with a folder in place of a file", async () => {
    mkdirSync(join(place, "cache/db/trivy.db"), { recursive: true });
    expect(await refusal()).toBe("`cache/db/trivy.db` (input `db-folder`) is not a file");
  });

  test("with more bytes than a database has, which are not copied", async () => {
    give();
    truncateSync(join(place, "cache/db/trivy.db"), 8 * 1024 ** 3 + 1);
    expect(await refusal()).toContain("has 8589934593 bytes; at most 8589934592 are taken");
  });
});
