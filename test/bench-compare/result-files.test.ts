import { afterEach, beforeEach, expect, test } from "vitest";
import { Scenario } from "../scenario.ts";
import { errorsOf, openChange, resultOf, verdictsOf } from "./bench-repository.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

/** Go's output of some samples a benchmark. */
const goOutput = (times: Readonly<Record<string, readonly number[]>>) =>
  `goos: linux\npkg: example.com/m\n${Object.entries(times)
    .flatMap(([name, values]) => values.map((value) => `Benchmark${name}-8 \t 1000 \t ${value} ns/op\n`))
    .join("")}PASS\n`;

async function compareFiles(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const pull = await openChange(scenario, { "README.md": "" });
  scenario.repository.write(files);
  return scenario.runPullRequest(pull, inputs, { action: "bench-compare" });
}

test("one file a side: its samples count, and the report says that they are of one process", async () => {
  const step = await compareFiles(
    {
      "old.txt": goOutput({ Parse: [100, 101, 99, 100, 102, 98, 100, 101], Write: [50, 51, 49, 50, 50, 51, 49, 50] }),
      "new.txt": goOutput({ Parse: [130, 131, 129, 130, 132, 128, 130, 131], Write: [50, 51, 49, 50, 50, 51, 49, 50] }),
    },
    { "base-results": "old.txt", "head-results": "new.txt" },
  );
  expect(step.exitCode).toBe(1);
  expect(verdictsOf(step)).toEqual(["m.Parse: regressed", "m.Write: ok"]);
  expect(resultOf(step).comparisons[0]).toMatchObject({ base: 100, head: 130, samples: 8 });
  expect(step.summary).toContain("Each side is a single process run");
});

test("several files a side are several runs, by globs", async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((run) => [
      [`runs/base-${run}.txt`, goOutput({ Parse: [100 + run, 500] })],
      [`runs/head-${run}.txt`, goOutput({ Parse: [100.5 + run, 500] })],
    ]),
  );
  const step = await compareFiles(files, { "base-results": "runs/base-*.txt", "head-results": "runs/head-*.txt" });
  expect(step.outcome).toBe("success");
  expect(resultOf(step).files).toEqual({ base: { files: 6, runs: 6 }, head: { files: 6, runs: 6 } });
  expect(verdictsOf(step)).toEqual(["m.Parse: ok"]);
});

test("folders of Criterion, one a run", async () => {
  const folder = (name: string, times: readonly number[]) => ({
    [`${name}/criterion/parse/new/benchmark.json`]: '{"full_id":"parse","group_id":"parse"}',
    [`${name}/criterion/parse/new/sample.json`]: JSON.stringify({
      sampling_mode: "Flat",
      iters: times.map(() => 10),
      times: times.map((time) => time * 10),
    }),
    [`${name}/criterion/parse/report/index.html`]: "<html></html>",
  });
  const step = await compareFiles(
    { ...folder("base", [100, 101, 99, 100, 100, 101]), ...folder("head", [140, 141, 139, 140, 140, 141]) },
    { "base-results": "base/criterion", "head-results": "head/criterion" },
  );
  expect(verdictsOf(step)).toEqual(["parse: regressed"]);
});

test("one sample a side says nothing, and is no pass unless an input allows it", async () => {
  const pull = await openChange(scenario, { "README.md": "" });
  scenario.repository.write({ "old.txt": goOutput({ Parse: [100] }), "new.txt": goOutput({ Parse: [300] }) });
  const inputs = { "base-results": "old.txt", "head-results": "new.txt" };
  const step = await scenario.runPullRequest(pull, inputs, { action: "bench-compare" });
  expect([step.outputs.get("verdict"), step.outputs.get("outcome"), step.exitCode]).toEqual([
    "broken",
    "too-few-runs",
    1,
  ]);
  expect(errorsOf(step)).toEqual(["Too few runs to call a change of any size in 1 metric: it takes 4 runs a side"]);
  const warn = { ...inputs, "on-too-few-runs": "warn" };
  const allowed = await scenario.runPullRequest(pull, warn, { action: "bench-compare" });
  expect([allowed.outputs.get("verdict"), allowed.exitCode]).toEqual(["inconclusive", 0]);
  expect(allowed.annotations.map(({ level }) => level)).toEqual(["warning"]);
});

test("everything wrong is said at once, in one line each", async () => {
  const step = await compareFiles(
    { "old.txt": "hello\n", "empty.txt": "" },
    { "base-results": "old.txt\nnone-*.txt", "head-results": "empty.txt" },
  );
  expect(step.exitCode).toBe(1);
  expect(errorsOf(step)).toEqual([
    expect.stringMatching(/^input `base-results`: `none-\*\.txt` finds no file in /),
    expect.stringMatching(
      /^input `base-results`: old\.txt is in no known format \(go, criterion, .*\); it begins with "hello"$/,
    ),
    expect.stringMatching(
      /^input `head-results`: empty\.txt is in no known format .*; it begins with nothing: it is empty$/,
    ),
  ]);
});

test.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
  ["nothing", {}, /^input `command` is missing; write, for example, `command: go test/],
  ["one side", { "base-results": "a" }, /^input `head-results` is missing, but `base-results` is set/],
  [
    "both kinds",
    { command: "x", "base-results": "a" },
    /^input `base-results` is for results that were measured elsewhere/,
  ],
  [
    "a pipe",
    { command: "go test | tee out" },
    /^input `command` `go test \| tee out` contains `\|` outside quotes, but no shell runs the command/,
  ],
  ["a margin", { command: "x", margin: "five" }, /^input `margin` is `five`; write a percentage above 0/],
  ["rounds", { command: "x", "min-rounds": "2" }, /^input `min-rounds` is `2`; write a whole number from 4 to 1000/],
  ["a word", { command: "x", "fail-on": "regresion" }, /^input `fail-on` is `regresion`; write `regression`/],
  ["a format", { command: "x", format: "gotest" }, /^input `format` is `gotest`; write /],
  ["a rule", { command: "x", overrides: "parse: 5" }, /^input `overrides` `parse: 5` is not a rule/],
])("wrong inputs: %s", async (_, inputs, message) => {
  const step = await compareFiles({}, inputs);
  expect(step.exitCode).toBe(1);
  expect(errorsOf(step)[0]).toMatch(message);
});

test("tripled numbers of usual units are red, and what has no direction stands in the headline until `overrides` says it", async () => {
  const rows = (factor: number) => {
    const units = ["Megabytes", "ns/item", "p99-ns", "heap-bytes"].map((unit) => ({
      name: "t",
      unit,
      value: 100 * factor,
    }));
    return JSON.stringify([{ name: "t", unit: "ms", value: 1 }, ...units, { name: "t", unit: "widgets", value: 5 }]);
  };
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((run) => [
      [`base-${run}.json`, rows(1 + run / 1000)],
      [`head-${run}.json`, rows(3 + run / 1000)],
    ]),
  );
  const inputs = { "base-results": "base-*.json", "head-results": "head-*.json" };
  const step = await compareFiles(files, inputs);
  expect(step.exitCode).toBe(1);
  expect(verdictsOf(step)).toEqual(
    expect.arrayContaining([
      "t B: regressed",
      "t ns/item: regressed",
      "t p99-ns: regressed",
      "t heap-bytes: regressed",
      "t: ok",
      "t widgets: shown",
    ]),
  );
  expect(resultOf(step).headline).toContain("1 metric not judged, t widgets: no known direction");
  expect(step.summary).toContain("worse ►");
});

test("Go's names are settled over both sides, and results that end in a panic are broken", async () => {
  const output = (names: readonly string[], end: string) =>
    `pkg: m/p\n${names.map((name) => `Benchmark${name} 1 100 ns/op\n`.repeat(6)).join("")}${end}\n`;
  const inputs = { "base-results": "old.txt", "head-results": "new.txt", "fail-on": "never" };
  const files = { "old.txt": output(["Hash-16"], "PASS"), "new.txt": output(["Hash-16", "Hash-32"], "panic: boom") };
  const step = await compareFiles(files, inputs);
  expect(step.exitCode).toBe(1);
  expect(verdictsOf(step).sort()).toEqual(["go test m/p: broken", "p.Hash-16: ok", "p.Hash-32: new"]);
});
