import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Milliseconds of the whole step on a pull request with a 2 MB tracefile: the least of some runs. No comment, no cache: no network. */
export async function bundleRun(root: string, tracefile: string, rounds: number): Promise<number> {
  const workspace = mkdtempSync(join(tmpdir(), "jessy-bench-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
      cwd: workspace,
      encoding: "utf8",
    }).trim();
  git("init", "--quiet", "--initial-branch=main");
  copyFileSync(tracefile, join(workspace, "lcov.info"));
  const files = execFileSync("grep", ["^SF:", tracefile], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [line.slice(3)]));
  for (const file of files) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), "x\n".repeat(5000));
  }
  git("add", "--all");
  git("commit", "--quiet", "--message=base");
  const base = git("rev-parse", "HEAD");
  for (const file of files.slice(0, 5))
    writeFileSync(join(workspace, file), `${"x\n".repeat(100)}changed\n${"x\n".repeat(4899)}`);
  git("commit", "--quiet", "--all", "--message=change");
  const event = join(workspace, ".git/event.json");
  const repo = { id: 1, name: "demo", owner: { login: "org" } };
  const sha = git("rev-parse", "HEAD");
  writeFileSync(
    event,
    JSON.stringify({
      repository: { default_branch: "main" },
      pull_request: { number: 1, head: { sha, ref: "x", repo }, base: { sha: base, ref: "main", repo } },
    }),
  );
  const times = Array.from({ length: rounds }, () =>
    timed(process.execPath, [join(root, "dist/coverage-gate.js")], {
      cwd: workspace,
      env: {
        PATH: process.env.PATH,
        GITHUB_REPOSITORY: "org/demo",
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_EVENT_PATH: event,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: join(workspace, ".git/temp"),
        INPUT_FILES: "lcov.info",
        INPUT_BASELINE: "none",
        INPUT_COMMENT: "false",
        "INPUT_ON-STALE-REPORT": "fail",
      },
    }),
  );
  rmSync(workspace, { recursive: true });
  return Math.min(...times);
}

/** Milliseconds to a wrong input's error, beside Node that does nothing; alternating, the least of each. */
export async function bundleColdStart(root: string, rounds: number): Promise<{ bare: number; wrongInput: number }> {
  const bare: number[] = [];
  const wrongInput: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(timed(process.execPath, ["-e", "0"], {}));
    wrongInput.push(
      timed(
        process.execPath,
        [join(root, "dist/coverage-gate.js")],
        { env: { PATH: process.env.PATH, "INPUT_MIN-COVERAGE": "x" } },
        1,
      ),
    );
  }
  return { bare: Math.min(...bare), wrongInput: Math.min(...wrongInput) };
}

function timed(program: string, args: readonly string[], options: object, expected = 0): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  const milliseconds = performance.now() - start;
  if (status !== expected) throw new Error(`${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return milliseconds;
}
