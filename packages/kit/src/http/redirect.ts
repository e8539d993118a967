export const MAX_REDIRECTS = 5;

/** Whether an answer sends the request elsewhere. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * The address that a redirect names, and whether credentials may go there: to the same origin alone. Pure.
 *
 * @param from the address of the request.
 */
export function redirectAddress(
  location: string | null | undefined,
  from: string,
): { readonly url: URL; readonly isSameHost: boolean } | { readonly problem: string } {
  if (location === null || location === undefined || !URL.canParse(location, from))
    return { problem: "a redirect that names no address" };
  const url = new URL(location, from);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: `a redirect to another protocol, ${url.protocol}` };
  return { url, isSameHost: url.origin === new URL(from).origin };
}
