import { constants, type KeyObject, sign, verify } from "node:crypto";
import { KeyError } from "./key-error.ts";

const CURVES: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };
/** The hash that belongs to a curve (FIPS 186-5); cosign 3 signs with it. */
const OWN_HASH: Readonly<Record<string, string>> = { secp384r1: "sha384", secp521r1: "sha512" };
const FEWEST_RSA_BITS = 2048;
const MOST_RSA_BITS = 8192;

/** How a key signs, in words: `ECDSA P-256`. @throws KeyError for a kind that cosign does not verify. */
export function algorithmOf(key: KeyObject): string {
  const details = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case "ec": {
      const curve = CURVES[details.namedCurve ?? ""];
      if (curve === undefined) throw new KeyError("unsupported", "the key's curve is not P-256, P-384 or P-521");
      return `ECDSA ${curve}`;
    }
    case "rsa": {
      const bits = details.modulusLength ?? 0;
      if (bits < FEWEST_RSA_BITS || bits > MOST_RSA_BITS) {
        throw new KeyError(
          "unsupported",
          `the RSA key has ${bits} bits, and ${FEWEST_RSA_BITS} to ${MOST_RSA_BITS} are allowed`,
        );
      }
      return `RSA ${bits}`;
    }
    case "ed25519":
      return "Ed25519";
    default:
      throw new KeyError(
        "unsupported",
        `a key of type ${key.asymmetricKeyType} cannot sign images: use ECDSA, RSA or Ed25519`,
      );
  }
}

/**
 * Signs as `cosign verify --key` checks it: ECDSA of any curve and RSA (PKCS#1 v1.5) over SHA-256, Ed25519 over the text
 * itself. What cosign 3 signs with P-384 and P-521 by the curve's own hash, its own `verify` refuses by default.
 */
export function signBytes(key: KeyObject, bytes: Uint8Array): Buffer {
  return sign(key.asymmetricKeyType === "ed25519" ? null : "sha256", bytes, options(key));
}

/** Accepts what `signBytes` makes, and the hash of the curve, as cosign 3 signs. A signature of no sense is false. */
export function verifyBytes(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  const own = OWN_HASH[key.asymmetricKeyDetails?.namedCurve ?? ""];
  const hashes = key.asymmetricKeyType === "ed25519" ? [null] : ["sha256", ...(own === undefined ? [] : [own])];
  return hashes.some((hash) => verify(hash, bytes, options(key), signature));
}

function options(key: KeyObject) {
  return key.asymmetricKeyType === "rsa"
    ? { key, padding: constants.RSA_PKCS1_PADDING }
    : { key, dsaEncoding: "der" as const };
}
