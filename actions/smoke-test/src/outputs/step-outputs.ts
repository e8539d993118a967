import type { Result } from "../result.ts";

/** The outputs that are numbers and words; files add theirs. Pure. */
export function stepOutputs({ verdict, checks, servedVersions, timeToHealthy }: Result): Record<string, string> {
  const passed = checks.filter(({ state }) => state === "passed").length;
  return {
    verdict,
    passed: String(passed),
    failed: String(checks.length - passed),
    "served-version": servedVersion(servedVersions),
    "time-to-healthy-ms": timeToHealthy === null ? "" : String(Math.ceil(timeToHealthy)),
  };
}

/** Several are no answer to "which", and what a service says is not given to shells. */
function servedVersion(versions: readonly string[]): string {
  const [only] = versions;
  return versions.length === 1 && /^\w[\w.+-]{0,99}$/.test(only!) ? only! : "";
}
