import { UserError } from "@jessy-actions/reading/user-error";
import type { HostAddress } from "./host.ts";
import { quoted } from "./quoted.ts";

/** Longest name of DNS (RFC 1035, 2.3.4). */
const MAX_ADDRESS = 253;
const MAX_LABEL = 63;
/** Longest user name that useradd takes is 32; directories have longer ones. */
const MAX_USER = 104;

const FORM = "write `user@host`, `user@host:port` or `user@[IPv6]:port`";

/**
 * `[ssh://][user@]host[:port]`. Whatever a shell, an option parser or ssh's own expansion could read as something else is
 * refused (CVE-2023-51385, CVE-2025-61984, CVE-2026-35386), though none of it ever meets a shell here.
 *
 * @param defaults what is left out of the text.
 * @throws UserError in one clause, without the text's place.
 */
export function parseHostAddress(
  text: string,
  defaults: { readonly user: string; readonly port: number },
): HostAddress {
  const bare = text.replace(/^ssh:\/\//i, "").replace(/\/$/, "");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(bare)?.[1];
  if (scheme !== undefined) throw new UserError(`${quoted(text)} is an address for ${scheme}; ${FORM}`);
  const at = bare.lastIndexOf("@");
  const user = at < 0 ? defaults.user : bare.slice(0, at);
  if (user === "") throw new UserError(`${quoted(text)} has no user; ${FORM}, or set the default user`);
  checkUser(user, text);
  const { address, port } = splitPort(bare.slice(at + 1), text);
  return { address: canonicalAddress(address, text), port: parsePort(port, defaults.port, text), user };
}

/** How people know an address: `host`, `host:2222`, `[::1]:2222`. */
export function shownAddress({ address, port }: Pick<HostAddress, "address" | "port">): string {
  if (port === 22) return address;
  return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/** An IPv6 address without brackets has no port. */
function splitPort(text: string, whole: string): { readonly address: string; readonly port: string | undefined } {
  if (text.startsWith("[")) {
    const [, address, port] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
    if (address === undefined) throw new UserError(`${quoted(whole)} has a bracket without its other half; ${FORM}`);
    if (!address.includes(":")) throw new UserError(`${quoted(whole)} has brackets around what is not IPv6; ${FORM}`);
    return { address, port };
  }
  const colon = text.indexOf(":");
  if (colon < 0 || text.indexOf(":", colon + 1) >= 0) return { address: text, port: undefined };
  return { address: text.slice(0, colon), port: text.slice(colon + 1) };
}

function parsePort(text: string | undefined, fallback: number, whole: string): number {
  if (text === undefined) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  if (text.startsWith("/") || text.startsWith("~"))
    throw new UserError(`${quoted(whole)} has a path where a port belongs; folders on the host are the input \`path\``);
  throw new UserError(`${quoted(whole)} has the port ${quoted(text)}; write a number from 1 to 65535`);
}

function checkUser(user: string, whole: string): void {
  if (user.startsWith("-")) throw new UserError(`${quoted(whole)} has a user that begins with "-"`);
  const strange = /[^A-Za-z0-9._@+-]/u.exec(user)?.[0];
  if (user.includes(":")) throw new UserError(`${quoted(user.split(":")[0]!)} is followed by a password; use a key`);
  if (strange !== undefined) throw new UserError(`${quoted(whole)} has ${quoted(strange)} in its user`);
  if (user.length > MAX_USER) throw new UserError(`${quoted(whole)} has a user of more than ${MAX_USER} characters`);
}

/** Lower case; IPv6 in its shortest form. */
function canonicalAddress(text: string, whole: string): string {
  if (text === "") throw new UserError(`${quoted(whole)} has no host; ${FORM}`);
  if (text.startsWith("-")) throw new UserError(`${quoted(whole)} has a host that begins with "-"`);
  if (text.includes(":")) return canonicalIpv6(text, whole);
  const strange = /[^A-Za-z0-9._-]/u.exec(text)?.[0];
  if (strange !== undefined && /\P{ASCII}/u.test(strange))
    throw new UserError(
      `${quoted(whole)} has ${quoted(strange)} in its host; write the name in its ASCII form, "xn--..."`,
    );
  if (strange !== undefined) throw new UserError(`${quoted(whole)} has ${quoted(strange)} in its host`);
  const address = text.toLowerCase();
  const labels = address.replace(/\.$/, "").split(".");
  if (address.length > MAX_ADDRESS || labels.some((label) => label === "" || label.length > MAX_LABEL))
    throw new UserError(
      `${quoted(whole)} has a host that is no DNS name: parts of 1 to ${MAX_LABEL} characters, ${MAX_ADDRESS} in all`,
    );
  // Resolvers read `10.1`, `0x7f.1` and `010.0.0.1` as addresses that people do not expect.
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1)!) && !IPV4.test(address))
    throw new UserError(
      `${quoted(whole)} has a host that looks like IPv4 and is not; write four numbers from 0 to 255`,
    );
  return address;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

function canonicalIpv6(text: string, whole: string): string {
  if (text.includes("%"))
    throw new UserError(`${quoted(whole)} has a zone, which ssh would expand; write an address that needs none`);
  const url = `http://[${text}]/`;
  if (!/^[0-9A-Fa-f:.]+$/.test(text) || !URL.canParse(url))
    throw new UserError(`${quoted(whole)} has a host that is not IPv6, though it has colons; ${FORM}`);
  return new URL(url).hostname.slice(1, -1);
}
