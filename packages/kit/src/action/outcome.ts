import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { GitHubError } from "../github/error.ts";
import { ProcessLimitError } from "../process/lifetime.ts";
import { describeFileError } from "../runner/file-error.ts";

/** Where people report what went wrong on our side. */
const ISSUES = "https://github.com/org/jessy-actions/issues";

/** What to show of a run that ended with an error. */
export interface DescribedError {
  readonly lines: readonly string[];
  /** Only of an error of our own. */
  readonly stack?: string;
}

/**
 * What to show of a thrown value. What the user, the machine or GitHub has to mend is told in a line each; anything else
 * is our own: the whole chain of causes, the stack and where to report it.
 */
export function describeError(error: unknown): DescribedError {
  if (error instanceof UserErrors) return { lines: error.problems };
  if (error instanceof UserError) return { lines: [error.message] };
  if (error instanceof GitHubError) return { lines: [`GitHub did not do what was asked: ${error.message}`] };
  if (error instanceof ProcessLimitError) return { lines: [error.message] };
  const fileError = describeFileError(error);
  if (fileError !== undefined) return { lines: [fileError] };
  const chain: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; cause !== undefined && depth < 8; depth++) {
    chain.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return {
    lines: [
      `this is a fault of the action, not of your workflow: ${chain.join("; because of ")}. Please report it at ${ISSUES}`,
    ],
    ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }),
  };
}
