/**
 * What BuildKit reads in ACTIONS_RUNTIME_TOKEN before it builds anything (tonistiigi/go-actions-cache, `New`). Runners that
 * only look like GitHub's give tokens of another kind, and `ignore-error` does not help there.
 *
 * @param now seconds.
 * @returns why it would refuse the token, half a sentence; undefined if it would not.
 */
export function cacheTokenProblem(token: string, now: number): string | undefined {
  const claims = claimsOf(token);
  if (claims === undefined) return "it is not a JSON web token";
  const { ac, exp, nbf } = claims;
  if (typeof ac !== "string" || !isList(ac)) return "it names no scopes (`ac`)";
  if (typeof exp !== "number" || typeof nbf !== "number") return "it does not say when it is valid (`exp`, `nbf`)";
  if (now > exp) return "it has expired";
  return now < nbf ? "it is not valid yet" : undefined;
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return undefined;
  const [header, claims] = parts.slice(0, 2).map((part) => parsed(Buffer.from(part, "base64url").toString()));
  return isObject(header) && isObject(claims) ? claims : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (text: string) => Array.isArray(parsed(text));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
