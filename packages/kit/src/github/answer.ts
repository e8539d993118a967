/** Headers sent with every request to GitHub. The API's version is pinned: a newer one may answer in another shape. */
export function requestHeaders(token: string): Record<string, string> {
  return {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    "user-agent": "jessy-actions",
    ...(token !== "" && { authorization: `Bearer ${token}` }),
  };
}

export const MALFORMED = Symbol("malformed");

/** The text of an answer as data, or `MALFORMED`. */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return MALFORMED;
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
