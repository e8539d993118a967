import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@jessy-actions/benchmarks/random";
import { environmentPadding, roundOrder } from "@jessy-actions/benchmarks/schedule";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Scenario } from "../scenario.ts";
import { BASE, compare, errorsOf, openChange, PROGRAM, resultOf, verdictsOf } from "./bench-repository.ts";

let scenario: Scenario;
/** Outside of every checkout: what a test's programs tell it, and it them. */
let outside: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  outside = mkdtempSync(join(tmpdir(), "jessy-outside-"));
});

afterEach(async () => {
  rmSync(outside, { recursive: true, force: true });
  await scenario.close();
});

const QUIET = { comment: "false" };

test("a machine on which the base differs from itself is blamed, not the change", async () => {
  // Runs of the base's checkout are the base's or the control's: only the order says whose.
  const program = `echo x >> ${outside}/runs; echo "parse $(sed -n "$(wc -l < ${outside}/runs)p" ${outside}/times)" > speed\n${PROGRAM}`;
  const pull = await openChange(
    scenario,
    { "bench.sh": PROGRAM, speed: "parse 1300\n" },
    { ...BASE, "bench.sh": program },
  );
  const random = seededRandom(`${pull.base}\0${pull.head}\0`);
  const times = ["1000"];
  for (const _warmUp of ["base", "head"]) environmentPadding(random);
  for (let round = 0; round < 4; round++) {
    for (const arm of roundOrder(["base", "head", "twin"], random)) {
      environmentPadding(random);
      if (arm !== "head") times.push(arm === "base" ? "1000" : "1300");
    }
  }
  writeFileSync(join(outside, "times"), `${times.join("\n")}\n`);
  const step = await compare(scenario, pull);
  expect(resultOf(step)).toMatchObject({
    verdict: "inconclusive",
    outcome: "contaminated",
    headline: "The machine was too unsteady to blame the change: the base differs from itself in 1 metric",
    control: { state: "moved" },
  });
  expect(step.exitCode).toBe(0);
  expect(errorsOf(step)).toEqual([]);
  expect((await scenario.commentBodies(pull))[0]).toContain("The times below say nothing about this change");
  // Without the control nobody knows.
  rmSync(join(outside, "runs"));
  writeFileSync(join(outside, "times"), "1000\n".repeat(20));
  expect((await compare(scenario, pull, { ...QUIET, "null-control": "false" })).exitCode).toBe(1);
});

describe("a benchmark that fails among good ones", () => {
  const failing = `echo '{"schema":"jessy-benchmarks/v1","benchmarks":[{"name":"parse","error":"index out of range"},{"name":"render","unit":"ns","value":5000}]}'\n`;

  test("on the head is broken, and the others are judged", async () => {
    const pull = await openChange(scenario, { "bench.sh": failing });
    const step = await compare(scenario, pull, QUIET);
    expect(step.exitCode).toBe(1);
    expect(verdictsOf(step)).toEqual(["parse: broken", "render: ok"]);
    expect(resultOf(step).comparisons[0].reason).toBe("head: index out of range");
    const ignored = await compare(scenario, pull, { ...QUIET, overrides: "parse => ignore" });
    expect([ignored.exitCode, verdictsOf(ignored)]).toEqual([0, ["render: ok", "parse: shown"]]);
  });

  test("on the base alone is mended by the change", async () => {
    const pull = await openChange(scenario, { "bench.sh": PROGRAM }, { ...BASE, "bench.sh": failing });
    const step = await compare(scenario, pull, QUIET);
    expect(step.exitCode).toBe(0);
    expect(verdictsOf(step)).toEqual(["render: ok", "parse: new"]);
  });

  test("when none works, each is named", async () => {
    const none = failing.replace('"unit":"ns","value":5000', '"error":"out of memory"');
    const pull = await openChange(scenario, { x: "" }, { ...BASE, "bench.sh": none });
    const step = await compare(scenario, pull, QUIET);
    expect(step.exitCode).toBe(1);
    expect(step.outputs.get("outcome")).toBe("broken-benchmarks");
    expect(verdictsOf(step)).toEqual(["parse: broken", "render: broken"]);
  });
});

test("only what is still undecided is measured on: `{benchmarks}` says what", async () => {
  // On each side `wild` halves and doubles in every round, so that none of them can tell.
  const program = `echo "$1" >> ${outside}/filters; echo >> ${outside}/runs$(ls x 2>/dev/null); n=$(wc -l < ${outside}/runs$(ls x 2>/dev/null)); echo "calm 1000
wild $((n % 2 ? 1000 : 2000))" > speed\n${PROGRAM}`;
  const pull = await openChange(scenario, { x: "" }, { ...BASE, "bench.sh": program });
  const step = await compare(scenario, pull, {
    ...QUIET,
    command: "sh bench.sh {benchmarks}",
    "max-rounds": "6",
    "null-control": "false",
  });
  const filters = new Set(readFileSync(join(outside, "filters"), "utf8").trim().split("\n"));
  expect([...filters]).toEqual([".", "^(wild)$"]);
  expect(verdictsOf(step)).toEqual(["wild: inconclusive", "calm: ok"]);
  expect(resultOf(step)).toMatchObject({ run: { rounds: 6 }, comparisons: [{ samples: 6 }, { samples: 4 }] });
});

describe("what is compared", () => {
  test("a directory that the base lacks is a missing base, one that the head lacks is a wrong input", async () => {
    const pull = await openChange(scenario, { "crates/new/bench.sh": PROGRAM, "crates/new/speed": "parse 1\n" });
    const inputs = { ...QUIET, "working-directory": "crates/new", "on-missing-base": "warn" };
    const step = await compare(scenario, pull, inputs);
    expect([step.exitCode, step.outputs.get("outcome")]).toEqual([0, "base-missing"]);
    const wrong = await compare(scenario, pull, { ...QUIET, "working-directory": "crates/old" });
    expect(wrong.exitCode).toBe(1);
    expect(errorsOf(wrong)).toEqual([
      "input `working-directory` is `crates/old`, and the head has no such directory; write one that is committed",
    ]);
  });

  test("the base against itself is no comparison: the head was not checked out", async () => {
    const pull = await openChange(scenario, { speed: "parse 9000\nrender 9000\n" });
    scenario.repository.git("checkout", "--quiet", "main");
    const step = await compare(scenario, pull, QUIET);
    expect(step.exitCode).toBe(1);
    expect(errorsOf(step)[0]).toMatch(
      /^HEAD, [0-9a-f]{10}, has nothing that its base does not have; check out the head of the pull request with `ref` of actions\/checkout$/,
    );
    // Who asks for it by name gets it.
    const same = await compare(scenario, pull, { ...QUIET, "base-ref": "main" });
    expect(same.outputs.get("outcome")).toBe("identical");
  });

  test("what `base-ref` names, and nothing that only looks like it", async () => {
    const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
    scenario.repository.git("branch", "odd;$(touch>pwned)", pull.head);
    const step = await compare(scenario, pull, { ...QUIET, "base-ref": "odd;$(touch>pwned)" });
    expect(step.outputs.get("verdict")).toBe("pass");
    const wrong = await compare(scenario, pull, { ...QUIET, "base-ref": "--output=pwned" });
    expect(errorsOf(wrong)).toEqual([
      "input `base-ref` is `--output=pwned`, and this checkout has no such branch, tag or commit; check out with `fetch-depth: 0`, or write a whole commit id",
    ]);
    expect(scenario.repository.git("status", "--porcelain")).toBe("");
  });

  test.each(["-x", "a;touch pwned", "$(touch pwned)", "a'b\"c"])(
    "a branch called %s is only a name",
    async (headRef) => {
      const base = scenario.repository.commit(BASE);
      scenario.repository.commit({ speed: "parse 1300\nrender 5000\n" });
      const pull = await scenario.openPullRequest(base, { headRef });
      const step = await compare(scenario, pull, QUIET);
      expect(step.outputs.get("verdict")).toBe("fail");
      expect(scenario.repository.git("status", "--porcelain")).toBe("");
    },
  );
});

test("wrong inputs are named at once, before anything is run; a misspelt one is pointed at", async () => {
  const pull = await openChange(scenario, { "bench.sh": `touch ${outside}/ran\n${PROGRAM}` });
  const step = await compare(
    scenario,
    pull,
    { command: "sh bench.sh | tee log", margin: "five", "max-rounds": "2", results: "/tmp", "fail-on": "regresion" },
    { env: { "INPUT_BUILD-COMAND": "make" } },
  );
  expect(step.exitCode).toBe(1);
  expect(step.summary).toBe("");
  expect(step.outputs.size).toBe(0);
  expect(errorsOf(step)).toEqual([
    "input `command` `sh bench.sh | tee log` contains `|` outside quotes, but no shell runs the command; quote it, or write `bash -c '...'`",
    "input `results` is `/tmp`; write a path or glob inside the repository, or let the command write to the file that `{results}` stands for",
    "input `max-rounds` is `2`; write a whole number from 4 to 10000",
    "input `margin` is `five`; write a percentage above 0 such as `5 %` or `2.5`",
    "input `fail-on` is `regresion`; write `regression` (some of regression, missing, inconclusive, or `never` alone)",
  ]);
  expect(step.annotations.filter(({ level }) => level === "warning").map(({ message }) => message)).toEqual([
    "there is no input `build-comand`; did you mean `build-command`?",
  ]);
  expect(step.log.filter((line) => /^\s+at /.test(line))).toEqual([]);
});
