/**
 * `make ci`: builds, measures the coverage of our own tests, and runs coverage-gate, bench-compare and commit-lint from dist/ on this repository, as
 * the pull request that the last commits are, and a dry run of the next release, in front of an emulated GitHub. Exits as they decide.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
    "benchmarks: packages/benchmarks/**: line 95",
    "coverage: packages/coverage/**: line 95",
    "kit: packages/kit/**: line 85",
    "local-runner: packages/local-runner/**: line 80",
    "versioning: packages/versioning/**: line 95",
  ].join("\n"),
};

/** Our own parsers, base against head. The checkouts need nothing of node_modules but our own packages. */
const BENCHMARKS: Readonly<Record<string, string>> = {
  command: "node bench/own/parsers.ts",
  "build-command": "mkdir -p node_modules\nln -sfn ../packages node_modules/@jessy-actions",
  margin: "15 %",
  "max-rounds": "14",
  "max-minutes": "1",
  "on-missing-base": "warn",
};

/** What the release of the version in package.json would be. Commits of pull requests are on no branch that may be released from. */
const RELEASE: Readonly<Record<string, string>> = {
  tag: `v${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}`,
  "create-tag": "true",
  "dry-run": "true",
  "allowed-branches": "any",
  "floating-tags": "major",
};

/** Our lines are longer than config-conventional's, as those of our sources are. */
const COMMITS_OF_OURS: Readonly<Record<string, string>> = {
  rules: "body-max-line-length: [2, always, 150]\nfooter-max-line-length: [2, always, 150]",
};

step("Building dist/", "node", ["scripts/build.ts"]);
step("Measuring our own tests", "npm", ["run", "--silent", "coverage"]);
const base = firstCommit();
const results = [
  jessy("coverage-gate", GATE, "build/report/index.html"),
  jessy("bench-compare", BENCHMARKS, "build/report/benchmarks.html"),
  jessy("commit-lint", COMMITS_OF_OURS, "build/report/commits.html"),
  jessy("release", RELEASE, "build/report/release.html", "push"),
];
process.exitCode = Math.max(...results);

function step(title: string, command: string, args: readonly string[]): void {
  process.stdout.write(`\n== ${title}\n`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`== ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

/** Runs a shipped action on this repository. @returns its exit code. */
function jessy(
  action: string,
  settings: Readonly<Record<string, string>>,
  report: string,
  event = "pull_request",
): number {
  process.stdout.write(`\n== Running ${action} on this repository\n`);
  const inputs = Object.entries(settings).flatMap(([name, value]) => ["--with", `${name}=${value}`]);
  const program = join(root, "packages/local-runner/bin/jessy.js");
  const { status } = spawnSync(
    process.execPath,
    [program, "run", action, ...inputs, "--event", event, "--base", base, "--report", report],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  return status ?? 1;
}

/** The commit before the last ones, or the oldest that this clone has. */
function firstCommit(): string {
  const list = execFileSync("git", ["rev-list", "--first-parent", `--max-count=${COMMITS + 1}`, "HEAD"], { cwd: root });
  return list.toString().trim().split("\n").at(-1)!;
}
