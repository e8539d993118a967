/** The demo of `make try`: examples/demo as a real git repository with a pull request, and what each action is asked of it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
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
/** A service on this machine, which is also a chat; a private key, and the host key of a host that nobody has. */
const SERVICE = "{service}";
const KEY = "{key}";
const HOST_KEY = "{host-key}";
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
    action: "ssh-deploy",
    event: "push",
    inputs: {
      hosts: "deploy@127.0.0.1:1 name=parcels-1",
      "private-key": KEY,
      "host-keys": HOST_KEY,
      path: "/srv/parcels",
      source: "src",
      gates: "http://127.0.0.1:8080/health contains=ok",
      record: "never",
    },
    fails: true,
  },
  {
    action: "smoke-test",
    event: "push",
    inputs: { url: `${SERVICE}/health`, interval: "100ms" },
    fails: false,
  },
  {
    action: "notify",
    event: "push",
    inputs: { "slack-webhook": `${SERVICE}/services/T0/B0/demo`, "allowed-hosts": "127.0.0.1", status: "success" },
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

/**
 * The runs that this machine can do, with its own paths in their inputs, and those that lack a program.
 *
 * @param folder for what they need. @param service the address of one that says `ok`.
 */
export function prepareDemoRuns(
  folder: string,
  service: string,
): {
  readonly runs: readonly DemoRun[];
  readonly left: readonly DemoRun[];
} {
  const database = join(folder, "database");
  writeTrivyDatabase(database, FLAWS);
  const keys = makeKeys(folder);
  const left = DEMO_RUNS.filter(({ program }) => program !== undefined && installedEngine(program) === undefined);
  const runs = DEMO_RUNS.filter((run) => !left.includes(run)).map((run) => {
    const program = run.program === undefined ? undefined : installedEngine(run.program);
    const own: Readonly<Record<string, string>> = { [PROGRAM]: program ?? "", [DATABASE]: database, ...keys };
    const inputs = Object.entries(run.inputs).map(([name, value]) => [
      name,
      (own[value] ?? value).replace(SERVICE, service),
    ]);
    return { ...run, inputs: Object.fromEntries(inputs) };
  });
  return { runs, left };
}

/** A key pair: its private half logs in, and its public half stands for the host's. */
function makeKeys(folder: string): Readonly<Record<string, string>> {
  const file = join(folder, "demo-key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "demo", "-f", file]);
  return {
    [KEY]: readFileSync(file, "utf8"),
    [HOST_KEY]: `[127.0.0.1]:1 ${readFileSync(`${file}.pub`, "utf8")}`,
  };
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
