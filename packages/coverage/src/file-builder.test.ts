import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainFile } from "../testing/plain-report.ts";
import { FileBuilder } from "./file-builder.ts";
import { MAX_HITS, MAX_LINE } from "./model.ts";

type Step = (builder: FileBuilder) => void;

const built = (duplicates: "sum" | "max", ...steps: Step[]) => {
  const builder = new FileBuilder(duplicates);
  for (const step of steps) step(builder);
  return plainFile(builder.build("a"));
};

describe("counts", () => {
  test.each([
    ["none", 0, 0],
    ["negative", -1, 0],
    ["NaN", Number.NaN, 0],
    ["minus infinity", Number.NEGATIVE_INFINITY, 0],
    ["a part of one still is a hit", 0.001, 1],
    ["a decimal", 2.9, 2],
    ["the most that stays exact", MAX_HITS, MAX_HITS],
    ["one more", MAX_HITS + 1, MAX_HITS],
    ["64 bits", 2 ** 64, MAX_HITS],
    ["infinity", Number.POSITIVE_INFINITY, 0],
  ])("%s", (_, hits, expected) => {
    const file = built(
      "sum",
      (b) => b.addLine(1, hits),
      (b) => b.addBranch(1, 0, 0, hits),
      (b) => b.addFunction(1, "f", hits),
      (b) => b.addBlock(1, 1, 2, 2, 1, hits),
    );
    expect(file).toEqual({
      lines: `1:${expected}`,
      branches: `1[0.0]:${expected}`,
      functions: `1 f:${expected}`,
      blocks: `1.1-2.2 1:${expected}`,
    });
  });
});

describe("repeats", () => {
  const steps: Step[] = [1, 4].flatMap((hits): Step[] => [
    (b) => b.addLine(7, hits),
    (b) => b.addBranch(7, 0, "x", hits),
    (b) => b.addFunction(7, "f", hits),
  ]);

  test("two runs add up", () => {
    expect(built("sum", ...steps)).toEqual({ lines: "7:5", branches: "7[0.x]:5", functions: "7 f:5" });
  });

  test("one run told twice does not", () => {
    expect(built("max", ...steps)).toEqual({ lines: "7:4", branches: "7[0.x]:4", functions: "7 f:4" });
  });

  test("sums saturate", () => {
    const most: Step = (b) => b.addLine(1, MAX_HITS);
    expect(built("sum", most, most).lines).toBe(`1:${MAX_HITS}`);
  });

  test("branches known by number keep the larger numbers in both ways", () => {
    const counts: Step[] = [(b) => b.addBranchCount(3, 1, 2), (b) => b.addBranchCount(3, 0, 4)];
    expect(built("sum", ...counts).branchCounts).toBe("3:1/4");
    expect(built("max", ...counts).branchCounts).toBe("3:1/4");
  });

  test("functions of one name on two lines, and two names on one line, are two", () => {
    const functions: Step[] = [[9, "f"] as const, [2, "g"] as const, [2, "f"] as const].map(
      ([line, name]): Step =>
        (b) =>
          b.addFunction(line, name, 1),
    );
    expect(built("sum", ...functions).functions).toBe("2 f:1, 2 g:1, 9 f:1");
  });

  test("a claim keeps the larger numbers of each kind", () => {
    const claims: Step[] = [
      (b) => b.declare({ lines: { covered: 3, total: 9 }, branches: { covered: 1, total: 1 } }),
      (b) => b.declare({ lines: { covered: 5, total: 8 }, functions: { covered: 0, total: 2 } }),
    ];
    expect(built("sum", ...claims).declared).toBe("lines 5/9, branches 1/1, functions 0/2");
  });
});

test("the tables do not depend on the order of the records", () => {
  const steps = fc.array(
    fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(3)).map(
        ([line, hits]): Step =>
          (b) =>
            b.addLine(line, hits),
      ),
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(2), fc.oneof(fc.nat(2), fc.constantFrom("x", "y")), fc.nat(3))
        .map(
          ([line, block, branch, taken]): Step =>
            (b) =>
              b.addBranch(line, block, branch, taken),
        ),
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3)).map(
        ([line, hits]): Step =>
          (b) =>
            b.addBlock(line, 1, line + 1, 2, line, hits),
      ),
    ),
    { maxLength: 50 },
  );
  const shuffled = steps.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
  );
  fc.assert(
    fc.property(shuffled, ([first, second]) => {
      for (const duplicates of ["sum", "max"] as const) {
        expect(built(duplicates, ...second)).toEqual(built(duplicates, ...first));
      }
    }),
  );
});

test("more records than the tables begin with", () => {
  const lines = Array.from(
    { length: 5000 },
    (_, at): Step =>
      (b) =>
        b.addLine(5000 - at, at),
  );
  const branches = Array.from(
    { length: 5000 },
    (_, at): Step =>
      (b) =>
        b.addBranch(1, at, 0, at),
  );
  const file = built("sum", ...lines, ...branches);
  expect(file.lines?.split(", ").map((each) => each.split(":").map(Number))).toEqual(
    Array.from({ length: 5000 }, (_, at) => [at + 1, 4999 - at]),
  );
  expect(file.branches?.split(", ")).toHaveLength(5000);
});

test("a builder is empty after each file, and holds nothing of the one before", () => {
  const builder = new FileBuilder("sum");
  expect(builder.isEmpty).toBe(true);
  builder.addLine(9, 1);
  builder.addBranch(9, "block", "branch", 1);
  builder.addBranchCount(9, 1, 2);
  builder.addFunction(9, "f", 1);
  builder.addBlock(9, 1, 9, 5, 1, 1);
  builder.declare({ lines: { covered: 1, total: 1 } });
  expect(builder.isEmpty).toBe(false);
  const first = builder.build("first");
  expect(builder.isEmpty).toBe(true);
  expect(plainFile(builder.build("second"))).toEqual({});
  builder.addLine(1, 0);
  builder.build("third");
  // Tables are copies: the buffers are used again.
  expect(plainFile(first).lines).toBe("9:1");
});

describe("what cannot be is refused by what was found", () => {
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, MAX_LINE + 1])("line %d", (line) => {
    const message = `line number ${line} is not a whole number between 1 and ${MAX_LINE}`;
    for (const step of [
      (b) => b.addLine(line, 1),
      (b) => b.addBranch(line, 0, 0, 1),
      ...(line === 0 ? [] : [(b: FileBuilder) => b.addBranchCount(line, 1, 2)]),
      (b) => b.addBlock(line, 1, 2, 1, 1, 1),
      (b) => b.addBlock(1, 1, line, 1, 1, 1),
    ] as Step[])
      expect(() => built("sum", step)).toThrow(new ReportError(message));
  });

  test("the first line and the last one are lines", () => {
    expect(
      built(
        "sum",
        (b) => b.addLine(MAX_LINE, 1),
        (b) => b.addLine(1, 1),
      ).lines,
    ).toBe(`1:1, ${MAX_LINE}:1`);
  });

  test.each<[string, Step, string]>([
    [
      "more covered than there are",
      (b) => b.addBranchCount(3, 3, 2),
      "line 3 has 3 of 2 branches covered, which cannot be",
    ],
    ["less than none", (b) => b.addBranchCount(3, -1, 2), "line 3 has -1 of 2 branches covered, which cannot be"],
    ["half a branch", (b) => b.addBranchCount(3, 0.5, 2), "line 3 has 0.5 of 2 branches covered, which cannot be"],
    ["a billion branches", (b) => b.addBranchCount(3, 1, 1e9), "line 3 has 1000000000 branches, which no line has"],
    [
      "a claim of more than all",
      (b) => b.declare({ lines: { covered: 11, total: 10 } }),
      "declares 11 of 10 lines covered, which cannot be",
    ],
    [
      "a claim of halves",
      (b) => b.declare({ functions: { covered: 0.5, total: 1 } }),
      "declares 0.5 of 1 functions covered, which cannot be",
    ],
    // 2^32 in a table of 32 bits would be no statement at all.
    ["statements beyond 32 bits", (b) => b.addBlock(1, 1, 2, 2, 2 ** 32, 1), "a block has a number above 2147483647"],
    ["columns beyond 32 bits", (b) => b.addBlock(1, 2 ** 32 + 1, 2, 2, 1, 1), "a block has a number above 2147483647"],
    [
      "an endless block",
      (b) => b.addBlock(1, 1, MAX_LINE, 2, 0, 1),
      "a block spans 2147483646 lines, which no function has",
    ],
  ])("%s", (_, step, message) => {
    expect(() => built("sum", step)).toThrow(new ReportError(message));
  });
});
