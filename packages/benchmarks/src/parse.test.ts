import { describe, expect, test } from "vitest";
import type { ResultFile, Results } from "./model.ts";
import { parseResults } from "./parse.ts";

const file = (path: string, content: unknown): ResultFile => ({
  path,
  bytes: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});
const own = (...rows: readonly object[]) => ({ schema: "jessy-benchmarks/v1", benchmarks: rows });
const row = (name: string, ...values: readonly number[]) => ({ name, unit: "ns", values });
const samples = ({ series }: Results) =>
  Object.fromEntries([...series.values()].map(({ benchmark, values }) => [benchmark, values]));

test("one file, told by content or by name", () => {
  for (const format of ["auto", "custom"] as const)
    expect(samples(parseResults([file("", own(row("a", 1, 2)))], format))).toEqual({ a: [1, 2] });
});

test("several files of one process are one: samples of the same series stand one behind the other", () => {
  const results = parseResults(
    [
      file("one.json", own(row("a", 1), row("b", 5), { name: "bad", error: "it broke" })),
      file("two.json", own(row("a", 2, 3))),
      file("bench.txt", "BenchmarkC-8   \t 100\t 7.0 ns/op\n"),
    ],
    "auto",
  );
  expect(samples(results)).toMatchObject({ a: [1, 2, 3], b: [5] });
  expect([...results.series.values()]).toHaveLength(3);
  expect(results.failed).toEqual([{ benchmark: "bad", reason: "it broke" }]);
});

test("files that are no results are passed over as long as one is", () => {
  expect(samples(parseResults([file("a.svg", "<svg/>"), file("a.json", own(row("a", 1)))], "auto"))).toEqual({
    a: [1],
  });
});

describe("what cannot be read", () => {
  test.each<[string, readonly ResultFile[], string]>([
    ["nothing", [], "it begins with nothing: it is empty"],
    ["an empty output", [file("", " \n")], "it begins with nothing: it is empty"],
    ["text", [file("", "hello, world")], 'it begins with "hello, world"'],
    ["an endless line", [file("", "x".repeat(10_000))], `it begins with ${JSON.stringify("x".repeat(60))}`],
    [
      "bytes that are no text",
      [{ path: "", bytes: Uint8Array.of(0xff, 0x00, 0x1b) }],
      'it begins with "\ufffd\\u0000\\u001b"',
    ],
  ])("%s", (_, files, message) => {
    expect(() => parseResults(files, "auto")).toThrow(message);
  });

  test("of several files the damaged one is named, of an output nothing is", () => {
    const damaged = '{"schema": "jessy-benchmarks/v1", "benchmarks": [';
    expect(() => parseResults([file("a.json", own(row("a", 1))), file("b.json", damaged)], "auto")).toThrow(
      /^b\.json: /,
    );
    expect(() => parseResults([file("", damaged)], "auto")).toThrow(/^(?!: )/);
    expect(() => parseResults([file("a.json", "hello")], "custom")).toThrow(/^a\.json: /);
  });
});
