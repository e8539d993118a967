import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileBuilder } from "./file-builder.ts";
import { mergeFiles, mergeReports } from "./merge.ts";
import { type CoverageReport, type FileCoverage, MAX_HITS } from "./model.ts";

type Run = (builder: FileBuilder) => void;

function file(run: Run, path = "a"): FileCoverage {
  const builder = new FileBuilder("sum");
  run(builder);
  return builder.build(path);
}

function report(...files: FileCoverage[]): CoverageReport {
  return { format: "lcov", files: new Map(files.map((f) => [f.path, f])), sourceRoots: [], warnings: [] };
}

describe("rules", () => {
  test("hit beats miss, and unmeasured never beats measured", () => {
    const merged = mergeFiles(
      file((b) => [b.addLine(1, 0), b.addLine(2, 0), b.addLine(3, 5)]),
      file((b) => [b.addLine(1, 2), b.addLine(9, 0)]),
    );
    expect([...merged.lines.line]).toEqual([1, 2, 3, 9]);
    expect([...merged.lines.hits]).toEqual([2, 0, 5, 0]);
  });

  test("shards that measure the same lines add their counts, and stay as they were", () => {
    const [a, b] = [
      file((b) => [b.addLine(1, 1), b.addLine(2, 0), b.addLine(3, 0)]),
      file((b) => [b.addLine(1, 2), b.addLine(2, 0), b.addLine(3, 5)]),
    ];
    expect([...mergeFiles(a, b).lines.hits]).toEqual([3, 0, 5]);
    expect([...mergeFiles(a, b, "max").lines.hits]).toEqual([2, 0, 5]);
    expect([...mergeFiles(b, a, "max").lines.hits]).toEqual([2, 0, 5]);
    expect([[...a.lines.hits], [...b.lines.hits]]).toEqual([
      [1, 0, 0],
      [2, 0, 5],
    ]);
  });

  test("shards with the same branches add their counts", () => {
    const run = (taken: number) => file((b) => [b.addBranch(1, 0, 0, taken), b.addBranch(1, 0, 1, 0)]);
    const { line, block, branch, taken } = mergeFiles(run(1), run(3)).branches;
    expect([line, block, branch, taken].map((each) => [...each])).toEqual([
      [1, 1],
      [0, 0],
      [0, 1],
      [4, 0],
    ]);
  });

  test("what neither has is not there", () => {
    const merged = mergeFiles(
      file((b) => b.addLine(1, 0)),
      file((b) => b.addLine(2, 0)),
    );
    expect(Object.keys(merged)).toEqual(["path", "lines", "branches", "branchCounts", "functions"]);
  });

  test("a merged report says so; one alone stays what it is", () => {
    const one = report(file((b) => b.addLine(1, 0)));
    expect(mergeReports([one])).toBe(one);
    expect(mergeReports([one, one]).format).toBe("merged");
  });

  test("Go blocks of one line are told apart by their columns and ends", () => {
    const blocks = mergeFiles(
      file((b) => [b.addBlock(1, 1, 1, 5, 1, 1), b.addBlock(1, 6, 1, 9, 2, 0)]),
      file((b) => [b.addBlock(1, 1, 1, 5, 1, 0), b.addBlock(1, 1, 2, 1, 4, 0), b.addBlock(1, 6, 1, 9, 2, 3)]),
    ).blocks!;
    expect([blocks.startColumn, blocks.endLine, blocks.statements, blocks.hits].map((each) => [...each])).toEqual([
      [1, 1, 6],
      [1, 2, 1],
      [1, 4, 2],
      [1, 0, 3],
    ]);
  });

  test("counts saturate instead of losing precision", () => {
    const most = file((b) => b.addLine(1, MAX_HITS));
    expect(mergeFiles(most, most).lines.hits[0]).toBe(MAX_HITS);
  });

  test("branches meet by identity", () => {
    const merged = mergeFiles(
      file((b) => [b.addBranch(1, 0, 0, 1), b.addBranch(1, 0, 1, 0)]),
      file((b) => [b.addBranch(1, 0, 1, 4), b.addBranch(1, 1, 0, 0)]),
    );
    expect([...merged.branches.taken]).toEqual([1, 4, 0]);
  });

  test("branches known only by number keep the larger numbers: two halves may be the same half", () => {
    const half = file((b) => b.addBranchCount(1, 1, 2));
    const merged = mergeFiles(half, half).branchCounts;
    expect([merged.covered[0], merged.total[0]]).toEqual([1, 2]);
  });

  test("a shard without branches does not complete a partial line", () => {
    const merged = mergeFiles(
      file((b) => [b.addLine(1, 1), b.addBranch(1, 0, 0, 1), b.addBranch(1, 0, 1, 0)]),
      file((b) => b.addLine(1, 7)),
    );
    expect([...merged.branches.taken]).toEqual([1, 0]);
  });

  test("Go blocks add up once each", () => {
    const merged = mergeFiles(
      file((b) => [b.addBlock(1, 1, 3, 2, 2, 0), b.addBlock(5, 1, 6, 2, 1, 1)]),
      file((b) => b.addBlock(1, 1, 3, 2, 2, 1)),
    );
    expect([...merged.blocks!.statements]).toEqual([2, 1]);
    expect([...merged.blocks!.hits]).toEqual([1, 1]);
  });

  test("Go blocks of different builds are refused", () => {
    expect(() =>
      mergeFiles(
        file((b) => b.addBlock(1, 1, 3, 2, 2, 0)),
        file((b) => b.addBlock(1, 1, 3, 2, 3, 0)),
      ),
    ).toThrow(
      new ReportError(
        "the block at line 1, column 1 has 2 statements in one report and 3 in another: the profiles come from different builds",
      ),
    );
  });

  test("named branches keep their names", () => {
    const merged = mergeFiles(
      file((b) => [b.addBranch(1, 0, "b", 1), b.addBranch(1, 0, "d", 0)]),
      file((b) => [b.addBranch(1, 0, "a", 0), b.addBranch(1, 0, "d", 2), b.addBranch(1, 0, 3, 1)]),
    ).branches;
    expect(merged.names).toEqual(["a", "b", "d"]);
    expect([...merged.branch].map((id) => (id < 0x80000000 ? id : merged.names[id - 0x80000000]))).toEqual([
      3,
      "a",
      "b",
      "d",
    ]);
    expect([...merged.taken]).toEqual([1, 0, 1, 2]);
  });
});

/** What one test run may record about a file. */
const event = fc.oneof(
  fc.record({ kind: fc.constant("line" as const), line: fc.integer({ min: 1, max: 40 }), hits: fc.nat({ max: 3 }) }),
  fc.record({
    kind: fc.constant("branch" as const),
    line: fc.integer({ min: 1, max: 20 }),
    block: fc.nat({ max: 1 }),
    branch: fc.oneof(fc.nat({ max: 2 }), fc.constantFrom("x", "y")),
    taken: fc.nat({ max: 2 }),
  }),
  fc.record({
    kind: fc.constant("count" as const),
    line: fc.integer({ min: 1, max: 20 }),
    covered: fc.nat({ max: 2 }),
  }),
  fc.record({
    kind: fc.constant("function" as const),
    line: fc.nat({ max: 5 }),
    name: fc.constantFrom("f", "g"),
    hits: fc.nat({ max: 2 }),
  }),
  fc.record({ kind: fc.constant("block" as const), line: fc.integer({ min: 1, max: 9 }), hits: fc.nat({ max: 2 }) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function record(events: readonly Event[]): FileCoverage {
  return file((b) => {
    for (const e of events) {
      if (e.kind === "line") b.addLine(e.line, e.hits);
      else if (e.kind === "branch") b.addBranch(e.line, e.block, e.branch, e.taken);
      else if (e.kind === "count") b.addBranchCount(e.line, e.covered, 2);
      else if (e.kind === "function") b.addFunction(e.line, e.name, e.hits);
      else b.addBlock(e.line, 1, e.line + 1, 2, e.line, e.hits);
    }
  });
}

describe("properties", () => {
  const runs = fc.array(event, { maxLength: 60 });

  test("commutative", () => {
    fc.assert(
      fc.property(runs, runs, (a, b) => {
        expect(mergeFiles(record(a), record(b))).toEqual(mergeFiles(record(b), record(a)));
      }),
    );
  });

  test("associative", () => {
    fc.assert(
      fc.property(runs, runs, runs, (a, b, c) => {
        const [x, y, z] = [record(a), record(b), record(c)];
        expect(mergeFiles(mergeFiles(x, y), z)).toEqual(mergeFiles(x, mergeFiles(y, z)));
      }),
    );
  });

  test("any split into shards gives the whole's tables", () => {
    fc.assert(
      fc.property(runs, fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 60 }), (events, shardOf) => {
        const shards = [0, 1, 2, 3].map((shard) => record(events.filter((_, at) => shardOf[at] === shard)));
        const merged = mergeReports(shards.map((shard) => report(shard))).files.get("a");
        expect(merged).toEqual(record(events));
      }),
    );
  });
});

test.each([
  ["one", [1]],
  ["none", []],
  ["three", [1, 2, 3]],
])("%s at once are merged as one by one, and sources and warnings are kept once each", (_, ids) => {
  const reports = ids.map(
    (id): CoverageReport => ({
      ...report(file((b) => b.addLine(id, id), "a")),
      sourceRoots: ["/same", `/${id}`],
      warnings: [{ message: `w${id}` }],
    }),
  );
  const merged = mergeReports(reports);
  expect([...(merged.files.get("a")?.lines.line ?? [])]).toEqual(ids);
  expect(merged.sourceRoots).toEqual(ids.length === 0 ? [] : ["/same", ...ids.map((id) => `/${id}`)]);
  expect(merged.warnings).toEqual(ids.map((id) => ({ message: `w${id}` })));
});

test("what two shards declare cannot be added: the larger claim of each kind stands", () => {
  const merged = mergeFiles(
    file((b) => b.declare({ lines: { covered: 3, total: 10 } })),
    file((b) => b.declare({ lines: { covered: 5, total: 8 }, functions: { covered: 1, total: 2 } })),
  );
  expect(merged.declared).toEqual({ lines: { covered: 5, total: 10 }, functions: { covered: 1, total: 2 } });
});

describe("of one and the same run", () => {
  const runs = fc.array(event, { maxLength: 40 });

  test("merging with itself changes nothing", () => {
    fc.assert(
      fc.property(runs, (a) => {
        expect(mergeFiles(record(a), record(a), "max")).toEqual(record(a));
      }),
    );
  });

  test("commutative and associative", () => {
    fc.assert(
      fc.property(runs, runs, runs, (a, b, c) => {
        const [x, y, z] = [record(a), record(b), record(c)];
        expect(mergeFiles(x, y, "max")).toEqual(mergeFiles(y, x, "max"));
        expect(mergeFiles(mergeFiles(x, y, "max"), z, "max")).toEqual(mergeFiles(x, mergeFiles(y, z, "max"), "max"));
      }),
    );
  });

  test("a merge leaves what it merged as it was", () => {
    fc.assert(
      fc.property(runs, runs, (a, b) => {
        const [x, y] = [record(a), record(b)];
        for (const counts of ["sum", "max"] as const) mergeFiles(x, y, counts);
        expect([x, y]).toEqual([record(a), record(b)]);
      }),
    );
  });
});
