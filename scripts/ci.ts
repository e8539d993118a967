/**
 * `make ci`: builds, measures the coverage of our own tests, and runs coverage-gate from dist/ on this repository, as the pull request
 * that the last commits are, in front of an emulated GitHub. Exits as the gate decides.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** As many commits as a pull request of ours has. */
const COMMITS = 10;

/** What this repository asks of itself; .github/workflows/ci.yml asks the same. */
const GATE: Readonly<Record<string, string>> = {
  files: "build/coverage/lcov.info",
  "min-coverage": "90",
  "min-patch-coverage": "80",
  "min-patch-lines": "20",
  components: [
    "actions: actions/**: line 85",
    "coverage: packages/coverage/**: line 95",
    "kit: packages/kit/**: line 85",
    "local-runner: packages/local-runner/**: line 80",
  ].join("\n"),
};

step("Building dist/", "node", ["scripts/build.ts"]);
step("Measuring our own tests", "npm", ["run", "--silent", "coverage"]);
process.exitCode = jessy();

function step(title: string, command: string, args: readonly string[]): void {
  process.stdout.write(`\n== ${title}\n`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`== ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

function jessy(): number {
  process.stdout.write("\n== Running coverage-gate on this repository\n");
  const inputs = Object.entries(GATE).flatMap(([name, value]) => ["--with", `${name}=${value}`]);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "packages/local-runner/bin/jessy.js"),
      "run",
      "coverage-gate",
      ...inputs,
      "--base",
      firstCommit(),
      "--report",
      "build/report/index.html",
    ],
    { cwd: root, stdio: "inherit" },
  );
  return status ?? 1;
}

/** The commit before the last ones, or the oldest that this clone has. */
function firstCommit(): string {
  const list = execFileSync("git", ["rev-list", "--first-parent", `--max-count=${COMMITS + 1}`, "HEAD"], { cwd: root });
  return list.toString().trim().split("\n").at(-1)!;
}
