import type { Git } from "@jessy-actions/kit/git/git";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Range } from "../facts.ts";
import { type CommitSource, MAX_COMMITS, type SourcePull, SourceUnavailable } from "./commit-source.ts";

/**
 * A complete checkout, for when GitHub's API is unavailable. The commits are the same; the title is the one that the event had.
 *
 * Every method throws SourceUnavailable when the checkout is missing, shallow, or lacks what is asked for.
 */
export class GitSource implements CommitSource {
  readonly kind = "git";
  readonly #git: Git;
  readonly #event: ActionEvent;

  private constructor(git: Git, event: ActionEvent) {
    this.#git = git;
    this.#event = event;
  }

  static async open(git: Git, event: ActionEvent): Promise<GitSource> {
    let isShallow: boolean;
    try {
      await git.root();
      isShallow = await git.isShallow();
    } catch {
      throw new SourceUnavailable("there is no checkout to read the commits from");
    }
    if (isShallow) throw new SourceUnavailable("the checkout is shallow, so it does not have every commit");
    return new GitSource(git, event);
  }

  async pullRequest(number: number): Promise<SourcePull> {
    const pull = this.#event.pullRequest;
    if (pull?.number !== number)
      throw new SourceUnavailable(`git does not know the title of the pull request #${number}`);
    const range = await this.range(pull.baseSha, pull.headSha);
    if (range === undefined) throw new SourceUnavailable("the checkout does not have the commits of the pull request");
    return {
      number,
      title: pull.title,
      // Only GitHub knows these, so nothing is ignored.
      author: "",
      labels: [],
      declared: pull.commits ?? range.declared,
      commits: range.commits,
      baseSha: pull.baseSha,
      baseRef: pull.baseRef,
      isOpen: true,
    };
  }

  async range(base: string, head: string): Promise<Range | undefined> {
    const [from, to] = [await this.#resolve(base), await this.#resolve(head)];
    if (from === undefined || to === undefined) return undefined;
    const commits = await this.#git.commitsBetween(from, to);
    if (commits.length > MAX_COMMITS)
      throw new UserError(`there are ${commits.length} commits between ${base} and ${head}, more than ${MAX_COMMITS}`);
    return {
      declared: commits.length,
      commits: commits.map(({ sha, message, parents }) => ({ sha, message, parents: parents.length })),
    };
  }

  async rootEntries(commit: string): Promise<readonly string[]> {
    return this.#git.rootEntries(await this.#need(commit));
  }

  async file(commit: string, path: string): Promise<string | undefined> {
    return (await this.#git.fileAt(await this.#need(commit), path))?.toString();
  }

  async mergeSettings(): Promise<undefined> {
    return undefined;
  }

  async #need(revision: string): Promise<string> {
    const commit = await this.#resolve(revision);
    if (commit === undefined) throw new SourceUnavailable(`the checkout does not have ${revision.slice(0, 40)}`);
    return commit;
  }

  /** A branch that is not checked out is a remote branch. */
  async #resolve(revision: string): Promise<string | undefined> {
    return (await this.#git.resolve(revision)) ?? this.#git.resolve(`refs/remotes/origin/${revision}`);
  }
}
