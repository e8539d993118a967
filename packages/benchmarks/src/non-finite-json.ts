import { MAX_WHOLE_BYTES } from "@jessy-actions/reading/chunks";
import { type JsonValue, parseJson } from "@jessy-actions/reading/json";

/**
 * JSON of tools that write `NaN` and `Infinity`, which JSON does not have: Google Benchmark (`FormatKV` in
 * json_reporter.cc) and Python's `json`. They are read as null.
 *
 * @throws ReportError for anything else that is not valid JSON.
 */
export function parseNonFiniteJson(bytes: Uint8Array): JsonValue {
  try {
    return parseJson([bytes]);
  } catch (error) {
    if (bytes.length > MAX_WHOLE_BYTES) throw error;
    const text = new TextDecoder().decode(bytes);
    const mended = withoutNonFinite(text);
    if (mended === text) throw error;
    return parseJson([new TextEncoder().encode(mended)]);
  }
}

function withoutNonFinite(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const start = quote === -1 ? text.length : quote;
    parts.push(text.slice(at, start).replace(/-?\b(?:NaN|Infinity)\b/g, "null"));
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    parts.push(text.slice(start, end + 1));
    at = end + 1;
  }
  return parts.join("");
}
