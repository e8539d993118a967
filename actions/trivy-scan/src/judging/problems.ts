import type { Facts } from "../facts.ts";
import type { Problem } from "../targets/problem.ts";

/** Everything that had nothing to be judged by, of what counts: the head, and the policy. What the base lacks is new. */
export function problemsOf({ targets, audit, policy }: Facts): readonly Problem[] {
  const none: readonly Problem[] =
    targets.length > 0 ? [] : [{ cause: "no-target", message: "There is no target; write one, such as `fs:.`." }];
  return [
    ...none,
    ...targets.flatMap(({ head, target }) => ("problem" in head ? [{ target: target.name, ...head.problem }] : [])),
    ...audit.head.problems,
    ...policy.problems,
  ];
}
