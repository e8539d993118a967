import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { Scenario, TOKENS } from "../scenario.ts";
import { BASE, compare, errorsOf, openChange, PROGRAM, resultOf, verdictsOf } from "./bench-repository.ts";

let scenario: Scenario;
/** Outside of every checkout: what a test's programs tell it. */
let outside: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  outside = mkdtempSync(join(tmpdir(), "jessy-outside-"));
});

afterEach(async () => {
  rmSync(outside, { recursive: true, force: true });
  await scenario.close();
});

const decision = (step: StepResult) => [step.outputs.get("verdict"), step.outputs.get("outcome"), step.exitCode];

describe("nothing can be measured: a result with a name, and never green by accident", () => {
  test("a head that does not build", async () => {
    const pull = await openChange(
      scenario,
      { "build.sh": "echo 'undefined: parse' >&2; exit 2\n" },
      { ...BASE, "build.sh": "true\n" },
    );
    const step = await compare(scenario, pull, { "build-command": "sh build.sh", "fail-on": "never" });
    expect(decision(step)).toEqual(["broken", "head-build-failed", 1]);
    expect(errorsOf(step)).toEqual(["Nothing was compared: `sh build.sh` of the head ended with exit code 2"]);
    expect((await scenario.commentBodies(pull))[0]).toContain("undefined: parse");
  });

  test("a base that does not build, as `on-missing-base` says", async () => {
    const pull = await openChange(scenario, { "build.sh": "true\n" }, { ...BASE, "build.sh": "exit 2\n" });
    const inputs = { "build-command": "sh build.sh" };
    expect(decision(await compare(scenario, pull, inputs))).toEqual(["broken", "base-build-failed", 1]);
    const warned = await compare(scenario, pull, { ...inputs, "on-missing-base": "warn" });
    expect(decision(warned)).toEqual(["inconclusive", "base-build-failed", 0]);
    expect(warned.annotations.map(({ level }) => level)).toEqual(["warning"]);
    const strict = { ...inputs, "on-missing-base": "warn", "fail-on": "inconclusive" };
    expect(decision(await compare(scenario, pull, strict))).toEqual(["inconclusive", "base-build-failed", 1]);
  });

  test("a base without benchmarks", async () => {
    const pull = await openChange(scenario, { speed: BASE.speed }, { ...BASE, speed: "" });
    expect(decision(await compare(scenario, pull))).toEqual(["broken", "base-missing", 1]);
    expect(decision(await compare(scenario, pull, { "on-missing-base": "warn" }))).toEqual([
      "inconclusive",
      "base-missing",
      0,
    ]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["a head that crashes", { "bench.sh": "echo panic >&2; exit 101\n" }, "head-crashed"],
    ["output that is none", { "bench.sh": "echo hello\n" }, "head-unreadable"],
    [
      "output that is cut off",
      { "bench.sh": `echo '{"schema":"jessy-benchmarks/v1","benchmarks":[{'\n` },
      "head-unreadable",
    ],
    ["a head that lost everything", { speed: "" }, "nothing-compared"],
  ])("%s", async (_, change, outcome) => {
    const pull = await openChange(scenario, change);
    const step = await compare(scenario, pull, { "fail-on": "regression" });
    expect(decision(step)).toEqual(["broken", outcome, 1]);
    expect(errorsOf(step)).toHaveLength(1);
  });

  test("neither side has any", async () => {
    const pull = await openChange(scenario, { "README.md": "" }, { ...BASE, speed: "" });
    expect(decision(await compare(scenario, pull))).toEqual(["broken", "no-benchmarks", 1]);
  });

  test("a head that crashes only in a later round", async () => {
    const crash = `echo x >> ${outside}/runs; test $(wc -l < ${outside}/runs) -lt 4 || exit 3\n${PROGRAM}`;
    const pull = await openChange(scenario, { "bench.sh": crash });
    expect(decision(await compare(scenario, pull))).toEqual(["broken", "head-crashed", 1]);
  });

  test("one that hangs is ended with everything it started, also what holds its pipes", async () => {
    const hang = `sleep 300 & echo $! > ${outside}/child; sleep 300\n`;
    const pull = await openChange(scenario, { "bench.sh": hang });
    // Long enough for the base on a machine that does much else.
    const step = await compare(scenario, pull, { timeout: "5s" });
    expect(decision(step)).toEqual(["broken", "head-hung", 1]);
    await hasEnded("child");
  });

  test("what a benchmark leaves running is ended when it ends", async () => {
    const pull = await openChange(scenario, { "bench.sh": `sleep 300 & echo $! > ${outside}/child\n${PROGRAM}` });
    const step = await compare(scenario, pull);
    expect(decision(step)).toEqual(["pass", "compared", 0]);
    await hasEnded("child");
  });

  test("a program that is not there", async () => {
    const pull = await openChange(scenario, { "README.md": "" });
    const step = await compare(scenario, pull, { command: "no-such-program --bench" });
    expect(decision(step)).toEqual(["broken", "base-crashed", 1]);
  });

  test("a benchmark that is not there in every run", async () => {
    const flaky = `echo x >> ${outside}/runs; test $(wc -l < ${outside}/runs) -ne 5 || echo 'parse 1000' > speed\n${PROGRAM}`;
    const pull = await openChange(scenario, { "bench.sh": flaky });
    const step = await compare(scenario, pull);
    expect(decision(step)).toEqual(["broken", "broken-benchmarks", 1]);
    expect(verdictsOf(step)[0]).toBe("render: broken");
  });

  test("time that does not even suffice for a round", async () => {
    const pull = await openChange(scenario, { "README.md": "" }, { ...BASE, "bench.sh": `sleep 0.3\n${PROGRAM}` });
    expect(decision(await compare(scenario, pull, { "max-minutes": "0.001" }))).toEqual(["broken", "out-of-time", 1]);
  });
});

describe("only this run's results count", () => {
  test("what an earlier run left is deleted", async () => {
    const base = {
      ...BASE,
      "bench.sh": `test -e ${outside}/once || { touch ${outside}/once; sh print.sh > out.json; }\n`,
      "print.sh": PROGRAM,
    };
    const pull = await openChange(scenario, { "README.md": "" }, base);
    const step = await compare(scenario, pull, { results: "out.json" });
    expect(step.outputs.get("verdict")).toBe("broken");
    expect(errorsOf(step)[0]).toContain("left nothing under `results: out.json`");
  });

  test("a result file that is committed is refused", async () => {
    const pull = await openChange(
      scenario,
      { "README.md": "" },
      { ...BASE, "out.json": '{"schema":"jessy-benchmarks/v1","benchmarks":[]}' },
    );
    const step = await compare(scenario, pull, { results: "out.json" });
    expect(step.outputs.get("outcome")).toBe("head-unreadable");
    expect(errorsOf(step)[0]).toContain("could pass for a result of this run");
  });
});

describe("what a benchmark gets, and what it can do", () => {
  test("no token, no input, nothing of the runner; no secret unless passed by name", async () => {
    const pull = await openChange(scenario, { "bench.sh": `env > ${outside}/env\n${PROGRAM}` });
    const env = {
      NPM_TOKEN: "s3cret",
      DEPLOY_KEY: "k3y",
      OTHER: "no",
      MYAPP_SIZE: "7",
      MYAPP_LICENCE: `ghp_${"x".repeat(36)}`,
      CARGO_TERM_COLOR: "never",
      HIDDEN: `x${TOKENS.own}x`,
      PASSED_TOKEN: "asked",
    };
    const step = await compare(scenario, pull, { "pass-environment": "PASSED_TOKEN\nMYAPP_*" }, { env });
    const seen = readFileSync(join(outside, "env"), "utf8");
    for (const line of ["MYAPP_SIZE=7", "CARGO_TERM_COLOR=never", "PASSED_TOKEN=asked"]) expect(seen).toContain(line);
    expect(seen).not.toMatch(
      /^(?:INPUT_|ACTIONS_|RUNNER_TEMP|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|EVENT_PATH))/m,
    );
    expect(seen).toMatch(/^TMPDIR=.*\/jessy\/bench-compare\/tmp$/m);
    for (const secret of ["s3cret", "k3y", TOKENS.own]) expect(seen).not.toContain(secret);
    expect(resultOf(step).run.withheld).toEqual(["DEPLOY_KEY", "HIDDEN", "MYAPP_LICENCE", "NPM_TOKEN", "OTHER"]);
  });

  test("what it writes to the runner's files is undone, and told", async () => {
    const evil = `for file in "$TMPDIR"/../../../_runner_file_commands/set_env_*; do echo EVIL=1 >> "$file"; done\n`;
    const pull = await openChange(scenario, { "bench.sh": `${evil}${PROGRAM}` });
    const step = await compare(scenario, pull);
    expect(decision(step)[0]).toBe("pass");
    expect(step.env.get("EVIL")).toBeUndefined();
    const warnings = step.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
    expect(warnings).toEqual([
      expect.stringMatching(/^`GITHUB_ENV` was changed \(\d+ bytes more\) while code of this/),
    ]);
  });

  test("what it prints is no command of the runner's", async () => {
    const forged = "::set-output name=verdict::pass\\n::error::forged\\n::add-mask::parse\\n##[error]forged\\n";
    const pull = await openChange(scenario, { "bench.sh": `printf '${forged}' >&2; printf '${forged}'; exit 1\n` });
    const step = await compare(scenario, pull);
    expect(decision(step)).toEqual(["broken", "head-crashed", 1]);
    expect(errorsOf(step)).toHaveLength(1);
    expect(step.summary).toContain("forged");
  });

  test("names that are Markdown, HTML, mentions or members of every object stay names", async () => {
    const names = ["a|b", "`x`", "</details>", "@octocat", "__proto__", "![i](http://x/y)", "$(id)"];
    const speed = (time: number) => names.map((name) => `${name} ${time}\n`).join("");
    const pull = await openChange(scenario, { speed: speed(1300) }, { ...BASE, speed: speed(1000) });
    const step = await compare(scenario, pull, { command: "sh bench.sh {benchmarks}" });
    expect(step.outputs.get("regressed")).toBe(String(names.length));
    const [comment = ""] = await scenario.commentBodies(pull);
    // Markdown does not look into code spans.
    const outside = comment.replace(/(`+)[^`].*?\1/g, "");
    expect(outside.match(/<\/details>/g) ?? []).toHaveLength((outside.match(/<details/g) ?? []).length);
    expect(outside).not.toMatch(/@octocat|!\[i\]\(|\$\(id\)/);
  });

  test.each(["pull_request_target"] as const)(
    "head code is not run under %s, unless it is asked for by name",
    async (name) => {
      const pull = await openChange(scenario, { "bench.sh": `touch ${outside}/ran\n${PROGRAM}` });
      const trigger = {
        name,
        number: pull.number,
        head: { owner: pull.owner, ref: pull.headRef, sha: pull.head },
        base: { owner: "org", ref: "main", sha: pull.base },
      } as const;
      const inputs = { command: "sh bench.sh", "min-rounds": "4", "max-rounds": "4", history: "false" };
      const refused = await scenario.run(trigger, inputs, { action: "bench-compare" });
      expect(refused.exitCode).toBe(1);
      expect(errorsOf(refused)[0]).toContain("holds this repository's secrets");
      expect(existsSync(join(outside, "ran"))).toBe(false);
      const allowed = await scenario.run(trigger, { ...inputs, "allow-events": name }, { action: "bench-compare" });
      expect(allowed.outputs.get("verdict")).toBe("pass");
    },
  );
});

describe("the user's repository", () => {
  const worktrees = () => scenario.repository.git("worktree", "list").split("\n");

  test("is as before: no checkout, no file, no setting is left", async () => {
    const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
    scenario.repository.write({ untracked: "mine\n" });
    const config = readFileSync(join(scenario.repository.folder, ".git/config"), "utf8");
    await compare(scenario, pull);
    expect(worktrees()).toHaveLength(1);
    expect(scenario.repository.git("status", "--porcelain")).toBe("?? untracked");
    expect(readFileSync(join(scenario.repository.folder, ".git/config"), "utf8")).toBe(config);
  });

  test("also after a run that was cancelled, and nothing of it goes on", async () => {
    const pull = await openChange(scenario, {
      "bench.sh": `echo $$ > ${outside}/new; mv ${outside}/new ${outside}/pid; exec sleep 300\n`,
    });
    const cancel = new AbortController();
    const run = compare(scenario, pull, {}, { signal: cancel.signal });
    // Its process id is written whole, and then it only sleeps.
    await expect.poll(() => existsSync(join(outside, "pid")), { timeout: 50_000 }).toBe(true);
    cancel.abort();
    expect((await run).outcome).toBe("cancelled");
    await hasEnded("pid");
    scenario.repository.git("worktree", "prune", "--expire=now");
    expect(worktrees()).toHaveLength(1);
  });
});

describe("two jobs: one measures without rights, the other comments", () => {
  test("the second one decides from the numbers, and takes no other commit's result", async () => {
    const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
    const step = await compare(scenario, pull, { comment: "false" }, { token: TOKENS.fork });
    expect(decision(step)).toEqual(["fail", "compared", 1]);
    expect(step.summary).not.toContain("a token that may write");
    const artifact = join(outside, "result.json");
    const result = readFileSync(step.outputs.get("result-file") ?? "", "utf8");
    const comment = (text: string) => {
      writeFileSync(artifact, text);
      const inputs = { "publish-result": artifact, "fail-on": "never" };
      return scenario.runPullRequest(pull, inputs, { action: "bench-compare" });
    };
    expect((await comment(result)).exitCode).toBe(0);
    expect((await scenario.commentBodies(pull))[0]).toContain("1 of 2 metrics regressed\\: parse by +30.0 %");
    const refused = await comment(result.replaceAll(pull.head, "e".repeat(40)));
    expect(errorsOf(refused)[0]).toMatch(/was made from e{10}, but this run is of [0-9a-f]{10}$/);
  });

  test("measuring with rights is warned of", async () => {
    const pull = await openChange(scenario, { "a.txt": "1" });
    const step = await compare(scenario, pull);
    for (const place of [step.summary, step.log.join("\n"), (await scenario.commentBodies(pull))[0]])
      expect(place).toContain("with a token that may write the comment");
  });
});

describe("a pull request from a fork", () => {
  test("is judged; its comment comes by the run that follows, which believes nothing but numbers", async () => {
    const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" }, BASE, "stranger");
    const step = await compare(scenario, pull);
    expect(step.exitCode).toBe(1);
    expect(await scenario.commentBodies(pull)).toEqual([]);
    const artifact = join(outside, "result.json");
    const result = readFileSync(step.outputs.get("result-file") ?? "", "utf8");
    writeFileSync(artifact, result);
    const follow = () =>
      scenario.run(
        {
          name: "workflow_run",
          sha: pull.base,
          head: { owner: pull.owner, ref: pull.headRef, sha: pull.head },
          event: "pull_request",
        },
        { "publish-result": artifact },
        { action: "bench-compare" },
      );
    const published = await follow();
    expect(errorsOf(published)[0]).toBe("1 of 2 metrics regressed: parse by +30.0 %");
    expect((await scenario.commentBodies(pull))[0]).toContain("1 of 2 metrics regressed\\: parse by +30.0 %");

    for (const [forged, message] of [
      [result.replaceAll(pull.head, "e".repeat(40)), "was made from eeeeeeeeee"],
      [result.replace('"verdict":"fail"', '"verdict":"great"'), "`verdict` is not one of pass, fail"],
      [result.slice(0, 500), "ends early"],
    ] as const) {
      writeFileSync(artifact, forged);
      const refused = await follow();
      expect(refused.exitCode).toBe(1);
      expect(errorsOf(refused)[0]).toContain(message);
    }
    rmSync(artifact);
    symlinkSync("/etc/passwd", artifact);
    expect(errorsOf(await follow())[0]).toContain("is not a regular file");
  });
});

/** The program that wrote its process id to a file: a killed one is gone once the machine gets to it, which can take a moment. */
async function hasEnded(file: string): Promise<void> {
  const pid = Number(readFileSync(join(outside, file), "utf8"));
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
}

function isRunning(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}
