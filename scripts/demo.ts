/** The demo of `make try`: examples/demo as a real git repository with a pull request, and what each action is asked of it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ActionRun } from "./action-runs.ts";

/** What an action is asked, and what it is made to answer. */
export interface DemoRun extends ActionRun {
  /** Whether the step fails: a demo of green checks shows nothing. */
  readonly fails: boolean;
}

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
  { action: "commit-lint", event: "pull_request", inputs: { comment: "true" }, fails: true },
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

export const DEMO_TITLE = "feat(quote): refuse parcels that nobody can carry";

/** The pull request's commits. The second one breaks the conventions. */
const COMMITS: readonly (readonly [message: string, files: readonly string[]])[] = [
  [DEMO_TITLE, ["src"]],
  ["Faster lookups", ["tracker"]],
  ["chore(release): 0.4.0", ["Cargo.toml", "CHANGELOG.md"]],
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
