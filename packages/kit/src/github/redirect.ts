import { redirectAddress } from "../http/redirect.ts";

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
  const target = redirectAddress(location, from);
  if ("problem" in target) return target;
  const { url, isSameHost } = target;
  if (method !== "GET" && status === 303) return { problem: "a redirect to something else than what was asked for" };
  if (method !== "GET" && !isSameHost)
    return { problem: `a redirect of a write to another host, ${url.host}, which is not followed` };
  return { url: url.href, isSameHost };
}
