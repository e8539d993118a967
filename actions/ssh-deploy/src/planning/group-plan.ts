import { planGroups } from "@jessy-actions/deployment/fleet/groups";
import type { FleetInputs } from "../inputs.ts";
import type { Result } from "../result.ts";

/** Names of hosts in the order of the switch. Pure. */
export function groupPlan(names: readonly string[], fleet: FleetInputs): Result["groups"] {
  return planGroups(names, fleet).map(({ title, hosts, soak }) => ({ title, hosts, soak }));
}

/** `0`, `2`, `10%`. */
export function failuresText({ maxFailures }: FleetInputs): string {
  return "hosts" in maxFailures ? String(maxFailures.hosts) : `${maxFailures.percent}%`;
}
