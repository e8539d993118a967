import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, type CoverageRecord, reportOf } from "../testing/arbitrary-report.ts";
import type { DiffFile } from "./diff.ts";
import { movement } from "./movement.ts";
import { reportTotals } from "./totals.ts";

const lines = (text: string): CoverageRecord[] =>
  text.split(" ").map((each) => (builder) => builder.addLine(Number(each.split(":")[0]), Number(each.split(":")[1])));

function change(path: string, fields: Partial<DiffFile> = {}): DiffFile {
  return { status: "modified", path, binary: false, added: [], removed: [], hunks: [], ...fields };
}

test.each<[string, Record<string, string>, Record<string, string>, DiffFile[], string[]]>([
  ["nothing moved", { a: "1:1 2:0" }, { a: "1:3 2:0" }, [], []],
  ["a line flipped", { a: "1:1 2:0" }, { a: "1:0 2:1" }, [], ["no-longer-covered -1 +0", "newly-covered +1 +0"]],
  [
    "lines were inserted",
    { a: "1:1 2:0" },
    { a: "1:1 2:0 3:1 4:0" },
    [change("a", { added: [[2, 3]], hunks: [{ oldStart: 1, oldCount: 0, newStart: 2, newCount: 2 }] })],
    ["added +1 +2"],
  ],
  [
    "lines were removed",
    { a: "1:1 2:0 3:1" },
    { a: "1:1" },
    [change("a", { removed: [[1, 2]], hunks: [{ oldStart: 1, oldCount: 2, newStart: 0, newCount: 0 }] })],
    ["removed -1 -2"],
  ],
  [
    "a file was added",
    { a: "1:1" },
    { a: "1:1", b: "1:0 2:1" },
    [change("b", { status: "added", added: [[1, 2]] })],
    ["added +1 +2"],
  ],
  ["a file was deleted", { a: "1:1", b: "1:0" }, { a: "1:1" }, [change("b", { status: "deleted" })], ["removed +0 -1"]],
  ["a file joined the report", { a: "1:1" }, { a: "1:1", b: "1:1" }, [], ["joined +1 +1"]],
  ["a file left the report", { a: "1:1", b: "1:1" }, { a: "1:1" }, [], ["left -1 -1"]],
  [
    "a file was renamed",
    { a: "1:1 2:0" },
    { b: "1:1 2:1" },
    [change("b", { status: "renamed", oldPath: "a" })],
    ["newly-covered +1 +0"],
  ],
  ["a file that the diff edits left the report", { a: "1:1", b: "1:1" }, { a: "1:1" }, [change("b")], ["left -1 -1"]],
  [
    "a line is measured before one that flipped",
    { a: "2:1" },
    { a: "1:0 2:0" },
    [],
    ["no-longer-covered -1 +0", "remeasured +0 +1"],
  ],
  ["what cancels out is not a part", { a: "1:1" }, { a: "2:1" }, [], []],
  ["an untouched line is measured no more", { a: "1:1 2:1" }, { a: "1:1" }, [], ["remeasured -1 -1"]],
])("%s", (_, base, head, diff, expected) => {
  const of = (files: Record<string, string>) =>
    reportOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, lines(text)])));
  const signed = (number: number) => `${number < 0 ? "" : "+"}${number}`;
  expect(
    movement(of(base), of(head), diff).parts.map(
      (part) => `${part.cause} ${signed(part.covered)} ${signed(part.total)}`,
    ),
  ).toEqual(expected);
});

test("untouched lines that lost their cover are named by where they stand now", () => {
  const hunks = [{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 5 }];
  const { indirect } = movement(reportOf({ a: lines("1:1 2:1 9:0") }), reportOf({ a: lines("6:0 7:0 14:1") }), [
    change("a", { added: [[1, 5]], hunks }),
  ]);
  expect(indirect).toEqual([{ path: "a", newlyCovered: 1, noLongerCovered: [[6, 7]] }]);
});

test("Go blocks move in statements", () => {
  const block =
    (line: number, statements: number, hits: number): CoverageRecord =>
    (b) => {
      b.addBlock(line, 1, line + 1, 9, statements, hits);
      b.addLine(line, hits);
    };
  const { parts, indirect } = movement(
    reportOf({ "a.go": [block(1, 3, 1), block(5, 2, 0)] }),
    reportOf({ "a.go": [block(1, 3, 0), block(5, 2, 0)] }),
    [],
  );
  expect(parts).toEqual([{ cause: "no-longer-covered", covered: -3, total: 0, files: 1 }]);
  expect(indirect).toEqual([{ path: "a.go", newlyCovered: 0, noLongerCovered: [[1, 2]] }]);
});

const goBlock =
  (first: number, last: number, statements: number, hits: number): CoverageRecord =>
  (b) => {
    b.addBlock(first, 1, last, 9, statements, hits);
    b.addLine(first, hits);
  };

test.each<[string, CoverageRecord[], CoverageRecord[], Partial<DiffFile>, string[]]>([
  [
    "its first line went",
    [goBlock(1, 2, 3, 1), goBlock(9, 9, 1, 1)],
    [goBlock(8, 8, 1, 1)],
    { hunks: [{ oldStart: 1, oldCount: 1, newStart: 0, newCount: 0 }] },
    ["removed -3 -3"],
  ],
  [
    "its last line went",
    [goBlock(1, 2, 3, 1), goBlock(9, 9, 1, 1)],
    [goBlock(8, 8, 1, 1)],
    { hunks: [{ oldStart: 2, oldCount: 1, newStart: 1, newCount: 0 }] },
    ["removed -3 -3"],
  ],
  ["it has more statements", [goBlock(1, 2, 3, 1)], [goBlock(1, 2, 4, 0)], {}, ["remeasured -3 +1"]],
  [
    "it is not measured any more",
    [goBlock(1, 2, 3, 1), goBlock(5, 6, 1, 1)],
    [goBlock(5, 6, 1, 1)],
    {},
    ["remeasured -3 -3"],
  ],
  ["it is measured now", [goBlock(5, 6, 1, 1)], [goBlock(1, 2, 3, 1), goBlock(5, 6, 1, 1)], {}, ["remeasured +3 +3"]],
  [
    "it was added",
    [goBlock(1, 2, 1, 1)],
    [goBlock(1, 2, 1, 1), goBlock(3, 6, 3, 1)],
    { added: [[6, 6]], hunks: [{ oldStart: 2, oldCount: 0, newStart: 6, newCount: 1 }] },
    ["added +3 +3"],
  ],
])("a Go block: %s", (_, before, after, fields, expected) => {
  const { parts } = movement(reportOf({ a: before }), reportOf({ a: after }), [change("a", fields)]);
  const signed = (number: number) => `${number < 0 ? "" : "+"}${number}`;
  expect(parts.map(({ cause, covered, total }) => `${cause} ${signed(covered)} ${signed(total)}`)).toEqual(expected);
});

test("lines of Go blocks that overlap are named once, in order", () => {
  const blocks = (hits: number) => [goBlock(1, 6, 1, hits), goBlock(2, 3, 1, hits), goBlock(5, 8, 1, hits)];
  expect(movement(reportOf({ a: blocks(1) }), reportOf({ a: blocks(0) }), []).indirect).toEqual([
    { path: "a", newlyCovered: 0, noLongerCovered: [[1, 8]] },
  ]);
});

test("a file without measured lines does not count as one that joined or left", () => {
  const nothing: CoverageRecord[] = [(b) => b.declare({ lines: { covered: 0, total: 0 } })];
  const [more, less] = [reportOf({ a: lines("1:1"), b: nothing }), reportOf({})];
  expect(movement(less, more, []).parts).toEqual([{ cause: "joined", covered: 1, total: 1, files: 1 }]);
  expect(movement(more, less, []).parts).toEqual([{ cause: "left", covered: -1, total: -1, files: 1 }]);
});

test("the parts add up to the exact difference of the two totals, whatever the reports and the diff", () => {
  const hunk = fc.record({ keep: fc.integer({ min: 1, max: 8 }), remove: fc.nat(3), add: fc.nat(3) });
  const diffs = fc.array(hunk, { maxLength: 4 }).map((steps) => {
    let old = 1;
    let now = 1;
    const hunks = steps.map(({ keep, remove, add }) => {
      old += keep;
      now += keep;
      const made = {
        oldStart: remove === 0 ? old - 1 : old,
        oldCount: remove,
        newStart: add === 0 ? now - 1 : now,
        newCount: add,
      };
      old += remove;
      now += add;
      return made;
    });
    return change("a", {
      hunks,
      added: hunks
        .filter((each) => each.newCount > 0)
        .map((each) => [each.newStart, each.newStart + each.newCount - 1]),
    });
  });
  const records = arbitraryRecords({ blocks: true });
  fc.assert(
    fc.property(records, records, records, diffs, fc.boolean(), (a, b, c, diff, joined) => {
      const base = reportOf({ a, b });
      const head = reportOf(joined ? { a: b, c } : { a: c });
      const { parts } = movement(base, head, [diff]);
      const before = reportTotals(base, "lines").lines;
      const after = reportTotals(head, "lines").lines;
      expect(parts.reduce((sum, part) => sum + part.total, before.total)).toBe(after.total);
      expect(parts.reduce((sum, part) => sum + part.covered, before.covered)).toBe(after.covered);
    }),
    { numRuns: 500 },
  );
});

test("a stale report that holds both names of a renamed file is compared once, and still adds up", () => {
  const base = reportOf({ old: lines("1:1 2:1 3:0") });
  const head = reportOf({ new: lines("1:1 2:0 3:0"), old: lines("1:1 2:1 3:0") });
  const { parts } = movement(base, head, [change("new", { status: "renamed", oldPath: "old" })]);
  expect(parts).toEqual([
    { cause: "no-longer-covered", covered: -1, total: 0, files: 1 },
    { cause: "joined", covered: 2, total: 3, files: 1 },
  ]);
});

test("a copy is all new: its original still is what it was", () => {
  const base = reportOf({ a: lines("1:1 2:0") });
  const head = reportOf({ a: lines("1:1 2:0"), b: lines("1:1 2:1") });
  const diff = [change("b", { status: "copied", oldPath: "a", added: [[2, 2]] })];
  expect(movement(base, head, diff)).toEqual({
    parts: [{ cause: "added", covered: 2, total: 2, files: 1 }],
    indirect: [],
  });
});

test("a file that was only counted, not listed, before has no lines to compare", () => {
  const base = reportOf({ a: [(b) => b.declare({ lines: { covered: 5, total: 10 } })] });
  expect(movement(base, reportOf({ a: lines("1:1 2:0") }), []).parts).toEqual([
    { cause: "remeasured", covered: -4, total: -8, files: 1 },
  ]);
  expect(movement(reportOf({ a: lines("1:1 2:0") }), base, []).parts).toEqual([
    { cause: "remeasured", covered: 4, total: 8, files: 1 },
  ]);
});

test("files with the most losses come first, then with the most gains, then by name", () => {
  const base = reportOf({
    a: lines("1:1 2:0"),
    b: lines("1:1 2:1"),
    e: lines("1:0"),
    f: lines("9:1"),
    c: lines("1:0"),
    d: lines("1:0 2:0"),
    g: lines("1:0"),
  });
  const head = reportOf({
    a: lines("1:0 2:1"),
    b: lines("1:0 2:0"),
    e: lines("1:1"),
    f: lines("9:0"),
    c: lines("1:1"),
    d: lines("1:1 2:1"),
    g: lines("1:1"),
  });
  expect(movement(base, head, []).indirect.map(({ path }) => path)).toEqual(["b", "a", "f", "d", "c", "e", "g"]);
});

test("the parts add up whatever files come, go, are renamed or copied, also in a diff that does not fit the reports", () => {
  const name = fc.constantFrom("a", "b", "c", "d");
  const some = fc.dictionary(name, arbitraryRecords({ blocks: true }), { maxKeys: 4, noNullPrototype: true });
  const changes = fc.array(
    fc
      .record({
        status: fc.constantFrom<DiffFile["status"]>("added", "modified", "deleted", "renamed", "copied"),
        path: name,
        oldPath: name,
        start: fc.integer({ min: 1, max: 30 }),
        removed: fc.nat(3),
        added: fc.nat(3),
      })
      .map(({ status, path, oldPath, start, removed, added }) =>
        change(path, {
          status,
          ...((status === "renamed" || status === "copied") && { oldPath }),
          hunks: [
            {
              oldStart: removed === 0 ? start - 1 : start,
              oldCount: removed,
              newStart: added === 0 ? start - 1 : start,
              newCount: added,
            },
          ],
          added: added === 0 ? [] : [[start, start + added - 1]],
        }),
      ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(some, some, changes, (before, after, diff) => {
      const [base, head] = [reportOf(before), reportOf(after)];
      const { parts } = movement(base, head, diff);
      const [from, to] = [reportTotals(base, "lines").lines, reportTotals(head, "lines").lines];
      expect(parts.reduce((sum, part) => sum + part.total, from.total)).toBe(to.total);
      expect(parts.reduce((sum, part) => sum + part.covered, from.covered)).toBe(to.covered);
    }),
    { numRuns: 1000 },
  );
});
