import { UserError } from "@jessy-actions/reading/user-error";
import { readFile } from "./file-content.ts";

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export interface PullRequest {
  readonly number: number;
  /** As it was when the event was sent: a re-run gets the old one. */
  readonly title: string;
  /** How many commits it has; undefined when the payload does not say. */
  readonly commits: number | undefined;
  /** Whether the head lives in another repository (or in one that is gone): the token is read-only then. */
  readonly fork: boolean;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

/** The event that started the run, whatever its kind, in one form. */
export interface ActionEvent {
  /** As GitHub sent it. Anybody can open a pull request: no shape and no text of it is to be trusted. */
  readonly payload: unknown;
  readonly name: string;
  readonly repository: RepositoryName;
  readonly serverUrl: string;
  /** Undefined when the payload does not say (no GitHub event has that, but a hand-made one may). */
  readonly defaultBranch: string | undefined;
  /** The commit that actions/checkout takes: on pull_request GitHub's merge commit, not the head. */
  readonly sha: string;
  readonly ref: string;
  /** The commit that people pushed. */
  readonly headSha: string;
  readonly pullRequest: PullRequest | undefined;
  /** The commit that a push or a merge group starts from; undefined for a new branch and for other events. */
  readonly before: string | undefined;
  readonly pushToDefaultBranch: boolean;
  /** workflow_run only: where the run that this one follows comes from. The pull request is looked up by it, never taken from an artifact. */
  readonly followedRun:
    | { readonly headSha: string; readonly headRef: string; readonly headOwner: string; readonly event: string }
    | undefined;
}

/** Reads GITHUB_EVENT_PATH. @throws UserError when the environment is not that of a GitHub Actions step. */
export function readEvent(environment: Readonly<Record<string, string | undefined>>): ActionEvent {
  const path = environment.GITHUB_EVENT_PATH;
  if (path === undefined || path === "") return resolveEvent(environment, {});
  let payload: unknown;
  try {
    payload = JSON.parse(readFile(path).toString());
  } catch (error) {
    throw new UserError(`the event in GITHUB_EVENT_PATH (${path}) cannot be read: ${(error as Error).message}`);
  }
  return resolveEvent(environment, payload);
}

/** Pure. The payload is untrusted (anybody can open a pull request): only values of the expected shape are taken over. */
export function resolveEvent(environment: Readonly<Record<string, string | undefined>>, payload: unknown): ActionEvent {
  const name = environment.GITHUB_EVENT_NAME ?? "";
  const slug = environment.GITHUB_REPOSITORY ?? "";
  const [owner, repository, ...rest] = slug.split("/");
  if (owner === undefined || owner === "" || repository === undefined || repository === "" || rest.length > 0) {
    throw new UserError(
      `GITHUB_REPOSITORY is \`${slug}\`; an action runs in a GitHub Actions step, or locally by \`npx jessy run\``,
    );
  }
  const event = new Payload(payload);
  const sha = environment.GITHUB_SHA ?? "";
  const ref = environment.GITHUB_REF ?? "";
  const defaultBranch = event.text("repository", "default_branch");
  const pullRequest = name === "pull_request" || name === "pull_request_target" ? readPullRequest(event) : undefined;
  const followedRun = name === "workflow_run" ? readFollowedRun(event) : undefined;
  return {
    payload,
    name,
    repository: { owner, name: repository },
    serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
    defaultBranch,
    sha,
    ref,
    headSha: pullRequest?.headSha ?? followedRun?.headSha ?? event.sha("merge_group", "head_sha") ?? sha,
    pullRequest,
    before:
      name === "push"
        ? knownSha(event.sha("before"))
        : name === "merge_group"
          ? event.sha("merge_group", "base_sha")
          : undefined,
    pushToDefaultBranch: name === "push" && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`,
    followedRun,
  };
}

function readPullRequest(event: Payload): PullRequest {
  const number = event.number("pull_request", "number") ?? event.number("number");
  const headSha = event.sha("pull_request", "head", "sha");
  const baseSha = event.sha("pull_request", "base", "sha");
  if (number === undefined || headSha === undefined || baseSha === undefined) {
    throw new UserError(
      "the pull request event has no number, head.sha or base.sha; is GITHUB_EVENT_PATH the payload that GitHub sent?",
    );
  }
  // A deleted fork leaves head.repo null.
  const headId = event.number("pull_request", "head", "repo", "id");
  return {
    number,
    title: event.text("pull_request", "title") ?? "",
    commits: event.number("pull_request", "commits"),
    fork: headId === undefined || headId !== event.number("pull_request", "base", "repo", "id"),
    headSha,
    headRef: event.text("pull_request", "head", "ref") ?? "",
    baseSha,
    baseRef: event.text("pull_request", "base", "ref") ?? "",
  };
}

function readFollowedRun(event: Payload): ActionEvent["followedRun"] {
  const headSha = event.sha("workflow_run", "head_sha");
  const headOwner = event.text("workflow_run", "head_repository", "owner", "login");
  if (headSha === undefined || headOwner === undefined) return undefined;
  return {
    headSha,
    headOwner,
    headRef: event.text("workflow_run", "head_branch") ?? "",
    event: event.text("workflow_run", "event") ?? "",
  };
}

/** All zeros stand for "no such commit": the push made the branch. */
function knownSha(sha: string | undefined): string | undefined {
  return sha === undefined || /^0+$/.test(sha) ? undefined : sha;
}

class Payload {
  readonly #root: unknown;

  constructor(root: unknown) {
    this.#root = root;
  }

  text(...keys: readonly string[]): string | undefined {
    const value = this.#at(keys);
    return typeof value === "string" ? value : undefined;
  }

  number(...keys: readonly string[]): number | undefined {
    const value = this.#at(keys);
    return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
  }

  sha(...keys: readonly string[]): string | undefined {
    const value = this.text(...keys);
    return value !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
  }

  #at(keys: readonly string[]): unknown {
    let value = this.#root;
    for (const key of keys) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string, unknown>)[key];
    }
    return value;
  }
}
