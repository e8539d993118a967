import { UserError } from "@jessy-actions/reading/user-error";

/** Whether it is about the repository: none, a damaged one, or no way to its remote. It is not a fault of ours. */
export function isHistoryError(error: unknown): error is Error {
  return error instanceof UserError || (error instanceof Error && error.message.startsWith("git "));
}
