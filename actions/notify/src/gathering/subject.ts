import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { RunIdentity } from "@jessy-actions/kit/runner/run-identity";

/** What a run is about: of `workflow_run` what the run that it follows is about. */
export type Subject = Pick<RunFacts, "actor" | "commit" | "ref" | "pullRequest">;

/** Pure. @param url of the repository. */
export function subjectOf(event: ActionEvent, identity: RunIdentity, url: string): Subject {
  const { pullRequest, followedRun, headSha } = event;
  const payload = fieldOf(event.payload, followedRun === undefined ? "" : "workflow_run");
  const pushed = fieldOf(payload, "head_commit");
  return {
    actor:
      (followedRun === undefined ? identity.triggeringActor : textOf(fieldOf(payload, "actor"), "login")) || undefined,
    commit:
      headSha === ""
        ? undefined
        : {
            sha: headSha,
            message: textOf(pushed, "id") === headSha ? textOf(pushed, "message") : undefined,
            url: `${url}/commit/${headSha}`,
          },
    ref: followedRun === undefined ? event.ref || undefined : `refs/heads/${followedRun.headRef}`,
    pullRequest: pullRequest && {
      number: pullRequest.number,
      title: pullRequest.title,
      url: `${url}/pull/${pullRequest.number}`,
    },
  };
}

/** The value itself for an empty name. */
function fieldOf(value: unknown, name: string): unknown {
  if (name === "") return value;
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const text = fieldOf(value, name);
  return typeof text === "string" ? text : undefined;
}
