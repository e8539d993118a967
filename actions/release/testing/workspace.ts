import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Trigger } from "../../../packages/local-runner/src/event/event.ts";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { pushEverything } from "../../../packages/local-runner/src/github/git-push.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { DemoRepository } from "../../../test/demo-repository.ts";
import { collect } from "../src/collect.ts";
import { evaluate } from "../src/evaluate.ts";
import { execute } from "../src/execute.ts";
import { readInputs } from "../src/inputs.ts";
import type { Result } from "../src/result.ts";

const TOKEN = "own-token";

export interface RunOptions {
  /** The repository that the run is of. */
  readonly repository?: { readonly owner: string; readonly name: string };
  readonly onLine?: (line: string) => void;
  readonly token?: string;
}

/** A repository with a remote, GitHub before it, and the action's parts run one after the other in this process. */
export class Workspace {
  readonly github: EmulatedGitHub;
  readonly #repository = new DemoRepository();
  readonly #remote = mkdtempSync(join(tmpdir(), "jessy-remote-"));

  static async start(): Promise<Workspace> {
    const options = { owner: "org", repository: "demo", defaultBranch: "main" };
    const tokens = { [TOKEN]: { login: "github-actions[bot]", write: true } };
    return new Workspace(await EmulatedGitHub.start({ ...options, tokens }));
  }

  private constructor(github: EmulatedGitHub) {
    this.github = github;
    execFileSync("git", ["init", "--quiet", "--bare", this.#remote]);
    this.git("remote", "add", "origin", this.#remote);
  }

  get folder(): string {
    return this.#repository.folder;
  }

  git(...args: readonly string[]): string {
    return this.#repository.git(...args);
  }

  write(files: Readonly<Record<string, string>>): void {
    this.#repository.write(files);
  }

  /** Commits, tags and pushes. @returns the commit. */
  publish(files: Readonly<Record<string, string>>, tag?: string, message = "feat: a change"): string {
    const sha = this.#repository.commit(files, message);
    if (tag !== undefined) this.git("tag", tag);
    this.push();
    return sha;
  }

  push(): void {
    this.git("push", "--quiet", "--force", "--tags", "origin", "main");
    pushEverything(this.folder, this.github.refs);
  }

  io(tag: string, { repository, onLine, token = TOKEN }: RunOptions = {}): ActionIo {
    const trigger: Trigger = { name: "push", tag, sha: this.#repository.head };
    const io = ioOf(this.folder, trigger, { url: this.github.url, token, ...(onLine !== undefined && { onLine }) });
    const event = { ...io.event(), ...(repository !== undefined && { repository }) };
    return { ...io, event: () => event };
  }

  /** The plan as a run of the tag makes it. */
  async plan(tag: string, inputs: Readonly<Record<string, string>> = {}): Promise<Result> {
    const { read, io } = this.read(tag, inputs);
    return evaluate(read, await collect(read, io));
  }

  /** The plan carried out. */
  async release(tag: string, inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}): Promise<Result> {
    const { read, io } = this.read(tag, inputs, options);
    return execute(evaluate(read, await collect(read, io)), read, io);
  }

  /** What a run of the tag gets. */
  read(tag: string, inputs: Readonly<Record<string, string>>, options: RunOptions = {}) {
    const values = Object.entries({ "github-token": TOKEN, ...inputs });
    const reader = new InputReader(
      Object.fromEntries(values.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    );
    const read = readInputs(reader);
    reader.finish();
    return { read, io: this.io(tag, { ...options, token: read.token }) };
  }

  async close(): Promise<void> {
    await this.github.close();
    this.#repository.remove();
    rmSync(this.#remote, { recursive: true, force: true });
  }
}
