import type { Descriptor } from "../oci/descriptor.ts";
import { verifyBundle } from "./bundle.ts";
import type { VerificationKey } from "./keys.ts";
import type { SignatureCheck, SignatureExpectation } from "./signature-check.ts";
import { verifySimple } from "./simple-signing.ts";

/** By what signatures are checked: a key, or who signed without one. */
export interface SignatureVerifier {
  /** For sentences: `signing-key did not sign it`. */
  readonly name: string;
  bundle(bytes: Uint8Array, expected: SignatureExpectation): SignatureCheck;
  simple(layer: Descriptor, payload: Uint8Array, expected: SignatureExpectation): SignatureCheck;
}

/** @param name of the input that holds the key. */
export function keyVerifier(key: VerificationKey, name: string): SignatureVerifier {
  return {
    name,
    bundle: (bytes, expected) => verifyBundle(key, bytes, expected),
    simple: (layer, payload, expected) => verifySimple(key, layer, payload, expected),
  };
}
