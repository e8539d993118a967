import { type IdentityExpectation, tokenIdentity } from "@jessy-actions/images/signatures/identity";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { IdentityTokens } from "@jessy-actions/kit/sigstore/identity-token";
import { Service, type ServiceOptions } from "@jessy-actions/kit/sigstore/service";
import type { SignatureVerifier, Signer } from "../signer.ts";
import type { KeylessSigning } from "../signing-inputs.ts";
import { keylessSigner } from "./keyless-signer.ts";
import { keylessVerifier } from "./keyless-verifier.ts";
import { publicInstance, readTrustedRoot } from "./trusted-root.ts";

/** Whom Fulcio takes tokens for. */
const AUDIENCE = "sigstore";

/**
 * Finds out who the job is; asks neither Fulcio nor Rekor yet.
 *
 * @param root the file `trusted-root`; undefined: the public instance. @throws ReportError for one that cannot be used,
 *   ServiceError without a token.
 */
export async function openKeylessSigner(
  { fulcioUrl, rekorUrl }: KeylessSigning,
  root: Uint8Array | undefined,
  environment: Environment,
  options: ServiceOptions,
): Promise<Signer> {
  const material = materialOf(root);
  const tokens = new IdentityTokens(environment, AUDIENCE, options);
  const { issuer, subject } = tokenIdentity(await tokens.get());
  return keylessSigner(
    {
      tokens,
      fulcio: { service: new Service("Fulcio", options), url: fulcioUrl },
      rekor: { service: new Service("Rekor", options), url: rekorUrl },
    },
    keylessVerifier(material, { issuer, signer: { subject } }),
    options.now,
  );
}

/** @throws ReportError for a trusted root that cannot be used. */
export function openKeylessVerifier(expectation: IdentityExpectation, root: Uint8Array | undefined): SignatureVerifier {
  return keylessVerifier(materialOf(root), expectation);
}

function materialOf(root: Uint8Array | undefined) {
  return root === undefined ? publicInstance() : readTrustedRoot(root);
}
