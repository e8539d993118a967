import { revealInvisible } from "../report/escape.ts";
import type { AnswerFault, RequestFailure } from "./retry.ts";

/** An answer can be endless; a message about it is not. */
const MAX_MESSAGE_CHARACTERS = 1000;

/**
 * A request that GitHub refused, or that got no answer that can be used. The message is one line and never holds the
 * token.
 */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  /**
   * 0 when nobody knows what GitHub did: no answer came, or none that GitHub gives (HTML, another shape, too large, a
   * redirect that leads nowhere).
   */
  readonly status: number;
  readonly fault: AnswerFault;

  /** @param route as the caller wrote it, e.g. `GET /repos/{owner}/{repo}`. */
  constructor(
    route: string,
    { status, answered = status, fault, message, headers }: Omit<RequestFailure, "method" | "isFinal">,
  ) {
    const answer = answered === 0 ? "no answer" : `status ${answered}`;
    const request = headers["x-github-request-id"];
    super(oneLine(`${route}: ${answer}: ${message}`) + (request === undefined ? "" : oneLine(` (request ${request})`)));
    this.status = status;
    this.fault = fault ?? (answered === 0 ? "missing" : status === 0 ? "unusable" : "refused");
  }
}

/** An answer that came, and that cannot be used. */
export function unusableAnswer(
  route: string,
  answered: number,
  message: string,
  headers: RequestFailure["headers"] = {},
  fault: AnswerFault = "unusable",
): GitHubError {
  return new GitHubError(route, { status: 0, answered, fault, message, headers });
}

function oneLine(message: string): string {
  const line = revealInvisible(message.slice(0, 2 * MAX_MESSAGE_CHARACTERS).replace(/[\s\u0085\u2028\u2029]+/g, " "));
  return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line;
}
