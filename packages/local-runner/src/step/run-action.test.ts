import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readActionFile } from "../action/action-file.ts";
import { SIGINT_TIMEOUT, SIGTERM_TIMEOUT, STREAM_TIMEOUT } from "./cancellation.ts";
import type { RunOptions } from "./run-action.ts";
import { runStep } from "./run-step.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** An action of three scripts. */
function run(scripts: { main: string; pre?: string; post?: string }, options: Partial<RunOptions> = {}) {
  const stages = Object.entries(scripts).map(([stage, script]) => {
    writeFileSync(
      join(folder, `${stage}.mjs`),
      `import { appendFileSync, readFileSync } from "node:fs";\nconst { env } = process;\n${script}`,
    );
    return `${stage}: ${stage}.mjs`;
  });
  writeFileSync(
    join(folder, "action.yml"),
    `name: x\ninputs:\n  min-coverage:\n    default: "80"\n  "a b":\nruns: {using: node24, ${stages.join(", ")}}\n`,
  );
  return runStep({
    action: readActionFile(folder),
    inputs: {},
    github: { repository: "org/demo", event_name: "push", token: "never shown to a process" },
    event: { ref: "refs/heads/main" },
    workspace: folder,
    temporary: join(folder, "temp"),
    node: process.execPath,
    ...options,
  });
}

test("an action sees its inputs, the context and the event, and not the host's environment", async () => {
  process.env.JESSY_HOST_SECRET = "x";
  const { log } = await run(
    {
      main: `console.log(JSON.stringify([env["INPUT_MIN-COVERAGE"], env.INPUT_A_B, env.GITHUB_REPOSITORY, env.GITHUB_TOKEN, env.JESSY_HOST_SECRET, env.CI, env.ACTIONS_RUNTIME_TOKEN, env.EXTRA, process.cwd() === env.GITHUB_WORKSPACE, JSON.parse(readFileSync(env.GITHUB_EVENT_PATH)).ref]))`,
    },
    { inputs: { "a b": "1" }, runtime: { ACTIONS_RUNTIME_TOKEN: "rt" }, env: { EXTRA: "e" } },
  );
  expect(JSON.parse(log[0] ?? "")).toEqual([
    "80",
    "1",
    "org/demo",
    null,
    null,
    "true",
    "rt",
    "e",
    true,
    "refs/heads/main",
  ]);
});

test("pre, main and post in order; state passes, files are fresh, post runs after a failure", async () => {
  const result = await run({
    pre: `console.log("pre"); appendFileSync(env.GITHUB_STATE, "a=1\\n"); appendFileSync(env.GITHUB_OUTPUT, "x=pre\\n");`,
    main: `console.log("main", env.STATE_a, readFileSync(env.GITHUB_OUTPUT, "utf8") === ""); appendFileSync(env.GITHUB_STATE, "b=2\\n"); process.exitCode = 3;`,
    post: `console.log("post", env.STATE_a, env.STATE_b);`,
  });
  expect(result.log).toEqual(["pre", "main 1 true", "post 1 2"]);
  expect(result).toMatchObject({ outcome: "failure", exitCode: 3 });
  expect(result.outputs.get("x")).toBe("pre");
  expect(readdirSync(join(folder, "temp/_runner_file_commands"))).toEqual([]);
});

test("a failed pre keeps main from running", async () => {
  const result = await run({ pre: "process.exitCode = 1", main: `console.log("main")`, post: `console.log("post")` });
  expect(result.log).toEqual(["post"]);
  expect(result.outcome).toBe("failure");
});

test("outputs, variables, path and summary by file, read also after a failure", async () => {
  const result = await run({
    main: `appendFileSync(env.GITHUB_OUTPUT, "a<<E\\n1\\n2\\nE\\n"); appendFileSync(env.GITHUB_ENV, "V=1\\n"); appendFileSync(env.GITHUB_PATH, "/x\\n"); appendFileSync(env.GITHUB_STEP_SUMMARY, "# hello"); process.exit(1)`,
  });
  expect([result.outputs.get("a"), result.env.get("V"), result.path, result.summary, result.exitCode]).toEqual([
    "1\n2",
    "1",
    ["/x"],
    "# hello",
    1,
  ]);
});

test("a file command that cannot be read fails the step", async () => {
  const result = await run({ main: `appendFileSync(env.GITHUB_OUTPUT, "no sign\\n")` });
  expect(result.outcome).toBe("failure");
  expect(result.annotations[0]?.message).toBe("Unable to process file command successfully. Invalid format 'no sign'");
});

test.each([
  [1_048_575, true],
  [1_048_576, true],
  [1_048_577, false],
])("a summary of %d bytes is shown: %s", async (size, shown) => {
  const result = await run({ main: `appendFileSync(env.GITHUB_STEP_SUMMARY, "x".repeat(${size}))` });
  expect(result.summary?.length).toBe(shown ? size : undefined);
  // GitHub's error, and yet the step succeeds.
  expect([result.outcome, result.annotations.length]).toEqual(["success", shown ? 0 : 1]);
});

test("ten annotations of each level, cut at 4,096 characters; an error alone does not fail", async () => {
  const result = await run({
    main: `for (let i = 0; i < 12; i++) { console.log("::error::" + "x".repeat(5000)); console.error("::warning::w" + i); }`,
  });
  expect(result.annotations.filter(({ level }) => level === "error").map(({ message }) => message.length)).toEqual(
    Array(10).fill(4096),
  );
  expect(result.annotations.filter(({ level }) => level === "warning")).toHaveLength(10);
  expect(result.outcome).toBe("success");
});

test("secrets are hidden in log, annotations and summary", async () => {
  const result = await run(
    {
      main: `console.log("::add-mask::later"); console.log("a given b later"); console.log("::error::given"); appendFileSync(env.GITHUB_STEP_SUMMARY, "later given");`,
    },
    { secrets: ["given"] },
  );
  expect(result.log).toEqual(["a *** b ***", "::error::***"]);
  expect([result.annotations[0]?.message, result.summary]).toEqual(["***", "*** ***"]);
});

test("old commands are obeyed, so that forged ones show in tests", async () => {
  const result = await run({
    main: `console.log("::set-output name=a::1"); console.log("##[set-output name=b;]2"); console.log("::save-state name=s::3")`,
    post: `console.log(env.STATE_s)`,
  });
  expect([result.outputs.get("a"), result.outputs.get("b"), result.log]).toEqual(["1", "2", ["3"]]);
});

test("a promise that never settles is a failure", async () => {
  const result = await run({ main: "await new Promise(() => {})" });
  expect([result.exitCode, result.outcome]).toEqual([13, "failure"]);
});

test("a cancelled run ends with SIGINT, and post still runs", async () => {
  const abort = new AbortController();
  const result = await run(
    {
      main: `process.on("SIGINT", () => { console.log("stopping"); process.exit(130); }); setInterval(() => {}, 1000); console.log("ready");`,
      post: `console.log("post")`,
    },
    { signal: abort.signal, onLine: (line) => line === "ready" && abort.abort() },
  );
  expect(result.outcome).toBe("cancelled");
  expect(result.log).toEqual(["ready", "stopping", "post"]);
});

test("a cancelled run gets SIGTERM and SIGKILL when it goes on, and what it saved reaches post", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const abort = new AbortController();
  const seen: string[] = [];
  const steps: Readonly<Record<string, () => void>> = {
    ready: () => abort.abort(),
    "got SIGINT": () => vi.advanceTimersByTime(SIGINT_TIMEOUT),
    "got SIGTERM": () => vi.advanceTimersByTime(SIGTERM_TIMEOUT),
  };
  try {
    const result = await run(
      {
        main: `appendFileSync(env.GITHUB_STATE, "a=1\\n");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => console.log("got", signal));
setInterval(() => {}, 1000); console.log("ready");`,
        post: `console.log("post", env.STATE_a)`,
      },
      {
        signal: abort.signal,
        onLine: (line) => {
          seen.push(line);
          steps[line]?.();
        },
      },
    );
    expect([result.outcome, result.exitCode]).toEqual(["cancelled", 137]);
    expect(seen).toEqual(["ready", "got SIGINT", "got SIGTERM", "post 1"]);
  } finally {
    vi.useRealTimers();
  }
});

test("a process that an ended script left running, with its output, does not keep the step", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const left = run({
      main: `import { spawn } from "node:child_process"; const child = spawn("sleep", ["60"], { stdio: "inherit", detached: true }); child.unref(); console.log(child.pid);`,
    });
    const isDone = left.then(() => true);
    while (!(await Promise.race([isDone, new Promise<false>((later) => setImmediate(later, false))])))
      vi.advanceTimersByTime(STREAM_TIMEOUT);
    const { outcome, log } = await left;
    expect(outcome).toBe("success");
    process.kill(Number(log[0]));
  } finally {
    vi.useRealTimers();
  }
});

test("a script that cannot be started is an error", async () => {
  await expect(run({ main: "" }, { node: "/no/such/node" })).rejects.toThrow(/ENOENT/);
});
