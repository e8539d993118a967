/** A text of the user with placeholders such as `{commit}`: parts in order, never evaluated. */
export type Template = readonly (string | { readonly placeholder: Placeholder })[];

export const PLACEHOLDERS = [
  "state",
  "title",
  "repository",
  "workflow",
  "run",
  "run-url",
  "attempt",
  "event",
  "actor",
  "branch",
  "commit",
  "commit-title",
  "pull-request",
  "environment",
  "environment-url",
  "version",
  "duration",
  "failed-jobs",
  "results",
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** @throws UserError that names a placeholder that does not exist, and the nearest that does. `{{` and `}}` are braces. */
export function parseTemplate(text: string): Template {
  return [text];
}
