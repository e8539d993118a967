import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What a body holds as JSON, or why it holds none. Pure. */
export function parseBody(body: Uint8Array): { readonly data: unknown } | { readonly problem: string } {
  if (/^\s*</.test(Buffer.from(body.subarray(0, 100)).toString()))
    return { problem: "the answer is HTML: a proxy or a login page stands before the registry" };
  try {
    return { data: parseJson([body]).raw };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { problem: `the answer ${error.message.replace(": the report was cut off", "")}` };
  }
}

/**
 * What a registry says of a refusal: `{"errors":[{"code","message","detail"}]}` (OCI distribution, "Error Codes"), or the
 * first line of a text. Pure.
 */
export function refusalOf(body: Uint8Array): string {
  if (body.length === 0) return "";
  const parsed = parseBody(body);
  if ("problem" in parsed) {
    const text = Buffer.from(body.subarray(0, 500)).toString();
    return /^\s*</.test(text) ? "an HTML page" : (text.trim().split("\n")[0] ?? "");
  }
  const { errors, message, details } = (parsed.data ?? {}) as {
    errors?: unknown;
    message?: unknown;
    details?: unknown;
  };
  const listed = Array.isArray(errors) ? errors.slice(0, 5).map(describeError) : [];
  const others = [message, details].filter((one) => typeof one === "string" && one !== "");
  return (listed.length > 0 ? listed : others).join(", ");
}

function describeError(error: unknown): string {
  const { code, message, detail } = (error ?? {}) as { code?: unknown; message?: unknown; detail?: unknown };
  const texts = [code, message, detail].filter((one): one is string => typeof one === "string" && one !== "");
  return [...new Set(texts)].join(": ");
}
