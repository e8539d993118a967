import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action-io";
import { InputReader } from "@jessy-actions/kit/inputs";
import { createLog } from "@jessy-actions/kit/log";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { pushEverything } from "../../../packages/local-runner/src/github/git-push.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { collect } from "../src/collect.ts";
import { evaluate } from "../src/evaluate.ts";
import { execute } from "../src/execute.ts";
import { readInputs } from "../src/inputs.ts";
import type { Plan } from "../src/plan.ts";

const TOKEN = "own-token";

export interface RunOptions {
  /** The repository that the run is of. */
  readonly repository?: { readonly owner: string; readonly name: string };
  readonly onLine?: (line: string) => void;
}

/** A repository with a remote, GitHub before it, and the action's parts run one after the other in this process. */
export class Workspace {
  readonly github: EmulatedGitHub;
  readonly folder = mkdtempSync(join(tmpdir(), "jessy-release-"));
  readonly #remote = mkdtempSync(join(tmpdir(), "jessy-remote-"));

  static async start(): Promise<Workspace> {
    const options = { owner: "org", repository: "demo", defaultBranch: "main" };
    const tokens = { [TOKEN]: { login: "github-actions[bot]", write: true } };
    return new Workspace(await EmulatedGitHub.start({ ...options, tokens }));
  }

  private constructor(github: EmulatedGitHub) {
    this.github = github;
    this.git("init", "--quiet", "--initial-branch=main");
    execFileSync("git", ["init", "--quiet", "--bare", this.#remote]);
    this.git("remote", "add", "origin", this.#remote);
  }

  git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=Demo", "-c", "user.email=demo@example.com"];
    return execFileSync("git", ["-C", this.folder, ...identity, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Commits, tags and pushes. @returns the commit. */
  publish(files: Readonly<Record<string, string>>, tag?: string, message = "feat: a change"): string {
    this.write(files);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", `--message=${message}`);
    if (tag !== undefined) this.git("tag", tag);
    this.git("push", "--quiet", "--force", "--tags", "origin", "main");
    pushEverything(this.folder, this.github.refs);
    return this.git("rev-parse", "HEAD");
  }

  io(tag: string, { repository, onLine }: RunOptions = {}): ActionIo {
    const io = ioOf(this.folder, { name: "push", tag, sha: this.git("rev-parse", "HEAD") });
    const event = { ...io.event(), ...(repository !== undefined && { repository }) };
    return {
      ...io,
      environment: { ...io.environment, GITHUB_API_URL: this.github.url },
      event: () => event,
      log: createLog((text) => onLine?.(text)),
    };
  }

  /** The plan as a run of the tag makes it. */
  async plan(tag: string, inputs: Readonly<Record<string, string>> = {}): Promise<Plan> {
    const { read, io } = this.#read(tag, inputs);
    return evaluate(read, await collect(read, io));
  }

  /** The plan carried out. */
  async release(tag: string, inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}): Promise<Plan> {
    const { read, io } = this.#read(tag, inputs, options);
    return execute(evaluate(read, await collect(read, io)), read, io);
  }

  #read(tag: string, inputs: Readonly<Record<string, string>>, options: RunOptions = {}) {
    const values = Object.entries({ "github-token": TOKEN, ...inputs });
    const reader = new InputReader(
      Object.fromEntries(values.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    );
    const read = readInputs(reader);
    reader.finish();
    return { read, io: this.io(tag, options) };
  }

  async close(): Promise<void> {
    await this.github.close();
    for (const folder of [this.folder, this.#remote]) rmSync(folder, { recursive: true, force: true });
  }
}
