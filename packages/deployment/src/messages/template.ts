import { nearest } from "@jessy-actions/reading/nearest";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { MessageLine } from "./message.ts";

/** A text of the user with placeholders such as `{commit}`: parts in order, never evaluated. */
export type Template = readonly (string | { readonly placeholder: Placeholder })[];

/** Each stands for a fact that may be absent, and then for nothing. */
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

export type PlaceholderValues = Readonly<Record<Placeholder, MessageLine>>;

/** @throws UserErrors that name placeholders that do not exist, and the nearest that does. `{{` and `}}` are braces. */
export function parseTemplate(text: string): Template {
  const parts: Template[number][] = [];
  const problems: string[] = [];
  let plain = "";
  for (const [token, name] of text.matchAll(/\{\{|\}\}|\{([^{}\n]*)\}|[^{}]+|[{}]/g)) {
    if (name === undefined) {
      plain += token === "{{" ? "{" : token === "}}" ? "}" : token;
    } else if (isPlaceholder(name)) {
      if (plain !== "") parts.push(plain);
      plain = "";
      parts.push({ placeholder: name });
    } else problems.push(problemOf(name));
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return plain === "" ? parts : [...parts, plain];
}

/** Values stay what they are: a placeholder in a commit's title is text. */
export function fillTemplate(template: Template, values: PlaceholderValues): MessageLine {
  return template.flatMap((part) => (typeof part === "string" ? [part] : values[part.placeholder]));
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

function problemOf(name: string): string {
  const near = nearest(name, PLACEHOLDERS);
  const advice =
    near === undefined ? `write one of ${PLACEHOLDERS.map((word) => `{${word}}`).join(", ")}` : `write {${near}}`;
  return `\`{${name.slice(0, 80)}}\` is no placeholder: ${advice}, or {{ for a brace`;
}
