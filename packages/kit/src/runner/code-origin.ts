import type { ActionEvent } from "./event.ts";

/**
 * Whose code a run builds, as far as its event tells. `repository`: what stands on one of its branches or tags.
 * `pull request`: what is not merged. `fork`: the same, by somebody without write access. `perhaps foreign`: the event
 * runs on the default branch with all secrets, and follows a pull request, whose code the workflow may check out.
 */
export type CodeOrigin = "repository" | "pull request" | "fork" | "perhaps foreign";

/** What of an event tells it. */
export type OriginFacts = Pick<ActionEvent, "name" | "payload">;

/** Events by which a pull request or a merge queue starts a run. */
const PULL_REQUESTS = new Set(["pull_request", "pull_request_target", "merge_group"]);

/** Pure. The payload is untrusted in shape; what it does not tell is taken for foreign. */
export function codeOrigin({ name, payload }: OriginFacts): CodeOrigin {
  if (name === "workflow_run") return isOwnRun(payload) ? "repository" : "perhaps foreign";
  // Also of a review and of a comment on a line.
  const pull = field(payload, "pull_request");
  if (isObject(pull)) return isFromFork(pull) ? "fork" : "pull request";
  if (name === "pull_request" || name === "pull_request_target") return "fork";
  // A comment on a pull request is one on an issue that is a pull request.
  if (isObject(field(field(payload, "issue"), "pull_request"))) return "perhaps foreign";
  return PULL_REQUESTS.has(name) ? "pull request" : "repository";
}

/** A deleted fork leaves `head.repo` null. */
function isFromFork(pull: unknown): boolean {
  const head = field(field(field(pull, "head"), "repo"), "id");
  return typeof head !== "number" || head !== field(field(field(pull, "base"), "repo"), "id");
}

/** Whether a run that this one follows was about the repository's own branches and tags. */
function isOwnRun(payload: unknown): boolean {
  const run = field(payload, "workflow_run");
  const event = field(run, "event");
  if (typeof event !== "string" || event.startsWith("pull_request") || event === "merge_group") return false;
  const head = field(field(run, "head_repository"), "id");
  return typeof head === "number" && head === field(field(payload, "repository"), "id");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : undefined;
}
