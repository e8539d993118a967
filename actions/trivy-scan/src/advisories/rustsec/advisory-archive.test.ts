import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../../../packages/local-runner/src/github/gateway.ts";
import { advisoryFiles, commitArchive } from "../../../testing/advisory-database.ts";
import {
  ADVISORY_INPUTS,
  AdvisoryRepository,
  advisoryIo,
  cacheVariables,
  DAY,
  folderOf,
} from "../../../testing/advisory-run.ts";
import type { Inputs } from "../../inputs.ts";
import { openRustSec } from "./open-rustsec.ts";

const FILES = advisoryFiles({ id: "RUSTSEC-2026-0001", package: "deep" });
const WORKSPACE = folderOf({});

let github: EmulatedGitHub;
let repository: AdvisoryRepository;

beforeEach(async () => {
  const tokens = { t: { login: "octocat", write: false } };
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
  repository = new AdvisoryRepository(github);
  for (const [name, value] of Object.entries(cacheVariables(github))) vi.stubEnv(name, value);
  vi.stubEnv("RUNNER_TEMP", mkdtempSync(join(tmpdir(), "jessy-temp-")));
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await github.close();
});

const open = (changes: Partial<Inputs["advisories"]> = {}, io = advisoryIo(github, WORKSPACE)) =>
  openRustSec({ ...ADVISORY_INPUTS, ...changes }, [], io);

/** What GitHub was asked, apart from its cache. */
const asked = () => github.requests.map(({ path }) => path).filter((path) => !path.startsWith("/twirp/"));
const COMMIT = "/repos/RustSec/advisory-db/commits/main";
const archiveOf = (sha: string) => [
  `/repos/RustSec/advisory-db/tarball/${sha}`,
  `/codeload/RustSec/advisory-db/legacy.tar.gz/${sha}`,
];

test("the newest commit, whose age the archive says", async () => {
  const sha = repository.push(FILES, 2 * DAY);
  const io = advisoryIo(github, WORKSPACE);
  const { advisories, about } = await open({}, io);
  expect(advisories.size).toBe(1001);
  expect(about).toEqual({
    name: "rustsec",
    version: sha,
    updatedAt: repository.dates.get(sha),
    origin: "github.com/RustSec/advisory-db",
  });
  expect(asked()).toEqual([COMMIT, ...archiveOf(sha)]);
  expect(io.logged.join("")).toContain(`1,001 advisories, commit ${sha.slice(0, 12)} of `);
});

describe("in the cache", () => {
  test("the newest commit is asked for, and nothing is downloaded", async () => {
    const sha = repository.push(FILES, DAY);
    await open();
    github.requests.length = 0;
    expect((await open()).about).toMatchObject({ version: sha, origin: "the cache" });
    expect(asked()).toEqual([COMMIT]);
    const next = repository.push(FILES, 0);
    expect((await open()).about).toMatchObject({ version: next, origin: "github.com/RustSec/advisory-db" });
  });

  test("a chosen commit is asked for by one request", async () => {
    const sha = repository.push(FILES, 900 * DAY);
    await open({ commit: sha });
    expect(github.cache.keys).toEqual([`jessy-rustsec-pinned/${sha}/`]);
    github.requests.length = 0;
    expect((await open({ commit: sha })).about).toMatchObject({ version: sha, origin: "the cache" });
    expect(asked()).toEqual([`/repos/RustSec/advisory-db/commits/${sha}`]);
  });

  test("nothing is read or kept where the cache is not wanted", async () => {
    repository.push(FILES, DAY);
    await open({ cache: false });
    expect(github.cache.keys).toEqual([]);
    expect(github.requests.some(({ path }) => path.startsWith("/twirp/"))).toBe(false);
  });

  test("a pull request keeps nothing", async () => {
    repository.push(FILES, DAY);
    const io = advisoryIo(github, WORKSPACE);
    await open({}, { ...io, event: () => ({ ...io.event(), ref: "refs/pull/7/merge" }) });
    expect(github.cache.keys).toEqual([]);
  });

  test("an archive of the commit counts, whoever kept it", async () => {
    const sha = repository.push(FILES, DAY);
    await open();
    github.cache.damage(keptAs(commitArchive(sha, Date.now() - 2 * DAY, FILES)));
    expect((await open()).about).toMatchObject({ version: sha, origin: "the cache" });
  });

  const CHANGED = FILES.map((each) => ({
    ...each,
    content: each.content.replace("patched = []", 'patched = [">=0"]'),
  }));
  test.each<[string, (sha: string) => string | Uint8Array, string]>([
    ["that is damaged", () => "x", "the cache entry"],
    ["of another repository", (of) => keptAs(commitArchive(of, Date.now(), [])), "is empty: it holds no files"],
    [
      "without one of its advisories",
      (of) => keptAs(commitArchive(of, Date.now(), FILES.slice(0, -1))),
      "its files are not",
    ],
    [
      "with another advisory in its place",
      (of) => keptAs(commitArchive(of, Date.now(), CHANGED)),
      "its files are not those of",
    ],
    ["of another commit", () => keptAs(commitArchive("c".repeat(40), Date.now(), FILES)), ""],
  ])("an archive %s is fetched anew", async (_, content, reason) => {
    const sha = repository.push(FILES, DAY);
    for (const commit of [undefined, sha]) {
      await open({ commit });
      github.cache.damage(content(sha));
      const io = advisoryIo(github, WORKSPACE);
      const { about } = await open({ commit }, io);
      expect(about).toMatchObject({ version: sha, origin: "github.com/RustSec/advisory-db" });
      expect(io.logged.join("")).toContain(reason);
    }
  });
});

/** As @actions/cache packs one file. */
function keptAs(archive: Uint8Array): Uint8Array {
  const header = Buffer.alloc(512);
  header.write("rustsec-advisory-db.tar.gz", 0);
  header.write(`${archive.length.toString(8).padStart(11, "0")}\0`, 124);
  header.fill(" ", 148, 156);
  header.write("0", 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return gzipSync(Buffer.concat([header, archive, Buffer.alloc(((512 - (archive.length % 512)) % 512) + 1024)]));
}

describe("when GitHub does not give the newest", () => {
  const limit = {
    path: /^\/repos\/RustSec\//,
    times: 9,
    kind: {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600) },
      message: "API rate limit exceeded",
    },
  };
  const outage = { path: /^\/repos\/RustSec\//, times: 9, kind: { status: 502, message: "Bad Gateway" } };

  test.each([
    ["its limit", limit, "API rate limit exceeded"],
    ["an outage", outage, "status 502"],
    ["lost connections", { ...outage, kind: "drop" as const }, "no answer"],
    ["an outage of its archives alone", { ...outage, path: /^\/codeload\// }, "status 502"],
  ])("the last one that was kept stands in, with a warning: %s", async (_, fault, reason) => {
    const kept = repository.push(FILES, 3 * DAY);
    await open();
    repository.push(FILES, 0);
    github.fault(fault);
    const { advisories, about } = await open();
    expect(advisories.size).toBe(1001);
    expect(about).toMatchObject({ version: kept, origin: "the cache" });
    expect(about.warning).toMatch(
      /^RustSec's advisory database is the last one that was kept, 3 days old, since GitHub did not answer: /,
    );
    expect(about.warning).toContain(reason);
  });

  test.each<[string, number, Partial<Inputs["advisories"]>, string]>([
    ["too old", 15 * DAY, { maxAge: 14 * DAY }, "the last one in the cache is of "],
    ["of the future", -DAY, {}, "is in the future"],
    ["not wanted", DAY, { cache: false }, "; no earlier one is in the cache;"],
  ])("a kept one that is %s does not stand in", async (_, age, inputs, message) => {
    repository.push(FILES, age);
    await open({ maxAge: 999 * DAY, cache: true }).catch(() => {});
    github.fault(limit);
    await expect(open(inputs)).rejects.toThrow(message);
  });

  test("a chosen commit never stands in for the newest, and the newest never for a chosen one", async () => {
    const chosen = repository.push(FILES, DAY);
    await open({ commit: chosen });
    github.fault({ ...limit, times: 1 });
    await expect(open()).rejects.toThrow("no earlier one is in the cache");
    const newest = repository.push(FILES, 0);
    await open();
    await expect(open({ commit: "d".repeat(40) })).rejects.toThrow(`it has no commit ${"d".repeat(40)}`);
    expect(newest).not.toBe(chosen);
  });

  test("a chosen commit that was kept counts, however old, and no other one", async () => {
    const commit = repository.push(FILES, 900 * DAY);
    await open({ commit });
    github.fault(limit);
    const { about } = await open({ commit });
    expect(about).toMatchObject({
      version: commit,
      origin: "the cache",
      warning: expect.stringContaining("900 days old"),
    });
    github.cache.damage(keptAs(commitArchive("c".repeat(40), Date.now(), FILES)));
    await expect(open({ commit })).rejects.toThrow("no earlier one is in the cache");
  });

  test("nothing stands in for a fork, whose code may have kept it", async () => {
    repository.push(FILES, DAY);
    await open();
    github.fault(limit);
    const io = advisoryIo(github, WORKSPACE);
    const pullRequest = { fork: true } as NonNullable<ReturnType<typeof io.event>["pullRequest"]>;
    await expect(open({}, { ...io, event: () => ({ ...io.event(), pullRequest }) })).rejects.toThrow(
      "; what the cache has is not trusted in a fork's pull request;",
    );
  });

  test("nothing kept is an error that says what to do", async () => {
    github.fault(limit);
    await expect(open()).rejects.toThrow(
      /^RustSec's advisory database cannot be fetched from github\.com\/RustSec\/advisory-db: .*API rate limit exceeded.*; no earlier one is in the cache; clone it in an earlier step and give `rustsec-folder`, or set `rustsec: off`/,
    );
  });

  test("GitHub Enterprise Server is asked for its own copy, and nobody else", async () => {
    github.others.delete("RustSec/advisory-db");
    const io = advisoryIo(github, WORKSPACE);
    const server = { ...io, event: () => ({ ...io.event(), serverUrl: "https://ghe.example.com" }) };
    await expect(open({}, server)).rejects.toThrow(
      /^RustSec's advisory database cannot be fetched from ghe\.example\.com\/RustSec\/advisory-db: it is not there \(.*\); mirror RustSec\/advisory-db on this server, clone it/,
    );
  });
});

describe("its age", () => {
  test.each([
    ["exactly as old as it may be", 14 * DAY - 60_000, undefined],
    ["too old", 14 * DAY + 60_000, /commit [0-9a-f]{40}\) is of [0-9-]+, 14 days old, and may be 14 days old/],
    ["of the future", -2 * DAY, /is in the future: is this machine's clock right\?/],
  ])("%s", async (_, age, message) => {
    repository.push(FILES, age);
    if (message === undefined) expect((await open()).about.version).toMatch(/^[0-9a-f]{40}$/);
    else await expect(open()).rejects.toThrow(message);
  });

  test("of a chosen commit may be that of a time with fewer advisories", async () => {
    const commit = repository.push(FILES.slice(-600), 600 * DAY);
    expect((await open({ commit })).advisories.size).toBe(600);
    await expect(open({ maxAge: 900 * DAY })).rejects.toThrow("it has 600 of at least 1000 advisories");
  });

  test.each([900 * DAY, -2 * DAY])("of a chosen commit is shown alone: %d ms", async (age) => {
    const commit = repository.push(FILES, age);
    const { about } = await open({ commit });
    expect(Math.abs(Date.now() - age - about.updatedAt!)).toBeLessThan(DAY);
  });
});

describe("an archive that cannot be used is an error, and is not kept", () => {
  const sha = () => repository.push(FILES, 0);
  test.each<[string, (sha: string) => Uint8Array, string]>([
    [
      "a page",
      () => Buffer.from("<html>Unicorn!</html>"),
      "as github.com/RustSec/advisory-db sends it, cannot be used: it is not packed by gzip",
    ],
    ["half of it", (of) => commitArchive(of, Date.now(), FILES).subarray(0, 9000), "was it cut off?"],
    [
      "of too few advisories",
      (of) => commitArchive(of, Date.now(), FILES.slice(0, 900)),
      "is not the whole RustSec advisory database",
    ],
    [
      "with an advisory that was cut off",
      (of) =>
        commitArchive(of, Date.now(), [
          ...FILES,
          { path: "crates/x/RUSTSEC-2026-0002.md", content: "```toml\n[advisory]" },
        ]),
      "x/RUSTSEC-2026-0002.md ends within its TOML: it was cut off",
    ],
    ["of another commit", () => commitArchive("e".repeat(40), Date.now(), FILES), `sends the commit ${"e".repeat(40)}`],
  ])("%s", async (_, archive, message) => {
    const commit = sha();
    repository.pack(commit, archive(commit));
    await expect(open()).rejects.toThrow(message);
    expect(github.cache.keys).toEqual([]);
  });
});

test.each(["main", "abc123", "A".repeat(40), `${"a".repeat(40)}\n`, `${"a".repeat(39)}/`])(
  "%j is not a commit",
  async (commit) => {
    await expect(open({ commit })).rejects.toThrow(/^input `rustsec-commit` is .*; write all 40 hexadecimal digits/);
    expect(github.requests).toEqual([]);
  },
);
