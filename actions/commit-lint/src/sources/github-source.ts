import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import {
  boolean,
  id,
  list,
  object,
  optional,
  type Read,
  type Shape,
  sha,
  text,
  whole,
} from "@jessy-actions/kit/github/shape";
import { UserError } from "@jessy-actions/reading/user-error";
import { type CommitFacts, isCounted, type MergeSettings, type Range } from "../facts.ts";
import {
  type CommitSource,
  MAX_COMMITS,
  type SourcePull,
  SourceUnavailable,
  type WantedCommits,
} from "./commit-source.ts";

/** Commits that GitHub lists of a pull request (docs, "List commits on a pull request"). */
const PULL_COMMITS_MAX = 250;

const PER_PAGE = 100;

/** How often a pull request is read if it changes meanwhile. */
const MAX_ATTEMPTS = 3;

const login = object({ login: optional(text) });

const listedCommit = {
  sha,
  commit: object({ message: text }),
  author: optional(login),
  parents: list(object({ sha })),
};
const apiCommit = object(listedCommit);
type ApiCommit = Read<typeof listedCommit>;

const shownPull = {
  number: id,
  state: text,
  title: text,
  user: optional(login),
  labels: list(object({ name: text })),
  commits: whole,
  head: object({ sha }),
  base: object({ sha, ref: text }),
};
const apiPull = object(shownPull);
type ApiPull = Read<typeof shownPull>;

const apiComparison = object({ total_commits: whole, commits: list(apiCommit) });

const apiTree = object({ tree: list(object({ path: text })) });

const apiFile = object({ type: text, encoding: optional(text), content: optional(text) });

/** Of a folder GitHub answers with the list of its entries. */
const fileOrFolder: Shape<ReturnType<typeof apiFile>> = (value) => (value.isList ? { type: "dir" } : apiFile(value));

const apiRepository = object({
  allow_merge_commit: optional(boolean),
  allow_squash_merge: optional(boolean),
  allow_rebase_merge: optional(boolean),
  squash_merge_commit_title: optional(text),
  merge_commit_title: optional(text),
});

/**
 * GitHub's API. It knows the title as it is now, needs no checkout, and reads nothing of a pull request but its texts.
 *
 * Every method throws SourceUnavailable when GitHub does not answer, and UserError when it refuses.
 */
export class GitHubSource implements CommitSource {
  readonly kind = "api";
  readonly #github: GitHub;
  readonly #repository: { readonly owner: string; readonly repo: string };

  constructor(github: GitHub, { owner, name }: { readonly owner: string; readonly name: string }) {
    this.#github = github;
    this.#repository = { owner, repo: name };
  }

  async pullRequest(number: number, wanted: WantedCommits): Promise<SourcePull | undefined> {
    for (let attempt = 1; ; attempt++) {
      const pull = await this.#unlessMissing(() => this.#pull(number));
      if (pull === undefined) return undefined;
      if (wanted === "single" && pull.commits !== 1) return pullOf(pull, undefined);
      const commits = await this.#commitsOf(pull);
      const isWhole = isCounted(pull.commits, commits) && commits.some(({ sha }) => sha === pull.head.sha);
      // Somebody may have pushed between the two requests.
      if (isWhole || attempt === MAX_ATTEMPTS) return pullOf(pull, isWhole ? commits : withoutStale(pull, commits));
    }
  }

  async range(base: string, head: string): Promise<Range | undefined> {
    const commits: CommitFacts[] = [];
    const seen = new Set<string>();
    for (let page = 1; ; page++) {
      const parameters = { ...this.#repository, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
      const answer = await this.#unlessMissing(() =>
        this.#ask("GET /repos/{owner}/{repo}/compare/{basehead}", parameters, apiComparison),
      );
      if (answer === undefined) return undefined;
      const declared = answer.total_commits;
      if (declared > MAX_COMMITS) {
        throw new UserError(
          `there are ${declared} commits between ${base.slice(0, 40)} and ${head.slice(0, 40)}, more than the ${MAX_COMMITS} that are checked; write \`check: title\`, or a later commit in \`from\``,
        );
      }
      for (const commit of answer.commits) {
        // Commits that were read already would make up for those that are missing.
        if (seen.has(commit.sha))
          throw new SourceUnavailable(`GitHub is unavailable (page ${page} of a comparison repeats ${commit.sha})`);
        seen.add(commit.sha);
        commits.push(commitOf(commit));
      }
      if (answer.commits.length === 0 || commits.length >= declared) return { declared, commits };
    }
  }

  async rootEntries(commit: string): Promise<readonly string[]> {
    const wanted = { ...this.#repository, tree_sha: commit };
    const { tree } = await this.#ask("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", wanted, apiTree);
    return tree.map(({ path }) => path);
  }

  async file(commit: string, path: string): Promise<string | undefined> {
    const wanted = { ...this.#repository, path, ref: commit };
    const found = await this.#unlessMissing(() =>
      this.#ask("GET /repos/{owner}/{repo}/contents/{path}", wanted, fileOrFolder),
    );
    if (found === undefined) return undefined;
    if (found.type !== "file" || found.encoding !== "base64" || found.content === undefined)
      throw new UserError(`\`${path}\` is not a file of at most one megabyte; write the rules into such a file`);
    return Buffer.from(found.content, "base64").toString();
  }

  async mergeSettings(): Promise<MergeSettings | undefined> {
    const repository = await this.#ask("GET /repos/{owner}/{repo}", this.#repository, apiRepository);
    const { allow_merge_commit: merge, allow_squash_merge: squash, allow_rebase_merge: rebase } = repository;
    if (merge === undefined || squash === undefined || rebase === undefined) return undefined;
    return {
      allowsMerge: merge,
      allowsSquash: squash,
      allowsRebase: rebase,
      squashTitle: repository.squash_merge_commit_title === "PR_TITLE" ? "PR_TITLE" : "COMMIT_OR_PR_TITLE",
      mergeTitle: repository.merge_commit_title === "PR_TITLE" ? "PR_TITLE" : "MERGE_MESSAGE",
    };
  }

  async #pull(number: number): Promise<ApiPull> {
    const wanted = { ...this.#repository, pull_number: number };
    return this.#ask("GET /repos/{owner}/{repo}/pulls/{pull_number}", wanted, apiPull);
  }

  /** GitHub's list ends at 250 commits, whatever the pages; a comparison goes on. */
  async #commitsOf(pull: ApiPull): Promise<readonly CommitFacts[]> {
    if (pull.commits > PULL_COMMITS_MAX) return (await this.range(pull.base.sha, pull.head.sha))?.commits ?? [];
    const commits: CommitFacts[] = [];
    const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits";
    await this.#translate(async () => {
      const parameters = { ...this.#repository, pull_number: pull.number };
      for await (const commit of this.#github.paginate(route, parameters, apiCommit)) commits.push(commitOf(commit));
    });
    return commits;
  }

  #ask<Answer>(
    route: string,
    parameters: Readonly<Record<string, string | number>>,
    shape: Shape<Answer>,
  ): Promise<Answer> {
    return this.#translate(() => this.#github.request(route, parameters, shape));
  }

  async #unlessMissing<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof UserError && error.cause instanceof GitHubError && error.cause.status === 404)
        return undefined;
      throw error;
    }
  }

  async #translate<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (isOutage(error)) throw new SourceUnavailable(`GitHub is unavailable (${error.message})`, { cause: error });
      const refusal = new UserError(
        `GitHub refuses ${error.message}; the job needs \`permissions: { contents: read, pull-requests: read }\``,
      );
      refusal.cause = error;
      throw refusal;
    }
  }
}

/** Whether trying later, or another source, would help. */
function isOutage({ status, message }: GitHubError): boolean {
  return status === 0 || status >= 500 || status === 429 || (status === 403 && /rate limit/i.test(message));
}

/** Commits without the head are of an older push: none of them counts, and the missing number fails the check. */
function withoutStale(pull: ApiPull, commits: readonly CommitFacts[]): readonly CommitFacts[] {
  return commits.some(({ sha }) => sha === pull.head.sha) ? commits : [];
}

function pullOf(pull: ApiPull, commits: readonly CommitFacts[] | undefined): SourcePull {
  return {
    number: pull.number,
    title: pull.title,
    author: pull.user?.login ?? "ghost",
    labels: pull.labels.map(({ name }) => name),
    declared: pull.commits,
    commits,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    isOpen: pull.state === "open",
  };
}

function commitOf({ sha, commit, author, parents }: ApiCommit): CommitFacts {
  const name = author?.login;
  return { sha, message: commit.message, parents: parents.length, ...(name !== undefined && { author: name }) };
}
