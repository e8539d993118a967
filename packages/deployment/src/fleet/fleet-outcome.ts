import { type HostCourse, type HostState, hostState } from "./host-course.ts";

/** What became of a fleet. `failed`: all hosts serve the same, and not all of them as they should. */
export type FleetOutcome = "refused" | "deployed" | "unchanged" | "rolled-back" | "failed" | "mixed" | "unknown";

/**
 * What to call a deployment, decided by what the hosts serve at the end.
 *
 * - hosts that serve different releases are `mixed`, whatever was intended, unless nothing was touched;
 * - else one host that nobody knows of makes the whole fleet `unknown`;
 * - `deployed` and `unchanged`: every host serves the release, and none failed.
 */
export function fleetOutcome(courses: readonly HostCourse[], release: string): FleetOutcome {
  const states = courses.map((course) => hostState(course, release));
  const are = (...allowed: readonly HostState[]) => states.every((state) => allowed.includes(state));
  if (courses.length === 0) return "refused";
  if (are("unchanged")) return "unchanged";
  if (are("deployed", "unchanged")) return "deployed";
  const isTouched = courses.some(({ isSwitched }) => isSwitched);
  if (!isTouched && !states.includes("failed")) return "refused";
  const served = new Set(courses.flatMap(({ serving }) => (serving === undefined ? [] : [serving])));
  if (served.size > 1) return "mixed";
  if (states.includes("unreachable")) return "unknown";
  return are("rolled-back", "not-touched") ? "rolled-back" : "failed";
}

/** How a deployment of this outcome ends. Only what was asked for passes. */
export function outcomeVerdict(outcome: FleetOutcome): "pass" | "fail" | "inconclusive" {
  if (outcome === "deployed" || outcome === "unchanged") return "pass";
  return outcome === "unknown" ? "inconclusive" : "fail";
}
