/**
 * The next page of a list, as the Link header of an answer names it (RFC 8288). Pure.
 *
 * GitHub always writes a whole address on its own host. Any other is not asked for, since it would get the token, and is
 * a problem rather than the end: the list would be cut off where nobody sees it. `:name` is encoded, since octokit would
 * take it for a placeholder and leave it out.
 *
 * @returns undefined when the list ends.
 */
export function nextPage(
  link: string | undefined,
  apiUrl: string,
): { readonly url: string } | { readonly problem: string } | undefined {
  const next = nextTarget(link ?? "");
  if (next === undefined) return undefined;
  if (!URL.canParse(next)) return { problem: "the next page of the list is not a whole address" };
  const url = new URL(next);
  if (url.origin !== new URL(apiUrl).origin || url.username !== "" || url.password !== "")
    return { problem: `the next page of the list is on another host, ${url.host}` };
  const rest = `${url.pathname}${url.search}`.replace(/[:{}]/g, encodeURIComponent);
  return { url: `${url.origin}${rest}` };
}

/** The first target with the relation `next`, in any spelling that the RFC allows. */
function nextTarget(link: string): string | undefined {
  for (const part of link.split(/,(?=\s*<)/)) {
    const [, target, parameters] = /^\s*<([^<>]*)>(.*)$/s.exec(part) ?? [];
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters ?? "") ?? [];
    const relations = (quoted ?? bare ?? "").toLowerCase().split(/\s/);
    if (relations.includes("next")) return target;
  }
  return undefined;
}
