import type { Environment } from "@jessy-actions/kit/runner/environment";

/** Variables that the runner gives to actions: with them a process could write outputs, read the event or use the cache of this run. */
const RUNNER_NAMES = /^(?:ACTIONS_|INPUT_|STATE_|GITHUB_(?!WORKSPACE$|ACTIONS$|SHA$|REF$|REF_NAME$|REPOSITORY$))/i;

/** Names that people give to secrets. */
const SECRET_NAMES =
  /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SIGNING_?KEY|(?:^|_)PAT$|(?:^|_)AUTH(?:$|_)|SSH_AUTH_SOCK|NETRC|_KEYS?$|CONNECTION_STRING|DATABASE_URL|WEBHOOK|DSN$/i;

export interface BenchmarkEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** Names that were withheld because they look like secrets, sorted. The runner's own variables are not among them. */
  readonly withheld: readonly string[];
}

/**
 * The environment of builds and benchmarks. They run code of the pull request, so they get none of the runner's own variables, nothing that
 * looks like a secret, and not the token under any name (TanStack, 2026-05-11; delta-io/delta-kernel-rs#2264).
 *
 * @param passed variables that the workflow lets through by name.
 */
export function benchmarkEnvironment(
  environment: Environment,
  { token, passed }: { readonly token: string; readonly passed: readonly string[] },
): BenchmarkEnvironment {
  const variables: Record<string, string> = {};
  const withheld: string[] = [];
  // As it is, and as git gets it in an authorization header.
  const forms = token === "" ? [] : [token, Buffer.from(`x-access-token:${token}`).toString("base64")];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    const isAsked = passed.includes(name);
    if (!isAsked && RUNNER_NAMES.test(name)) continue;
    if (!isAsked && (SECRET_NAMES.test(name) || forms.some((form) => value.includes(form)))) withheld.push(name);
    else variables[name] = value;
  }
  return { variables, withheld: withheld.sort() };
}
