import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Inputs } from "../inputs.ts";

/** Whether a run pushes, and why not. */
export interface PushDecision {
  readonly pushes: boolean;
  /** Said in the report when nothing is pushed. */
  readonly note?: string;
}

/** Events of a pull request: what they build is not merged. */
const PULL_REQUESTS = new Set(["pull_request", "pull_request_target", "merge_group"]);

/**
 * A pull request from a fork never pushes, whatever `push` says: it has no secrets, and what it builds is nobody's. With
 * `auto`, other pull requests do not push either.
 */
export function decidePush(
  { push, dryRun }: Pick<Inputs, "push" | "dryRun">,
  event: Pick<ActionEvent, "name" | "pullRequest">,
): PushDecision {
  if (push === "never") return { pushes: false, note: "Nothing is pushed: `push` is `false`." };
  if (event.pullRequest?.fork === true)
    return { pushes: false, note: "Nothing is pushed: the pull request is from a fork, which has no secrets." };
  if (push === "auto" && PULL_REQUESTS.has(event.name))
    return {
      pushes: false,
      note: `Nothing is pushed: the event is \`${event.name}\`. Write \`push: true\` to push it all the same.`,
    };
  return dryRun ? { pushes: true, note: "A dry run: nothing is built or pushed." } : { pushes: true };
}
