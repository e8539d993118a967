/**
 * The Link header (RFC 8288) that octokit's pagination may follow: the next page alone, or undefined when there is none. One on another
 * host is dropped, since it would get the token. `:name` is encoded, since octokit would take it for a placeholder and leave it out.
 */
export function nextPageLink(link: string | null, apiUrl: string): string | undefined {
  const next = link?.match(/<([^<>]+)>;\s*rel="next"/)?.[1];
  if (next === undefined || !URL.canParse(next)) return undefined;
  const url = new URL(next);
  if (url.origin !== new URL(apiUrl).origin) return undefined;
  const rest = `${url.pathname}${url.search}`.replace(/[:{}]/g, encodeURIComponent);
  return `<${url.origin}${rest}>; rel="next"`;
}
