import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { DemoRepository, hits, lcovOf, sourceOf } from "../../../test/demo-repository.ts";
import { inputsOf } from "../testing/facts.ts";
import { collect } from "./collect.ts";
import { conclude } from "./conclude.ts";
import type { MeasuredFacts } from "./facts.ts";

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
    vi.stubEnv("ACTIONS_RESULTS_URL", `${github.url}/`);
    vi.stubEnv("ACTIONS_CACHE_SERVICE_V2", "True");
    vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "t");
    vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
    vi.stubEnv("GITHUB_WORKSPACE", demo.folder);
    vi.stubEnv("RUNNER_TEMP", demo.folder);
    // The cache client looks for its paths in the current folder, which for a step is the workspace.
    vi.spyOn(process, "cwd").mockReturnValue(demo.folder);
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await github.close();
  });

  async function save(sha: string): Promise<string[]> {
    const inputs = await inputsOf({ files: "lcov.info", "min-coverage": "75" });
    const io = ioOf(demo.folder, { name: "push", branch: "main", before: base, sha });
    await conclude(inputs, await collect(inputs, io), io);
    return io.logged;
  }

  test("is kept by a push, found by its commit or by the nearest one before, and never twice", async () => {
    demo.git("checkout", "--quiet", base);
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 1) }) });
    expect((await save(base)).join("")).toContain(`Baseline of ${base.slice(0, 10)} saved.`);
    expect((await save(base)).join("")).toContain("not saved: there is one");
    expect(github.cache.keys).toEqual([`jessy-coverage-v1--${base}`]);

    demo.git("checkout", "--quiet", "main");
    const exact = await facts({ files: "lcov.info", baseline: "auto" });
    expect(exact.baseline.about).toMatchObject({ state: "exact", sha: base });
    expect(exact.baseline.gate?.["min-coverage"]).toBe("75");

    const older = base;
    base = demo.head;
    demo.commit({ "src/a.rs": sourceOf(8) });
    const nearest = await facts({ files: "lcov.info", baseline: "auto" });
    expect(nearest.baseline.about).toMatchObject({ state: "ancestor", sha: older, distance: 1 });
    // From the baseline's commit, not from the base's.
    expect(nearest.baseline.diff?.find(({ path }) => path === "src/a.rs")?.added).toEqual([[5, 8]]);
  });

  test("an entry that holds another repository's baseline is refused", async () => {
    demo.git("checkout", "--quiet", base);
    demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 1) }) });
    const inputs = await inputsOf({ files: "lcov.info" });
    const io = ioOf(demo.folder, { name: "push", branch: "main", before: base, sha: base });
    const event = { ...io.event(), repository: { owner: "stranger", name: "demo" } };
    await conclude(inputs, await collect(inputs, io), { ...io, event: () => event });
    demo.git("checkout", "--quiet", "main");
    expect((await facts({ files: "lcov.info", baseline: "auto" })).baseline.about).toEqual({
      state: "missing",
      reason: `the cache entry jessy-coverage-v1--${base} holds the baseline of stranger/demo at ${base.slice(0, 10)}`,
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
      const io = ioOf(demo.folder, trigger);
      await conclude(inputs, await collect(inputs, io), io);
    }
    expect(github.cache.keys).toEqual([]);
  });
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
  expect(log).toMatch(
    /::debug::baseline: \w+ in the cache, at \.jessy\/coverage-baseline\.json under jessy-coverage-v1--[0-9a-f]{40}/,
  );
  expect(log).not.toContain("ghs_secretToken");
  expect(log).not.toContain("\u001b");
});
