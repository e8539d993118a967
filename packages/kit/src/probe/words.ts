import { revealInvisible } from "../report/escape.ts";

const MAX_CHARACTERS = 300;

/** `[::1]:8080`. */
export function hostAndPort(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The name or the IP address of a URL, without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

export const peerOf = (url: URL): string => hostAndPort(hostOf(url), portOf(url));

/** An address to show: without a user and a password, and of the query only that there is one: it may hold a token. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

/** What servers and certificates say of themselves is theirs. */
export function oneLine(text: string): string {
  const line = revealInvisible(text.replace(/[\s\u0085\u2028\u2029]+/g, " ").trim());
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS - 1)}…` : line;
}
