import type { SkipReason } from "@jessy-actions/kit/github/sarif-delivery";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Result } from "../result.ts";

/** Which commit and ref GitHub keeps an analysis of. */
export interface UploadPlace {
  readonly commitSha: string;
  readonly ref: string;
}

/**
 * Where an analysis belongs, or why it belongs nowhere. The event's ref is true of the event's commit alone: a step that
 * checks out the head of a pull request has another, and on `pull_request_target` the event's ref is the base branch,
 * whose alerts are not the pull request's. Pure.
 */
export function uploadPlace(
  { commit, fork }: Pick<Result, "commit" | "fork">,
  { ref, sha, pullRequest }: Pick<ActionEvent, "ref" | "sha" | "pullRequest">,
): UploadPlace | SkipReason {
  if (fork) return "fork";
  if (ref.startsWith("refs/heads/gh-readonly-queue/")) return "merge-queue";
  if (commit !== "" && commit === pullRequest?.headSha)
    return { commitSha: commit, ref: `refs/pull/${pullRequest.number}/head` };
  return commit !== "" && commit === sha ? { commitSha: commit, ref } : "other-commit";
}
