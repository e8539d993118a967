import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { mediaType } from "./body-text.ts";
import { shown } from "./shown.ts";

/** A body as JSON, or why it is none. */
export function parsedBody(
  text: string,
  isCut: boolean,
  contentType: string | undefined,
): { readonly value: unknown } | { readonly problem: string } {
  if (isCut) return { problem: "the body is too long to be read as JSON" };
  if (text.trim() === "") return { problem: "the body is empty, and JSON is needed" };
  try {
    return { value: parseJson([new TextEncoder().encode(text)]).raw };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const type = mediaType(contentType);
    return {
      problem: `the body is not valid JSON${type === "" ? "" : ` but ${shown(type)}`}: it begins with ${shown(text, 40)}`,
    };
  }
}
