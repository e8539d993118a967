import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tarOf } from "../../../packages/kit/testing/tar.ts";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { DemoRepository, hits, lcovOf, sourceOf } from "../../../test/demo-repository.ts";
import { inputsOf } from "../testing/facts.ts";
import { collect } from "./collect.ts";
import { conclude } from "./conclude.ts";
import type { BaselineFacts, MeasuredFacts, ScopedReports } from "./facts.ts";

let demo: DemoRepository;
let base: string;

beforeEach(() => {
  demo = new DemoRepository();
  base = demo.commit({
    "src/a.rs": sourceOf(4),
    "go.mod": "module example.com/demo\n",
    "pkg/b.go": sourceOf(3),
    "x/y/dup.rs": "1\n",
    "z/y/dup.rs": "1\n",
  });
  demo.commit({ "src/a.rs": sourceOf(6) });
});

afterEach(() => {
  vi.unstubAllEnvs();
  demo.remove();
});

const pull = (number = 7) =>
  ({
    name: "pull_request",
    number,
    head: { owner: "org", ref: "change", sha: demo.head },
    base: { owner: "org", ref: "main", sha: base },
  }) as const;

async function facts(written: Readonly<Record<string, string>>, trigger: Parameters<typeof ioOf>[1] = pull()) {
  return (await collect(await inputsOf({ baseline: "none", ...written }), ioOf(demo.folder, trigger))) as MeasuredFacts;
}

test("reports of several formats become one, in the repository's paths", async () => {
  demo.write({
    "shard-1.info": lcovOf({ "/build/src/a.rs": [1, 0, undefined, 0, 0, 0] }),
    "shard-2.info": lcovOf({ "src/a.rs": [0, 1] }),
    "cover.out": "mode: set\nexample.com/demo/pkg/b.go:1.1,2.9 2 1\n",
  });
  const { report, reports, change, stale, context } = await facts({ files: "shard-*.info\ncover.out" });
  expect([...report.files.keys()].sort()).toEqual(["pkg/b.go", "src/a.rs"]);
  expect([...report.files.get("src/a.rs")!.lines.hits]).toEqual([1, 1, 0, 0, 0]);
  expect(reports.map(({ file, format, files }) => [file, format, files])).toEqual([
    ["cover.out", "go", 1],
    ["shard-1.info", "lcov", 1],
    ["shard-2.info", "lcov", 1],
  ]);
  expect(change).toMatchObject({ state: "compared", base, diff: [{ path: "src/a.rs", added: [[5, 6]] }] });
  expect(stale).toEqual([]);
  expect(context).toEqual({
    serverUrl: "https://github.com",
    repository: "org/demo",
    headSha: demo.head,
    pullRequest: 7,
  });
});

test("usual names are found without being told, others' reports are not", async () => {
  demo.write({
    "build/lcov.info": lcovOf({ "src/a.rs": [1] }),
    "node_modules/x/lcov.info": lcovOf({ "src/a.rs": [0] }),
  });
  expect((await facts({})).reports.map(({ file }) => file)).toEqual(["build/lcov.info"]);
});

test("a report that is tracked is not of this run: left alone when nobody asks for it, and said when somebody does", async () => {
  demo.commit({ "old/lcov.info": lcovOf({ "src/a.rs": hits(6, 0) }) });
  await expect(facts({})).rejects.toThrow(/^no coverage report is in/);
  demo.write({ "new/lcov.info": lcovOf({ "src/a.rs": hits(0, 6) }) });
  expect((await facts({})).reports.map(({ file }) => file)).toEqual(["new/lcov.info"]);
  expect((await facts({ files: "*/lcov.info" })).notes).toEqual([
    { level: "warning", text: "old/lcov.info is tracked by git, so this run may not have made it." },
  ]);
});

test("a report in another repository below ours is not of this run either, tracked there or not", async () => {
  for (const folder of ["sub", "deps/other"]) {
    demo.write({ [`${folder}/lcov.info`]: lcovOf({ "src/a.rs": hits(6, 0) }) });
    if (folder === "sub") demo.write({ "sub/.git": "gitdir: ../.git/modules/sub\n" });
    else demo.git("init", "--quiet", folder);
  }
  await expect(facts({})).rejects.toThrow(/^no coverage report is in/);
  demo.write({ "target/lcov.info": lcovOf({ "src/a.rs": hits(0, 6) }) });
  expect((await facts({})).reports.map(({ file }) => file)).toEqual(["target/lcov.info"]);
  expect((await facts({ files: "sub/lcov.info" })).notes).toEqual([
    {
      level: "warning",
      text: "sub/lcov.info lies in a repository of its own, such as a submodule, so this run may not have made it.",
    },
  ]);
});

test("a report that is older than the commit is noticed where a measured line is blank", async () => {
  const source = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
  base = demo.commit({
    "src/a.rs": source("fn a() {", "  x();", "}"),
    "src/c.rs": source("fn c() {", "", "  y();", "}"),
  });
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1, 1], "src/c.rs": [1, undefined, 1] }) });
  demo.git("add", "src");
  demo.commit({ "src/a.rs": source("fn a() {", "", "  x();", "}") });
  const { stale } = await facts({ files: "lcov.info" });
  expect(stale).toEqual([{ path: "src/a.rs", measuredLine: 2, lines: 4, blank: true }]);
});

test("files below a working directory, one of them left out", async () => {
  demo.write({ "build/a.info": lcovOf({ "src/a.rs": [1] }), "build/old/b.info": lcovOf({ "src/a.rs": [0] }) });
  const { reports } = await facts({ files: "**/*.info\n!old/**", "working-directory": "build" });
  expect(reports.map(({ file }) => file)).toEqual(["a.info"]);
});

test("excluded files do not count, and the report says what it had", async () => {
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1], "pkg/b.go": [0] }) });
  const { report, reports } = await facts({ files: "lcov.info", exclude: "pkg/" });
  expect([...report.files.keys()]).toEqual(["src/a.rs"]);
  expect(reports[0]?.files).toBe(2);
});

test("files of others are a note; lines behind the end are stale, one of them is not", async () => {
  demo.write({
    "lcov.info": lcovOf({ "src/a.rs": hits(7, 0), "pkg/b.go": hits(9, 0), "/rustc/library/core.rs": [1] }),
  });
  const { stale, notes } = await facts({ files: "lcov.info" });
  expect(stale).toEqual([{ path: "pkg/b.go", measuredLine: 9, lines: 3 }]);
  expect(notes).toEqual([
    {
      level: "note",
      text: "lcov.info: 1 of its files is not in the repository and does not count, e.g. `/rustc/library/core.rs`.",
    },
  ]);
});

describe("what cannot be used is named", () => {
  test.each<[string, Record<string, string>, Record<string, string>, RegExp]>([
    ["nothing under a usual name", {}, {}, /^no coverage report is in .* under a usual name \(lcov\.info, /],
    [
      "a path of two files",
      { "lcov.info": lcovOf({ "/w/y/dup.rs": [1] }) },
      {},
      /^lcov\.info: `\/w\/y\/dup\.rs` may be `x\/y\/dup\.rs` or `z\/y\/dup\.rs`; say which by a rule for this report, e\.g\. `path-map: lcov\.info: \/w => x`$/,
    ],
    [
      "another format than was said",
      { "lcov.info": "hello\n" },
      { files: "lcov.info", format: "go" },
      /^lcov\.info: line 1 is before any `mode:` line$/,
    ],
    [
      "profiles of two builds",
      {
        "1.out": "mode: set\nexample.com/demo/pkg/b.go:1.1,2.9 2 1\n",
        "2.out": "mode: set\nexample.com/demo/pkg/b.go:1.1,2.9 3 1\n",
      },
      { files: "*.out" },
      /^the reports cannot be merged: the block at line 1, column 1 has 2 statements in one report and 3 in another/,
    ],
    [
      "a baseline without a format",
      { "lcov.info": lcovOf({ "src/a.rs": [1] }), base: "hello" },
      { baseline: "base" },
      /^input `baseline`: base is in no known format/,
    ],
    [
      "a damaged baseline",
      { "lcov.info": lcovOf({ "src/a.rs": [1] }), base: '{"schema":"jessy-actions/coverage-snapshot/v1"}' },
      { baseline: "base" },
      /^input `baseline`: base: /,
    ],
  ])("%s", async (_, files, written, message) => {
    demo.write(files);
    await expect(facts(written)).rejects.toThrow(message);
  });
});

test("a baseline by file", async () => {
  demo.write({
    "lcov.info": lcovOf({ "src/a.rs": [1] }),
    "base.info": lcovOf({ "/ci/src/a.rs": [0], "pkg/b.go": [1] }),
  });
  const { baseline } = await facts({ files: "lcov.info", baseline: "base.info", exclude: "pkg/" });
  expect(baseline.about).toEqual({ state: "file", file: "base.info" });
  expect([...(baseline.report?.files.keys() ?? [])]).toEqual(["src/a.rs"]);
});

test("a run without a change compares nothing, and says why", async () => {
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
  const { change, baseline } = await facts({ baseline: "auto" }, { name: "schedule", branch: "main", sha: demo.head });
  expect(change).toMatchObject({ state: "none" });
  expect(baseline.about).toEqual({
    state: "off",
    reason: "a run by schedule on the default branch has no change to look at",
  });
});

describe("the baseline in the cache", () => {
  let github: EmulatedGitHub;

  beforeEach(async () => {
    github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} });
    github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
    for (const [name, value] of Object.entries(cacheVariables())) vi.stubEnv(name, value);
    vi.stubEnv("RUNNER_TEMP", mkdtempSync(join(tmpdir(), "jessy-temp-")));
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await github.close();
  });

  const cacheVariables = () => ({
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_RUNTIME_TOKEN: "t",
    GITHUB_SERVER_URL: "https://github.com",
  });

  function cacheIo(trigger: Parameters<typeof ioOf>[1]) {
    const io = ioOf(demo.folder, trigger);
    return { ...io, environment: { ...io.environment, ...cacheVariables() } };
  }

  async function baselineOf(
    written: Readonly<Record<string, string>> = {},
    trigger: Parameters<typeof ioOf>[1] = pull(),
  ): Promise<BaselineFacts> {
    const inputs = await inputsOf({ files: "lcov.info", ...written });
    return ((await collect(inputs, cacheIo(trigger))) as MeasuredFacts).baseline;
  }

  async function save(sha: string, written: Readonly<Record<string, string>> = {}): Promise<string[]> {
    demo.git("checkout", "--quiet", sha);
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 1) }) });
    const inputs = await inputsOf({ files: "lcov.info", "min-coverage": "75", ...written });
    const io = cacheIo({ name: "push", branch: "main", before: base, sha });
    await conclude(inputs, await collect(inputs, io), io);
    demo.git("checkout", "--quiet", "main");
    return io.logged;
  }

  test("is kept by a push, found by its commit or by the nearest one before, and never twice", async () => {
    expect((await save(base)).join("")).toContain(`Baseline of ${base.slice(0, 10)} saved.`);
    expect((await save(base)).join("")).toContain("not saved: there is one");
    expect(github.cache.keys).toEqual([`jessy-coverage-v2/${base}//`]);

    const exact = await baselineOf();
    expect(exact.about).toMatchObject({ state: "exact", sha: base });
    expect(exact.gate?.["min-coverage"]).toBe("75");

    const older = base;
    base = demo.head;
    demo.commit({ "src/a.rs": sourceOf(8) });
    const nearest = await baselineOf();
    expect(nearest.about).toMatchObject({ state: "ancestor", sha: older, distance: 1 });
    // From the baseline's commit, not from the base's.
    expect(nearest.diff?.find(({ path }) => path === "src/a.rs")?.added).toEqual([[5, 8]]);
  });

  test.each<[string, () => void]>([
    ["a file", () => demo.write({ ".jessy": "x" })],
    ["a folder", () => demo.write({ ".jessy/coverage-baseline.json/x": "x", "jessy-coverage-baseline.json/x": "x" })],
    ["a link that leads nowhere", () => symlinkSync("/nowhere/x", join(demo.folder, ".jessy"))],
    ["a link to a folder", () => symlinkSync(tmpdir(), join(demo.folder, ".jessy"))],
    [
      "a link where the archive's file would lie",
      () => symlinkSync("/dev/full", join(demo.folder, "jessy-coverage-baseline.json")),
    ],
  ])("is not in the way of %s that the pull request brings, and leaves it alone", async (_, bring) => {
    await save(base);
    bring();
    demo.git("add", "--force", "--all");
    demo.git("commit", "--quiet", "--message", "in the way");
    expect(await baselineOf()).toMatchObject({ about: { state: "exact", sha: base }, gate: { "min-coverage": "75" } });
    expect(demo.git("status", "--porcelain", "--ignored")).toBe("");
  });

  test("an entry that holds another repository's baseline is refused", async () => {
    demo.git("checkout", "--quiet", base);
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 1) }) });
    const inputs = await inputsOf({ files: "lcov.info" });
    const io = cacheIo({ name: "push", branch: "main", before: base, sha: base });
    const event = { ...io.event(), repository: { owner: "stranger", name: "demo" } };
    await conclude(inputs, await collect(inputs, io), { ...io, event: () => event });
    demo.git("checkout", "--quiet", "main");
    expect((await baselineOf()).about).toEqual({
      state: "unreadable",
      reason: `the cache entry \`jessy-coverage-v2/${base}//\` holds the baseline of stranger/demo at ${base.slice(0, 10)}`,
    });
  });

  test.each<[string, () => void, string, RegExp]>([
    [
      "does not answer",
      () => github.fault({ path: /CacheService/, kind: { status: 403, message: "forbidden" } }),
      "unavailable",
      /^the Actions cache cannot be read: it answers with status 403: forbidden$/,
    ],
    [
      "holds an entry that is none",
      () => github.cache.damage("hello"),
      "unreadable",
      /^the cache entry `jessy-coverage-v2\/[0-9a-f]{40}\/\/` is damaged: it is packed neither by zstd nor by gzip$/,
    ],
    [
      "holds a file that is no baseline",
      () => github.cache.damage(zstdCompressSync(tarOf([{ name: "x", type: "0", content: "{}" }]))),
      "unreadable",
      /^the cache entry `jessy-coverage-v2\/[0-9a-f]{40}\/\/` cannot be read: /,
    ],
  ])("a cache that %s is not one without a baseline", async (_, arrange, state, reason) => {
    await save(base);
    arrange();
    expect((await baselineOf()).about).toEqual({ state, reason: expect.stringMatching(reason) });
    // The base itself has none now, and the entry is one of a commit before it.
    base = demo.head;
    demo.commit({ "src/a.rs": sourceOf(8) });
    if (state === "unreadable")
      expect((await baselineOf()).about).toEqual({ state, reason: expect.stringMatching(reason) });
  });

  test.each([
    ["none", { baseline: "none" }, {}, "none"],
    ["a file", { baseline: "base.info" }, { "base.info": lcovOf({ "src/a.rs": hits(0, 4) }) }, "base.info"],
  ])("`baseline` is %s where the default branch keeps one: that one counts", async (_, written, files, instead) => {
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 1) }), ...files });
    const without = await baselineOf(written);
    expect(without).not.toHaveProperty("instead");
    await save(base);
    const found = await baselineOf(written);
    expect(found).toMatchObject({ about: { state: "exact", sha: base }, gate: { "min-coverage": "75" }, instead });
    // On the default branch it is the rule, and not a way around it.
    const own = await baselineOf(written, { name: "push", branch: "main", before: base, sha: demo.head });
    expect(own).not.toHaveProperty("instead");
  });

  test("`baseline: none` where nobody knows what the default branch keeps is said", async () => {
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
    github.fault({ path: /CacheService/, kind: { status: 403, message: "forbidden" } });
    expect(await baselineOf({ baseline: "none" })).toEqual({
      about: { state: "off", reason: "the input `baseline` is `none`" },
      rulesUnknown: "the Actions cache cannot be read: it answers with status 403: forbidden",
    });
  });

  test.each([
    ["another name", { name: "other" }, { name: "api" }, "api"],
    ["a name where there was none", { name: "other" }, {}, ""],
    ["no name where there was one", {}, { name: "api" }, "api"],
    ["the same name", { name: "api" }, { name: "api" }, undefined],
  ])("%s has no baseline, and the gate that has is named", async (_, now, before, otherName) => {
    await save(base, before);
    const { about, ...rest } = await baselineOf(now);
    expect([about.state, rest.otherName]).toEqual([otherName === undefined ? "exact" : "missing", otherName]);
  });

  test("where two commits cannot be compared the rules of the base are known all the same", async () => {
    await save(base, { name: "api" });
    demo.git("checkout", "--quiet", "--orphan", "unrelated");
    demo.commit({ "src/a.rs": sourceOf(4) });
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
    const reason = "HEAD and the base `main` have no common history";
    const about = { state: "off", reason };
    expect(await baselineOf({ name: "api" })).toMatchObject({ about, gate: { "min-coverage": "75" } });
    expect(await baselineOf({ name: "other" })).toEqual({ about, rulesUnknown: reason });
    github.fault({ path: /CacheService/, kind: { status: 403, message: "forbidden" } });
    expect((await baselineOf({ name: "api" })).about).toMatchObject({ state: "unavailable" });
  });

  describe("what the default branch counts", () => {
    /** A change that sets something else, and measures two lines of a second file in two shards. */
    async function byDefault(
      now: Readonly<Record<string, string>>,
      before: Readonly<Record<string, string>>,
      trigger: Parameters<typeof ioOf>[1] = pull(),
    ) {
      await save(base, before);
      demo.write({
        "lcov.info": lcovOf({ "src/a.rs": hits(3, 1), "pkg/b.go": [0, 0] }),
        "other.info": lcovOf({ "src/a.rs": [0, 0, 0, 0, 0, 0] }),
      });
      const inputs = await inputsOf({ files: "*.info", ...now });
      return (await collect(inputs, cacheIo(trigger))) as MeasuredFacts;
    }

    const linesOf = (report: CoverageReport | undefined) =>
      Object.fromEntries([...(report?.files ?? [])].map(([path, { lines }]) => [path, lines.line.length]));

    test.each<[string, Record<string, string>, Record<string, string>, object, object]>([
      ["more excluded", { exclude: "pkg/**" }, {}, { "src/a.rs": 4 }, { "src/a.rs": 4, "pkg/b.go": 2 }],
      ["less excluded", {}, { exclude: "pkg/**" }, { "src/a.rs": 4, "pkg/b.go": 2 }, { "src/a.rs": 4 }],
      [
        "other shards",
        { shards: "executed" },
        { shards: "all" },
        { "src/a.rs": 4, "pkg/b.go": 2 },
        { "src/a.rs": 6, "pkg/b.go": 2 },
      ],
      [
        "a rule that leads a file away",
        { "path-map": "pkg => gone" },
        {},
        { "src/a.rs": 4 },
        { "src/a.rs": 4, "pkg/b.go": 2 },
      ],
      [
        "a rule that puts a file's lines on another",
        { "path-map": "pkg/b.go => src/a.rs" },
        {},
        { "src/a.rs": 4 },
        { "src/a.rs": 4, "pkg/b.go": 2 },
      ],
    ])("%s", async (_, now, before, own, theirs) => {
      const found = await byDefault(now, before);
      expect(linesOf(found.report)).toEqual(own);
      expect(found.byDefault).toMatchObject({ inputs: [Object.keys({ ...before, ...now })[0]] });
      expect(linesOf((found.byDefault as ScopedReports).report)).toEqual(theirs);
      expect(linesOf((found.byDefault as ScopedReports).baseReport)).toEqual({ "src/a.rs": 4 });
    });

    test("the baseline keeps what the default branch counted, whatever the change excludes", async () => {
      const found = await byDefault({ exclude: "src/**" }, {});
      expect(linesOf(found.baseline.report)).toEqual({});
      expect(linesOf((found.byDefault as ScopedReports).baseReport)).toEqual({ "src/a.rs": 4 });
    });

    test("the reports are not read again for what is made of them", async () => {
      const found = await byDefault({ totals: "declared" }, { totals: "lines", components: "a: src/**" });
      expect(found.byDefault).toMatchObject({ inputs: ["components", "totals"], scope: { totals: "lines" } });
      expect((found.byDefault as ScopedReports).report).toBe(found.report);
      expect((found.byDefault as ScopedReports).baseReport).toBe(found.baseline.report);
    });

    test.each<[string, Record<string, string>, () => Parameters<typeof ioOf>[1]]>([
      ["with the same settings", { exclude: "x/**" }, pull],
      ["on the default branch", {}, () => ({ name: "push", branch: "main", before: base, sha: demo.head })],
    ])("nothing is counted twice %s", async (_, now, trigger) => {
      expect(await byDefault(now, { exclude: "x/**" }, trigger())).not.toHaveProperty("byDefault");
    });

    test("in a merge queue it counts, too", async () => {
      const headRef = "refs/heads/gh-readonly-queue/main/pr-7-abc";
      const group = {
        name: "merge_group",
        headRef,
        headSha: demo.head,
        baseRef: "refs/heads/main",
        baseSha: base,
      } as const;
      expect(await byDefault({ exclude: "pkg/**" }, {}, group)).toHaveProperty("byDefault");
    });

    test("excluding a file does not make its report a fresh one", async () => {
      const source = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
      base = demo.commit({ "src/a.rs": source("a", "b"), "src/c.rs": source("c", "", "d") });
      await save(base);
      demo.commit({ "src/a.rs": source("a", "", "b") });
      demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1, 1], "src/c.rs": [1, undefined, 1] }) });
      const inputs = await inputsOf({ files: "lcov.info", exclude: "src/a.rs" });
      const { stale } = (await collect(inputs, cacheIo(pull()))) as MeasuredFacts;
      expect(stale.map(({ path }) => path)).toEqual(["src/a.rs"]);
    });
  });

  test("nothing but a push to the default branch keeps one", async () => {
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
    const inputs = await inputsOf({ files: "lcov.info" });
    for (const trigger of [
      pull(),
      { name: "push", branch: "main2", before: base, sha: base },
      { name: "workflow_dispatch", branch: "main", sha: base },
    ] as const) {
      const io = cacheIo(trigger);
      await conclude(inputs, await collect(inputs, io), io);
    }
    expect(github.cache.keys).toEqual([]);
  });
});

test("a checkout of the base under `pull_request_target` has no change, and that is no pass", async () => {
  demo.git("checkout", "--quiet", base);
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
  const { change } = await facts({ files: "lcov.info" });
  expect(change).toEqual({
    state: "none",
    cause: "no-base",
    reason: `HEAD, ${base.slice(0, 10)}, has nothing that its base does not have; check out the pull request's head`,
  });
});

test.each([
  ["a pull request", () => pull(), true],
  ["a push to another branch", () => ({ name: "push", branch: "x", before: base, sha: demo.head }) as const, true],
  [
    "a push to the default branch",
    () => ({ name: "push", branch: "main", before: base, sha: demo.head }) as const,
    false,
  ],
])("%s: the default branch's rules count: %s", async (_, trigger, expected) => {
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1] }) });
  expect((await facts({ files: "lcov.info" }, trigger())).isProposal).toBe(expected);
});

test("debug logs say which files, which comparison and which keys, and never the token", async () => {
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": [1], "/rustc/core.rs": [1], "gone\u001b[2J.rs": [1] }) });
  const inputs = await inputsOf({ files: "*.info", "github-token": "ghs_secretToken" });
  const io = ioOf(demo.folder, pull(), { url: "http://127.0.0.1:9", token: "ghs_secretToken" });
  await collect(inputs, io);
  const log = io.logged.join("");
  expect(log).toContain("::debug::files: `*.info` finds 1 in ");
  expect(log).toMatch(/::debug::lcov\.info: not in the repository: \/rustc\/core\.rs, gone\\u\{1b\}\[2J\.rs/);
  expect(log).toMatch(/::debug::change: [0-9a-f]{40}\.\.[0-9a-f]{40}, event pull_request; /);
  expect(log).toMatch(/::debug::baseline: miss in the cache, under jessy-coverage-v2\/[0-9a-f]{40}\/\//);
  expect(log).not.toContain("ghs_secretToken");
  expect(log).not.toContain("\u001b");
});
