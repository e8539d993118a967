import type { CacheScopes } from "../github/cache-service.ts";

/** A branch's tip: of the repository itself, or of a fork. */
export interface Tip {
  readonly owner: string;
  readonly ref: string;
  readonly sha: string;
}

/** What started a run, in the words of GitHub's documentation "Events that trigger workflows". */
export type Trigger =
  | { readonly name: "push"; readonly branch: string; readonly before: string; readonly sha: string }
  /** A pushed tag. */
  | { readonly name: "push"; readonly tag: string; readonly sha: string }
  | {
      readonly name: "pull_request" | "pull_request_target";
      readonly number: number;
      readonly head: Tip;
      readonly base: Tip;
      /** GitHub's merge commit of the two, when there is one. */
      readonly mergeSha?: string;
      /** `opened`, `synchronize` ...; default `synchronize`. */
      readonly action?: string;
      readonly title?: string;
    }
  | {
      readonly name: "merge_group";
      readonly headRef: string;
      readonly headSha: string;
      readonly baseRef: string;
      readonly baseSha: string;
    }
  | { readonly name: "workflow_run"; readonly sha: string; readonly head: Tip; readonly event: string }
  | { readonly name: "schedule" | "workflow_dispatch"; readonly branch: string; readonly sha: string };

/** Where the run takes place. */
export interface Host {
  readonly owner: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly token: string;
}

export interface Run {
  /** The `github` context, by its snake_case names. */
  readonly github: Readonly<Record<string, string>>;
  /** What GITHUB_EVENT_PATH holds. */
  readonly payload: unknown;
  readonly scopes: CacheScopes;
}

/** "No such commit" in a push that makes a branch. */
export const NO_COMMIT = "0".repeat(40);

/**
 * The context, payload and cache scopes that GitHub gives a run (docs: "Events that trigger workflows", "Restrictions for accessing a
 * cache"). Pure. Payloads hold what actions use, in GitHub's shapes.
 */
export function describeRun(trigger: Trigger, host: Host): Run {
  const { ref, sha, headRef = "", baseRef = "" } = refsOf(trigger, host);
  const payload = {
    repository: repositoryPayload(host.owner, host),
    sender: { login: host.owner, type: "User" },
    ...payloadOf(trigger, host),
  };
  const slug = `${host.owner}/${host.repository}`;
  const github = {
    token: host.token,
    repository: slug,
    repository_owner: host.owner,
    repository_id: String(idOf(slug)),
    repository_owner_id: String(idOf(host.owner)),
    event_name: trigger.name,
    ref,
    ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ""),
    ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: "false",
    head_ref: headRef,
    base_ref: baseRef,
    sha,
    actor: host.owner,
    actor_id: String(idOf(host.owner)),
    triggering_actor: host.owner,
    server_url: host.serverUrl,
    api_url: host.apiUrl,
    graphql_url: host.graphqlUrl,
    workflow: "CI",
    workflow_ref: `${slug}/.github/workflows/ci.yml@${ref}`,
    workflow_sha: sha,
    job: "local",
    run_id: "1",
    run_number: "1",
    run_attempt: "1",
    retention_days: "90",
    action: "__run",
  };
  return { github, payload, scopes: scopesOf(trigger, ref, host) };
}

function refsOf(trigger: Trigger, host: Host): { ref: string; sha: string; headRef?: string; baseRef?: string } {
  if ("tag" in trigger) return { ref: `refs/tags/${trigger.tag}`, sha: trigger.sha };
  switch (trigger.name) {
    case "pull_request": {
      const { number, head, base, mergeSha } = trigger;
      return { ref: `refs/pull/${number}/merge`, sha: mergeSha ?? head.sha, headRef: head.ref, baseRef: base.ref };
    }
    case "pull_request_target":
      return {
        ref: `refs/heads/${trigger.base.ref}`,
        sha: trigger.base.sha,
        headRef: trigger.head.ref,
        baseRef: trigger.base.ref,
      };
    case "merge_group":
      return { ref: trigger.headRef, sha: trigger.headSha };
    // A run that follows another one is of the default branch, whatever the other one was of.
    case "workflow_run":
      return { ref: `refs/heads/${host.defaultBranch}`, sha: trigger.sha };
    default:
      return { ref: `refs/heads/${trigger.branch}`, sha: trigger.sha };
  }
}

function payloadOf(trigger: Trigger, host: Host): Record<string, unknown> {
  if ("tag" in trigger) {
    const { tag, sha } = trigger;
    return { ref: `refs/tags/${tag}`, before: NO_COMMIT, after: sha, created: true, deleted: false, forced: false };
  }
  switch (trigger.name) {
    case "push":
      return {
        ref: `refs/heads/${trigger.branch}`,
        before: trigger.before,
        after: trigger.sha,
        created: trigger.before === NO_COMMIT,
        deleted: false,
        forced: false,
      };
    case "pull_request":
    case "pull_request_target": {
      const { number, head, base, mergeSha, action = "synchronize", title = "A change" } = trigger;
      return {
        action,
        number,
        pull_request: {
          number,
          title,
          state: "open",
          draft: false,
          labels: [],
          user: { login: head.owner, type: "User" },
          head: { ref: head.ref, sha: head.sha, repo: repositoryPayload(head.owner, host) },
          base: { ref: base.ref, sha: base.sha, repo: repositoryPayload(base.owner, host) },
          merge_commit_sha: mergeSha ?? null,
        },
      };
    }
    case "merge_group": {
      const { headRef, headSha, baseRef, baseSha } = trigger;
      return {
        action: "checks_requested",
        merge_group: { head_ref: headRef, head_sha: headSha, base_ref: baseRef, base_sha: baseSha },
      };
    }
    case "workflow_run": {
      const { head, event } = trigger;
      return {
        action: "completed",
        workflow_run: {
          id: 1,
          event,
          conclusion: "success",
          head_branch: head.ref,
          head_sha: head.sha,
          head_repository: repositoryPayload(head.owner, host),
          // Empty for pull requests from forks (docs, "workflow_run").
          pull_requests: [],
        },
      };
    }
    case "schedule":
      return { schedule: "0 4 * * *" };
    case "workflow_dispatch":
      return { ref: `refs/heads/${trigger.branch}`, inputs: {} };
  }
}

/** A run reads the caches of its own ref, of its base and of the default branch, and writes only its own. */
function scopesOf(trigger: Trigger, ref: string, { owner, defaultBranch }: Host): CacheScopes {
  const main = `refs/heads/${defaultBranch}`;
  if (trigger.name === "pull_request")
    return { read: unique([ref, `refs/heads/${trigger.base.ref}`, main]), write: ref };
  // Since 2026-06-26 runs that others can start in the base's scope only read (actions/cache#1768).
  const readOnly =
    trigger.name === "pull_request_target" || (trigger.name === "workflow_run" && trigger.head.owner !== owner);
  return { read: unique([ref, main]), write: readOnly ? undefined : ref };
}

function repositoryPayload(owner: string, { repository, defaultBranch }: Host): Record<string, unknown> {
  const slug = `${owner}/${repository}`;
  return {
    id: idOf(slug),
    name: repository,
    full_name: slug,
    owner: { login: owner, id: idOf(owner) },
    private: false,
    default_branch: defaultBranch,
  };
}

/** A number that is always the same for the same name, as GitHub's ids are. */
function idOf(name: string): number {
  let id = 7;
  for (const character of name) id = (id * 31 + character.codePointAt(0)!) % 1_000_000_007;
  return id + 1;
}

function unique(refs: readonly string[]): string[] {
  return [...new Set(refs)];
}
