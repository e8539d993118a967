import { isAbsolute, resolve } from "node:path";

/** Where a remote is, and the one protocol that leads there. */
export interface RemoteAddress {
  readonly url: string;
  readonly protocol: "https" | "http" | "ssh" | "file";
}

/**
 * Reads an address as git would, without any rewriting.
 *
 * @param directory for relative paths.
 * @returns undefined for what is no address, and for protocols that run programs or are not safe (`ext::`, `git://`).
 */
export function parseAddress(text: string, directory: string): RemoteAddress | undefined {
  if (text === "" || text.startsWith("-") || /[\u0000-\u001f]/.test(text)) return undefined;
  const [, protocol] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  switch (protocol?.toLowerCase()) {
    case "https":
    case "http":
    case "file":
    case "ssh":
      return { url: text, protocol: protocol!.toLowerCase() as RemoteAddress["protocol"] };
    case undefined:
      break;
    default:
      return undefined;
  }
  if (isAbsolute(text) || /^\.{1,2}\//.test(text)) return { url: resolve(directory, text), protocol: "file" };
  // `git@github.com:org/repo.git`; a helper's address has two colons. A host cannot be an option of ssh.
  return /^[\w.][\w.@-]*:(?!:)/.test(text) ? { url: text, protocol: "ssh" } : undefined;
}

/** `AUTHORIZATION: basic ...`, as actions/checkout leaves it. Nothing else is taken over from a clone's configuration. */
export function isAuthorization(header: string): boolean {
  return /^authorization: (?:basic|bearer) [\w+/=.~-]+$/i.test(header);
}
