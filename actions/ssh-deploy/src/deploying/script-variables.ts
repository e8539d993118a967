import { lockText } from "@jessy-actions/deployment/lock/lock-record";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";

/**
 * What scripts of the user (hooks, and what a mode runs for them) find in their environment: their own variables, and what
 * the deployment says of itself, which nobody can replace.
 */
export function scriptVariables({ plan, inputs, parts }: Deployment, host: HostProgress): Record<string, string> {
  return {
    ...inputs.environmentVariables,
    JESSY_COMMIT: plan.commit,
    JESSY_VERSION: plan.version ?? "",
    JESSY_PREVIOUS: host.before,
    JESSY_HOST: host.plan.name,
    JESSY_GROUP: host.plan.group,
    JESSY_ENVIRONMENT: plan.environment,
    JESSY_RUN_URL: plan.runUrl,
    ...parts.scripts.environment,
    JESSY_PATH: inputs.path,
    JESSY_RELEASE: plan.release,
  };
}

/** What the lock's own scripts need besides. @param replaces number of an entry whose owner is gone. */
export function lockVariables({ inputs, parts }: Deployment, replaces = ""): Record<string, string> {
  return {
    JESSY_PATH: inputs.path,
    JESSY_LOCK: inputs.lock.name,
    JESSY_OWNER: lockText(parts.owner),
    JESSY_REPLACES: replaces,
  };
}
