import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadAction } from "../packages/local-runner/src/action/action-download.ts";
import { readActionFile } from "../packages/local-runner/src/action/action-file.ts";
import { parseUses } from "../packages/local-runner/src/action/uses.ts";
import { runOnEmulatedGitHub } from "../packages/local-runner/src/event/emulated-run.ts";
import { NO_COMMIT, type Trigger } from "../packages/local-runner/src/event/event.ts";
import { EmulatedGitHub } from "../packages/local-runner/src/github/gateway.ts";
import type { StepResult } from "../packages/local-runner/src/step/run-action.ts";
import { DemoRepository } from "./demo-repository.ts";
import { GitHubContract } from "./github-contract.ts";
import { startInStandingNode } from "./standing-node.ts";

export const OWNER = "org";
export const REPOSITORY = "demo";

/** What `${{ github.token }}` is: of a run of the repository itself, of a pull request from a fork, of a person. */
export const TOKENS = {
  own: "ghs_ownRunToken000000000000000000000000",
  fork: "ghs_forkRunToken00000000000000000000000",
  person: "ghp_personalToken0000000000000000000000",
} as const;

const BOT = "github-actions[bot]";

export interface OpenPullRequest {
  readonly number: number;
  readonly owner: string;
  readonly base: string;
  readonly head: string;
  readonly headRef: string;
}

export interface RunSettings {
  readonly action?: string;
  /** The folder of an action.yml, instead of an action of this checkout. */
  readonly folder?: string;
  /** What a workflow writes in `uses:`, and the repository that it is downloaded from, instead of an action of this checkout. */
  readonly uses?: { readonly text: string; readonly from: string };
  readonly token?: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of what the runner says of the cache service. */
  readonly runtime?: Readonly<Record<string, string>>;
  /** What of the `github` context is otherwise: `run_attempt`, say. */
  readonly context?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  /** RUNNER_TEMP: a runner of its own, for jobs that run at the same time. */
  readonly temporary?: string;
}

/**
 * A repository, GitHub before it, and shipped actions that run in it as GitHub's runner runs them. `close` fails when a request was
 * sent that GitHub's own description does not know.
 */
export class Scenario {
  readonly repository = new DemoRepository();
  readonly github: EmulatedGitHub;
  readonly #temporary = mkdtempSync(join(tmpdir(), "jessy-runner-"));

  static async start(): Promise<Scenario> {
    return new Scenario(
      await EmulatedGitHub.start({
        owner: OWNER,
        repository: REPOSITORY,
        defaultBranch: "main",
        tokens: {
          [TOKENS.own]: { login: BOT, write: true },
          [TOKENS.fork]: { login: BOT, write: false },
          [TOKENS.person]: { login: "alice", write: true },
        },
      }),
    );
  }

  private constructor(github: EmulatedGitHub) {
    this.github = github;
  }

  /** Opens a pull request from HEAD's branch, which started at `base`. */
  async openPullRequest(base: string, { owner = OWNER, headRef = "change" } = {}): Promise<OpenPullRequest> {
    const { head } = this.repository;
    const seeded = { headOwner: owner, headRef, headSha: head, baseRef: "main", baseSha: base };
    return { number: await this.github.openPullRequest(seeded), owner, base, head, headRef };
  }

  run(
    trigger: Trigger,
    inputs: Readonly<Record<string, string>> = {},
    settings: RunSettings = {},
  ): Promise<StepResult> {
    const {
      action = "coverage-gate",
      folder = resolve(import.meta.dirname, "../actions", action),
      uses,
      token = TOKENS.own,
      workspace = this.repository.folder,
      temporary = this.#temporary,
      ...rest
    } = settings;
    const parsed = uses === undefined ? undefined : parseUses(uses.text);
    return runOnEmulatedGitHub({
      ...rest,
      github: this.github,
      trigger,
      ...(parsed !== undefined && { uses: parsed }),
      action:
        parsed === undefined || uses === undefined
          ? readActionFile(folder)
          : downloadAction(parsed, uses.from, join(temporary, "_actions")),
      inputs,
      token,
      workspace,
      temporary,
      node: process.execPath,
      start: startInStandingNode,
    });
  }

  /** A run of a pull request, by the token that GitHub gives it. */
  runPullRequest(
    pull: OpenPullRequest,
    inputs?: Readonly<Record<string, string>>,
    settings: RunSettings = {},
  ): Promise<StepResult> {
    const token = pull.owner === OWNER ? TOKENS.own : TOKENS.fork;
    return this.run(pullRequestTrigger(pull), inputs, { token, ...settings });
  }

  runPush(
    branch: string,
    inputs?: Readonly<Record<string, string>>,
    { before = NO_COMMIT, ...settings }: RunSettings & { readonly before?: string } = {},
  ): Promise<StepResult> {
    return this.run({ name: "push", branch, before, sha: this.repository.head }, inputs, settings);
  }

  async commentBodies(pull: OpenPullRequest): Promise<string[]> {
    return (await this.github.comments(pull.number)).map(({ body }) => body);
  }

  /** Puts a comment on a pull request as the holder of a token. */
  async post(pull: OpenPullRequest, body: string, token: string = TOKENS.person): Promise<void> {
    const response = await fetch(`${this.github.url}/repos/${OWNER}/${REPOSITORY}/issues/${pull.number}/comments`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ body }),
    });
    if (response.status !== 201) throw new Error(`the emulated GitHub refused a comment: ${await response.text()}`);
  }

  async close(): Promise<void> {
    const requests = this.github.requests.filter(({ path }) => !/^\/(?:graphql|twirp|codeload)\b/.test(path));
    await this.github.close();
    this.repository.remove();
    rmSync(this.#temporary, { recursive: true, force: true });
    const problems = requests.flatMap((request) => contract().problems(request));
    if (problems.length > 0) throw new Error(`requests that GitHub does not know:\n${problems.join("\n")}`);
  }
}

export function pullRequestTrigger(
  { number, owner, base, head, headRef }: OpenPullRequest,
  { mergeSha }: { readonly mergeSha?: string } = {},
): Trigger {
  return {
    name: "pull_request",
    number,
    head: { owner, ref: headRef, sha: head },
    base: { owner: OWNER, ref: "main", sha: base },
    ...(mergeSha !== undefined && { mergeSha }),
  };
}

let loaded: GitHubContract | undefined;

/** Twelve megabytes of description: read once a test file. */
function contract(): GitHubContract {
  loaded ??= new GitHubContract();
  return loaded;
}
