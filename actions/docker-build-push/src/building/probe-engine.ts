import { type EngineCapabilities, readEngine } from "@jessy-actions/images/build/engine";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { askDocker } from "./docker.ts";

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
