import type { JsonValue } from "@jessy-actions/reading/json";

/** Where the release stands; undefined until there is one. @throws ReportError */
export function readRelease(file: JsonValue): { readonly text: string; readonly url: string } | undefined {
  const release = file.get("release");
  if (release.isMissing) return undefined;
  return { text: `Release ${file.get("tag").text()}`, url: release.get("url").text() };
}
