import type { EngineCapabilities } from "@jessy-actions/images/build/engine";
import type { BuildPlanning } from "./planning/build-planning.ts";
import type { MountFacts } from "./planning/plan-mounts.ts";
import type { PushDecision } from "./planning/push-decision.ts";

export interface Facts {
  /** The commit that is built, in full; empty outside of a repository. */
  readonly commit: string;
  /** Its name and ref, quoted for messages. */
  readonly event: string;
  readonly decision: PushDecision;
  readonly planning: BuildPlanning;
  /** Undefined where no cache mounts are kept. */
  readonly mounts: MountFacts | undefined;
  /** Sentences about the cache, for the report. */
  readonly notes: readonly string[];
  /** What was asked for and does not happen. */
  readonly warnings: readonly string[];
  /** Undefined where the plan does not depend on it. */
  readonly engine: EngineCapabilities | undefined;
  /** Of the machine, for secrets and arguments of the build that name a variable. */
  readonly environment: Readonly<Record<string, string>>;
}
