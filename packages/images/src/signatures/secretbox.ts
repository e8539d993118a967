import { xsalsa20poly1305 } from "@noble/ciphers/salsa.js";

/** Bytes. */
export const KEY_LENGTH = 32;
export const NONCE_LENGTH = 24;

/**
 * Opens NaCl's secretbox (XSalsa20 and Poly1305, https://nacl.cr.yp.to/secretbox.html), which `node:crypto` lacks and
 * cosign puts around its private keys. secretbox.test.ts holds it against tweetnacl.
 *
 * @returns undefined where the key, the nonce or the box is another one. @throws Error for a wrong length of key or nonce.
 */
export function openSecretbox(box: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  if (key.length !== KEY_LENGTH || nonce.length !== NONCE_LENGTH) throw new Error("a key or nonce of another length");
  const cipher = xsalsa20poly1305(key, nonce);
  try {
    return cipher.decrypt(box);
  } catch {
    return undefined;
  }
}
