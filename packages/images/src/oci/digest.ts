import { createHash } from "node:crypto";
import type { JsonValue } from "@jessy-actions/reading/json";

/** `sha256:` or `sha512:` and lower-case hexadecimal digits: the algorithms that the OCI image spec registers. */
export type Digest = `sha256:${string}` | `sha512:${string}`;

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

export function isDigest(text: string): text is Digest {
  return DIGEST.test(text);
}

/** @throws ReportError if the value is not a digest. */
export function readDigest(value: JsonValue): Digest {
  const text = value.text();
  if (!isDigest(text)) throw value.not("a digest (sha256: or sha512: and lower-case hexadecimal digits)");
  return text;
}

export function digestOf(bytes: Uint8Array, algorithm: "sha256" | "sha512" = "sha256"): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

export function hasDigest(bytes: Uint8Array, digest: Digest): boolean {
  return digestOf(bytes, digest.startsWith("sha512:") ? "sha512" : "sha256") === digest;
}

/** The hexadecimal digits alone. */
export function hexOf(digest: Digest): string {
  return digest.slice("sha256:".length);
}
