import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseText, plain, plainReport } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { mergeReports } from "../merge.ts";
import { reportTotals } from "../totals.ts";
import { go } from "./go.ts";

recognises(
  go,
  {
    name: "go",
    title: "Go coverprofile",
    usualNames: ["cover.out", "coverage.out", "c.out", "*.coverprofile", "coverprofile.out"],
  },
  {
    own: ["mode: set\n", "mode: count\n", "mode: atomic\r\n", "  mode: set\n"],
    foreign: ["mode: sets\n", "mode:set\n", "x mode: set\n", "mode: set"],
  },
);

test("blocks count statements, and their lines are for the patch", () => {
  const report = parseText(go, "mode: set\nex.com/m/a.go:3.13,5.2 2 1\nex.com/m/a.go:7.20,9.4 1 0\n");
  expect(plain(go, "mode: set\nex.com/m/a.go:3.13,5.2 2 1\nex.com/m/a.go:7.20,9.4 1 0\n")).toEqual({
    // The block ends at the brace in column 1 of line 5, so line 5 is no code of it.
    "ex.com/m/a.go": { lines: "3:1, 4:1, 7:0, 8:0, 9:0", blocks: "3.13-5.2 2:1, 7.20-9.4 1:0" },
  });
  expect(reportTotals(report, "lines").lines).toEqual({ covered: 2, total: 3 });
});

test("a block that every test binary repeats (-coverpkg) counts once, its counts add", () => {
  const text = "mode: atomic\na.go:1.1,2.9 3 0\nb.go:1.1,2.9 1 1\na.go:1.1,2.9 3 4\na.go:1.1,2.9 3 0\n";
  expect(plain(go, text)["a.go"]).toEqual({ lines: "1:4, 2:4", blocks: "1.1-2.9 3:4" });
});

test("a line of two blocks is covered when one of them ran", () => {
  expect(plain(go, "mode: set\na.go:1.1,3.9 1 0\na.go:3.9,4.9 1 1\n")["a.go"]?.lines).toBe("1:0, 2:0, 3:1, 4:1");
});

test("a block without statements is no line", () => {
  expect(plain(go, "mode: set\na.go:1.1,3.9 0 0\n")["a.go"]).toEqual({ blocks: "1.1-3.9 0:0" });
});

test("paths may hold colons and blanks", () => {
  expect(Object.keys(plain(go, "mode: set\nC:/a b/c:d.go:1.1,1.9 1 1\n"))).toEqual(["C:/a b/c:d.go"]);
});

test("profiles joined by `cat` repeat their mode; a missing last newline and CRLF are no harm", () => {
  expect(plain(go, "mode: count\r\na.go:1.1,1.9 1 1\r\nmode: count\r\na.go:1.1,1.9 1 2")).toEqual({
    "a.go": { lines: "1:3", blocks: "1.1-1.9 1:3" },
  });
});

test("blank lines are no blocks, and a block within one line is that line, however short", () => {
  expect(plain(go, "mode: set\n\na.go:1.1,1.2 1 1\n\na.go:3.1,4.12 1 0\n")["a.go"]).toEqual({
    lines: "1:1, 3:0, 4:0",
    blocks: "1.1-1.2 1:1, 3.1-4.12 1:0",
  });
});

test("a character may be cut in two", () => {
  const bytes = new TextEncoder().encode("mode: set\nü.go:1.1,1.9 1 1\n");
  const report = go.parse([bytes.subarray(0, 11), bytes.subarray(11)]);
  expect([...report.files.keys()]).toEqual(["ü.go"]);
});

describe("refused, by line", () => {
  test.each([
    [
      "another mode",
      "mode: set\na.go:1.1,1.9 1 1\nmode: count\n",
      "line 3 changes the mode: profiles of mode set and count cannot be joined",
    ],
    ["no mode", "a.go:1.1,1.9 1 1\n", "line 1 is before any `mode:` line"],
    [
      "no block",
      "mode: set\nhello\n",
      'line 2 is not of the form file:line.column,line.column statements count: "hello"',
    ],
    [
      "something behind a block",
      "mode: set\na.go:1.1,1.9 1 1 x\n",
      'line 2 is not of the form file:line.column,line.column statements count: "a.go:1.1,1.9 1 1 x"',
    ],
    [
      "a failed run's long line, of which the start is shown",
      `mode: set\npanic: ${"x".repeat(101)}\n`,
      `line 2 is the output of a failed \`go test\`, so the profile may be incomplete: "panic: ${"x".repeat(93)}"`,
    ],
    [
      "a line that mentions a panic",
      "mode: set\nno panic: at all\n",
      'line 2 is not of the form file:line.column,line.column statements count: "no panic: at all"',
    ],
    [
      "a long line, of which the start is shown",
      `mode: set\n${"x".repeat(101)}\n`,
      `line 2 is not of the form file:line.column,line.column statements count: "${"x".repeat(100)}"`,
    ],
    [
      "two builds",
      "mode: set\na.go:1.1,1.9 1 1\na.go:1.1,1.9 2 1\n",
      "line 3: a.go: block 1.1,1.9 has 1 statements in one place and 2 in another: the profiles come from different builds",
    ],
    [
      "a number that no table holds",
      "mode: set\na.go:1.1,2.9 4294967296 1\n",
      "line 2: a.go: a block has a number above 2147483647",
    ],
    [
      "a negative count",
      "mode: set\na.go:1.1,1.9 1 -1\n",
      'line 2 is not of the form file:line.column,line.column statements count: "a.go:1.1,1.9 1 -1"',
    ],
    [
      "cut off in the middle of a block",
      "mode: set\na.go:1.1,1.9 1 1\na.go:3.1,",
      'line 3 is not of the form file:line.column,line.column statements count: "a.go:3.1,"',
    ],
    ...[
      "panic: runtime error: index out of range [3]",
      "FAIL",
      "FAIL\texample.com/m\t0.01s",
      "--- FAIL: TestA (0.00s)",
      "exit status 2",
      "fatal error: all goroutines are asleep - deadlock!",
    ].map((line) => [
      `the output of a failed run: ${line}`,
      `mode: set\na.go:1.1,1.9 1 1\n${line}\n`,
      `line 3 is the output of a failed \`go test\`, so the profile may be incomplete: ${JSON.stringify(line)}`,
    ]),
  ])("%s", (_, text, message) => {
    expect(() => parseText(go, text)).toThrow(new ReportError(message));
  });
});

test("only the mode line is an empty profile", () => {
  expect(plain(go, "mode: set\n")).toEqual({});
  expect(parseText(go, "mode: set\n").sourceRoots).toEqual([]);
});

test.each(["x", "1x", "x1", "0", "-1"])("a block on line %s is left out, and said", (line) => {
  const report = parseText(go, `mode: set\na.go:${line}.1,2.9 1 1\n`);
  expect(plainReport(report)).toEqual({});
  expect(report.warnings.map(({ message }) => message)).toEqual([
    "records whose line number cannot be, left out: 1 (first on line 2)",
  ]);
});

test("a line has the largest count of its blocks; one that ends before it begins has no line", () => {
  expect(plain(go, "mode: count\na.go:1.1,2.9 1 2\na.go:2.9,3.9 1 3\na.go:9.1,7.9 1 1\n")["a.go"]?.lines).toBe(
    "1:2, 2:3, 3:3",
  );
});

test("a line of just a million characters is read", () => {
  const path = "a".repeat(1_000_000 - ":1.1,1.9 1 1".length);
  const text = [`mode: set\n${path}`, ":1.1,1.9 1 1"].map((part) => new TextEncoder().encode(part));
  expect([...go.parse(text).files.keys()]).toEqual([path]);
});

test("counts of 64 bits saturate", () => {
  expect(plain(go, "mode: atomic\na.go:1.1,1.9 1 18446744073709551615\n")["a.go"]?.lines).toBe(
    `1:${Number.MAX_SAFE_INTEGER}`,
  );
});

test("atomic and count are both counts; a line without an end is refused before it is whole", () => {
  expect(plain(go, "mode: count\na.go:1.1,1.9 1 1\nmode: atomic\na.go:1.1,1.9 1 1\n")["a.go"]?.lines).toBe("1:2");
  let given = 0;
  function* endless(): Iterable<Uint8Array> {
    yield new TextEncoder().encode("mode: set\n");
    while (true) {
      given++;
      yield new Uint8Array(100_000).fill(97);
    }
  }
  expect(() => go.parse(endless())).toThrow(new ReportError("has a line of more than a million characters"));
  expect(given).toBeLessThan(20);
});

test("any split of a profile into shards gives the whole's statements, whatever blocks each shard holds", () => {
  const block = fc.record({
    line: fc.integer({ min: 1, max: 30 }),
    span: fc.nat(4),
    hits: fc.nat(2),
    shard: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), (blocks) => {
      const text = (some: typeof blocks) =>
        `mode: count\n${some.map(({ line, span, hits }) => `a.go:${line}.3,${line + span}.9 ${span + 1} ${hits}\n`).join("")}`;
      const shards = [0, 1, 2].map((shard) => parseText(go, text(blocks.filter((each) => each.shard === shard))));
      const whole = parseText(go, text(blocks));
      const merged = mergeReports(shards);
      expect(plainReport(merged)["a.go"]?.blocks).toBe(plainReport(whole)["a.go"]?.blocks);
      expect(reportTotals(merged, "lines")).toEqual(reportTotals(whole, "lines"));
      // The same number, from the definition: distinct blocks, weighed by their statements.
      const weights = new Map<string, { statements: number; ran: boolean }>();
      for (const { line, span, hits } of blocks) {
        const key = `${line}+${span}`;
        weights.set(key, { statements: span + 1, ran: hits > 0 || weights.get(key)?.ran === true });
      }
      const sum = (list: { statements: number }[]) => list.reduce((total, { statements }) => total + statements, 0);
      expect(reportTotals(whole, "lines").lines).toEqual({
        covered: sum([...weights.values()].filter(({ ran }) => ran)),
        total: sum([...weights.values()]),
      });
    }),
  );
});

test("ten thousand files at once are small tables each", () => {
  const before = process.memoryUsage().arrayBuffers;
  const files = Array.from({ length: 10_000 }, (_, at) => `m/p${at}/a.go:1.1,2.9 1 1\n`);
  const report = parseText(go, `mode: set\n${files.join("")}`);
  expect(report.files.size).toBe(10_000);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
});
