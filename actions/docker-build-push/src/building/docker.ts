import { buildxPlugin } from "@jessy-actions/kit/docker/buildx-plugin";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { runProcess } from "@jessy-actions/kit/process/process";
import { definedVariables, type Environment } from "@jessy-actions/kit/runner/environment";

/**
 * What docker and buildx read: their own settings, the SSH agent, GitHub's cache service (for `type=gha`, which a `run:`
 * step would not see) and the credentials of an S3 cache, which must not stand in arguments (CVE-2025-0495).
 */
const READ_BY_DOCKER =
  /^(?:DOCKER_\w+|BUILDX_\w+|BUILDKIT_\w+|SOURCE_DATE_EPOCH|SSH_AUTH_SOCK|ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2)|AWS_\w+)$/;

/** @param names of further variables, which the build was told to read. */
export function dockerEnvironment(environment: Environment, names: Iterable<string> = []): Record<string, string> {
  const named = new Set(names);
  const picked = { ...pickEnvironment(environment, READ_BY_DOCKER) };
  for (const name of named) picked[name] = environment[name];
  return definedVariables(picked);
}

/**
 * The program and arguments of a call of docker. `docker buildx` starts the plugin twice, once to ask what it is; the
 * plugin alone does the same in half the time.
 *
 * @param args without `docker`.
 */
export function dockerCommand(
  args: readonly string[],
  environment: Environment,
): readonly [program: string, args: readonly string[]] {
  const plugin = args[0] === "buildx" ? buildxPlugin(environment) : undefined;
  return plugin === undefined ? ["docker", args] : [plugin, args.slice(1)];
}

/** Milliseconds that docker may take to say something about itself. */
const ANSWER_TIME = 60_000;

export interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asks docker. @returns undefined when it cannot be started. */
export async function askDocker(
  args: readonly string[],
  workspace: string,
  environment: Environment,
): Promise<Answer | undefined> {
  try {
    const options = { cwd: workspace, environment: dockerEnvironment(environment), timeout: ANSWER_TIME };
    const { exitCode, stdout, stderr } = await runProcess(...dockerCommand(args, environment), options);
    return { exitCode: exitCode ?? 1, stdout: stdout.toString(), stderr };
  } catch (error) {
    if (isMissingProgram(error)) return undefined;
    throw error;
  }
}

export function isMissingProgram(error: unknown): boolean {
  return ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
}
