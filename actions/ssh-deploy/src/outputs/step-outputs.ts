import type { Result } from "../result.ts";

/** A release that later steps may work with: one that every host serves, or would. */
const STANDS: readonly Result["outcome"][] = ["deployed", "unchanged", "planned"];

export function stepOutputs(result: Result): Record<string, string> {
  const { verdict, outcome, release, previousRelease, hosts, record, url, downtime } = result;
  return {
    verdict,
    outcome,
    release: STANDS.includes(outcome) ? release : "",
    "previous-release": previousRelease ?? "",
    hosts: JSON.stringify(hosts.map(({ name, state, before, serving }) => ({ name, state, before, serving }))),
    "deployment-id": record.id ?? "",
    url: url ?? "",
    "downtime-ms": downtime === null || downtime.requests === 0 ? "" : String(Math.ceil(downtime.milliseconds)),
  };
}
