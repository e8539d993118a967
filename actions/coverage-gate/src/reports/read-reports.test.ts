import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportTotals } from "@jessy-actions/coverage/totals";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { DemoRepository, hits, lcovOf, sourceOf } from "../../../../test/demo-repository.ts";
import { inputsOf } from "../../testing/facts.ts";
import { collect } from "../collect.ts";
import type { MeasuredFacts } from "../facts.ts";

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => {
  demo.remove();
});

async function read(written: Readonly<Record<string, string>>) {
  const inputs = await inputsOf({ baseline: "none", ...written });
  const facts = (await collect(
    inputs,
    ioOf(demo.folder, { name: "workflow_dispatch", branch: "main", sha: demo.head }),
  )) as MeasuredFacts;
  return { ...facts, totals: reportTotals(facts.report, "lines") };
}

const ratio = (covered: number, total: number) => ({ covered, total });

describe("packages of one repository", () => {
  beforeEach(() => {
    demo.commit({ "packages/foo/src/index.ts": sourceOf(20), "packages/bar/src/index.ts": sourceOf(20) });
  });

  test("reports with the same relative paths belong to the package that they lie in: 10 of 20, not 10 of 10", async () => {
    demo.write({
      "packages/foo/coverage/lcov.info": lcovOf({ "src/index.ts": hits(0, 10) }),
      "packages/bar/coverage/lcov.info": lcovOf({ "src/index.ts": hits(10, 0) }),
    });
    const { report, totals } = await read({ files: "packages/*/coverage/lcov.info" });
    expect([...report.files.keys()].sort()).toEqual(["packages/bar/src/index.ts", "packages/foo/src/index.ts"]);
    expect(totals.lines).toEqual(ratio(10, 20));
  });

  test("reports from elsewhere need a rule, and the error has the one for that report", async () => {
    demo.write({ "out/foo.info": lcovOf({ "src/index.ts": [1] }), "out/bar.info": lcovOf({ "src/index.ts": [0] }) });
    await expect(read({ files: "out/*.info" })).rejects.toThrow(
      /say which by a rule for this report, e\.g\. `path-map: out\/bar\.info: src => packages\/bar\/src`/,
    );
    const rules = "out/bar.info: src => packages/bar/src\nout/foo.info: src => packages/foo/src";
    expect((await read({ files: "out/*.info", "path-map": rules })).totals.lines).toEqual(ratio(1, 2));
  });

  test("the working directory is where the paths of a report from elsewhere start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-reports-"));
    writeFileSync(join(folder, "lcov.info"), lcovOf({ "src/index.ts": [1] }));
    try {
      const { report } = await read({ files: join(folder, "lcov.info"), "working-directory": "packages/bar" });
      expect([...report.files.keys()]).toEqual(["packages/bar/src/index.ts"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a file that a package made is not its neighbour's tracked one", async () => {
    demo.commit({ "packages/bar/gen/api.ts": sourceOf(3) });
    demo.write({
      "packages/foo/gen/api.ts": sourceOf(3),
      "packages/foo/coverage/lcov.info": lcovOf({ "src/index.ts": [1], "gen/api.ts": [0, 0, 0] }),
    });
    const { totals, notes } = await read({ files: "packages/*/coverage/lcov.info" });
    expect(totals.lines).toEqual(ratio(1, 1));
    expect(notes.map(({ text }) => text)).toEqual([
      "packages/foo/coverage/lcov.info: 1 of its files is not in the repository and does not count, e.g. `gen/api.ts`.",
    ]);
  });
});

test("the code of a submodule counts, that of one that is not checked out does not", async () => {
  const other = new DemoRepository();
  try {
    other.commit({ "src/lib.c": sourceOf(4) });
    demo.commit({ "src/main.c": sourceOf(2) });
    demo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.folder, "vendor/lib");
    demo.git("commit", "--quiet", "--message=a submodule");
    demo.write({ "lcov.info": lcovOf({ "src/main.c": [1, 1], "vendor/lib/src/lib.c": [1, 0, 0, 0] }) });
    expect((await read({ files: "lcov.info" })).totals.lines).toEqual(ratio(3, 6));
    demo.git("submodule", "--quiet", "deinit", "--force", "vendor/lib");
    const { totals, notes } = await read({ files: "lcov.info" });
    expect(totals.lines).toEqual(ratio(2, 2));
    expect(notes[0]?.text).toContain("1 of its files is not in the repository");
  } finally {
    other.remove();
  }
});

describe("JaCoCo's lines past the end", () => {
  const PATH = "app/src/main/kotlin/com/x/Screen.kt";
  const line = (nr: number, covered: number) => `<line nr="${nr}" mi="${3 - covered}" ci="${covered}" mb="0" cb="0"/>`;
  const jacoco = (lines: string, methods = '<method name="a" desc="()V" line="3"/>') =>
    `<?xml version="1.0"?><report name="app"><sessioninfo id="a"/><package name="com/x"><class name="com/x/Screen" sourcefilename="Screen.kt">${methods}</class><class name="com/x/Screen$load$$inlined$map$1" sourcefilename="Screen.kt"><method name="invoke" desc="()V" line="23"/></class><sourcefile name="Screen.kt">${lines}</sourcefile></package></report>`;
  const own = [3, 4, 5, 6].map((nr) => line(nr, 3)).join("");
  const inlined = Array.from({ length: 9 }, (_, at) => line(21 + at, 0)).join("");

  beforeEach(() => {
    demo.commit({ [PATH]: sourceOf(20) });
  });

  test("are code that Kotlin inlined and no lines: 4 of 4, and no other commit", async () => {
    demo.write({ "jacoco.xml": jacoco(own + inlined + line(65_535, 0)) });
    const { totals, stale, notes } = await read({ files: "jacoco.xml" });
    expect([totals.lines, stale]).toEqual([ratio(4, 4), []]);
    expect(notes).toEqual([
      {
        level: "note",
        text: `jacoco.xml: lines past the end of their files do not count: 9 in 1 file, e.g. \`${PATH}\`.`,
      },
    ]);
  });

  test("show another commit where a function begins there", async () => {
    demo.write({ "jacoco.xml": jacoco(own + line(31, 3), '<method name="b" desc="()V" line="31"/>') });
    expect((await read({ files: "jacoco.xml" })).stale).toEqual([{ path: PATH, measuredLine: 31, lines: 20 }]);
  });
});

test.each([
  [1, false, []],
  [
    2,
    false,
    ["lcov.info: lines past the end of their files are too few to show another commit: 2 in 1 file, e.g. `a.c`."],
  ],
  [
    3,
    false,
    ["lcov.info: lines past the end of their files are too few to show another commit: 3 in 1 file, e.g. `a.c`."],
  ],
  [4, true, []],
])("%d lines past the end of another tool's file", async (past, isStale, notes) => {
  demo.commit({ "a.c": sourceOf(5) });
  demo.write({ "lcov.info": lcovOf({ "a.c": hits(5 + past, 0) }) });
  const read1 = await read({ files: "lcov.info" });
  expect(read1.stale).toEqual(isStale ? [{ path: "a.c", measuredLine: 5 + past, lines: 5 }] : []);
  expect(read1.notes.map(({ text }) => text)).toEqual(notes);
  expect(read1.totals.lines).toEqual(ratio(5 + past, 5 + past));
});

describe("shards", () => {
  beforeEach(() => {
    demo.commit({ "a.ts": sourceOf(30), "b.ts": sourceOf(30) });
  });

  test.each([
    ["", ratio(4, 4)],
    ["all", ratio(4, 10)],
  ])("`shards: %s`: a shard that only listed a file", async (shards, lines) => {
    demo.write({
      "1.info": lcovOf({ "a.ts": [1, 1, 1, 1] }),
      "2.info": lcovOf({ "a.ts": hits(0, 10) }),
    });
    expect((await read({ files: "*.info", shards })).totals.lines).toEqual(lines);
  });

  test("a file that no shard ran stays missed", async () => {
    demo.write({ "1.info": lcovOf({ "a.ts": [0, 0] }), "2.info": lcovOf({ "a.ts": [0, 0, 0], "b.ts": [1] }) });
    expect((await read({ files: "*.info" })).totals.lines).toEqual(ratio(1, 4));
  });

  const withBranches = (branches: string) => `SF:a.ts\nDA:1,1\nDA:2,1\n${branches}end_of_record\n`;

  test("that number branches differently are a warning", async () => {
    demo.write({
      "1.info": withBranches("BRDA:1,0,0,1\nBRDA:2,1,0,0\n"),
      "2.info": withBranches("BRDA:2,0,0,1\n"),
      "3.info": withBranches(""),
    });
    const { notes } = await read({ files: "*.info" });
    expect(notes).toEqual([
      {
        level: "warning",
        text: "The reports number the branches of 1 file differently, e.g. of `a.ts`, so the branch coverage of all shards together is not exact. Tools on V8 (c8, Vitest before 4) number only the branches that a run reached: give this gate their `coverage-final.json` instead of LCOV.",
      },
    ]);
  });

  test("that agree about branches, or measure other lines, are not", async () => {
    demo.write({
      "1.info": withBranches("BRDA:1,0,0,1\nBRDA:1,0,1,0\n"),
      "2.info": withBranches("BRDA:1,0,0,0\nBRDA:1,0,1,3\n"),
      "4.info": "SF:a.ts\nDA:9,1\nBRDA:9,0,0,1\nend_of_record\n",
    });
    expect((await read({ files: "*.info" })).notes).toEqual([]);
  });

  const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });
  const istanbul = JSON.stringify({
    "a.ts": {
      path: "a.ts",
      statementMap: { 0: at(1), 1: at(2) },
      s: { 0: 1, 1: 1 },
      branchMap: { 0: { type: "if", loc: at(1), locations: [at(1), at(2)] } },
      b: { 0: [1, 0] },
      fnMap: {},
      f: {},
    },
  });

  test("the same run as Istanbul JSON and LCOV is the JSON alone", async () => {
    demo.write({ "out/coverage-final.json": istanbul, "out/lcov.info": withBranches("BRDA:1,7,0,1\nBRDA:2,8,0,0\n") });
    const { totals, notes } = await read({ files: "out/*" });
    expect(totals.branches).toEqual(ratio(1, 2));
    expect(notes).toEqual([
      {
        level: "note",
        text: "out/lcov.info tells the same run as out/coverage-final.json, which knows branches by their place, and does not count.",
      },
    ]);
  });

  test.each([
    ["in another folder", "other/lcov.info", withBranches("BRDA:1,7,0,1\n")],
    ["with another line", "out/lcov.info", "SF:a.ts\nDA:1,1\nDA:3,0\nend_of_record\n"],
    ["with another file", "out/lcov.info", "SF:b.ts\nDA:1,1\nend_of_record\n"],
  ])("LCOV %s counts, too", async (_, path, text) => {
    demo.write({ "out/coverage-final.json": istanbul, [path]: text });
    expect((await read({ files: `out/*\n${path}` })).notes).toEqual([]);
  });
});
