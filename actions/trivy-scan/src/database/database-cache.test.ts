import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { saveFolder } from "@jessy-actions/kit/cache/folder-cache";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { describeRun, type Trigger } from "../../../../packages/local-runner/src/event/event.ts";
import { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { DatabaseMirror } from "../../testing/database-mirror.ts";
import { databaseOf, HOUR, NOW, type PublishedDatabase } from "../../testing/published-database.ts";
import { smallBoltFile } from "../../testing/small-bolt-file.ts";
import { keyPrefix, maySave } from "./database-cache.ts";
import { JAVA_ARCHIVES, VULNERABILITIES } from "./database-kind.ts";
import { keepDatabase, prepareDatabase, type TrivyDatabase } from "./prepare-database.ts";
import { parseRepositories } from "./repository.ts";

const SHA = "1".repeat(40);
const PUSH: Trigger = { name: "push", branch: "main", before: "0".repeat(40), sha: SHA };
const BRANCH: Trigger = { ...PUSH, branch: "feature" };
const tip = (ref: string) => ({ owner: "org", ref, sha: SHA });
const PULL: Trigger = { name: "pull_request", number: 7, head: tip("feature"), base: tip("main"), mergeSha: SHA };

/** Made an hour ago, and the next one is due in 23. */
const FIRST = databaseOf();
const OLDER = databaseOf({ age: 5 });

let github: EmulatedGitHub;
let place: string;
let mirror: DatabaseMirror;
let origin: DatabaseMirror;

beforeEach(async () => {
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} });
  mirror = await DatabaseMirror.start(FIRST);
  origin = await DatabaseMirror.start(FIRST);
  place = mkdtempSync(join(tmpdir(), "jessy-database-"));
  vi.stubEnv("ACTIONS_RESULTS_URL", `${github.url}/`);
  vi.stubEnv("ACTIONS_CACHE_SERVICE_V2", "True");
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "t");
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
  vi.stubEnv("RUNNER_TEMP", place);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
  for (const server of [mirror, origin, github]) await server.close();
});

interface Run extends TrivyDatabase {
  readonly io: ActionIo & { readonly logged: readonly string[] };
  /** What the mirror, and then the other repository were asked. */
  readonly asked: readonly (readonly string[])[];
  readonly waited: number;
}

interface RunOptions {
  readonly trigger?: Trigger;
  /** Hours from now on. */
  readonly later?: number;
  readonly repositories?: readonly string[];
  readonly cache?: boolean;
}

/** A whole run on a machine of its own. */
async function run({ trigger = PUSH, later = 0, repositories, cache = true }: RunOptions = {}): Promise<Run> {
  const host = {
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    serverUrl: "",
    apiUrl: "",
    graphqlUrl: "",
    token: "",
  };
  github.cache.scopes = describeRun(trigger, host).scopes;
  vi.setSystemTime(NOW + later * HOUR);
  const io = ioOf(place, trigger);
  for (const server of [mirror, origin]) server.forget();
  const inputs = {
    repositories: repositories ?? [mirror.text, origin.text],
    javaRepositories: [],
    maxAge: 72 * HOUR,
    folder: undefined,
    cache,
  };
  let waited = 0;
  const sleep = async (milliseconds: number) => {
    waited += milliseconds;
    vi.setSystemTime(Date.now() + milliseconds);
  };
  const found = await prepareDatabase(inputs, { vulnerabilities: true, java: false }, io, { sleep });
  await keepDatabase(inputs, io);
  expect(readdirSync(io.temporary), "nothing stays but what Trivy needs").toEqual(["trivy-databases"]);
  return { ...found, io, asked: [mirror.asked, origin.asked], waited };
}

const NOTHING = [[], []];
const refuseAll = (answer = 429) => {
  for (const server of [mirror, origin]) server.fail(/./, { answer });
};

describe("a database that is kept", () => {
  test("costs no request until the next one is due", async () => {
    const first = await run();
    expect(first.databases[0]?.origin).toBe(mirror.text);
    expect(github.cache.keys).toHaveLength(1);
    refuseAll();
    for (const trigger of [PUSH, BRANCH, PULL]) {
      const next = await run({ trigger, later: 22.9 });
      expect(next.databases).toEqual([
        { name: "trivy-db", version: FIRST.digest, updatedAt: NOW - HOUR, origin: `the cache (${mirror.text})` },
      ]);
      expect(next.asked).toEqual(NOTHING);
      expect(readFileSync(join(next.folder, "db/trivy.db")).equals(smallBoltFile())).toBe(true);
      expect(JSON.parse(readFileSync(join(next.folder, "db/metadata.json"), "utf8"))).toMatchObject({
        DownloadedAt: "2026-11-28T12:00:00Z",
      });
    }
  });

  test("is asked for when the next one is due, and costs one look while there is none", async () => {
    await run();
    for (const later of [23, 24]) {
      const next = await run({ later });
      expect(next.databases[0]).toEqual({
        name: "trivy-db",
        version: FIRST.digest,
        updatedAt: NOW - HOUR,
        origin: `the cache (${mirror.text})`,
      });
      expect(next.asked).toEqual([["manifest 401", "token 200", "manifest 200"], []]);
    }
    expect(github.cache.keys).toHaveLength(1);
  });

  test("is replaced by a newer one, which is kept then", async () => {
    await run();
    const newer = databaseOf({ age: -23, due: 47 });
    mirror.publish(newer);
    const next = await run({ later: 24 });
    expect(next.databases[0]).toMatchObject({ version: newer.digest, origin: mirror.text });
    expect(github.cache.keys).toHaveLength(2);
    expect((await run({ later: 25, trigger: PULL })).databases[0]).toMatchObject({
      version: newer.digest,
      origin: `the cache (${mirror.text})`,
    });
  });

  test("is not replaced by an older one", async () => {
    await run();
    for (const server of [mirror, origin]) server.publish(OLDER);
    const next = await run({ later: 24 });
    expect(next.databases[0]).toMatchObject({ version: FIRST.digest });
    expect(next.databases[0]?.warning).toContain("it has an older one than the one that is kept");
  });

  test("is of these repositories alone", async () => {
    await run();
    const next = await run({ repositories: [origin.text] });
    expect(next.databases[0]?.origin).toBe(origin.text);
    expect(github.cache.keys).toHaveLength(2);
  });

  test("and pinned costs no request at all, however old it is", async () => {
    const pinned = [mirror.pinned(FIRST.digest), origin.pinned(FIRST.digest)];
    await run({ repositories: pinned });
    refuseAll();
    const next = await run({ repositories: pinned, later: 71 });
    expect(next.databases[0]).toMatchObject({ version: FIRST.digest });
    expect(next.asked).toEqual(NOTHING);
    await expect(run({ repositories: pinned, later: 71.1 })).rejects.toThrow("is 3 days 1 hour old");
  });
});

describe("when no repository gives one", () => {
  test.each([
    ["429", () => refuseAll(429), "status 429"],
    ["500", () => refuseAll(500), "status 500"],
    ["503", () => refuseAll(503), "status 503"],
    ["no answer", () => [mirror, origin].map((server) => server.fail(/./, { lose: true })), "socket hang up"],
    [
      "429 with an hour to wait",
      () => [mirror, origin].map((server) => server.fail(/./, { answer: 429, headers: { "retry-after": "3600" } })),
      "status 429",
    ],
    [
      "429 at the archive",
      () => {
        for (const server of [mirror, origin]) {
          server.publish(databaseOf({ age: -1 }));
          server.fail(/blobs/, { answer: 429 });
        }
      },
      "status 429",
    ],
  ])("%s: the kept one is used up to its age, with a warning that names them", async (_, fail, said) => {
    await run();
    fail();
    const next = await run({ later: 71 });
    const { warning, ...database } = next.databases[0]!;
    expect(database).toEqual({
      name: "trivy-db",
      version: FIRST.digest,
      updatedAt: NOW - HOUR,
      origin: `the cache (${mirror.text})`,
    });
    expect(warning).toContain(`Trivy's vulnerability database is the kept one, of 2026-11-28T11:00:00Z`);
    expect(warning).toContain(`${mirror.text}: ${said}`);
    expect(warning).toContain(`${origin.text}: ${said}`);
    expect(next.io.logged.filter((line) => line.startsWith("::warning::"))).toEqual([`::warning::${warning}\n`]);
    expect(next.waited).toBe(0);
    expect(github.cache.keys, "it is there already").toHaveLength(1);
  });

  test("and the kept one is too old: one line with each answer", async () => {
    await run();
    refuseAll();
    await expect(run({ later: 71.1 })).rejects.toThrow(
      `Trivy's vulnerability database is not available: ${mirror.text}: status 429; ${origin.text}: status 429; the kept one cannot be used: it is 3 days 1 hour old, made at 2026-11-28T11:00:00Z, and \`db-max-age\` allows 3 days`,
    );
  });

  test("since none has any: the kept one hides no wrong set-up", async () => {
    await run();
    refuseAll(404);
    await expect(run({ later: 24 })).rejects.toThrow("status 404");
    origin.fail(/./, { answer: 503 });
    expect((await run({ later: 24 })).databases[0]?.warning).toContain("status 503");
  });

  test("and nothing is kept", async () => {
    refuseAll();
    await expect(run()).rejects.toThrow("is not available");
  });
});

describe("who keeps one", () => {
  test.each<[string, Trigger, boolean]>([
    ["a push to the default branch", PUSH, true],
    ["a schedule", { name: "schedule", branch: "main", sha: SHA }, true],
    ["a run by hand on the default branch", { name: "workflow_dispatch", branch: "main", sha: SHA }, true],
    ["a run by hand on another branch", { name: "workflow_dispatch", branch: "feature", sha: SHA }, false],
    ["a push to another branch", BRANCH, false],
    ["a tag", { name: "push", tag: "v1", sha: SHA }, false],
    ["a pull request", PULL, false],
    ["a pull request with the rights of its base", { ...PULL, name: "pull_request_target" }, false],
    [
      "a merge group",
      { name: "merge_group", headRef: "gh-readonly-queue/main/pr-7", headSha: SHA, baseRef: "main", baseSha: SHA },
      false,
    ],
    ["a run after another", { name: "workflow_run", sha: SHA, head: tip("feature"), event: "pull_request" }, false],
  ])("%s", async (_, trigger, isKept) => {
    await run({ trigger });
    expect(github.cache.keys).toHaveLength(isKept ? 1 : 0);
  });

  test("nobody without `cache`, and nobody reads one then", async () => {
    await run({ cache: false });
    expect(github.cache.keys).toEqual([]);
    await run();
    expect((await run({ cache: false })).databases[0]?.origin).toBe(mirror.text);
  });

  test("nobody where the default branch is not known", () => {
    expect(maySave({ name: "push", ref: "refs/heads/undefined", defaultBranch: undefined })).toBe(false);
  });
});

test("the Java database is kept beside it, and costs no request either", async () => {
  const path = join(place, "java.db");
  const sqlite = new DatabaseSync(path);
  sqlite.exec("CREATE TABLE indices(sha1 BLOB)");
  sqlite.close();
  const java = databaseOf({ kind: JAVA_ARCHIVES, files: { "trivy-java.db": readFileSync(path) } });
  const javaMirror = await DatabaseMirror.start(java);
  try {
    github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
    const inputs = {
      repositories: [mirror.text],
      javaRepositories: [javaMirror.text],
      maxAge: 72 * HOUR,
      folder: undefined,
      cache: true,
    };
    const prepare = async () => {
      const io = ioOf(place, PUSH);
      const { databases } = await prepareDatabase(inputs, { vulnerabilities: true, java: true }, io);
      await keepDatabase(inputs, io);
      return databases.map(({ version, origin: from }) => [version, from]);
    };
    expect(await prepare()).toEqual([
      [FIRST.digest, mirror.text],
      [java.digest, javaMirror.text],
    ]);
    expect(github.cache.keys).toHaveLength(2);
    for (const server of [mirror, javaMirror]) server.forget();
    expect(await prepare()).toEqual([
      [FIRST.digest, `the cache (${mirror.text})`],
      [java.digest, `the cache (${javaMirror.text})`],
    ]);
    expect([mirror.asked, javaMirror.asked]).toEqual(NOTHING);
  } finally {
    await javaMirror.close();
  }
});

describe("a cache that is down", () => {
  test.each([
    ["refuses", { status: 403, message: "no" } as const],
    ["does not know the call", { status: 404, message: "not found" } as const],
  ])("and %s costs a download, and nothing else", async (_, kind) => {
    github.fault({ path: /CacheEntry/, times: 100, kind });
    const { databases } = await run();
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
    expect(databases[0]?.warning).toBeUndefined();
    expect(github.cache.keys).toEqual([]);
  });

  test("is told from one that is not there", async () => {
    vi.stubEnv("ACTIONS_RESULTS_URL", "");
    expect((await run()).databases[0]?.origin).toBe(mirror.text);
  });
});

/** Puts something else into the cache, as a broken upload or a pull request's own run could. */
async function poison(files: (folder: string) => void): Promise<void> {
  const folder = join(place, "poison", VULNERABILITIES.name);
  mkdirSync(folder, { recursive: true });
  files(folder);
  github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
  const repositories = parseRepositories([mirror.text, origin.text], VULNERABILITIES);
  expect(await saveFolder(folder, `${keyPrefix(VULNERABILITIES, repositories)}poison/`)).toBe(true);
}

/** The files of a kept database. */
function files(database: PublishedDatabase, change: Readonly<Record<string, string | Uint8Array | undefined>> = {}) {
  const record = {
    repository: "ghcr.io/acme/db:2",
    downloadedAt: "2026-11-28T12:00:00Z",
    updatedAt: "2026-11-28T11:00:00Z",
    nextUpdate: "2026-11-29T11:00:00Z",
  };
  const all = {
    "manifest.json": database.manifest,
    "layer.tar.gz": database.layer,
    "record.json": JSON.stringify(record),
    ...change,
  };
  return (folder: string) => {
    for (const [name, content] of Object.entries(all))
      if (content !== undefined) writeFileSync(join(folder, name), content);
  };
}

describe("what is restored is believed only as far as it proves itself", () => {
  test("as it was kept", async () => {
    await poison(files(FIRST));
    const { databases, asked } = await run();
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: "the cache (ghcr.io/acme/db:2)" });
    expect(asked).toEqual(NOTHING);
  });

  test.each<[string, Readonly<Record<string, string | Uint8Array | undefined>>, RegExp]>([
    ["without a manifest", { "manifest.json": undefined }, /it has no file `manifest\.json`/],
    ["without an archive", { "layer.tar.gz": undefined }, /it has no file `layer\.tar\.gz`/],
    ["without a record", { "record.json": undefined }, /it has no file `record\.json`/],
    ["with a manifest of something else", { "manifest.json": "{}" }, /its `manifest\.json` `layers` is not a list/],
    [
      "with a manifest that is cut off",
      { "manifest.json": FIRST.manifest.subarray(0, 50) },
      /its `manifest\.json` ends early/,
    ],
    [
      "with an archive that is cut off",
      { "layer.tar.gz": FIRST.layer.subarray(0, 50) },
      /its `layer\.tar\.gz` has 50 bytes/,
    ],
    [
      "with other bytes of the same size",
      { "layer.tar.gz": Buffer.alloc(FIRST.layer.length) },
      /its archive cannot be used: it cannot be unpacked/,
    ],
    [
      "with an archive of another digest",
      { "manifest.json": FIRST.manifest.toString().replace(FIRST.layerDigest, `sha256:${"a".repeat(64)}`) },
      /its archive has the digest/,
    ],
    ["with a record that is not one", { "record.json": "[]" }, /its `record\.json` `repository` is not a string/],
    [
      "with a repository of several lines",
      { "record.json": JSON.stringify({ repository: "a\nb" }) },
      /its `record\.json` `repository` is not a repository/,
    ],
    [
      "with a time that is none",
      { "record.json": JSON.stringify({ repository: "a/b", downloadedAt: "x" }) },
      /`downloadedAt` is not a time/,
    ],
  ])("%s", async (_, change, said) => {
    await poison(files(FIRST, change));
    const { databases, io } = await run();
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
    expect(io.logged.find((line) => line.includes("in the cache cannot be used"))).toMatch(said);
  });

  test.each([
    ["from the future", databaseOf({ age: -2 })],
    ["too old", databaseOf({ age: 80, due: 20 })],
    ["of a newer schema", databaseOf({ metadata: { Version: 3 } })],
    ["that is empty", databaseOf({ files: { "trivy.db": smallBoltFile({ buckets: { vulnerability: 0 } }) } })],
    ["with a file too many", databaseOf({ files: { "../evil": Buffer.from("x") } })],
  ])("one %s", async (_, database) => {
    await poison(files(database));
    const { databases } = await run({ trigger: BRANCH });
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
    refuseAll();
    await expect(run()).rejects.toThrow("the kept one cannot be used: it");
  });

  const recordOf = (updated: string, next: string) => ({
    "record.json": JSON.stringify({
      repository: "ghcr.io/acme/db:2",
      downloadedAt: "2026-11-28T12:00:00Z",
      updatedAt: updated,
      nextUpdate: next,
    }),
  });

  test("one whose record promises more than it holds", async () => {
    const stale = databaseOf({ age: 30, due: -6 });
    await poison(files(stale, recordOf("2026-11-27T06:00:00Z", "2026-11-30T00:00:00Z")));
    const { databases, asked } = await run();
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
    expect(asked[0]?.at(-1)).toBe("blob 200");
  });

  test.each([
    ["which is due", "2026-11-28T00:00:00Z"],
    ["which is not due", "2030-01-02T00:00:00Z"],
  ])("one whose record is of a younger one, %s, and would hide all that is newer", async (_, next) => {
    await poison(files(databaseOf({ age: 30, due: -6 }), recordOf("2030-01-01T00:00:00Z", next)));
    const { databases, io } = await run();
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
    expect(io.logged.join("")).toContain("its record is of another database");
  });

  test("a link in place of a file is not followed", async () => {
    const secret = join(place, "secret");
    writeFileSync(secret, FIRST.manifest);
    await poison((folder) => {
      files(FIRST, { "manifest.json": undefined })(folder);
      symlinkSync(secret, join(folder, "manifest.json"));
    });
    const { io } = await run();
    expect(io.logged.join("")).toContain("it has no file `manifest.json`");
  });

  test("a damaged archive of the cache", async () => {
    await run();
    github.cache.damage("nonsense");
    expect((await run()).databases[0]?.origin).toBe(mirror.text);
  });

  test("a pin is proof against everything", async () => {
    const forged = databaseOf({
      files: { "trivy.db": smallBoltFile({ buckets: { vulnerability: 9, "debian 12": 9 } }) },
    });
    const pinned = [mirror.pinned(FIRST.digest)];
    const prefix = keyPrefix(VULNERABILITIES, parseRepositories(pinned, VULNERABILITIES));
    const folder = join(place, "poison", VULNERABILITIES.name);
    mkdirSync(folder, { recursive: true });
    files(forged)(folder);
    github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
    await saveFolder(folder, `${prefix}poison/`);
    const { databases } = await run({ repositories: pinned });
    expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.pinned(FIRST.digest) });
  });

  test("a pull request's own entry is seen by nobody else", async () => {
    const forged = databaseOf({
      files: { "trivy.db": smallBoltFile({ buckets: { vulnerability: 9, "debian 12": 9 } }) },
    });
    const folder = join(place, "poison", VULNERABILITIES.name);
    mkdirSync(folder, { recursive: true });
    files(forged)(folder);
    github.cache.scopes = { read: [], write: "refs/pull/7/merge" };
    const prefix = keyPrefix(VULNERABILITIES, parseRepositories([mirror.text, origin.text], VULNERABILITIES));
    await saveFolder(folder, `${prefix}poison/`);
    expect((await run({ trigger: PUSH })).databases[0]?.version).toBe(FIRST.digest);
    expect((await run({ trigger: { ...PULL, number: 8 } })).databases[0]?.version).toBe(FIRST.digest);
    expect((await run({ trigger: PULL })).databases[0]?.version).toBe(forged.digest);
  });
});

test("a kept one that went bad is downloaded again, even if nothing newer is there", async () => {
  await poison(files(FIRST, { "layer.tar.gz": Buffer.alloc(FIRST.layer.length) }));
  const { databases } = await run({ later: 24 });
  expect(databases[0]).toMatchObject({ version: FIRST.digest, origin: mirror.text });
  expect(existsSync(join(place, "poison"))).toBe(true);
});
