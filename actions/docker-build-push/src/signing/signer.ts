import type { Digest } from "@jessy-actions/images/oci/digest";
import type { ImageManifest } from "@jessy-actions/images/oci/manifest";
import { signBundle } from "@jessy-actions/images/signatures/bundle";
import type { SigningKey } from "@jessy-actions/images/signatures/keys";
import { type SignedSubject, type SimpleSignature, signSimple } from "@jessy-actions/images/signatures/simple-signing";
import { keyVerifier, type SignatureVerifier } from "@jessy-actions/images/signatures/verifier";

/** What signs images, and finds its own signatures again. */
export interface Signer {
  readonly verifier: SignatureVerifier;
  bundle(expected: { readonly digest: Digest }): Promise<Uint8Array>;
  simple(subject: SignedSubject, existing: ImageManifest | undefined): Promise<SimpleSignature>;
}

export function keySigner(key: SigningKey): Signer {
  return {
    verifier: keyVerifier(key.verification, "`signing-key`"),
    bundle: async (expected) => signBundle(key, expected),
    simple: async (subject, existing) => signSimple(key, subject, existing),
  };
}
