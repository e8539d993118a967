import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import type { Digest } from "@jessy-actions/images/oci/digest";
import type { ImageManifest } from "@jessy-actions/images/oci/manifest";
import { signBundle, verifyBundle } from "@jessy-actions/images/signatures/bundle";
import type { SigningKey, VerificationKey } from "@jessy-actions/images/signatures/keys";
import type { SignatureCheck, SignatureExpectation } from "@jessy-actions/images/signatures/signature-check";
import {
  type SignedSubject,
  type SimpleSignature,
  signSimple,
  verifySimple,
} from "@jessy-actions/images/signatures/simple-signing";

/** By what signatures are checked: a key, or who signed without one. */
export interface SignatureVerifier {
  /** For sentences: `signing-key did not sign it`. */
  readonly name: string;
  bundle(bytes: Uint8Array, expected: SignatureExpectation): SignatureCheck;
  simple(layer: Descriptor, payload: Uint8Array, expected: SignatureExpectation): SignatureCheck;
}

/** What signs images, and finds its own signatures again. */
export interface Signer {
  readonly verifier: SignatureVerifier;
  bundle(expected: { readonly digest: Digest }): Promise<Uint8Array>;
  simple(subject: SignedSubject, existing: ImageManifest | undefined): Promise<SimpleSignature>;
}

/** @param name of the input that holds the key. */
export function keyVerifier(key: VerificationKey, name: string): SignatureVerifier {
  return {
    name,
    bundle: (bytes, expected) => verifyBundle(key, bytes, expected),
    simple: (layer, payload, expected) => verifySimple(key, layer, payload, expected),
  };
}

export function keySigner(key: SigningKey): Signer {
  return {
    verifier: keyVerifier(key.verification, "`signing-key`"),
    bundle: async (expected) => signBundle(key, expected),
    simple: async (subject, existing) => signSimple(key, subject, existing),
  };
}
