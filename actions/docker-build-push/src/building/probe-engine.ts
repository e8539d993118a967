import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import {
  type EngineCapabilities,
  engineProblems,
  readBuildxVersion,
  readEngine,
} from "@jessy-actions/images/build/engine";
import type { BuildFailure } from "@jessy-actions/images/build/failure";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { askDocker } from "./docker.ts";

/**
 * Whether a plan is another one where the engine can do less. Then it is asked first. Every other plan exports the image,
 * which an engine can do or not: the build is the question, and a second is asked only when it fails.
 */
export function planDependsOnEngine({ targets }: Pick<Inputs, "targets">): boolean {
  return targets.some(
    ({ inputs }) =>
      inputs.load ||
      inputs.outputs.length > 0 ||
      inputs["add-hosts"].length > 0 ||
      // Built by arguments, in which older versions show the credentials of a cache.
      inputs["cgroup-parent"] !== "",
  );
}

/** What the engine can do. The three questions are asked side by side: each starts the whole of docker. @throws UserError */
export async function probeEngine(
  builder: string,
  workspace: string,
  environment: Environment,
): Promise<EngineCapabilities> {
  const ask = (...args: readonly string[]) => askDocker(args, workspace, environment);
  const [version, inspect, info] = await Promise.all([
    ask("buildx", "version"),
    ask("buildx", "inspect", ...(builder === "" ? [] : [builder])),
    ask("info", "--format", "json"),
  ]);
  return readEngine({
    ...(version !== undefined && { version }),
    ...(inspect !== undefined && { inspect }),
    ...(info !== undefined && { info }),
  });
}

/** The version of buildx, or why it cannot be used. */
export type BuildxVersion = { readonly version: string } | { readonly problem: string };

export async function askBuildxVersion(workspace: string, environment: Environment): Promise<BuildxVersion> {
  try {
    return { version: readBuildxVersion(await askDocker(["buildx", "version"], workspace, environment)) };
  } catch (error) {
    if (error instanceof UserError) return { problem: error.message };
    throw error;
  }
}

/** Failures that an engine may be the reason of. What it ran and fetched itself says that it works. */
const OF_ENGINES: ReadonlySet<BuildFailure["kind"]> = new Set(["exporter", "cache", "daemon", "unknown"]);

/** Looks at an engine that failed. @returns what it lacks, with the remedy; undefined when it is not that. */
export async function whatEngineLacks(
  { kind }: BuildFailure,
  { targets }: BuildPlan,
  builder: string,
  workspace: string,
  environment: Environment,
): Promise<string | undefined> {
  if (!OF_ENGINES.has(kind)) return undefined;
  try {
    const engine = await probeEngine(builder, workspace, environment);
    const problems = engineProblems(
      engine,
      targets.map(({ needs }) => needs),
    );
    return problems.length === 0 ? undefined : problems.join("; and ");
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
