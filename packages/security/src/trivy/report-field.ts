import type { JsonValue } from "@jessy-actions/reading/json";

const MAX_TITLE_CHARACTERS = 300;

/** Items of a list, which Trivy leaves out when it is empty. @throws ReportError for something else than a list. */
export function listed(value: JsonValue): readonly JsonValue[] {
  return value.isMissing ? [] : [...value.items()];
}

/** A text that may be missing, be empty, or be something else: empty then. */
export function textOr(value: JsonValue): string {
  return typeof value.raw === "string" ? value.raw : "";
}

/** Any text as one short line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE_CHARACTERS);
}

/** A path in the target with forward slashes: some analyzers of images begin theirs with one. */
export function pathIn(text: string): string {
  return text.replaceAll("\\", "/").replace(/^\/+/, "");
}

export interface Lines {
  readonly startLine?: number;
  readonly endLine?: number;
}

/** `StartLine` and `EndLine`, where both are lines. */
export function linesOf(place: JsonValue): Lines {
  const startLine = place.get("StartLine").raw;
  const endLine = place.get("EndLine").raw;
  return isLine(startLine) && isLine(endLine) && startLine <= endLine ? { startLine, endLine } : {};
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
