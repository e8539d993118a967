import { delimiter, join, resolve } from "node:path";

/** What a step's environment is made of. */
export interface StepContext {
  /** Empty for scripts: GitHub shows inputs only to actions. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The `github` context, by its snake_case names. */
  readonly github: Readonly<Record<string, string>>;
  /** RUNNER_TEMP and the like, by their names without RUNNER_. */
  readonly runner: Readonly<Record<string, string>>;
  /** Saved by pre or main for the later parts of the same step. */
  readonly state: ReadonlyMap<string, string>;
  /** ACTIONS_RESULTS_URL and the like; `run:` steps do not get them. */
  readonly runtime: Readonly<Record<string, string>>;
  /** `env:` of the workflow, the job and the step. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders that earlier processes added to PATH, the one to search first last. */
  readonly path: readonly string[];
}

/** The part of the `github` context that steps get as GITHUB_* (GitHubContext.cs). The token is not among them. */
const GITHUB_VARIABLES = [
  "action",
  "action_path",
  "action_ref",
  "action_repository",
  "actor",
  "actor_id",
  "api_url",
  "base_ref",
  "env",
  "event_name",
  "event_path",
  "graphql_url",
  "head_ref",
  "job",
  "output",
  "path",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "state",
  "step_summary",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
];

/** What a process needs from the machine. Nothing else of the host's environment reaches it. */
const HOST_VARIABLES = [
  ...["PATH", "HOME", "LANG", "TMPDIR", "SystemRoot", "ComSpec", "PATHEXT"],
  // Which Docker engine there is.
  ...["DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "BUILDX_CONFIG", "BUILDX_BUILDER"],
];

/** The `runner` context, by its names without RUNNER_. */
export function runnerContext(workspace: string, temporary: string): Record<string, string> {
  return {
    os: "Linux",
    arch: "X64",
    temp: temporary,
    tool_cache: join(temporary, "_tool"),
    name: "local",
    // Neither of GitHub's two: here `origin` is whatever the repository says.
    environment: "local",
    workspace: resolve(workspace, ".."),
  };
}

/** PATH with the folders before it that steps added, the latest first. */
export function searchPath(added: readonly string[], path = ""): string {
  return [...added].reverse().concat(path).join(delimiter);
}

/** The whole environment of a process. Pure. */
export function stepEnvironment(
  context: StepContext,
  host: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of HOST_VARIABLES) if (host[name] !== undefined) environment[name] = host[name];
  Object.assign(environment, context.env);
  environment.PATH = [...context.path]
    .reverse()
    .concat(environment.PATH ?? "")
    .join(delimiter);
  for (const [name, value] of Object.entries(context.inputs))
    environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] = value;
  for (const name of GITHUB_VARIABLES) environment[`GITHUB_${name.toUpperCase()}`] = context.github[name] ?? "";
  for (const [name, value] of Object.entries(context.runner)) environment[`RUNNER_${name.toUpperCase()}`] = value;
  for (const [name, value] of context.state) environment[`STATE_${name}`] = value;
  return { ...environment, ...context.runtime, CI: "true", GITHUB_ACTIONS: "true" };
}
