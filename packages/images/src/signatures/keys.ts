import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { algorithmOf } from "./algorithm.ts";
import { COSIGN_KEY_LABELS, openCosignKey } from "./cosign-key.ts";
import { KeyError } from "./key-error.ts";
import { type Pem, readPem } from "./pem.ts";

export interface VerificationKey {
  readonly key: KeyObject;
  /** For people: `ECDSA P-256`. */
  readonly algorithm: string;
  /** Names the key in a bundle: base64 of the SHA-256 of its DER, as cosign writes it. */
  readonly hint: string;
  /** For reports and for `cosign verify --key`. */
  readonly pem: string;
}

export interface SigningKey {
  readonly key: KeyObject;
  readonly verification: VerificationKey;
}

/**
 * Reads a private key from its text: cosign's encrypted form, PKCS#8 (plain or encrypted), SEC1, PKCS#1.
 *
 * @param password undefined if none was given; cosign also encrypts with an empty one
 * @throws KeyError
 */
export function readSigningKey(text: string, password?: string): SigningKey {
  const pem = readPem(text);
  if (/PUBLIC KEY|CERTIFICATE/.test(pem.label)) {
    throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}; signing needs the private key`);
  }
  if (pem.label === "OPENSSH PRIVATE KEY") {
    throw new KeyError("unsupported", "the key is in OpenSSH's own form; `ssh-keygen -p -m PKCS8 -f FILE` converts it");
  }
  if (!/PRIVATE KEY$/.test(pem.label)) throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}`);
  const key = COSIGN_KEY_LABELS.includes(pem.label) ? openedKey(pem, password) : plainKey(pem, password);
  return { key, verification: verificationKey(createPublicKey(key)) };
}

/** Reads a public key (SPKI or PKCS#1), or the one in a certificate. @throws KeyError */
export function readVerificationKey(text: string): VerificationKey {
  const pem = readPem(text);
  if (pem.label.endsWith("PRIVATE KEY")) {
    throw new KeyError(
      "not-a-key",
      "the key is private; verification needs the public key, and a private one must stay secret",
    );
  }
  try {
    if (pem.label === "CERTIFICATE") return verificationKey(new X509Certificate(pem.text).publicKey);
    if (/^(?:RSA )?PUBLIC KEY$/.test(pem.label)) return verificationKey(createPublicKey(pem.text));
  } catch (error) {
    if (error instanceof KeyError) throw error;
    throw new KeyError("damaged", `the ${pem.label.toLowerCase()} cannot be read: its content is damaged`);
  }
  throw new KeyError("not-a-key", `the key is a ${pem.label.toLowerCase()}; a public key or a certificate is needed`);
}

function openedKey(pem: Pem, password: string | undefined): KeyObject {
  if (password === undefined) throw new KeyError("password-missing", "the key is encrypted, and no password was given");
  const der = openCosignKey(pem.content, password);
  try {
    return checked(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
  } catch (error) {
    if (error instanceof KeyError) throw error;
    throw new KeyError("damaged", "the password is right, and what it opens is not a private key");
  }
}

function plainKey(pem: Pem, password: string | undefined): KeyObject {
  const isEncrypted = pem.label.startsWith("ENCRYPTED ") || pem.text.includes("Proc-Type: 4,ENCRYPTED");
  if (isEncrypted && password === undefined) {
    throw new KeyError("password-missing", "the key is encrypted, and no password was given");
  }
  try {
    return checked(createPrivateKey({ key: pem.text, ...(isEncrypted ? { passphrase: password! } : {}) }));
  } catch (error) {
    if (error instanceof KeyError) throw error;
    if (isEncrypted) throw new KeyError("wrong-password", "the password is not the key's, or the key is damaged");
    throw new KeyError("damaged", `the ${pem.label.toLowerCase()} cannot be read: its content is damaged`);
  }
}

function checked(key: KeyObject): KeyObject {
  algorithmOf(key);
  return key;
}

function verificationKey(key: KeyObject): VerificationKey {
  const der = key.export({ type: "spki", format: "der" });
  return {
    key,
    algorithm: algorithmOf(key),
    hint: createHash("sha256").update(der).digest("base64"),
    pem: key.export({ type: "spki", format: "pem" }).toString(),
  };
}
