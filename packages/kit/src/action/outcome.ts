import { UserError, UserErrors } from "@jessy-actions/reading/user-error";

/** Where people report what went wrong on our side. */
const ISSUES = "https://github.com/org/jessy-actions/issues";

/**
 * What to show of a thrown value. A user error is its lines; anything else is our own: the whole chain of causes, the stack and
 * where to report it.
 */
export function describeError(error: unknown): { readonly lines: readonly string[]; readonly stack?: string } {
  if (error instanceof UserErrors) return { lines: error.problems };
  if (error instanceof UserError) return { lines: [error.message] };
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
