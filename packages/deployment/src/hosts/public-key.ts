import { createHash } from "node:crypto";
import { WireReader } from "./wire.ts";

export interface PublicKey {
  /** `ssh-ed25519` */
  readonly type: string;
  /** Base64, with its padding. */
  readonly blob: string;
}

/** Key types of OpenSSH that are not broken: neither DSA nor version 1 of the protocol. */
const TYPES =
  /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com)$/;

/** @returns undefined unless the blob is base64 of a key of just this type. */
export function readPublicKey(type: string, blob: string): PublicKey | undefined {
  if (!TYPES.test(type) || !/^[A-Za-z0-9+/]+={0,2}$/.test(blob)) return undefined;
  const bytes = Buffer.from(blob, "base64");
  const reader = new WireReader(bytes);
  if (reader.string()?.toString("latin1") !== type || reader.string() === undefined) return undefined;
  return { type, blob: bytes.toString("base64") };
}

export const isKeyType = (word: string): boolean => TYPES.test(word);

/** `SHA256:...` without padding, as `ssh-keygen -l` prints it. */
export function fingerprintOf({ blob }: Pick<PublicKey, "blob">): string {
  return `SHA256:${createHash("sha256").update(Buffer.from(blob, "base64")).digest("base64").replace(/=+$/, "")}`;
}
