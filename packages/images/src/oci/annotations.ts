import type { JsonValue } from "@jessy-actions/reading/json";

export type Annotations = Readonly<Record<string, string>>;

export const MAX_ANNOTATIONS = 1000;

/** A map of text to text, as annotations and labels are; null and nothing are an empty one. */
export function readAnnotations(value: JsonValue): Annotations {
  if (value.isMissing) return {};
  const entries = [...value.entries()];
  if (entries.length > MAX_ANNOTATIONS) throw value.not(`a map of at most ${MAX_ANNOTATIONS} entries`);
  return Object.fromEntries(entries.map(([key, text]) => [key, text.text()]));
}
