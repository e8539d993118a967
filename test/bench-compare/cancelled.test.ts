import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRunning } from "../../packages/kit/testing/running.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { Scenario } from "../scenario.ts";
import { BASE, compare, openChange, PROGRAM } from "./bench-repository.ts";

let scenario: Scenario;
/** Outside of every checkout: what a test's programs tell it. */
let outside: string;
/** RUNNER_TEMP. */
let temporary: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  outside = mkdtempSync(join(tmpdir(), "jessy-outside-"));
  temporary = mkdtempSync(join(tmpdir(), "jessy-runner-"));
});

afterEach(async () => {
  for (const folder of [outside, temporary]) rmSync(folder, { recursive: true, force: true });
  await scenario.close();
});

const gateFolder = () => join(temporary, "jessy/bench-compare");
const worktrees = () => scenario.repository.git("worktree", "list").split("\n");
const pidIn = (name: string) => Number(readFileSync(join(outside, name), "utf8"));

/** Nothing of the run is left: no checkout, no scratch, no worktree, nothing in the workspace, no program. */
function expectNothingLeft(): void {
  expect(existsSync(gateFolder()) ? readdirSync(gateFolder()) : []).toEqual([]);
  expect(worktrees()).toHaveLength(1);
  expect(scenario.repository.git("status", "--porcelain", "--ignored")).toBe("");
  for (const name of readdirSync(outside).filter((each) => each.startsWith("pid")))
    expect(isRunning(pidIn(name))).toBe(false);
}

/** Runs until a line of `program` counts `runs` of a script, and goes on to the end of its time. */
const hangAt = (runs: number, ending: string) =>
  `echo x >> ${outside}/runs
if [ $(wc -l < ${outside}/runs) -eq ${runs} ]; then
  sleep 300 & echo $! > ${outside}/pid-child; echo $$ > ${outside}/pid; ${ending}
fi
`;

/** Which run of which script a stage hangs in: one warm-up of each side, then rounds. */
const STAGES: readonly (readonly [stage: string, script: "build.sh" | "bench.sh", runs: number])[] = [
  ["building the base", "build.sh", 1],
  ["building the head", "build.sh", 2],
  ["the first warm-up", "bench.sh", 1],
  ["the second warm-up", "bench.sh", 2],
  ["a round", "bench.sh", 5],
];

async function runHangingIn(script: string, runs: number, ending: string, signal?: AbortSignal): Promise<StepResult> {
  const base = { ...BASE, "build.sh": "echo built > program\n" };
  const hang = hangAt(runs, ending);
  const pull = await openChange(
    scenario,
    { speed: "parse 1300\nrender 5000\n" },
    { ...base, [script]: hang + base[script as keyof typeof base] },
  );
  return compare(
    scenario,
    pull,
    { "build-command": "sh build.sh" },
    { temporary, ...(signal !== undefined && { signal }) },
  );
}

describe.each(STAGES)("in %s", (_, script, runs) => {
  test("a cancelled run leaves nothing", async () => {
    const cancel = new AbortController();
    const run = runHangingIn(script, runs, "wait", cancel.signal);
    await expect.poll(() => existsSync(join(outside, "pid")), { timeout: 30_000 }).toBe(true);
    cancel.abort();
    const step = await run;
    expect([step.outcome, step.exitCode, step.outputs.size, step.summary]).toEqual(["cancelled", 130, 0, ""]);
    expectNothingLeft();
  });

  test("a run that is killed leaves nothing either, once post has run", async () => {
    // The action's process is the parent of what it starts.
    const step = await runHangingIn(script, runs, "kill -9 $PPID; wait");
    expect([step.outcome, step.exitCode, step.outputs.size]).toEqual(["failure", 137, 0]);
    expect(step.log).toContain("Removing the checkouts of base and head.");
    expect(step.annotations).toEqual([]);
    expectNothingLeft();
  });
});

test("a program that ignores SIGTERM does not outlive a cancelled run", async () => {
  const cancel = new AbortController();
  const run = runHangingIn("bench.sh", 3, "trap '' TERM; while :; do sleep 0.1; done", cancel.signal);
  await expect.poll(() => existsSync(join(outside, "pid")), { timeout: 30_000 }).toBe(true);
  cancel.abort();
  expect((await run).outcome).toBe("cancelled");
  await expect.poll(() => isRunning(pidIn("pid"))).toBe(false);
  expectNothingLeft();
});

test("a program that left the group, and works in a checkout, ends with post", async () => {
  const leave = `setsid sleep 300 & echo $! > ${outside}/pid-left; sleep 0.2`;
  const step = await runHangingIn("bench.sh", 3, `${leave}; kill -9 $PPID; wait`);
  expect(step.log.join("\n")).toMatch(/^Ended \d programs that still ran in .*checkouts\.$/m);
  expectNothingLeft();
});

describe("post by itself", () => {
  const post = (environment: Record<string, string>) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, "../../dist/bench-compare-post.js")], {
      cwd: scenario.repository.folder,
      env: {
        PATH: process.env.PATH,
        GITHUB_WORKSPACE: scenario.repository.folder,
        RUNNER_TEMP: temporary,
        ...environment,
      },
      encoding: "utf8",
    });

  /** What a run that was killed left. */
  function leaveCheckouts(gate = "bench-compare"): string {
    const sha = scenario.repository.commit(BASE);
    const folder = join(temporary, "jessy", gate, "checkouts");
    mkdirSync(folder, { recursive: true });
    for (const side of ["base", "work"])
      scenario.repository.git("worktree", "add", "--quiet", "--detach", join(folder, side), sha);
    mkdirSync(join(temporary, "jessy", gate, "scratch"));
    return folder;
  }

  test("once and again", () => {
    leaveCheckouts();
    const state = { STATE_jessy: '{"gate":""}' };
    const first = post(state);
    expect([first.status, first.stdout, first.stderr]).toEqual([0, "Removing the checkouts of base and head.\n", ""]);
    expectNothingLeft();
    const second = post(state);
    expect([second.status, second.stdout, second.stderr]).toEqual([0, "", ""]);
  });

  test("what another gate left, and result files, are not its own", () => {
    const folder = leaveCheckouts("bench-compare-api");
    writeFileSync(join(temporary, "jessy/bench-compare-api/result.json"), "{}");
    expect(post({ STATE_jessy: '{"gate":""}' }).status).toBe(0);
    expect(readdirSync(folder)).toEqual(["base", "work"]);
    expect(post({ STATE_jessy: '{"gate":"api"}' }).status).toBe(0);
    expect(readdirSync(join(temporary, "jessy/bench-compare-api"))).toEqual(["result.json"]);
  });

  test("without a state it does nothing", () => {
    const folder = leaveCheckouts();
    const { status, stdout, stderr } = post({});
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    expect(readdirSync(folder)).toEqual(["base", "work"]);
  });

  test.each([
    ["{", "the state is not valid JSON"],
    ["{}", "the state does not name its gate"],
  ])("a state of %s is a warning", (text, message) => {
    const { status, stdout } = post({ STATE_jessy: text });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::warning::bench-compare could not clean up: /);
    expect(stdout).toContain(message);
  });

  test("a forged state leads nowhere else", () => {
    const victim = join(temporary, "victim");
    mkdirSync(join(victim, "checkouts"), { recursive: true });
    const state = { STATE_jessy: JSON.stringify({ gate: "/../../victim", folder: victim, checkouts: victim }) };
    expect(post(state).status).toBe(0);
    expect(readdirSync(victim)).toEqual(["checkouts"]);
  });

  test("a workspace that is gone, or is no repository, is no trouble", () => {
    const empty = join(outside, "empty");
    mkdirSync(empty);
    for (const workspace of [empty, join(outside, "missing")]) {
      const { status, stdout } = post({ STATE_jessy: '{"gate":""}', GITHUB_WORKSPACE: workspace });
      expect([status, stdout]).toEqual([0, ""]);
    }
  });
});

test("a run that was never killed has nothing for post to do", async () => {
  const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
  const step = await compare(scenario, pull, {}, { temporary });
  expect(step.exitCode).toBe(1);
  expect(step.log.join("\n")).not.toMatch(/Removing the checkouts|could not clean up/);
  expect(worktrees()).toHaveLength(1);
});

test("builds show what they print while they run, and cannot command the runner", async () => {
  const cancel = new AbortController();
  const lines: string[] = [];
  const build = `printf 'compiling\\n::error::forged\\n'; echo warning >&2; sleep 300\n`;
  const pull = await openChange(scenario, { "build.sh": build }, { ...BASE, "bench.sh": PROGRAM, "build.sh": build });
  const step = await compare(
    scenario,
    pull,
    { "build-command": "sh build.sh" },
    {
      temporary,
      signal: cancel.signal,
      onLine: (line) => {
        lines.push(line);
        if (lines.includes("compiling") && lines.includes("warning") && lines.some((each) => each.includes("forged")))
          cancel.abort();
      },
    },
  );
  expect(step.outcome).toBe("cancelled");
  expect(step.annotations).toEqual([]);
});
