import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FaultAct } from "../../../../packages/kit/testing/fault-proxy.ts";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { DatabaseMirror } from "../../testing/database-mirror.ts";
import {
  databaseOf,
  HOUR,
  NOW,
  type PublishedDatabase,
  type PublishedOptions,
} from "../../testing/published-database.ts";
import { smallBoltFile } from "../../testing/small-bolt-file.ts";
import type { Inputs } from "../inputs.ts";
import { JAVA_ARCHIVES } from "./database-kind.ts";
import { prepareDatabase } from "./prepare-database.ts";

const BOTH = { vulnerabilities: true, java: true };
const VULNERABILITIES_ONLY = { vulnerabilities: true, java: false };
const PUSH = { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) } as const;
const OUR_DATABASE = databaseOf();

let place: string;
let mirror: DatabaseMirror;
let origin: DatabaseMirror;
let io: ReturnType<typeof ioOf>;
let waits: number[];
let idleTimeout: number | undefined;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), "jessy-database-"));
  mirror = await DatabaseMirror.start(OUR_DATABASE);
  origin = await DatabaseMirror.start(OUR_DATABASE);
  io = ioOf(place, PUSH);
  waits = [];
  idleTimeout = undefined;
  // Of waits nothing but the clock is real.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

afterEach(async () => {
  vi.useRealTimers();
  await mirror.close();
  await origin.close();
  rmSync(place, { recursive: true });
});

const inputsOf = (repositories: readonly string[]): Inputs["database"] => ({
  repositories,
  javaRepositories: [],
  maxAge: 72 * HOUR,
  folder: undefined,
  cache: false,
});

const prepare = (repositories: readonly string[] = [mirror.text, origin.text], needs = VULNERABILITIES_ONLY) =>
  prepareDatabase(inputsOf(repositories), needs, io, {
    ...(idleTimeout !== undefined && { idleTimeout }),
    sleep: async (milliseconds) => {
      // The clock has whole milliseconds.
      waits.push(Math.floor(milliseconds));
      vi.setSystemTime(Date.now() + milliseconds);
    },
  });

/** @returns the error's line. */
async function refusal(repositories?: readonly string[]): Promise<string> {
  const error = await prepare(repositories).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UserError);
  expect(leftover(), "nothing that looks whole").toEqual([]);
  return (error as Error).message.replaceAll(mirror.text, "MIRROR").replaceAll(origin.text, "ORIGIN");
}

const leftover = () =>
  existsSync(io.temporary)
    ? readdirSync(io.temporary, { recursive: true, encoding: "utf8" }).filter((name) => name !== "trivy-databases")
    : [];

describe("a database that is new", () => {
  test("comes from the first repository, whole, in the places and with the modes that Trivy uses", async () => {
    const { folder, databases } = await prepare();
    expect(databases).toEqual([
      { name: "trivy-db", version: OUR_DATABASE.digest, updatedAt: NOW - HOUR, origin: mirror.text },
    ]);
    expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()).toEqual([
      "db",
      "db/metadata.json",
      "db/trivy.db",
    ]);
    expect(readFileSync(join(folder, "db/trivy.db")).equals(smallBoltFile())).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, "db/metadata.json"), "utf8"))).toEqual({
      Version: 2,
      NextUpdate: "2026-11-29T11:00:00Z",
      UpdatedAt: "2026-11-28T11:00:00Z",
      DownloadedAt: "2026-11-28T12:00:00Z",
    });
    for (const file of ["db/trivy.db", "db/metadata.json"])
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "db")).mode & 0o777).toBe(0o700);
    expect(mirror.asked).toEqual(["manifest 401", "token 200", "manifest 200", "blob 200"]);
    expect(origin.asked).toEqual([]);
    expect(leftover().filter((name) => !name.startsWith("trivy-databases/"))).toEqual([]);
  });

  test("by its digest alone, whatever the tag leads to", async () => {
    mirror.publish(databaseOf({ age: 2 }));
    const { databases } = await prepare([mirror.pinned(OUR_DATABASE.digest)]);
    expect(databases[0]).toMatchObject({ version: OUR_DATABASE.digest, updatedAt: NOW - HOUR });
    expect(mirror.asked.at(-2)).toBe("manifest 200");
  });

  test("from a second run in the same folder, which begins anew", async () => {
    await prepare();
    mirror.fail(/./, { answer: 404 });
    origin.fail(/./, { answer: 404 });
    expect(await refusal()).toContain("is not available");
  });

  test("nothing is asked when nothing needs it", async () => {
    const { folder, databases } = await prepare([mirror.text], { vulnerabilities: false, java: false });
    expect(databases).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    expect(mirror.asked).toEqual([]);
  });

  test("the Java database has its own place, repositories and age", async () => {
    const path = join(place, "x.db");
    const sqlite = new DatabaseSync(path);
    sqlite.exec("CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT)");
    sqlite.close();
    const java = databaseOf({
      kind: JAVA_ARCHIVES,
      age: 20 * 24,
      due: -400,
      files: { "trivy-java.db": readFileSync(path) },
    });
    const javaMirror = await DatabaseMirror.start(java);
    try {
      const inputs = { ...inputsOf([mirror.text]), javaRepositories: [javaMirror.text] };
      const { folder, databases } = await prepareDatabase(inputs, BOTH, io);
      expect(databases.map(({ name, version }) => [name, version])).toEqual([
        ["trivy-db", OUR_DATABASE.digest],
        ["trivy-java-db", java.digest],
      ]);
      expect(readdirSync(join(folder, "java-db")).sort()).toEqual(["metadata.json", "trivy-java.db"]);
    } finally {
      await javaMirror.close();
    }
  });
});

const SLOW = 100_000;
const HTML = { "content-type": "text/html" };

/** What may go wrong with any request, and what is said of it. */
const FAULTS: readonly (readonly [name: string, act: FaultAct, said: RegExp])[] = [
  ["401 without a challenge", { answer: 401 }, /status 401/],
  ["403", { answer: 403, body: '{"errors":[{"code":"DENIED"}]}' }, /status 403: (?:no token from .*: )?DENIED/],
  ["404", { answer: 404 }, /status 404|no such blob/],
  ["429", { answer: 429, body: '{"errors":[{"code":"TOOMANYREQUESTS"}]}' }, /status 429: .*TOOMANYREQUESTS/],
  ["429 with an hour to wait", { answer: 429, headers: { "retry-after": "3600" } }, /status 429/],
  ["429 with no time to wait", { answer: 429, headers: { "retry-after": "0" } }, /status 429/],
  ["500", { answer: 500 }, /status 500/],
  ["503", { answer: 503, headers: HTML, body: "<html>down</html>" }, /status 503: .*an HTML page/],
  ["a lost connection", { lose: true }, /the connection ended without an answer|socket hang up|ECONNRESET/],
  ["a cut body", { cutAnswerAt: 5 }, /ended in the middle|aborted|bytes came/],
  ["HTML in place of it", { answer: 200, headers: HTML, body: "<html>log in</html>" }, /HTML|has no token|bytes came/],
  ["other bytes", { answer: 200, body: '{"schemaVersion":2,"token":" "}' }, /has no|is missing|not a list|bytes came/],
  ["an answer without an end", { endless: true }, /the answer is larger than/],
  ["silence", { delay: SLOW }, /the connection moved nothing for 0\.2 s/],
];

const REQUESTS: readonly (readonly [name: string, path: RegExp])[] = [
  ["the token", /\/token/],
  ["the manifest", /\/manifests\//],
  ["the archive", /\/blobs\//],
];

describe.each(REQUESTS)("a fault at %s", (_, path) => {
  test.each(FAULTS)("%s: the next repository is asked at once", async (_, act, said) => {
    if ("delay" in act) idleTimeout = 200;
    mirror.fail(path, act);
    const { databases } = await prepare();
    expect(databases[0]).toEqual({
      name: "trivy-db",
      version: OUR_DATABASE.digest,
      updatedAt: NOW - HOUR,
      origin: origin.text,
    });
    expect(waits, "no wait").toEqual([]);
    // Four, and once more where a connection that stood open was lost.
    expect(mirror.asked.length).toBeLessThanOrEqual(5);
    expect(io.logged.find((line) => line.includes(`does not come from ${mirror.text}`))).toMatch(said);
  });

  test.each(FAULTS)("%s at every repository is one line with each answer", async (_, act, said) => {
    if ("delay" in act) idleTimeout = 200;
    mirror.fail(path, act);
    origin.fail(path, act);
    const line = await refusal();
    expect(line).toMatch(/^Trivy's vulnerability database is not available: MIRROR: .*; ORIGIN: [^\n]*$/);
    expect(line.split("; ORIGIN: ")[0]).toMatch(said);
    expect(line.split("; ORIGIN: ")[1]).toMatch(said);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(20_000);
  });
});

describe("repositories that recover", () => {
  test("within seconds: the second round finds them", async () => {
    mirror.fail(/./, { answer: 404 });
    origin.failOnce(/manifests/, { answer: 503 }, 3);
    const { databases } = await prepare();
    expect(databases[0]?.origin).toBe(origin.text);
    expect(waits).toHaveLength(2);
    expect(mirror.asked, "what refused is not asked again").toEqual(["manifest 404"]);
  });

  test("after a wait that they ask for, if it is short", async () => {
    mirror.failOnce(/manifests/, { answer: 429, headers: { "retry-after": "4" } }, 2);
    const { databases } = await prepare([mirror.text]);
    expect(databases[0]?.origin).toBe(mirror.text);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(4000);
  });
});

describe("repositories of one kind each", () => {
  test("one that does not exist, and one that is not spoken to without TLS", async () => {
    const line = await refusal(["127.0.0.1:1/acme/trivy-db:2", "registry.invalid/acme/trivy-db"]);
    expect(line).toMatch(/127\.0\.0\.1:1\/acme\/trivy-db:2: .*ECONNREFUSED.*; registry\.invalid\/acme\/trivy-db:2: /);
  });

  test("a tag that is not there", async () => {
    expect(await refusal([mirror.text.replace(":2", ":3")])).toContain("status 404: it has no such database");
  });

  test("a pinned digest that is not there", async () => {
    expect(await refusal([mirror.pinned(databaseOf({ age: 9 }).digest)])).toContain("status 404");
  });

  test("a registry that wants a login", async () => {
    const closed = await DatabaseMirror.start(OUR_DATABASE, {
      login: { scheme: "basic", username: "u", password: "p" },
    });
    try {
      expect(await refusal([closed.text])).toContain("status 401: UNAUTHORIZED");
    } finally {
      await closed.close();
    }
  });
});

/** What a repository may have in place of a database. */
const WRONG: readonly (readonly [name: string, options: PublishedOptions, said: RegExp])[] = [
  [
    "an image",
    { mediaType: "application/vnd.oci.image.layer.v1.tar+gzip" },
    /its manifest has a layer of the type `application\/vnd\.oci/,
  ],
  ["the Java database", { mediaType: JAVA_ARCHIVES.mediaType }, /its manifest has a layer of the type .*javadb/],
  ["several layers", { layers: 2 }, /its manifest has 2 layers, where a database has one/],
  ["no layers", { layers: 0 }, /its manifest has no layers/],
  ["an index", { manifest: { manifests: [] } }, /its manifest is an index of several images/],
  [
    "an archive that is too large",
    {
      manifest: {
        layers: [
          {
            mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
            digest: `sha256:${"a".repeat(64)}`,
            size: 2 ** 31,
          },
        ],
      },
    },
    /has a layer of 2147483648 bytes/,
  ],
  [
    "another file",
    { files: { "trivy.db": undefined, "evil.db": Buffer.from("x") } },
    /its archive cannot be used: it holds `evil\.db`/,
  ],
  ["no database", { files: { "trivy.db": undefined } }, /its archive cannot be used: it does not hold `trivy\.db`/],
  [
    "no metadata",
    { files: { "metadata.json": undefined } },
    /its archive cannot be used: it does not hold `metadata\.json`/,
  ],
  [
    "a way out",
    { files: { "../../trivy.db": Buffer.from("x") } },
    /its archive cannot be used: it holds `\.\.\/\.\.\/trivy\.db`/,
  ],
  ["metadata that is cut off", { metadata: '{"Version":2,' }, /its `metadata\.json` ends early/],
  [
    "metadata without a time",
    { metadata: { UpdatedAt: null } },
    /its `metadata\.json` `UpdatedAt` is not a string but null/,
  ],
  ["a newer schema", { metadata: { Version: 3 } }, /it has the schema 3, which is newer/],
  ["an older schema", { metadata: { Version: 1 } }, /it has the schema 1, which is older/],
  ["one from the future", { age: -2 }, /it was made in the future, at 2026-11-28T14:00:00Z/],
  ["one that is too old", { age: 73, due: -49 }, /it is 3 days 1 hour old, .* and `db-max-age` allows 3 days/],
  [
    "a database of another kind",
    { files: { "trivy.db": Buffer.from("SQLite format 3\0") } },
    /its `trivy\.db` is not a file of bbolt/,
  ],
  [
    "a database that is cut off",
    { files: { "trivy.db": smallBoltFile().subarray(0, 9000) } },
    /its `trivy\.db` is cut off/,
  ],
  [
    "an empty database",
    { files: { "trivy.db": smallBoltFile({ buckets: { vulnerability: 0 } }) } },
    /its `trivy\.db` is empty/,
  ],
];

describe("a repository with something else", () => {
  test.each(WRONG)("%s: the next one is asked", async (_, options, said) => {
    mirror.publish(databaseOf(options));
    const { databases } = await prepare();
    expect(databases[0]?.origin).toBe(origin.text);
    expect(io.logged.find((line) => line.includes("does not come from"))).toMatch(said);
  });

  test.each(WRONG)("%s at every repository is named, and nothing is tried twice", async (_, options, said) => {
    for (const each of [mirror, origin]) each.publish(databaseOf(options));
    expect(await refusal()).toMatch(said);
    expect(waits).toEqual([]);
    expect(mirror.asked.filter((asked) => asked === "blob 200").length).toBeLessThanOrEqual(1);
  });

  test.each<[string, (database: PublishedDatabase) => Uint8Array]>([
    ["of the same size", ({ layer }) => Buffer.alloc(layer.length)],
    ["of another database", () => databaseOf({ age: 2 }).layer],
  ])("other bytes %s than its manifest names", async (_, bytes) => {
    mirror.replaceBlob(OUR_DATABASE, bytes(OUR_DATABASE));
    const { databases } = await prepare();
    expect(databases[0]?.origin).toBe(origin.text);
    expect(io.logged.find((line) => line.includes("does not come from"))).toMatch(/have the digest|bytes came/);
  });
});

test("several gigabytes are refused before they are written", async () => {
  const manifest = {
    layers: [
      {
        mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
        digest: `sha256:${"a".repeat(64)}`,
        size: 1024 ** 3,
      },
    ],
  };
  mirror.publish(databaseOf({ manifest }));
  const { databases } = await prepare();
  expect(databases[0]?.origin, "a gigabyte is asked for, and is not there").toBe(origin.text);
  expect(mirror.asked.at(-1)).toBe("blob 404");
});
