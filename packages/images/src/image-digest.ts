import { quoted } from "./quoted.ts";

/** Hexadecimal digits of each algorithm that OCI registers and registries accept. */
const DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 };

/** What is wrong with `sha256:…` or `sha512:…`, and what to write; undefined if nothing is. */
export function digestProblem(digest: string): string | undefined {
  const colon = digest.indexOf(":");
  const algorithm = colon === -1 ? digest : digest.slice(0, colon);
  const digits = Object.hasOwn(DIGITS, algorithm) ? DIGITS[algorithm]! : undefined;
  const what = `the digest ${quoted(digest)}`;
  if (colon === -1 || digits === undefined) return `${what} must begin with sha256: or sha512:`;
  const hex = digest.slice(colon + 1);
  if (hex.length !== digits) return `${what} has ${hex.length} digits after ${algorithm}:; it must have ${digits}`;
  if (!/^[0-9a-f]+$/.test(hex)) return `${what} may hold only the digits 0-9 and a-f, in lower case`;
  return undefined;
}
