import type { RequestFailure } from "./retry.ts";

/** A request that GitHub refused, or that never got an answer (status 0). The message never holds the token. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly status: number;

  /** @param route as the caller wrote it, e.g. `GET /repos/{owner}/{repo}`. */
  constructor(route: string, { status, message, headers }: Omit<RequestFailure, "method">) {
    const answer = status === 0 ? "no answer" : `status ${status}`;
    const request = headers["x-github-request-id"];
    super(`${route}: ${answer}: ${message}${request === undefined ? "" : ` (request ${request})`}`);
    this.status = status;
  }
}
