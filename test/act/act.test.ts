import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { engine } from "../../scripts/engines.ts";
import { headline, Messages } from "../commit-lint/messages.ts";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { type OpenPullRequest, pullRequestTrigger, Scenario, TOKENS } from "../scenario.ts";
import { homePrefix, runWorkflow, type WorkflowRun, type WorkflowRunOptions } from "./workflow-run.ts";

const root = resolve(import.meta.dirname, "../..");
const act = engine("act");

/** What consumers get, as `npm run package` makes it of dist/. */
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "jessy-package-"));
  const args = ["scripts/package.ts", "--out", tree, "--repository", "org/jessy-actions"];
  execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
});

afterAll(() => rmSync(tree, { recursive: true }));

const text = (path: string) => readFileSync(join(root, path), "utf8");

function run(options: Omit<WorkflowRunOptions, "act" | "tree">): Promise<WorkflowRun> {
  return runWorkflow({ ...options, act: act!, tree });
}

/** A workflow run of a pull request whose coverage is this. */
class Gate {
  readonly scenario: Scenario;
  readonly pull: OpenPullRequest;
  readonly run: WorkflowRun;

  static async of(measured: readonly number[]): Promise<Gate> {
    const scenario = await Scenario.start();
    const { repository, github } = scenario;
    const base = repository.commit({ "a.rs": sourceOf(4), ".gitignore": "lcov.info\n" });
    repository.git("checkout", "--quiet", "-b", "change");
    repository.commit({ "a.rs": sourceOf(6), "measured.info": lcovOf({ "a.rs": measured }) });
    const pull = await scenario.openPullRequest(base);
    const workflow = text("test/act/gate.workflow.yml");
    const trigger = pullRequestTrigger(pull);
    const checkout = repository.folder;
    return new Gate(scenario, pull, await run({ github, trigger, token: TOKENS.own, checkout, workflow }));
  }

  private constructor(scenario: Scenario, pull: OpenPullRequest, run: WorkflowRun) {
    this.scenario = scenario;
    this.pull = pull;
    this.run = run;
  }
}

describe.skipIf(act === undefined)("a job that judges, and one that looks at all", () => {
  let failing: Gate;
  let passing: Gate;

  beforeAll(async () => {
    failing = await Gate.of(hits(5, 1));
    passing = await Gate.of(hits(6, 0));
  });

  afterAll(async () => {
    await failing.scenario.close();
    await passing.scenario.close();
  });

  test("a failing gate fails its job and the run; always() sees why, and what needs it does not run", () => {
    const { exitCode, jobs, log } = failing.run;
    expect(exitCode, log.join("\n")).toBe(1);
    expect(Object.keys(jobs).sort()).toEqual(["coverage", "verdict"]);
    const { coverage, verdict } = jobs;
    expect([coverage!.result, verdict!.result]).toEqual(["failure", "success"]);
    const outputs = { verdict: "fail", "line-coverage": "83.33", "patch-coverage": "50.00" };
    expect(coverage!.outputs.gate).toMatchObject(outputs);
    expect(coverage!.errors).toEqual(["Coverage 83.33 % (needs 90 %): fail"]);
    expect(headline(coverage!.summary)).toBe("Coverage 83.33 % (needs 90 %): fail");
    expect(coverage!.log.at(-1)).toBe("the gate said fail");
    const needs = { coverage: { outputs: { verdict: "fail" }, result: "failure" } };
    expect(JSON.parse(verdict!.outputs.needs!.needs!)).toEqual(needs);
    expect(verdict!.summary).toBe(`One verdict over ${JSON.stringify(needs)}\n`);
  });

  test("a gate that passes is green throughout", () => {
    const { exitCode, jobs, log } = passing.run;
    expect(exitCode, log.join("\n")).toBe(0);
    const results = Object.entries(jobs).map(([id, { result }]) => `${id} ${result}`);
    expect(results.sort()).toEqual(["coverage success", "never success", "verdict success"]);
    expect(jobs.coverage!.outputs.gate!.verdict).toBe("pass");
  });

  // `close` of a scenario holds each request against GitHub's own description.
  test("the requests are made with the job's token, and leave one comment", async () => {
    const { scenario, pull } = failing;
    const asked = scenario.github.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked[0]).toBe(`GET /repos/org/demo/issues/${pull.number}/comments`);
    expect(asked).toContain(`POST /repos/org/demo/issues/${pull.number}/comments`);
    // The emulated GitHub refuses a token that it does not know.
    expect(scenario.github.requests.filter(({ status }) => status >= 400)).toEqual([]);
    const comments = await scenario.commentBodies(pull);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain("83.33");
  });

  test("nothing is left behind: no process, no folder, no change of the checkout, and no token in the log", () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(homePrefix()))).toEqual([]);
    expect(passing.scenario.repository.git("status", "--porcelain", "--ignored")).toBe("");
    expect(processesOf(act!)).toEqual([]);
    expect(failing.run.jobs.coverage!.log.join("\n")).not.toContain(TOKENS.own);
  });
});

describe.skipIf(act === undefined)("our own workflow commit-lint.yml", () => {
  let messages: Messages;

  afterEach(() => messages.close());

  async function lint(title: string, commits: readonly string[]): Promise<WorkflowRun> {
    messages = await Messages.start();
    const { scenario, base } = messages;
    const pull = await messages.open(title, commits);
    // The runner of `pull_request_target` has nothing checked out.
    scenario.repository.commit({}, "unrelated");
    return run({
      github: scenario.github,
      trigger: {
        name: "pull_request_target",
        number: pull.number,
        head: { owner: pull.owner, ref: "change", sha: pull.commits.at(-1)! },
        base: { owner: "org", ref: "main", sha: base },
        title,
      },
      token: TOKENS.fork,
      checkout: scenario.repository.folder,
      workflow: text(".github/workflows/commit-lint.yml"),
    });
  }

  test("a good title and good commits pass; a read-only token is enough", async () => {
    const { exitCode, jobs, log } = await lint("feat: a gate", ["feat: a", "fix: b"]);
    expect(exitCode, log.join("\n")).toBe(0);
    expect(jobs["commit-lint"]!.result).toBe("success");
    expect(headline(jobs["commit-lint"]!.summary)).toBe("The title and 2 commits follow the rules: pass");
    expect(messages.asked.filter((line) => !line.startsWith("GET "))).toEqual([]);
    expect(messages.asked.some((line) => /^GET \/pulls\/\d+\/commits/.test(line))).toBe(true);
  });

  test("a bad title fails the job, by name", async () => {
    const { exitCode, jobs, log } = await lint("Stuff", ["feat: a"]);
    expect(exitCode, log.join("\n")).toBe(1);
    expect(jobs["commit-lint"]!.result).toBe("failure");
    expect(headline(jobs["commit-lint"]!.summary)).toBe("The title breaks the rules: fail");
  });
});

/** Processes of this machine whose program is this one. */
function processesOf(program: string): string[] {
  return execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.startsWith(program));
}
