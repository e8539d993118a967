/** What tags and labels are made from: the event, the commit and the repository. Plain data, all of it untrusted. */
export interface BuildContext {
  /** GITHUB_EVENT_NAME */
  readonly eventName: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/N/merge` */
  readonly ref: string;
  /** The commit, 40 or 64 hexadecimal digits; empty if there is none. */
  readonly sha: string;
  /** For `{{base_ref}}`: the target branch of a pull request, or what a push of a tag says of its branch. */
  readonly baseRef: string | undefined;
  readonly repository: RepositoryFacts;
  /** When the commit was committed. */
  readonly commitDate: Date;
  readonly now: Date;
}

/** What GitHub says of the repository. A missing fact is an empty text. */
export interface RepositoryFacts {
  readonly name: string;
  readonly description: string;
  readonly htmlUrl: string;
  /** SPDX, such as `MIT`. */
  readonly licence: string;
  readonly defaultBranch: string;
}

/** The environment's and the event's part of a context. */
export interface EventFacts {
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  /** The parsed event file; its shape is not trusted. */
  readonly payload: unknown;
  /** Name a pull request's head commit instead of the merge commit (DOCKER_METADATA_PR_HEAD_SHA). */
  readonly usesHeadSha: boolean;
}

/** The parts of a context that the event decides. No commit date means: ask GitHub or git for it. */
export interface EventContext {
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  readonly baseRef: string | undefined;
  readonly defaultBranch: string | undefined;
  readonly headRef: string | undefined;
  readonly pullRequest: number | undefined;
  readonly commitDate: Date | undefined;
}

/**
 * Reads the event as metadata-action does: with `pull_request_target` the ref is the pull request's, not the branch that
 * GITHUB_REF names, and the commit's date is in the payload of a push.
 */
export function eventContext({ eventName, ref, sha, payload, usesHeadSha }: EventFacts): EventContext {
  const pull = field(payload, "pull_request");
  const number = field(payload, "number");
  const pullRequest = typeof number === "number" && pull !== undefined ? number : undefined;
  const isTarget = eventName.includes("pull_request_target") && pullRequest !== undefined;
  const ownRef = isTarget ? `refs/pull/${pullRequest}/merge` : ref;
  const headSha = text(field(field(pull, "head"), "sha"));
  const ownSha = usesHeadSha && eventName.includes("pull_request") && headSha !== undefined ? headSha : sha;
  return {
    eventName,
    ref: ownRef,
    sha: ownSha,
    baseRef: baseOf(ownRef, payload),
    defaultBranch: text(field(field(payload, "repository"), "default_branch")),
    headRef: text(field(field(pull, "head"), "ref")),
    pullRequest,
    commitDate: commitDate(payload, ownSha),
  };
}

function baseOf(ref: string, payload: unknown): string | undefined {
  if (ref.startsWith("refs/tags/")) return text(field(payload, "base_ref"))?.replace(/^refs\/heads\//, "");
  if (ref.startsWith("refs/pull/")) return text(field(field(field(payload, "pull_request"), "base"), "ref"));
  return undefined;
}

function commitDate(payload: unknown, sha: string): Date | undefined {
  const commits = field(payload, "commits");
  const head = field(payload, "head_commit");
  const commit = [...(Array.isArray(commits) ? commits : []), head].find((each) => field(each, "id") === sha);
  const time = new Date(text(field(commit, "timestamp")) ?? "");
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function field(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null;
  return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
