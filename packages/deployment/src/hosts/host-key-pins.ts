import { createHmac } from "node:crypto";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { HostAddress } from "./host.ts";
import { fingerprintOf, isKeyType, type PublicKey, readPublicKey } from "./public-key.ts";
import { quoted } from "./quoted.ts";

/** A line that says which keys a host may show. */
export type HostKeyPin =
  /** Of known_hosts (sshd(8)). `names`: as written. */
  | { readonly kind: "key" | "authority" | "revoked"; readonly names: string; readonly key: PublicKey }
  /** Any key type. `names` undefined: of every host. */
  | { readonly kind: "fingerprint"; readonly names: string | undefined; readonly fingerprint: string };

/** What may be trusted of one host. */
export interface TrustedKeys {
  readonly keys: readonly PublicKey[];
  readonly authorities: readonly PublicKey[];
  readonly revoked: readonly PublicKey[];
  /** `SHA256:...` */
  readonly fingerprints: readonly string[];
}

const MAX_LINES = 5000;

/**
 * Reads `host-keys`, a line each: lines of known_hosts (plain, hashed, `[host]:port`, `@cert-authority`, `@revoked`); a
 * fingerprint, `SHA256:...` alone or after a host, or as `ssh-keygen -l` prints it; a bare public key.
 *
 * @throws UserErrors, a line for each that cannot be used.
 */
export function parseHostKeys(text: string): readonly HostKeyPin[] {
  const lines = text
    .replace(/\ufeff/g, "")
    .replace(/\\n/g, "\n")
    .split(/\r\n|\n|\r/);
  if (lines.length > MAX_LINES)
    throw new UserErrors([`there are ${lines.length} lines; at most ${MAX_LINES} are read`]);
  const problems: string[] = [];
  const pins: HostKeyPin[] = [];
  for (const [index, line] of lines.entries()) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "" || words[0]!.startsWith("#")) continue;
    const pin = parsePin(words);
    if (typeof pin === "string") problems.push(`line ${index + 1} ${pin}`);
    else pins.push(pin);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return pins;
}

/** @returns a pin, or what is wrong with the line, as a clause after its number. */
function parsePin(words: readonly string[]): HostKeyPin | string {
  const [first = ""] = words;
  if (first.startsWith("@")) return parseMarked(first, words.slice(1));
  if (words.some((word) => /^(?:MD5:)?(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/i.test(word)))
    return "is an MD5 fingerprint, which can be forged; write the SHA256 one, of `ssh-keygen -l`";
  const at = words.findIndex((word) => /^SHA256:/i.test(word));
  if (at >= 0) return parseFingerprint(words, at);
  if (isKeyType(first)) {
    const key = readPublicKey(first, words[1] ?? "");
    return key === undefined
      ? "is a damaged public key"
      : { kind: "fingerprint", names: undefined, fingerprint: fingerprintOf(key) };
  }
  return parseKnownHost("key", words);
}

function parseMarked(marker: string, words: readonly string[]): HostKeyPin | string {
  if (marker === "@cert-authority") return parseKnownHost("authority", words);
  if (marker === "@revoked") return parseKnownHost("revoked", words);
  return `begins with ${quoted(marker)}; write \`@cert-authority\` or \`@revoked\``;
}

/** `[256] [HOST] SHA256:... [comment] [(ED25519)]` */
function parseFingerprint(words: readonly string[], at: number): HostKeyPin | string {
  const digest = words[at]!.slice("SHA256:".length).replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]{43}$/.test(digest))
    return `has a fingerprint of ${digest.length} characters; one of SHA256 has 43 letters, digits, "+" and "/"`;
  const before = words.slice(0, at).filter((word) => !/^\d+$/.test(word));
  if (before.length > 1) return `has ${quoted(before.join(" "))} before its fingerprint; write one host, or none`;
  return { kind: "fingerprint", names: before[0]?.toLowerCase(), fingerprint: `SHA256:${digest}` };
}

function parseKnownHost(kind: "key" | "authority" | "revoked", words: readonly string[]): HostKeyPin | string {
  const [names = "", type = "", blob = ""] = words;
  if (/PRIVATE KEY/.test(words.join(" "))) return "is a private key, which is nobody's business; write public keys";
  if (/-cert-v01@openssh\.com$/.test(type))
    return "is a certificate; write the key of its authority after `@cert-authority`";
  if (/^ssh-dss$/.test(type)) return "is a DSA key, which OpenSSH no longer accepts";
  if (!isKeyType(type))
    return words.length === 1
      ? `is ${quoted(names)}; write lines of known_hosts (\`host ssh-ed25519 AAAA...\`) or fingerprints (\`SHA256:...\`)`
      : `has ${quoted(type)} where a key type such as \`ssh-ed25519\` belongs`;
  const key = readPublicKey(type, blob);
  if (key === undefined) return `has a damaged ${type} key: it was cut off, or broken into lines`;
  if (names.startsWith("|") && hashOf(names) === undefined) return "has a damaged hash of a host name";
  return { kind, names: names.startsWith("|") ? names : names.toLowerCase(), key };
}

/**
 * What the pins say of a host, by the rules of ssh: a port other than 22 is looked for as `[host]:port`, and as the bare
 * host only where that gives nothing.
 */
export function trustedKeys(
  pins: readonly HostKeyPin[],
  { address, port }: Pick<HostAddress, "address" | "port">,
): TrustedKeys {
  const exact = port === 22 ? address : `[${address}]:${port}`;
  const forms = port === 22 ? [address, `[${address}]:22`] : [exact, address];
  const of = (kind: HostKeyPin["kind"], name: string) =>
    pins.filter((pin) => pin.kind === kind && matchesNames(pin.names, name));
  const first = (kind: HostKeyPin["kind"]) =>
    forms.map((form) => of(kind, form)).find((found) => found.length > 0) ?? [];
  const every = (kind: HostKeyPin["kind"]) => forms.flatMap((form) => of(kind, form));
  return {
    keys: uniqueKeys(first("key")),
    authorities: uniqueKeys(first("authority")),
    revoked: uniqueKeys(every("revoked")),
    fingerprints: [
      ...new Set(every("fingerprint").flatMap((pin) => (pin.kind === "fingerprint" ? [pin.fingerprint] : []))),
    ],
  };
}

/** The lines of a known_hosts that is for one host alone. @param found keys whose fingerprints are pinned. */
export function knownHostLines(
  trusted: TrustedKeys,
  found: readonly PublicKey[],
  { address, port }: Pick<HostAddress, "address" | "port">,
): string {
  const name = port === 22 ? address : `[${address}]:${port}`;
  const line =
    (marker: string) =>
    ({ type, blob }: PublicKey) =>
      `${marker}${name} ${type} ${blob}\n`;
  return [
    ...trusted.revoked.map(line("@revoked ")),
    ...[...trusted.keys, ...found].map(line("")),
    ...trusted.authorities.map(line("@cert-authority ")),
  ].join("");
}

function uniqueKeys(pins: readonly HostKeyPin[]): readonly PublicKey[] {
  const keys = pins.flatMap((pin) => (pin.kind === "fingerprint" ? [] : [pin.key]));
  return [...new Map(keys.map((key) => [`${key.type} ${key.blob}`, key])).values()];
}

/** Patterns between commas (ssh_config(5), PATTERNS), or one hash of a name. A negated match wins over all others. */
function matchesNames(names: string | undefined, name: string): boolean {
  if (names === undefined) return true;
  if (names.startsWith("|")) {
    const hash = hashOf(names);
    return hash !== undefined && createHmac("sha1", hash.salt).update(name).digest().equals(hash.digest);
  }
  const patterns = names.split(",");
  if (patterns.some((pattern) => pattern.startsWith("!") && matchesPattern(pattern.slice(1), name))) return false;
  return patterns.some((pattern) => !pattern.startsWith("!") && matchesPattern(pattern, name));
}

function hashOf(names: string): { readonly salt: Buffer; readonly digest: Buffer } | undefined {
  const [, salt = "", digest = ""] = /^\|1\|([A-Za-z0-9+/]{27}=)\|([A-Za-z0-9+/]{27}=)$/.exec(names) ?? [];
  if (digest === "") return undefined;
  return { salt: Buffer.from(salt, "base64"), digest: Buffer.from(digest, "base64") };
}

/** `*` and `?` alone are special. Steps back to the last `*` only, so time is at most text times pattern. */
function matchesPattern(pattern: string, text: string): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === "*") [star, mark, p] = [p, t, p + 1];
    else if (pattern[p] === "?" || pattern[p] === text[t]) [p, t] = [p + 1, t + 1];
    else if (star >= 0) [p, mark, t] = [star + 1, mark + 1, mark + 1];
    else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
