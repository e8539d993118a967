import { keylessVerifier } from "@jessy-actions/images/keyless/keyless-verifier";
import { tokenIdentity } from "@jessy-actions/images/signatures/identity";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { IdentityTokens } from "@jessy-actions/kit/sigstore/identity-token";
import { Service, type ServiceOptions } from "@jessy-actions/kit/web-service/service";
import type { TrustMaterial } from "@sigstore/verify";
import type { Signer } from "../signer.ts";
import type { KeylessSigning } from "../signing-inputs.ts";
import { keylessSigner } from "./keyless-signer.ts";

export { keylessVerifier } from "@jessy-actions/images/keyless/keyless-verifier";
export { publicInstance, readTrustedRoot } from "@jessy-actions/images/keyless/trusted-root";

/** Whom Fulcio takes tokens for. */
const AUDIENCE = "sigstore";

/**
 * Finds out who the job is; asks neither Fulcio nor Rekor yet.
 *
 * @throws ServiceError without a token, ReportError for one that is not of GitHub.
 */
export async function openKeylessSigner(
  { fulcioUrl, rekorUrl }: KeylessSigning,
  material: TrustMaterial,
  environment: Environment,
  options: ServiceOptions,
): Promise<Signer> {
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
