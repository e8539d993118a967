import type { ActionFile } from "../action/action-file.ts";
import type { Uses } from "../action/uses.ts";
import { type Checkout, headBranch, type LocalEvent, localTrigger, PULL_REQUEST_EVENTS } from "../checkout/checkout.ts";
import { LocalFiles, registerCommits, registerRefs, subjectOf } from "../checkout/local-history.ts";
import { runOnEmulatedGitHub } from "../event/emulated-run.ts";
import { EmulatedGitHub } from "../github/gateway.ts";
import type { StepResult } from "../step/run-action.ts";

/** The change that a session is about. */
export interface LocalChange {
  readonly checkout: Checkout;
  /** The commit that it starts from. */
  readonly base: string;
  /** The pull request's; default: the first line of HEAD's message. */
  readonly title?: string | undefined;
  /** RUNNER_TEMP. Outputs name files in it, so it is the caller's to remove. */
  readonly temporary: string;
}

export interface LocalStep {
  readonly action: ActionFile;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: LocalEvent;
  /** What `uses:` said, when the action was downloaded. */
  readonly uses?: Uses | undefined;
  /** As "Enable debug logging" of a re-run. */
  readonly debug?: boolean;
  readonly onLine?: ((line: string) => void) | undefined;
}

const WORKFLOW_BOT = "github-actions[bot]";
const TOKEN = "local-token";

/** A change of a local checkout in front of an emulated GitHub: its steps share one pull request. */
export class LocalSession {
  readonly title: string;
  readonly #github: EmulatedGitHub;
  readonly #change: LocalChange;
  #pullRequest = 0;

  static async start(change: LocalChange): Promise<LocalSession> {
    const { owner, repository, defaultBranch, root, sha } = change.checkout;
    const github = await EmulatedGitHub.start({
      owner,
      repository,
      defaultBranch,
      tokens: { [TOKEN]: { login: WORKFLOW_BOT, write: true } },
    });
    registerRefs(github.refs, root, defaultBranch, sha);
    registerCommits(github.refs, root, change.base, sha);
    github.files = new LocalFiles(root);
    return new LocalSession(github, change);
  }

  private constructor(github: EmulatedGitHub, change: LocalChange) {
    this.#github = github;
    this.#change = change;
    this.title = change.title ?? subjectOf(change.checkout.root, change.checkout.sha);
  }

  async run({ action, inputs, event, uses, debug = false, onLine }: LocalStep): Promise<StepResult> {
    const { checkout, base, temporary } = this.#change;
    const number = PULL_REQUEST_EVENTS.includes(event) ? await this.#openPullRequest() : 0;
    return runOnEmulatedGitHub({
      github: this.#github,
      trigger: localTrigger(event, checkout, base, number),
      action,
      inputs,
      token: TOKEN,
      workspace: checkout.root,
      temporary,
      node: process.execPath,
      ...(uses !== undefined && { uses }),
      ...(debug && { env: { RUNNER_DEBUG: "1" } }),
      ...(onLine !== undefined && { onLine }),
    });
  }

  /** The number of the pull request; undefined while no step was about one. */
  get pullRequest(): number | undefined {
    return this.#pullRequest === 0 ? undefined : this.#pullRequest;
  }

  /** The comments on the pull request, oldest first. */
  async comments(): Promise<readonly { readonly login: string; readonly body: string }[]> {
    return this.#pullRequest === 0 ? [] : this.#github.comments(this.#pullRequest);
  }

  /** Where links lead to nothing: the repository as GitHub would have it, and the emulated GitHub, which ends with the session. */
  get emulatedAddresses(): readonly string[] {
    const { owner, repository } = this.#change.checkout;
    return [`https://github.com/${owner}/${repository}`, this.#github.url];
  }

  close(): Promise<void> {
    return this.#github.close();
  }

  async #openPullRequest(): Promise<number> {
    const { checkout, base } = this.#change;
    if (this.#pullRequest === 0)
      this.#pullRequest = await this.#github.openPullRequest({
        headOwner: checkout.owner,
        headRef: headBranch(checkout),
        headSha: checkout.sha,
        baseRef: checkout.defaultBranch,
        baseSha: base,
        title: this.title,
      });
    return this.#pullRequest;
  }
}
