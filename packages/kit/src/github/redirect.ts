/** GitHub redirects a renamed or moved repository once. */
export const MAX_REDIRECTS = 5;

/** Whether an answer sends the request elsewhere. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * Where a redirect leads. GitHub asks for the same request there, whatever its method (docs, "Best practices for using
 * the REST API", "Follow redirects"); `fetch` would make a GET of it. Another host gets no token, and nothing to store. Pure.
 *
 * @returns the address and whether the token may go there, or why it is not followed.
 */
export function redirectTarget(
  { status, location, method }: { readonly status: number; readonly location: string | null; readonly method: string },
  from: string,
): { readonly url: string; readonly isSameHost: boolean } | { readonly problem: string } {
  if (location === null || !URL.canParse(location, from)) return { problem: "a redirect that names no address" };
  const url = new URL(location, from);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: `a redirect to another protocol, ${url.protocol}` };
  const isSameHost = url.origin === new URL(from).origin;
  if (method !== "GET" && status === 303) return { problem: "a redirect to something else than what was asked for" };
  if (method !== "GET" && !isSameHost)
    return { problem: `a redirect of a write to another host, ${url.host}, which is not followed` };
  return { url: url.href, isSameHost };
}
