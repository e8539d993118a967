import { expect, test } from "vitest";
import { go } from "./formats/go.ts";
import { settleNames } from "./processor-suffix.ts";

const read = (names: readonly string[]) =>
  go.parse([{ path: "x", bytes: Buffer.from(names.map((name) => `Benchmark${name} 1 2 ns/op\n`).join("")) }]);

test.each<readonly [string, string, string, string, string]>([
  ["GOMAXPROCS of both", "A-8 B-8", "A-8 B-8", "A B", "A B"],
  ["machines with another number of processors", "A-8 B-8", "A-4 B-4", "A B", "A B"],
  ["one side with one processor", "A-8 B-8", "A B", "A B", "A B"],
  ["names that end so, one added", "Hash-16", "Hash-16 Hash-32", "Hash-16", "Hash-16 Hash-32"],
  ["names that end so, one removed", "Hash-16 Hash-32", "Hash-16", "Hash-16 Hash-32", "Hash-16"],
  ["names that end so, and processors on one side", "Hash-16 Sort", "Hash-16-8 Sort-8", "Hash-16 Sort", "Hash-16 Sort"],
  ["a benchmark added, on a machine with another number", "A-8", "A-4 B-4", "A", "A B"],
  ["a benchmark removed, on a machine with another number", "A-8 B-8", "A-4", "A B", "A"],
  ["names that end so on both, and one that both have", "Hash-16 Sort", "Hash-32 Sort", "Hash-16 Sort", "Hash-32 Sort"],
  ["-cpu 1,8 on the head", "A-8", "A A-8", "A-8", "A A-8"],
  ["-cpu 1,8 on the base", "A A-8", "A-8", "A A-8", "A-8"],
  [
    "one processor on the head, and names that end so",
    "Hash-16-8 Sort-8",
    "Hash-16 Sort",
    "Hash-16 Sort",
    "Hash-16 Sort",
  ],
  ["names that have nothing in common", "A-8 B-8", "C-4 D-4", "A B", "C D"],
  ["-cpu on both", "A A-2 A-4", "A A-2 A-4", "A A-2 A-4", "A A-2 A-4"],
  ["one name a side that may be two benchmarks", "Hash-16", "Hash-32", "Hash-16", "Hash-32"],
  ["one name a side, the same", "Hash-16", "Hash-16", "Hash", "Hash"],
  ["nothing on the base", "", "A-8", "", "A"],
  ["nothing on the head", "A-8", "", "A", ""],
])("%s", (_, base, head, baseNames, headNames) => {
  const sides = { base: [read(base.split(" ").filter(Boolean))], head: [read(head.split(" ").filter(Boolean))] };
  const rename = settleNames(sides.base, sides.head);
  const names = (side: "base" | "head") =>
    [...rename[side](sides[side][0]!).series.values()].map(({ benchmark }) => benchmark).join(" ");
  expect([names("base"), names("head")]).toEqual([baseNames, headNames]);
});

test("what was settled holds for later runs that measure less, and a failed benchmark loses it as well", () => {
  const rename = settleNames([read(["Hash-16", "Hash-32"])], [read(["Hash-16", "Hash-32"])]);
  expect([...rename.head(read(["Hash-16"])).series.keys()]).toEqual(["Hash-16\0time"]);
  const processors = settleNames([read(["A-8", "B-8"])], [read(["A-8", "B-8"])]);
  const failing = go.parse([{ path: "x", bytes: Buffer.from("BenchmarkA-8 1 2 ns/op\n--- FAIL: BenchmarkB-8\n") }]);
  expect(processors.head(failing).failed).toEqual([{ benchmark: "B", reason: "it failed" }]);
});

const FAILING = go.parse([{ path: "x", bytes: Buffer.from("--- FAIL: BenchmarkA-8\n") }]);

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["in a later run", ["A-8"], ["A-8"]],
  ["on the base from the start", [], ["A-8"]],
  ["on the head from the start", ["A-8"], []],
])("a benchmark that fails %s has the name by which it was measured, also if nothing else ran", (_, base, head) => {
  const rename = settleNames([base.length > 0 ? read(base) : FAILING], [head.length > 0 ? read(head) : FAILING]);
  for (const side of [rename.base, rename.head])
    expect(side(FAILING).failed).toEqual([{ benchmark: "A", reason: "it failed" }]);
});

test("a run that measured nothing says nothing of the others' names", () => {
  const rename = settleNames([FAILING, read(["A-8"])], [read(["A"])]);
  expect([...rename.base(read(["A-8"])).series.keys()]).toEqual(["A\0time"]);
});

test("several runs of a side decide together", () => {
  const runs = [read(["Hash-16"]), read(["Hash-32"])];
  const rename = settleNames(runs, runs);
  expect(runs.flatMap((run) => [...rename.base(run).series.keys()])).toEqual(["Hash-16\0time", "Hash-32\0time"]);
});
