import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";
import { MeasuringProblem } from "./problem.ts";
import { runBenchmarkProcess } from "./process.ts";

let folder: string;
let cwd: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-process-"));
  cwd = join(folder, "checkout");
  mkdirSync(cwd);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = (...names: readonly string[]) =>
  JSON.stringify({ schema: "jessy-benchmarks/v1", benchmarks: names.map((name) => ({ name, unit: "ns", value: 1 })) });

/** Runs a script of sh; its results are where `results` says, or on its standard output. */
function run(
  script: string,
  { results, command = "sh bench.sh", padding = 0 }: { results?: string; command?: string; padding?: number } = {},
) {
  writeFileSync(join(cwd, "bench.sh"), script);
  return runBenchmarkProcess(
    {
      command: parseCommandLine(command),
      side: "head",
      cwd,
      scratch: join(folder, "scratch"),
      environment: { PATH: process.env.PATH ?? "" },
      padding,
      benchmarks: "^(a)$",
    },
    { format: "auto" },
    { results, timeout: 10_000 },
  );
}

const names = async (measured: ReturnType<typeof run>) =>
  [...(await measured).results.series.values()].map(({ benchmark }) => benchmark);

async function problemOf(measured: ReturnType<typeof run>) {
  const error = await measured.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MeasuringProblem);
  return (error as MeasuringProblem).problem;
}

describe("where results are", () => {
  test("on the standard output, whatever is on the other one", async () => {
    expect(await names(run(`echo noise >&2; echo '${ROWS("a", "b")}'`))).toEqual(["a", "b"]);
  });

  test("in the file that `{results}` stands for, also in an assignment", async () => {
    const script = `test ! -e "$1" || exit 9; echo noise; echo '${ROWS("a")}' > "$1"`;
    expect(await names(run(script, { command: "sh bench.sh {results}" }))).toEqual(["a"]);
    expect(await names(run(script, { command: "sh bench.sh {results}" }))).toEqual(["a"]);
    const assigned = run(`echo '${ROWS("a")}' > "$OUT"`, { command: "OUT={results} sh bench.sh" });
    expect(await names(assigned)).toEqual(["a"]);
  });

  test("in a folder of that name", async () => {
    const script = `mkdir "$1"; echo '${ROWS("a")}' > "$1/x.json"; echo '${ROWS("b")}' > "$1/y.json"`;
    expect(await names(run(script, { command: "sh bench.sh {results}" }))).toEqual(["a", "b"]);
  });

  test("under `results`, where only what this run wrote counts", async () => {
    mkdirSync(join(cwd, "out"));
    writeFileSync(join(cwd, "out/old.json"), ROWS("old"));
    expect(await names(run(`echo '${ROWS("new")}' > out/new.json`, { results: "out/*.json" }))).toEqual(["new"]);
    expect(existsSync(join(cwd, "out/old.json"))).toBe(false);
  });

  test("in Criterion's folder, which is out of the checkout", async () => {
    const script = `mkdir -p "$CRITERION_HOME/parse/new"; cd "$CRITERION_HOME/parse/new"
echo '{"group_id":"parse","function_id":null,"value_str":null,"throughput":null,"full_id":"parse","directory_name":"parse","title":"parse"}' > benchmark.json
echo '{"sampling_mode":"Linear","iters":[1.0,2.0],"times":[10.0,20.0]}' > sample.json`;
    expect(await names(run(script))).toEqual(["parse"]);
  });
});

test("the environment: its own variables, a padding, and nothing of ours", async () => {
  await run(`env > ../env; echo '${ROWS("a")}'`, { command: "A=1 PATH_X={benchmarks} sh bench.sh", padding: 5 });
  const lines = readFileSync(join(folder, "env"), "utf8").trim().split("\n");
  const set = new Map(lines.map((line): [string, string] => [line.split("=")[0]!, line.slice(line.indexOf("=") + 1)]));
  for (const shells of ["PWD", "OLDPWD", "SHLVL", "_"]) set.delete(shells);
  expect(Object.fromEntries(set)).toEqual({
    PATH: process.env.PATH,
    A: "1",
    PATH_X: "^(a)$",
    JESSY_PADDING: "xxxxx",
    JESSY_RESULTS: join(folder, "scratch/results"),
    CRITERION_HOME: join(folder, "scratch/criterion"),
  });
});

describe("what went wrong is one sentence", () => {
  test.each<[string, string, { results?: string; command?: string }, string, RegExp]>([
    ["an exit code", "exit 7", {}, "head-crashed", /^`sh bench\.sh` of the head ended with exit code 7\.$/],
    ["a signal", "kill -ABRT $$", {}, "head-crashed", /^`sh bench\.sh` of the head was ended by SIGABRT\.$/],
    [
      "no such program",
      "",
      { command: "nope -x" },
      "head-crashed",
      /^`nope -x` of the head cannot be started: `nope` is not on the PATH\.$/,
    ],
    [
      "no such file",
      "",
      { command: "./nope" },
      "head-crashed",
      /^`\.\/nope` of the head cannot be started: `\.\/nope` is not in the working directory\.$/,
    ],
    [
      "a file that may not be run",
      "",
      { command: "./bench.sh" },
      "head-crashed",
      /^`\.\/bench\.sh` of the head cannot be started: `\.\/bench\.sh` is not executable \(was it committed without `chmod \+x`\?\)\.$/,
    ],
    [
      "nothing written",
      "",
      {},
      "head-unreadable",
      /^What `sh bench\.sh` of the head left is in no known format .* it begins with nothing: it is empty\.$/,
    ],
    [
      "no file",
      "",
      { results: "out" },
      "head-unreadable",
      /^`sh bench\.sh` of the head left nothing under `results: out`\.$/,
    ],
    [
      "no file of ours",
      "",
      { command: "sh bench.sh {results}" },
      "head-unreadable",
      /left nothing in the file that `\{results\}` stands for\.$/,
    ],
    [
      "damaged",
      `echo '{"schema":"jessy-benchmarks/v1","benchmarks":[{}]}'`,
      {},
      "head-unreadable",
      /^What `sh bench\.sh` of the head left cannot be read: /,
    ],
  ])("%s", async (_, script, settings, kind, sentence) => {
    const problem = await problemOf(run(script, settings));
    expect(problem.kind).toBe(kind);
    expect(problem.sentence).toMatch(sentence);
  });

  test("with the end of what it wrote: its errors, or else its output", async () => {
    expect((await problemOf(run("echo out; printf '\\033[31merr\\033[0m\\n' >&2; exit 1"))).output).toBe("err");
    expect((await problemOf(run("echo out; exit 1"))).output).toBe("out");
    expect(await problemOf(run("exit 1"))).not.toHaveProperty("output");
    const { output = "" } = await problemOf(run("seq 1 100000 >&2; exit 1"));
    expect(output.split("\n")).toHaveLength(30);
    expect(output).toMatch(/\n100000$/);
  });
});
