import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { pushEverything } from "../../packages/local-runner/src/github/git-push.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { type RunSettings, Scenario, TOKENS } from "../scenario.ts";

/** A package at version 1.2.3 with its changelog, as a team would keep it. */
export const PACKAGE: Readonly<Record<string, string>> = {
  "Cargo.toml": '[package]\nname = "demo"\nversion = "1.2.3"\nedition = "2021"\n',
  "CHANGELOG.md":
    "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-24\n\n### Fixed\n\n- The parser reads `a|b`.\n",
  ".gitignore": "out/\n",
};

/** What a run of `v1.2.3` on the tip of `main` asks before its first change. */
export const LOOKS = [
  "GET /git/matching-refs/tags 200",
  "GET /git/ref/tags%2Fv1.2.3 200",
  "GET /git/ref/heads%2Fmain 200",
  "GET /releases 200",
];

export interface ReleaseRun {
  readonly outcome: StepResult["outcome"];
  readonly outputs: ReadonlyMap<string, string>;
  readonly log: string;
  readonly summary: string;
  readonly step: StepResult;
  // biome-ignore lint/suspicious/noExplicitAny: what the result file holds is checked field by field
  readonly result: any;
}

/** A repository with a remote of its own, that the emulated GitHub knows as it was last pushed. */
export class ReleaseScenario {
  readonly scenario: Scenario;
  readonly #remote = mkdtempSync(join(tmpdir(), "jessy-remote-"));

  static async start(): Promise<ReleaseScenario> {
    return new ReleaseScenario(await Scenario.start());
  }

  private constructor(scenario: Scenario) {
    this.scenario = scenario;
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", this.#remote]);
    this.repository.git("remote", "add", "origin", this.#remote);
    this.github.refs.onlyRegistered = true;
  }

  get repository() {
    return this.scenario.repository;
  }

  get github() {
    return this.scenario.github;
  }

  /** Commits files and, with a tag, tags them; pushes everything. @returns the commit. */
  publish(files: Readonly<Record<string, string>>, tag?: string, message = "feat: a change"): string {
    const sha = this.repository.commit(files, message);
    if (tag !== undefined) this.repository.git("tag", tag);
    this.push();
    return sha;
  }

  push(): void {
    this.repository.git("push", "--quiet", "--force", "origin", "main");
    this.repository.git("push", "--quiet", "--force", "--tags", "origin");
    pushEverything(this.repository.folder, this.github.refs);
  }

  /** A run of the tag's push, with the tag checked out. */
  async release(
    tag: string,
    inputs: Readonly<Record<string, string>> = {},
    settings: RunSettings & { readonly sha?: string } = {},
  ): Promise<ReleaseRun> {
    const sha = settings.sha ?? this.repository.git("rev-parse", `${tag}^{commit}`);
    const token = settings.token ?? TOKENS.own;
    const step = await this.scenario.run(
      { name: "push", tag, sha },
      { "github-token": token, ...inputs },
      { action: "release", token, ...settings },
    );
    return read(step);
  }

  /** Requests that the emulated GitHub got since the last call. */
  takeRequests(): string[] {
    const all = this.github.requests.splice(0);
    this.#taken.push(...all);
    return all.map(({ method, path, status }) => `${method} ${path.replace("/repos/org/demo", "")} ${status}`);
  }

  readonly #taken: (typeof this.github.requests)[number][] = [];

  async close(): Promise<void> {
    this.github.requests.unshift(...this.#taken);
    rmSync(this.#remote, { recursive: true, force: true });
    await this.scenario.close();
  }
}

/** Every result file of every test fits the published schema. */
const fits = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/schema/release-result.v1.json"), "utf8")),
);

export function read(step: StepResult): ReleaseRun {
  const file = step.outputs.get("result-file");
  if (file !== undefined && !fits(JSON.parse(readFileSync(file, "utf8"))))
    throw new Error(`the result file does not fit its schema: ${JSON.stringify(fits.errors)}`);
  return {
    outcome: step.outcome,
    outputs: step.outputs,
    log: step.log.join("\n"),
    summary: step.summary ?? "",
    step,
    result: file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8")),
  };
}
