import { scryptSync } from "node:crypto";
import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { decodeBase64 } from "../base64.ts";
import { readJsonDocument } from "../oci/json-document.ts";
import { KeyError } from "./key-error.ts";
import { KEY_LENGTH, NONCE_LENGTH, openSecretbox } from "./secretbox.ts";

/** The labels under which cosign writes encrypted keys; the older one since before version 2. */
export const COSIGN_KEY_LABELS: readonly string[] = ["ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY"];

/**
 * The file says how much memory (128 × N × r bytes) and time (N × r × p) its decryption takes. cosign writes N = 65536,
 * r = 8, p = 1, which is 64 MB; twice that is the most that its library knows.
 */
export const MAX_SCRYPT_COST = 131_072 * 8;
const MAX_KEY_BYTES = 50_000;

interface Sealed {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly nonce: Buffer;
  readonly box: Buffer;
}

/**
 * Opens a private key as `cosign generate-key-pair` writes it: scrypt and NaCl's secretbox around PKCS#8
 * (go-securesystemslib, encrypted).
 *
 * @param content what the PEM block holds
 * @returns PKCS#8 in DER
 * @throws KeyError
 */
export function openCosignKey(content: Uint8Array, password: string): Buffer {
  const { N, r, p, salt, nonce, box } = readSealed(content);
  if (N * r * p > MAX_SCRYPT_COST) {
    throw new KeyError("too-costly", `the key asks for scrypt with N=${N}, r=${r}, p=${p}: no tool makes such keys`);
  }
  const key = scryptSync(password, salt, KEY_LENGTH, { N, r, p, maxmem: 256 * 1024 * 1024 });
  const opened = openSecretbox(box, nonce, key);
  // The box is authenticated: a wrong password and a changed byte look the same.
  if (opened === undefined)
    throw new KeyError("wrong-password", "the password is not the key's, or the key is damaged");
  return Buffer.from(opened);
}

function readSealed(content: Uint8Array): Sealed {
  try {
    return readJsonDocument("the encrypted key", content, MAX_KEY_BYTES, [], (root) => {
      const [kdf, cipher] = [root.get("kdf"), root.get("cipher")];
      const parameters = kdf.get("params");
      checkName(kdf.get("name"), "scrypt");
      checkName(cipher.get("name"), "nacl/secretbox");
      return {
        N: readPower(parameters.get("N")),
        r: readWhole(parameters.get("r")),
        p: readWhole(parameters.get("p")),
        salt: readBytes(kdf.get("salt")),
        nonce: readBytes(cipher.get("nonce"), NONCE_LENGTH),
        box: readBytes(root.get("ciphertext")),
      };
    });
  } catch (error) {
    // Its fields are quoted by what is wrong with them: none of them is secret, but no error needs to say them.
    if (error instanceof ReportError) throw new KeyError("damaged", error.message.replace(/ but .*$/s, ""));
    throw error;
  }
}

function checkName(value: JsonValue, name: string): void {
  if (value.text() !== name) throw value.not(name);
}

function readWhole(value: JsonValue): number {
  const number = value.number();
  if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 30) throw value.not("a whole number from 1");
  return number;
}

function readPower(value: JsonValue): number {
  const number = readWhole(value);
  if (number < 2 || (number & (number - 1)) !== 0) throw value.not("a power of two");
  return number;
}

function readBytes(value: JsonValue, length?: number): Buffer {
  const bytes = decodeBase64(value.text());
  if (bytes === undefined || bytes.length === 0 || (length !== undefined && bytes.length !== length)) {
    throw value.not("base64 of the right length");
  }
  return bytes;
}
