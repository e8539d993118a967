import type { CacheScopes } from "../github/cache-service.ts";
import type { EmulatedGitHub } from "../github/gateway.ts";
import type { StepResult } from "../step/run-action.ts";
import { type RunStepOptions, runStep } from "../step/run-step.ts";
import { describeRun, type Host, type Trigger } from "./event.ts";

/** What a caller says of the step itself; the rest is GitHub's. */
type OwnOptions =
  | "action"
  | "addresses"
  | "env"
  | "inputs"
  | "node"
  | "onLine"
  | "signal"
  | "start"
  | "stepEnv"
  | "temporary"
  | "timeoutMinutes"
  | "uses"
  | "workspace";

export interface EmulatedRunOptions extends Pick<RunStepOptions, OwnOptions> {
  readonly github: EmulatedGitHub;
  readonly trigger: Trigger;
  /** One of the emulated GitHub's tokens: what `${{ github.token }}` is in this run. */
  readonly token: string;
  /** What the runner gives the action instead of its own variables for it, of the cache service, say; empty: none. */
  readonly runtime?: Readonly<Record<string, string>>;
  /** What of the `github` context is otherwise in this run: `run_attempt`, say. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Where a run of the emulated GitHub's repository happens. */
export function hostOf({ owner, repository, defaultBranch, url }: EmulatedGitHub, token: string): Host {
  return {
    owner,
    repository,
    defaultBranch,
    // The cache client takes every other host for a GitHub Enterprise Server, which has no cache of version 2.
    serverUrl: "https://github.com",
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    token,
  };
}

/** Seconds that a token of a job is valid, and that clocks may differ. */
const TOKEN_LIFE = 6 * 3600;
const CLOCK_SKEW = 300;

/**
 * The runtime token as BuildKit reads it: a JSON web token that names the refs whose cache it may read (1) and write (2).
 * Nobody checks its signature here.
 *
 * @param now seconds.
 */
function runtimeToken({ read, write }: CacheScopes, now: number): string {
  const scopes = read.map((scope) => ({ Scope: scope, Permission: scope === write ? 3 : 1 }));
  const claims = {
    ac: JSON.stringify(scopes),
    nbf: Math.floor(now - CLOCK_SKEW),
    exp: Math.floor(now + TOKEN_LIFE),
  };
  const parts = [{ typ: "JWT", alg: "RS256" }, claims].map((part) => JSON.stringify(part));
  return [...parts, "nobody's signature"].map((part) => Buffer.from(part).toString("base64url")).join(".");
}

/** Runs an action in front of the emulated GitHub, as one step of a run that `trigger` started. */
export async function runOnEmulatedGitHub(options: EmulatedRunOptions): Promise<StepResult> {
  const { github, trigger, token, uses, runtime, context } = options;
  const run = describeRun(trigger, hostOf(github, token));
  github.cache.scopes = run.scopes;
  return runStep({
    ...options,
    github: {
      ...run.github,
      ...context,
      ...(uses !== undefined && { action_repository: `${uses.owner}/${uses.repository}`, action_ref: uses.ref }),
    },
    event: run.payload,
    secrets: [token],
    runtime: {
      ACTIONS_RESULTS_URL: `${github.url}/`,
      ACTIONS_CACHE_SERVICE_V2: "True",
      ACTIONS_RUNTIME_TOKEN: runtimeToken(run.scopes, Date.now() / 1000),
      ...runtime,
    },
  });
}
