/** The demo of `make try`: examples/demo as a real git repository with a pull request, and what each action is asked of it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type KnownFlaw, writeTrivyDatabase } from "../actions/trivy-scan/testing/trivy-database.ts";
import type { ActionRun } from "./action-runs.ts";
import { installedEngine } from "./engines.ts";

/** What an action is asked, and what it is made to answer. */
export interface DemoRun extends ActionRun {
  /** Whether the step fails: a demo of green checks shows nothing. */
  readonly fails: boolean;
  /** A program that it needs and npm does not bring. */
  readonly program?: string;
}

/** What stands in inputs for the program, and for a database that `prepareDemoRuns` writes. */
const PROGRAM = "{program}";
const DATABASE = "{database}";

export const DEMO_RUNS: readonly DemoRun[] = [
  {
    action: "coverage-gate",
    event: "pull_request",
    inputs: {
      files: "reports/rust.lcov\nreports/go.cover.out",
      "min-coverage": "80",
      "min-patch-coverage": "90",
      components: "prices: src/**: line 80\ntracker: tracker/**: line 95",
    },
    fails: true,
  },
  {
    action: "bench-compare",
    event: "pull_request",
    inputs: { "base-results": "reports/bench-base.txt", "head-results": "reports/bench-head.txt" },
    fails: true,
  },
  {
    action: "trivy-scan",
    event: "pull_request",
    inputs: {
      "trivy-path": PROGRAM,
      "db-folder": DATABASE,
      scanners: "vuln,secret,misconfig",
      rustsec: "off",
      cache: "false",
    },
    fails: true,
    program: "trivy",
  },
  { action: "commit-lint", event: "pull_request", inputs: { comment: "true" }, fails: true },
  {
    action: "docker-build-push",
    event: "push",
    inputs: {
      images: "ghcr.io/acme/parcels",
      tags: "type=semver,pattern={{version}},value=v0.4.0\ntype=semver,pattern={{major}}.{{minor}},value=v0.4.0\ntype=sha",
      context: ".",
      "dry-run": "true",
    },
    fails: false,
  },
  {
    action: "release",
    event: "push",
    inputs: {
      tag: "v0.4.0",
      "create-tag": "true",
      "version-files": "Cargo.toml",
      changelog: "CHANGELOG.md",
      files: "reports/*.txt",
      "floating-tags": "major, minor",
      "allowed-branches": "any",
      "dry-run": "true",
    },
    fails: false,
  },
];

/** What the demo's database knows: made up, as its crates are. */
const FLAWS: readonly KnownFlaw[] = [
  {
    id: "CVE-2026-4711",
    title: "Scales that are asked for a negative weight read memory that is not theirs",
    severity: "CRITICAL",
    ecosystem: "cargo",
    package: "parcel-scales",
    fixed: ">= 2.1.4",
  },
  {
    id: "CVE-2025-0815",
    title: "A panic on addresses without a postcode",
    severity: "MEDIUM",
    ecosystem: "cargo",
    package: "postcodes",
    fixed: ">= 0.9.2",
  },
];

/** The runs that this machine can do, with its own paths in their inputs, and those that lack a program. @param folder for what they need. */
export function prepareDemoRuns(folder: string): {
  readonly runs: readonly DemoRun[];
  readonly left: readonly DemoRun[];
} {
  const database = join(folder, "database");
  writeTrivyDatabase(database, FLAWS);
  const left = DEMO_RUNS.filter(({ program }) => program !== undefined && installedEngine(program) === undefined);
  const runs = DEMO_RUNS.filter((run) => !left.includes(run)).map((run) => {
    const program = run.program === undefined ? undefined : installedEngine(run.program);
    const inputs = Object.entries(run.inputs).map(([name, value]) => [
      name,
      value === PROGRAM ? program! : value === DATABASE ? database : value,
    ]);
    return { ...run, inputs: Object.fromEntries(inputs) };
  });
  return { runs, left };
}

export const DEMO_TITLE = "feat(quote): refuse parcels that nobody can carry";

/** The pull request's commits. The second one breaks the conventions. */
const COMMITS: readonly (readonly [message: string, files: readonly string[]])[] = [
  [DEMO_TITLE, ["src"]],
  ["Faster lookups", ["tracker"]],
  ["chore(release): 0.4.0", ["Cargo.toml", "Cargo.lock", "CHANGELOG.md"]],
];

/**
 * Makes the repository in an empty folder: the base on `main`, the change on a branch of its own, which is checked out.
 * @param source examples/demo.
 */
export function createDemo(source: string, folder: string): void {
  const copy = (from: string, to = ""): void =>
    cpSync(join(source, from), join(folder, to), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet", "--initial-branch=main");
  copy("base");
  commit(folder, "feat: prices and a tracker");
  git(folder, "remote", "add", "origin", "https://github.com/acme/parcels.git");
  git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
  git(folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  git(folder, "checkout", "--quiet", "-b", "refuse-parcels");
  for (const [message, files] of COMMITS) {
    for (const file of files) copy(`change/${file}`, file);
    commit(folder, message);
  }
  copy("reports", "reports");
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", `--message=${message}`);
}

/** The same commits on every machine: nobody's configuration, name or clock. */
function git(folder: string, ...args: readonly string[]): void {
  const date = "2026-11-23T12:00:00Z";
  const person = { NAME: "Robin Demo", EMAIL: "robin@example.com", DATE: date };
  execFileSync("git", ["-C", folder, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      ...Object.fromEntries(
        ["AUTHOR", "COMMITTER"].flatMap((role) =>
          Object.entries(person).map(([name, value]) => [`GIT_${role}_${name}`, value]),
        ),
      ),
    },
  });
}
