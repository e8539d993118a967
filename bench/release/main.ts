/**
 * Releases side by side in front of the same emulated GitHub: time, peak memory and requests of ours (the shipped bundle) and of
 * @semantic-release/github, which is installed from npm on first use. `npm run bench:release`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describeRun } from "../../packages/local-runner/src/event/event.ts";
import { EmulatedGitHub } from "../../packages/local-runner/src/github/gateway.ts";
import { pushEverything } from "../../packages/local-runner/src/github/git-push.ts";
import { type Measurement, measure } from "../coverage/measured-process.ts";

const root = resolve(import.meta.dirname, "../..");
const TOKEN = "bench-token";
const PEER = join(root, "build/bench/release");

/** Files of a release: how many, and bytes of each. */
const LOADS = [
  { title: "20 files of 5 MB", files: 20, bytes: 5_000_000 },
  { title: "one file of 1.9 GB", files: 1, bytes: 1_900_000_000 },
] as const;

const RUNS = 3;

installPeer();
process.stdout.write("| load | tool | seconds | peak MB | requests |\n| :--- | :--- | ---: | ---: | ---: |\n");
for (const { title, files, bytes } of LOADS) {
  const folder = workspace(files, bytes);
  for (const [tool, run] of [
    ["release (ours)", ours],
    ["@semantic-release/github", semanticRelease],
  ] as const) {
    const measured: (Measurement & { requests: number })[] = [];
    for (let at = 0; at < RUNS; at++) measured.push(await once(folder, run));
    const best = measured.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
    const { milliseconds, megabytes, requests } = best;
    process.stdout.write(
      `| ${title} | ${tool} | ${(milliseconds / 1000).toFixed(2)} | ${Math.round(megabytes)} | ${requests} |\n`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

type Run = (folder: string, github: EmulatedGitHub) => Promise<Measurement>;

async function once(folder: string, run: Run): Promise<Measurement & { requests: number }> {
  const tokens = { [TOKEN]: { login: "github-actions[bot]", write: true } };
  const github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  // Both the tag and its commit are there before, as after a push.
  pushEverything(folder, github.refs);
  try {
    const measurement = await run(folder, github);
    const release = github.releases.all[0];
    if (release?.draft !== false) throw new Error(`no release was published: ${measurement.stdout.slice(-500)}`);
    return { ...measurement, requests: github.requests.length };
  } finally {
    await github.close();
  }
}

function ours(folder: string, github: EmulatedGitHub): Promise<Measurement> {
  const sha = execFileSync("git", ["-C", folder, "rev-parse", "HEAD"], { encoding: "utf8" }).trim();
  const host = {
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    serverUrl: "https://github.com",
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    token: TOKEN,
  };
  const run = describeRun({ name: "push", tag: "v1.2.3", sha }, host);
  const event = join(folder, ".git/event.json");
  writeFileSync(event, JSON.stringify(run.payload));
  const variables = {
    ...Object.fromEntries(Object.entries(run.github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value])),
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, ".git/temp"),
    INPUT_FILES: "out/*",
    "INPUT_GITHUB-TOKEN": TOKEN,
    "INPUT_VERSION-FILES": "none",
    "INPUT_ALLOWED-BRANCHES": "any",
    // The peer writes none.
    INPUT_CHECKSUMS: "none",
  };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return measure("env", [...assignments, process.execPath, join(root, "dist/release.js")], folder);
}

function semanticRelease(folder: string, github: EmulatedGitHub): Promise<Measurement> {
  return measure(process.execPath, [join(PEER, "publish.mjs"), github.url, TOKEN], folder);
}

function workspace(files: number, bytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "jessy-bench-release-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=B", "-c", "user.email=b@example.com", ...args]);
  git("init", "--quiet", "--initial-branch=main");
  writeFileSync(join(folder, "CHANGELOG.md"), "## 1.2.3\n\n- a change\n");
  writeFileSync(join(folder, ".gitignore"), "out/\n");
  git("add", "--all");
  git("commit", "--quiet", "--message=feat: a change");
  git("tag", "v1.2.3");
  git("remote", "add", "origin", folder);
  mkdirSync(join(folder, "out"));
  for (let at = 0; at < files; at++) ftruncateSync(openSync(join(folder, `out/file-${at}.bin`), "w"), bytes);
  return folder;
}

function installPeer(): void {
  mkdirSync(PEER, { recursive: true });
  if (!existsSync(join(PEER, "node_modules"))) {
    writeFileSync(join(PEER, "package.json"), '{ "private": true }\n');
    const args = [
      "install",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--legacy-peer-deps",
      "@semantic-release/github@12",
    ];
    execFileSync("npm", args, { cwd: PEER, stdio: "inherit" });
  }
  writeFileSync(
    join(PEER, "publish.mjs"),
    `import publish from "./node_modules/@semantic-release/github/lib/publish.js";
import { SemanticReleaseOctokit } from "./node_modules/@semantic-release/github/lib/octokit.js";
const [, , githubApiUrl, token] = process.argv;
await publish(
  { githubApiUrl, assets: ["out/*"] },
  {
    cwd: process.cwd(),
    env: { GITHUB_TOKEN: token },
    options: { repositoryUrl: "https://github.com/org/demo" },
    branch: { name: "main", type: "release", main: true },
    nextRelease: { gitTag: "v1.2.3", name: "v1.2.3", notes: "- a change" },
    logger: { log() {}, error: console.error },
  },
  { Octokit: SemanticReleaseOctokit },
);
`,
  );
}
