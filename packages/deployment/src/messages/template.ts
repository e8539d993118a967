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

/**
 * `{{` and `}}` are braces, and so are those around other words: people paste commit messages into their templates, and a message
 * that is not sent because of one would be worse than one that shows `{comit}`.
 */
export function parseTemplate(text: string): Template {
  const parts: Template[number][] = [];
  let plain = "";
  for (const [token, name] of text.matchAll(/\{\{|\}\}|\{([a-z-]+)\}|[^{}]+|[{}]/g)) {
    if (name !== undefined && isPlaceholder(name)) {
      if (plain !== "") parts.push(plain);
      plain = "";
      parts.push({ placeholder: name });
    } else plain += token === "{{" ? "{" : token === "}}" ? "}" : token;
  }
  return plain === "" ? parts : [...parts, plain];
}

/** Values stay what they are: a placeholder in a commit's title is text. */
export function fillTemplate(template: Template, values: PlaceholderValues): MessageLine {
  return template.flatMap((part) => (typeof part === "string" ? [part] : values[part.placeholder]));
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
