import type { Annotations } from "../oci/annotations.ts";
import type { Digest } from "../oci/digest.ts";
import type { SignerIdentity } from "./identity.ts";

/** What a signature must be about. */
export interface SignatureExpectation {
  /** The image or index, as the registry has it. */
  readonly digest: Digest;
  /** Pairs that the signer must have signed as well (`cosign sign -a`); more of them do no harm. */
  readonly annotations?: Annotations;
}

/** One signature that was found: what it says and who signed without a key, or why it does not count. */
export type SignatureCheck =
  | { readonly isValid: true; readonly annotations: Annotations; readonly signer?: SignerIdentity }
  | { readonly isValid: false; readonly reason: string };

export function invalid(reason: string): SignatureCheck {
  return { isValid: false, reason };
}

/** Compares what a signature says with what it must say. */
export function checkClaims(
  found: { readonly digest: string; readonly annotations: Annotations },
  { digest, annotations = {} }: SignatureExpectation,
): SignatureCheck {
  if (found.digest !== digest) return invalid(`it signs ${found.digest}, and not ${digest}`);
  const missing = Object.entries(annotations).find(
    ([name, value]) => !Object.hasOwn(found.annotations, name) || found.annotations[name] !== value,
  );
  if (missing !== undefined) return invalid(`it does not sign ${missing[0]}=${missing[1]}`);
  return { isValid: true, annotations: found.annotations };
}
