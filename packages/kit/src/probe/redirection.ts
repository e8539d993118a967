import { isRedirect, redirectAddress } from "../http/redirect.ts";
import { ProbeFault } from "./attempt.ts";
import type { Hop, HopAnswer } from "./exchange.ts";
import { shownUrl } from "./words.ts";

export type RedirectRule = "none" | "same-host" | "follow";

/** Headers of the user that another origin may see: any other may hold a credential. */
const HARMLESS: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "pragma",
  "user-agent",
]);

/**
 * The request that follows an answer, or undefined when the answer is the last. Another origin gets neither credentials
 * nor a body, and nothing goes from https to http. Pure.
 *
 * @throws ProbeFault for a redirect that is not to be followed.
 */
export function nextHop(
  hop: Hop,
  { status, headers }: Pick<HopAnswer, "status" | "headers">,
  rule: RedirectRule,
): Hop | undefined {
  if (rule === "none" || !isRedirect(status)) return undefined;
  const from = shownUrl(hop.url);
  const target = redirectAddress(headers.location, hop.url.href);
  if ("problem" in target) throw new ProbeFault("redirect", `${from} answers ${status}: ${target.problem}`);
  const { url, isSameHost: isSameOrigin } = target;
  const refuse = (why: string): never => {
    throw new ProbeFault("redirect", `${from} redirects to ${shownUrl(url)}, ${why}`);
  };
  const isSameName = url.hostname === hop.url.hostname;
  if (hop.url.protocol === "https:" && url.protocol === "http:") refuse("from https to http, which is not followed");
  if (rule === "same-host" && !isSameName) refuse("another host, which the check does not follow");
  const { method, body } = repeated(hop, status);
  if (body !== undefined && !isSameOrigin) refuse("another origin, which must not get the request's body");
  url.hash = "";
  url.username = isSameOrigin ? hop.url.username : "";
  url.password = isSameOrigin ? hop.url.password : "";
  const isSent = (name: string) =>
    isSameOrigin ? body !== undefined || !/^content-/i.test(name) : HARMLESS.has(name.toLowerCase());
  return {
    ...hop,
    url,
    method,
    body,
    headers: hop.headers.filter(([name]) => isSent(name)),
    // The pinned host is one of this name's alone.
    address: isSameName ? hop.address : undefined,
  };
}

/** What browsers and `fetch` make of a redirected request (RFC 9110, 15.4). */
function repeated({ method, body }: Hop, status: number): Pick<Hop, "method" | "body"> {
  const becomesGet = status === 303 ? method !== "HEAD" : method === "POST" && (status === 301 || status === 302);
  return becomesGet ? { method: "GET", body: undefined } : { method, body };
}
