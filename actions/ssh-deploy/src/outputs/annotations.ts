import type { Annotation } from "@jessy-actions/kit/report/report";
import { worstFirst } from "../rendering/host-states.ts";
import type { Result } from "../result.ts";

/** A mixed fleet says more than the failure of one host. */
const FLEET_IMPORTANCE = 2;
const STEP_IMPORTANCE = 1;

/** One for each host and step that failed. None is about a line of the repository. */
export function annotations(result: Result): Annotation[] {
  const { hosts, steps, outcome, warnings } = result;
  return [
    ...(outcome === "mixed" || outcome === "unknown"
      ? [
          {
            level: "error",
            title: "Deployment: the fleet",
            message: result.headline,
            importance: FLEET_IMPORTANCE,
          } as const,
        ]
      : []),
    ...steps.flatMap(({ title, outcome: ended, note }): Annotation[] =>
      ended === "failed"
        ? [{ level: "error", title: `Deployment: ${title}`, message: note, importance: STEP_IMPORTANCE }]
        : [],
    ),
    ...worstFirst(hosts).flatMap(({ name, failure }): Annotation[] =>
      failure === null
        ? []
        : [{ level: "error", title: `Deployment: ${failure.phase} on ${name}`, message: failure.message }],
    ),
    ...warnings.map((message): Annotation => ({ level: "warning", title: "Deployment", message })),
  ];
}
