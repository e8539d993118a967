import { ReportError } from "@jessy-actions/reading/report-error";
import { checkBytes, type Descriptor } from "../oci/descriptor.ts";
import type { Digest } from "../oci/digest.ts";
import { verifyBundle } from "./bundle.ts";
import type { VerificationKey } from "./keys.ts";
import { invalid, type SignatureCheck, type SignatureExpectation } from "./signature-check.ts";
import { verifySimple } from "./simple-signing.ts";

/** `simple` is cosign's older form under a `.sig` tag, `bundle` the referrer of cosign 3. */
export type SignatureFormat = "simple" | "bundle";

/** A signature as a registry holds it: the layer of its manifest, and the layer's bytes. */
export interface FoundSignature {
  readonly format: SignatureFormat;
  readonly layer: Descriptor;
  readonly bytes: Uint8Array;
}

export interface Verification {
  /** The formats of which at least one signature is valid. An image is signed if there is one. */
  readonly formats: readonly SignatureFormat[];
  readonly refused: readonly { readonly format: SignatureFormat; readonly digest: Digest; readonly reason: string }[];
}

/**
 * Checks all signatures of a digest by one public key. Others may have signed with their keys: one valid signature is
 * enough, and none is a failure, whatever was refused.
 */
export function verifySignatures(
  key: VerificationKey,
  found: readonly FoundSignature[],
  expected: SignatureExpectation,
): Verification {
  const checks = found.map((signature) => ({ signature, check: verifySignature(key, signature, expected) }));
  return {
    formats: [...new Set(checks.filter(({ check }) => check.isValid).map(({ signature }) => signature.format))],
    refused: checks.flatMap(({ signature, check }) =>
      check.isValid ? [] : [{ format: signature.format, digest: signature.layer.digest, reason: check.reason }],
    ),
  };
}

/** The formats in which a signature is still to be made: a re-run of a signed image makes none. */
export function formatsToSign(
  wanted: readonly SignatureFormat[],
  { formats }: Pick<Verification, "formats">,
): readonly SignatureFormat[] {
  return wanted.filter((format) => !formats.includes(format));
}

function verifySignature(
  key: VerificationKey,
  { format, layer, bytes }: FoundSignature,
  expected: SignatureExpectation,
): SignatureCheck {
  if (format === "simple") return verifySimple(key, layer, bytes, expected);
  try {
    checkBytes(layer, bytes);
  } catch (error) {
    if (error instanceof ReportError) return invalid(error.message);
    throw error;
  }
  return verifyBundle(key, bytes, expected);
}
