import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { main } from "./cli.ts";

let demo: DemoRepository;
let actions: string;
let out: string;
let err: string;

beforeEach(() => {
  demo = new DemoRepository();
  demo.commit({ a: "1" });
  demo.commit({ a: "2" });
  actions = mkdtempSync(join(tmpdir(), "jessy-actions-"));
  mkdirSync(join(actions, "greet"));
  mkdirSync(join(actions, "not-an-action"));
  writeFileSync(
    join(actions, "greet/action.yml"),
    "name: Greet\ndescription: Says hello\ninputs:\n  who: {default: you}\n  code: {default: '0'}\nruns: {using: node24, main: main.mjs}\n",
  );
  writeFileSync(
    join(actions, "greet/main.mjs"),
    `import { appendFileSync } from "node:fs";\nconst { env } = process;\nconsole.log("hello " + env.INPUT_WHO + " on " + env.GITHUB_EVENT_NAME);\nappendFileSync(env.GITHUB_OUTPUT, "greeted=" + env.INPUT_WHO + "\\n");\nappendFileSync(env.GITHUB_STEP_SUMMARY, "# Hello");\nprocess.exitCode = Number(env.INPUT_CODE);\n`,
  );
  out = "";
  err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  demo.remove();
  rmSync(actions, { recursive: true });
});

const jessy = (...args: string[]) => main(args, actions);

test("list names every action", async () => {
  expect(await jessy("list")).toBe(0);
  expect(out).toBe("greet\n  Says hello\n");
});

test("run shows the log and ends as the action does", async () => {
  expect(await jessy("run", "greet", "--with", "who=world=1", "--cwd", demo.folder)).toBe(0);
  expect(out).toMatch(/^greet on pull_request, [0-9a-f]{10}\.\.[0-9a-f]{10}\nhello world=1 on pull_request\n$/);
  expect(await jessy("run", join(actions, "greet"), "--with", "code=3", "--event", "push", "--cwd", demo.folder)).toBe(
    3,
  );
  expect(out).toContain("hello you on push");
});

test("--json is the whole step and nothing else", async () => {
  expect(await jessy("run", "greet", "--json", "--event", "workflow_dispatch", "--cwd", demo.folder)).toBe(0);
  expect(JSON.parse(out)).toEqual({
    outcome: "success",
    exitCode: 0,
    outputs: { greeted: "you" },
    annotations: [],
    summary: "# Hello",
    log: ["hello you on workflow_dispatch"],
  });
});

test("--report writes the page", async () => {
  const page = join(actions, "deep/page.html");
  expect(await jessy("run", "greet", "--report", page, "--cwd", demo.folder)).toBe(0);
  expect(readFileSync(page, "utf8")).toContain("<h1>Hello</h1>");
  expect(out).toContain(`Report: ${page}\n`);
});

test("what `uses:` says is downloaded and told who it is", async () => {
  writeFileSync(
    join(actions, "greet/main.mjs"),
    "const { env } = process; console.log(env.GITHUB_ACTION_REPOSITORY, env.GITHUB_ACTION_REF, env.GITHUB_REPOSITORY);\n",
  );
  expect(await jessy("run", "org/kit/greet@v1", "--from", actions, "--cwd", demo.folder)).toBe(0);
  expect(out).toContain("\norg/kit v1 local/repository\n");
});

test.each<[string[], string]>([
  [["run"], "which action? There are greet"],
  [["run", "gret"], "there is no action `gret`; did you mean `greet`?"],
  [["run", "hello"], "there is no action `hello`; there are greet, or give a folder with an action.yml"],
  [["run", "../greet"], "there is no action `../greet`"],
  [["run", "greet", "x"], "`x` is too much; inputs are given by --with name=value"],
  [["run", "greet", "--with", "who"], "--with who has no name; write --with name=value"],
  [["run", "greet", "--with", "whom=x"], "greet has no input `whom`; did you mean `who`?"],
  [["run", "greet", "--with", "name=x"], "greet has no input `name`; it has who, code"],
  [
    ["run", "greet", "--with", "who=a", "--with", "code=1", "--with", "who=b"],
    "--with who is given twice; an input has one value, and the lines of a list are its lines: --with who=$'one\\ntwo'",
  ],
  [
    ["run", "greet", "--event", "release"],
    "--event release cannot be run here; write one of pull_request, push, merge_group, workflow_dispatch",
  ],
  [["run", "greet", "--event", "pull_requst"], "--event pull_requst cannot be run here; did you mean pull_request?"],
  [["run", "greet", "--wiht", "a=b"], "Unknown option '--wiht'; did you mean --with?"],
  [["run", "greet", "--colour"], "Unknown option '--colour'; `jessy --help` lists the options"],
  [["run", "greet", "--base"], "Option '--base <value>' argument missing"],
  [["run", "greet", "--cwd", "/"], "/ is not in a git repository; give one by --cwd"],
  [
    ["run", "greet", "--from", "x"],
    "--from is for what `uses:` says; write owner/repository/greet@ref, or leave it out",
  ],
  [["run", "o/r/greet@abcdef1"], "`uses: o/r/greet@abcdef1` has a shortened commit"],
  [["run", "o/r/greet@v1", "--from", "/nowhere"], "/nowhere cannot be downloaded at `v1`: "],
  [["rnu"], "there is no command `rnu`; did you mean `jessy run`?"],
  [["go"], "there is no command `go`; write `jessy run <action>` or `jessy list`"],
])("%j says what is wrong", async (args, message) => {
  expect(await jessy(...args)).toBe(2);
  expect(err.startsWith(`jessy: ${message}`), err).toBe(true);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("a base that is none", async () => {
  expect(await jessy("run", "greet", "--base", "nowhere", "--cwd", demo.folder)).toBe(2);
  expect(err).toBe(`jessy: --base nowhere names no commit of ${demo.folder}\n`);
});

test("an action's help: every input with its default", async () => {
  expect(await jessy("run", "greet", "--help")).toBe(0);
  expect(out).toContain("\nSays hello\n");
  expect(out).toContain("\n  who = you\n  code = 0\n");
});

test("the version", async () => {
  expect(await jessy("--version")).toBe(0);
  expect(out).toMatch(/^jessy \d+\.\d+\.\d+, Node v\d+/);
});

test("what is unusual about the checkout is said first, and never on standard output", async () => {
  demo.write({ a: "3" });
  expect(await jessy("run", "greet", "--cwd", demo.folder)).toBe(0);
  expect(err).toContain("jessy: 1 tracked file has uncommitted changes");
  expect(err).toContain("jessy: the default branch is a guess: `main`");
  err = "";
  demo.git("checkout", "--quiet", "a");
  expect(await jessy("run", "greet", "--default-branch", "main", "--cwd", demo.folder)).toBe(0);
  expect(err).toBe("");
});

test("--event merge_group is a queue's group of one pull request", async () => {
  writeFileSync(
    join(actions, "greet/main.mjs"),
    'import { readFileSync } from "node:fs";\nconst { env } = process;\nconst { merge_group } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH));\nconsole.log(env.GITHUB_REF, merge_group.base_sha);\n',
  );
  const base = demo.git("rev-parse", "HEAD~1");
  expect(await jessy("run", "greet", "--event", "merge_group", "--cwd", demo.folder)).toBe(0);
  expect(out).toContain(`\nrefs/heads/gh-readonly-queue/main/pr-1-${base} ${base}\n`);
});

test("--debug shows debug lines, git commands and requests, and tells the action", async () => {
  writeFileSync(
    join(actions, "greet/main.mjs"),
    'console.log("::debug::RUNNER_DEBUG is " + process.env.RUNNER_DEBUG);\nawait fetch(process.env.GITHUB_API_URL + "/rate_limit");\n',
  );
  expect(await jessy("run", "greet", "--cwd", demo.folder)).toBe(0);
  expect(out).not.toContain("debug");
  expect(await jessy("run", "greet", "--debug", "--cwd", demo.folder)).toBe(0);
  expect(out).toContain("debug: RUNNER_DEBUG is 1\n");
  expect(out).toContain("debug: GET /rate_limit: 401\n");
  expect(out).toMatch(/^debug: git log /m);
});

test("help, asked for or not", async () => {
  expect(await jessy("--help")).toBe(0);
  expect(await jessy()).toBe(2);
  expect(await jessy("run", "--help")).toBe(0);
  expect(out.match(/jessy run <action> --help/g)).toHaveLength(3);
});
