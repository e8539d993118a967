/**
 * `make ci`: builds, measures the coverage of our own tests, and runs coverage-gate, bench-compare and commit-lint from dist/ on this
 * repository, as the pull request that the last commits are, and a dry run of the next release, in front of an emulated GitHub. One line a
 * step, and what failed; a failed test does not keep the gates from running. Exits with 1 when anything failed.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readCheckout } from "../packages/local-runner/src/checkout/checkout.ts";
import { ConsoleLog } from "../packages/local-runner/src/command-line/console.ts";
import { LocalSession } from "../packages/local-runner/src/command-line/local-session.ts";
import { type ActionRun, type RanAction, runActions, writePage } from "./action-runs.ts";
import { StepLines, type StepOutcome } from "./step-lines.ts";

const root = resolve(import.meta.dirname, "..");
const page = join(root, "build/report/index.html");

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
  "max-minutes": "3",
  "on-missing-base": "warn",
  comment: "false",
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

const RUNS: readonly ActionRun[] = [
  { action: "coverage-gate", event: "pull_request", inputs: GATE },
  { action: "bench-compare", event: "pull_request", inputs: BENCHMARKS },
  { action: "commit-lint", event: "pull_request", inputs: COMMITS_OF_OURS },
  { action: "release", event: "push", inputs: RELEASE },
];

const lines = new StepLines();
process.exitCode = (await verify()) ? 0 : 1;

async function verify(): Promise<boolean> {
  if (!(await lines.step("build", () => program("node", "scripts/build.ts")))) return false;
  // Coverage of tests that failed is coverage all the same, and the gate names what is missing.
  const tested = await lines.step("tests", () =>
    program("npm", "run", "--silent", "coverage", "--", "--coverage.reportOnFailure", "--reporter=minimal"),
  );
  const ran = await runOnThisRepository();
  const passed = tested && ran.every((each) => each.passed);
  if (!passed) {
    lines.say("");
    lines.repeat();
  }
  lines.say(`\nWhat GitHub would show, light and dark:\n${page}`);
  return passed;
}

async function runOnThisRepository(): Promise<RanAction[]> {
  const checkout = readCheckout(root);
  const temporary = mkdtempSync(join(tmpdir(), "jessy-ci-"));
  const session = await LocalSession.start({ checkout, base: firstCommit(), temporary });
  try {
    const ran = await runActions(session, RUNS, lines);
    for (const { action, passed, log } of ran) if (!passed) showLog(action, log, session.emulatedAddresses);
    await writePage(page, checkout, session, ran, `The last ${COMMITS} commits of this repository as a pull request.`);
    return ran;
  } finally {
    await session.close();
    rmSync(temporary, { recursive: true });
  }
}

/** Runs a program and keeps what it says; all of it is shown when it fails. */
async function program(name: string, ...args: readonly string[]): Promise<StepOutcome> {
  const child = spawn(name, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const passed = await new Promise<boolean>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code === 0));
  });
  return passed ? { passed, text: "" } : { passed, text: "failed", details: said };
}

function showLog(action: string, log: readonly string[], emulated: readonly string[]): void {
  lines.say(`\n== ${action}`);
  const console = new ConsoleLog((text) => process.stdout.write(text), { color: process.stdout.isTTY === true });
  console.emulated = emulated;
  for (const line of log) console.line(line);
}

/** The commit before the last ones, or the oldest that this clone has. */
function firstCommit(): string {
  const list = execFileSync("git", ["rev-list", "--first-parent", `--max-count=${COMMITS + 1}`, "HEAD"], { cwd: root });
  return list.toString().trim().split("\n").at(-1)!;
}
