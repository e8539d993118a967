import { describe, expect, test } from "vitest";
import { inputsOf, readerOf } from "../testing/facts.ts";
import { readInputs } from "./inputs.ts";

/** Everything that is wrong with what a workflow writes. */
function problemsOf(written: Readonly<Record<string, string>>): readonly string[] {
  const reader = readerOf(written);
  readInputs(reader);
  try {
    reader.finish();
  } catch (error) {
    return (error as { problems: string[] }).problems;
  }
  return [];
}

test("a command alone", () => {
  const inputs = inputsOf({ command: "./bench" });
  expect(inputs).toMatchObject({
    name: "",
    format: "auto",
    rules: { margin: 0.05, exactMargin: 0.01, floor: 1, alpha: 0.05, overrides: [] },
    failOn: ["regression", "missing"],
    onMissingBase: "fail",
    onTooFewRuns: "fail",
    ignoreLabel: undefined,
    comment: true,
    history: true,
    workingDirectory: ".",
    source: {
      kind: "run",
      commands: [{ argv: ["./bench"] }],
      buildCommands: [],
      results: undefined,
      baseRef: undefined,
      minRounds: 6,
      maxRounds: 10_000,
      maxTime: 600_000,
      timeout: 600_000,
      nullControl: true,
      binaries: [],
      passEnvironment: [],
      allowEvents: [],
    },
  });
  expect(Object.isFrozen(inputs)).toBe(true);
});

test("every input in its type", () => {
  expect(
    inputsOf({
      command: "# first\n./a 'x y'\n\n'./b' --quick\n",
      "build-command": "make a\nCC=clang make b",
      results: "out/*.json",
      format: "go",
      "base-ref": "main",
      margin: "7.5 %",
      "exact-margin": "0",
      floor: "50us",
      overrides: "parse/** => margin 10 %, floor 0\n# slow\nslow => ignore",
      alpha: ".01",
      "min-rounds": "4",
      "max-rounds": "4",
      "max-minutes": "2.5",
      timeout: "1m30s",
      "null-control": "False",
      binaries: "target/release/*\n!**/*.d",
      "pass-environment": "NPM_TOKEN\nDB_URL",
      "fail-on": "inconclusive, regression",
      "on-missing-base": "warn",
      "on-too-few-runs": "warn",
      "ignore-label": "slow-ok",
      "allow-events": "pull_request_target, workflow_run",
      history: "false",
      comment: "FALSE",
      "working-directory": "crates/parser",
      "github-token": "ghs_x",
      name: "micro",
    }),
  ).toMatchObject({
    name: "micro",
    format: "go",
    rules: {
      margin: 0.075,
      exactMargin: 0,
      floor: 50_000,
      alpha: 0.01,
      overrides: [
        { pattern: "parse/**", margin: 0.1, floor: 0 },
        { pattern: "slow", ignore: true },
      ],
    },
    failOn: ["regression", "inconclusive"],
    onMissingBase: "warn",
    onTooFewRuns: "warn",
    ignoreLabel: "slow-ok",
    comment: false,
    history: false,
    workingDirectory: "crates/parser",
    token: "ghs_x",
    source: {
      commands: [{ argv: ["./a", "x y"] }, { argv: ["./b", "--quick"] }],
      buildCommands: [{ argv: ["make", "a"] }, { argv: ["make", "b"], environment: { CC: "clang" } }],
      results: "out/*.json",
      baseRef: "main",
      minRounds: 4,
      maxRounds: 4,
      maxTime: 150_000,
      timeout: 90_000,
      nullControl: false,
      binaries: ["target/release/*", "!**/*.d"],
      passEnvironment: ["NPM_TOKEN", "DB_URL"],
      allowEvents: ["pull_request_target", "workflow_run"],
    },
  });
});

test("two sets of files", () => {
  expect(inputsOf({ command: "", "base-results": "base/*.txt\n!base/old.txt", "head-results": "head" }).source).toEqual(
    { kind: "files", base: ["base/*.txt", "!base/old.txt"], head: ["head"] },
  );
});

test("`never` fails on nothing", () => {
  expect(inputsOf({ "fail-on": "never" }).failOn).toEqual([]);
});

const command = "./bench";

describe("each wrong input is one line", () => {
  test.each<[Record<string, string>, string]>([
    [
      {},
      "input `command` is missing; write, for example, `command: go test -run '^$' -bench . ./...`, or compare files with `base-results` and `head-results`",
    ],
    [{ command: "# nothing" }, "input `command` has only comments; write the command that measures"],
    [
      { command: "a | b" },
      "input `command` `a | b` contains `|` outside quotes, but no shell runs the command; quote it, or write `bash -c '...'`",
    ],
    [
      { command, "build-command": "make &&\\\n  make b" },
      "input `build-command` `make &&\\` contains `&` outside quotes, but no shell runs the command; quote it, or write `bash -c '...'`",
    ],
    [
      { command, "base-results": "a" },
      "input `base-results` is for results that were measured elsewhere; remove it, or remove `command`",
    ],
    [{ "base-results": "a" }, "input `head-results` is missing, but `base-results` is set; both sides are needed"],
    [{ "head-results": "a" }, "input `base-results` is missing, but `head-results` is set; both sides are needed"],
    [
      { "base-results": "a", "head-results": "b", results: "c" },
      "input `results` has an effect only with `command`; remove it",
    ],
    [
      { "publish-result": "a", command },
      "input `command` is for measuring, and `publish-result` measures nothing; remove it",
    ],
    [
      { command, results: "/tmp/out.json" },
      "input `results` is `/tmp/out.json`; write a path or glob inside the repository, or let the command write to the file that `{results}` stands for",
    ],
    [
      { command, results: "../out.json" },
      "input `results` is `../out.json`; write a path or glob inside the repository, or let the command write to the file that `{results}` stands for",
    ],
    [
      { command, results: "a/.." },
      "input `results` is `a/..`; write a path or glob inside the repository, or let the command write to the file that `{results}` stands for",
    ],
    [
      { command, format: "hyprfine" },
      "input `format` is `hyprfine`; write `hyperfine` (one of auto, go, criterion, libtest, hyperfine, google-benchmark, jmh, pytest-benchmark, benchmarkdotnet, vitest, tinybench, mitata, custom, customSmallerIsBetter, customBiggerIsBetter)",
    ],
    [{ command, margin: "0" }, "input `margin` is `0`; write a percentage above 0 such as `5 %` or `2.5`"],
    [{ command, margin: "five" }, "input `margin` is `five`; write a percentage above 0 such as `5 %` or `2.5`"],
    [
      { command, "exact-margin": "-1" },
      "input `exact-margin` is `-1`; write a percentage from 0 such as `5 %` or `2.5`",
    ],
    [
      { command, "pass-environment": "NPM_TOKEN\nDB-URL" },
      "input `pass-environment` is `DB-URL`; write the name of a variable, or a pattern such as `MYAPP_*`",
    ],
    [{ command, floor: "5" }, "input `floor` is `5`; write a time such as `1ns`, `50us` or `0`"],
    [{ command, alpha: "5 %" }, "input `alpha` is `5 %`; write a probability from `0.0001` to `0.2`, such as `0.05`"],
    [{ command, alpha: "0.3" }, "input `alpha` is `0.3`; write a probability from `0.0001` to `0.2`, such as `0.05`"],
    [{ command, "min-rounds": "3" }, "input `min-rounds` is `3`; write a whole number from 4 to 1000"],
    [{ command, "max-rounds": "x" }, "input `max-rounds` is `x`; write a whole number from 4 to 10000"],
    [
      { command, "min-rounds": "40", "max-rounds": "30" },
      "input `max-rounds` is 30, less than `min-rounds`; write a whole number from 40 to 10000",
    ],
    [{ command, "max-minutes": "0" }, "input `max-minutes` is `0`; write minutes up to 350, such as `10` or `2.5`"],
    [{ command, "max-minutes": "10m" }, "input `max-minutes` is `10m`; write minutes up to 350, such as `10` or `2.5`"],
    [{ command, timeout: "90" }, "input `timeout` is `90`; write a duration such as `90s`, `5m` or `1h30m`"],
    [{ command, timeout: "500ms" }, "input `timeout` is `500ms`; write a duration from `1s` to `350m`"],
    [{ command, timeout: "600h" }, "input `timeout` is `600h`; write a duration from `1s` to `350m`"],
    [{ command, "null-control": "yes" }, "input `null-control` is `yes`; write `true` or `false`"],
    [
      { command, binaries: "@(a|b)" },
      "input `binaries` has the pattern `@(a|b)`, which is an extended glob; write {a,b} or several lines",
    ],
    [
      { command, overrides: "a: margin 5" },
      "input `overrides` `a: margin 5` is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`",
    ],
    [
      { command, "fail-on": "regressions" },
      "input `fail-on` is `regressions`; write `regression` (some of regression, missing, inconclusive, or `never` alone)",
    ],
    [
      { command, "fail-on": "all" },
      "input `fail-on` is `all`; write some of regression, missing, inconclusive, or `never` alone",
    ],
    [{ command, "fail-on": "never, missing" }, "input `fail-on` is `never`; write `never` alone, or leave it out"],
    [{ command, "on-missing-base": "pass" }, "input `on-missing-base` is `pass`; write one of fail, warn"],
    [
      { command, "allow-events": "push" },
      "input `allow-events` is `push`; write some of pull_request_target, workflow_run, issue_comment, issues, discussion",
    ],
    [
      { command, "working-directory": "../other" },
      "input `working-directory` is `../other`; write a directory inside the repository, such as `crates/parser`",
    ],
    [
      { command, "working-directory": "/tmp" },
      "input `working-directory` is `/tmp`; write a directory inside the repository, such as `crates/parser`",
    ],
  ])("%j", (written, problem) => {
    expect(problemsOf(written)).toEqual([problem]);
  });
});

test("results of a workspace's member may be in the workspace's own folder", () => {
  expect(problemsOf({ command, "working-directory": "crates/a", results: "../../target/out/*.json" })).toEqual([]);
  expect(problemsOf({ command, "working-directory": "crates/a", results: "../../../x" })).toHaveLength(1);
});

test("everything that is wrong is said at once", () => {
  expect(
    problemsOf({
      command: "a | b\nc > d",
      "base-results": "x",
      margin: "x",
      alpha: "x",
      "min-rounds": "x",
      timeout: "x",
      "fail-on": "x, y",
      overrides: "x\ny",
      comment: "x",
      "working-directory": "..",
    }).map((problem) => problem.split(" ")[1]),
  ).toEqual([
    "`command`",
    "`command`",
    "`min-rounds`",
    "`timeout`",
    "`base-results`",
    "`margin`",
    "`alpha`",
    "`overrides`",
    "`overrides`",
    "`fail-on`",
    "`fail-on`",
    "`comment`",
    "`working-directory`",
  ]);
});

test("a misspelt input is pointed at, one of nobody is not", () => {
  const reader = readerOf({ command, "max-minute": "5", "basics-ref": "x", "something-else": "x" });
  readInputs(reader);
  expect(reader.warnings).toEqual(["there is no input `max-minute`; did you mean `max-minutes`?"]);
});

describe("limits: just within, just beyond", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      "max-minutes",
      ["350", "0.001", "9.999", "10"],
      ["351", "350.001", "0", "0.0001", "-1", "1e2", "x10", "10x", "1000"],
    ],
    ["timeout", ["1s", "1000ms", "350m"], ["999ms", "351m", "350m1s"]],
    [
      "alpha",
      ["0.0001", "0.2", ".05", "0.05"],
      ["0.00009", "0.201", "0", "1.05", "0.05x", "x0.05", "00.05", "0.000000001"],
    ],
    ["min-rounds", ["4", "30"], ["3", "1001", "4.5"]],
    ["max-rounds", ["6", "10000"], ["5", "10001"]],
    ["margin", ["0.000001", "1000", "5%"], ["0", "1000.1", "-5"]],
    ["exact-margin", ["0", "1000"], ["-1", "1001"]],
    ["floor", ["0", "1ns"], ["1", "-1ns"]],
    [
      "results",
      ["a", "a/../b", "..a", ".a/b", "a/.", "a../b", "a./b"],
      ["/a", "..", ".", "./", "a/..", "../a", "a/../.."],
    ],
    ["pass-environment", ["A", "_", "MYAPP_*", "*_TOKEN", "a1"], ["1A", "A-B", "A=1", "A B", "?"]],
    [
      "working-directory",
      ["a", "a/b", "..a", "a..", "a/..b"],
      ["/a", "..", "a/../b", "a/..", "../a", "C:\\a", "c:/a", "a\\..\\b"],
    ],
  ])("%s", (name, within, beyond) => {
    for (const value of within) expect(problemsOf({ command, [name]: value }), value).toEqual([]);
    for (const value of beyond) expect(problemsOf({ command, [name]: value }), value).toHaveLength(1);
  });

  test("only time ends the rounds unless `max-rounds` says so", () => {
    expect(inputsOf({ "min-rounds": "40" }).source).toMatchObject({ minRounds: 40, maxRounds: 10_000 });
    expect(inputsOf({ "min-rounds": "30", "max-rounds": "30" }).source).toMatchObject({ maxRounds: 30 });
  });

  test("the units of what is left", () => {
    expect(inputsOf({ "max-minutes": "0.5", timeout: "2m" }).source).toMatchObject({
      maxTime: 30_000,
      timeout: 120_000,
    });
  });
});

describe("inputs that do not go together", () => {
  const values: Readonly<Record<string, string>> = {
    command: "./a",
    "base-results": "b",
    "head-results": "h",
    "build-command": "make",
    results: "r",
    "base-ref": "main",
    binaries: "bin",
    "pass-environment": "X",
    "allow-events": "workflow_run",
  };
  const measuring = ["build-command", "results", "base-ref", "binaries", "pass-environment", "allow-events"];

  test.each(["command", "base-results", "head-results", ...measuring])("%s with `publish-result`", (name) => {
    expect(problemsOf({ "publish-result": "p", [name]: values[name]! })).toEqual([
      `input \`${name}\` is for measuring, and \`publish-result\` measures nothing; remove it`,
    ]);
  });

  test.each(measuring)("%s with result files", (name) => {
    expect(problemsOf({ "base-results": "b", "head-results": "h", [name]: values[name]! })).toEqual([
      `input \`${name}\` has an effect only with \`command\`; remove it`,
    ]);
  });

  test.each(["base-results", "head-results"])("%s with a command", (name) => {
    expect(problemsOf({ command, [name]: values[name]! })).toEqual([
      `input \`${name}\` is for results that were measured elsewhere; remove it, or remove \`command\``,
    ]);
  });

  test("a published result is a path and nothing else", () => {
    expect(inputsOf({ command: "", "publish-result": "result.json" }).source).toEqual({
      kind: "published",
      path: "result.json",
    });
  });
});

test("what makes the gate strict or lax is kept as it is written", () => {
  const gate = {
    margin: "7 %",
    "exact-margin": "2",
    floor: "3ns",
    "fail-on": "missing",
    "on-missing-base": "warn",
    "on-unreadable-history": "warn",
    "on-too-few-runs": "warn",
    overrides: "a => ignore",
    alpha: "0.01",
    "ignore-label": "ok",
    "null-control": "false",
    "min-rounds": "8",
    "max-rounds": "9",
    "max-minutes": "2",
  };
  expect(inputsOf(gate).gate).toEqual(gate);
  expect(inputsOf().gate).toEqual(Object.fromEntries(Object.keys(gate).map((name) => [name, ""])));
});

test("comments and blank lines between commands count for nothing", () => {
  expect(inputsOf({ command: "# a\n\n  ./a  \r\n   # b\n./b '# c'\n" }).source).toMatchObject({
    commands: [{ text: "./a" }, { text: "./b '# c'", argv: ["./b", "# c"] }],
  });
});
