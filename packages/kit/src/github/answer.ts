import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { AnswerFault } from "./retry.ts";

/** Headers sent with every request to GitHub. The API's version is pinned: a newer one may answer in another shape. */
export function requestHeaders(token: string): Record<string, string> {
  return {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    "user-agent": "jessy-actions",
    ...(token !== "" && { authorization: `Bearer ${token}` }),
  };
}

/** What an answer's body holds: data, undefined for an empty one; or why it holds none. */
export type ParsedAnswer = { readonly data: unknown } | { readonly problem: string; readonly fault?: AnswerFault };

/** How the reader of JSON ends its message when the text ended too early. */
const CUT = /: the report was cut off$/;

/** The bytes of an answer as JSON. */
export function parseAnswer(bytes: Uint8Array): ParsedAnswer {
  if (bytes.length === 0) return { data: undefined };
  try {
    return { data: parseJson([bytes]).raw };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    if (/^\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString()))
      return { problem: "the answer is HTML, not JSON" };
    const problem = error.message.replace(CUT, "");
    return { problem: `the answer ${problem}`, ...(problem !== error.message && { fault: "cut" }) };
  }
}

/** GitHub's own message with the entries of `errors`; undefined when the answer has none. */
export function answerMessage(data: unknown): string | undefined {
  const { message } = (data ?? {}) as { message?: unknown };
  return typeof message === "string" ? `${message}${answerErrors(data)}` : undefined;
}

/** ` [{"code":"already_exists"}]`, or nothing. */
export function answerErrors(data: unknown): string {
  const { errors } = (data ?? {}) as { errors?: unknown };
  return Array.isArray(errors) && errors.length > 0 ? ` ${JSON.stringify(errors).slice(0, 300)}` : "";
}
