/** The variables of a process; unset ones are undefined. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Those that are set, as a program or a pure decision takes them. */
export function definedVariables(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Whether the job has `id-token: write`: only then the runner says where to ask for a token of OpenID Connect. */
export function mayRequestIdentity({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: token }: Environment): boolean {
  return token !== undefined && token !== "";
}

/** What the runner hands to actions, and not to `run:` steps, for its cache service: a token, and where it is. */
export function cacheService(environment: Environment): { readonly hasToken: boolean; readonly hasAddress: boolean } {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: cache } = environment;
  return { hasToken: Boolean(token), hasAddress: Boolean(results || cache) };
}

/** The token of the runner's cache service; empty: none. */
export function cacheToken({ ACTIONS_RUNTIME_TOKEN: token }: Environment): string {
  return token ?? "";
}

/** The processor of this machine, as the runner names it, or as Node does outside of one. */
export function architectureOf({ RUNNER_ARCH: architecture }: Environment): string {
  return architecture || process.arch;
}

/** The address of this attempt of the run, below that of its repository; undefined outside of a run. */
export function runPath(environment: Environment): string | undefined {
  const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = environment;
  return id ? `actions/runs/${id}/attempts/${attempt || "1"}` : undefined;
}

/** Who started the run first: a re-run by somebody else has no other secrets. Undefined outside a run. */
export function runActor(environment: Environment): string | undefined {
  return environment.GITHUB_ACTOR;
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: "Linux", darwin: "macOS", win32: "Windows" };

/** The system of this machine, as the runner names it, or as Node does where the runner has no name for it. */
export function systemOf({ RUNNER_OS: system }: Environment): string {
  return system || (SYSTEMS[process.platform] ?? process.platform);
}
