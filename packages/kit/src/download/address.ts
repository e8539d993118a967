import { redirectAddress } from "../http/redirect.ts";
import { isLoopback } from "../registry/address.ts";

/** An address that may be asked, and the credentials that stood in it. */
export interface Address {
  /** Without credentials. */
  readonly url: URL;
  /** A header; undefined without credentials. */
  readonly authorization: string | undefined;
}

/** Where a download may begin: over TLS, or on this machine. Pure. @returns why not, in half a sentence. */
export function parseAddress(text: string): Address | { readonly problem: string } {
  if (!URL.canParse(text)) return { problem: "the address is not a URL" };
  const url = new URL(text);
  if (!isProtected(url)) return { problem: `the address of ${url.host || "the file"} does not begin with https://` };
  const { username, password } = url;
  const secret = `${decoded(username)}:${decoded(password)}`;
  const authorization =
    username === "" && password === "" ? undefined : `Basic ${Buffer.from(secret).toString("base64")}`;
  return { url: withoutCredentials(url), authorization };
}

/**
 * Where a redirect leads, when it may be followed: over TLS, to one of the hosts that are known to hold the file. An
 * address that a server chooses brings no credentials of its own. Pure.
 *
 * @param hosts as `URL.host` names them. @returns why it is not followed, in half a sentence.
 */
export function redirectTarget(
  location: string | undefined,
  from: URL,
  hosts: readonly string[],
): { readonly url: URL; readonly isSameHost: boolean } | { readonly problem: string } {
  const target = redirectAddress(location, from.href);
  if ("problem" in target) return { problem: `${from.host} answers with ${target.problem}` };
  const { url, isSameHost } = target;
  if (!hosts.includes(url.host))
    return { problem: `${from.host} redirects to ${url.host}, which is not one of ${hosts.join(", ")}` };
  if (!isProtected(url)) return { problem: `${from.host} redirects to ${url.host} without TLS` };
  return { url: withoutCredentials(url), isSameHost };
}

/** Nothing of this machine crosses a network. */
function isProtected({ protocol, host }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isLoopback(host));
}

function withoutCredentials(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare;
}

/** `%` that begins no escape stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
