import { X509Certificate } from "node:crypto";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { bundleFromJSON } from "@sigstore/bundle";
import { type TrustMaterial, toSignedEntity, Verifier } from "@sigstore/verify";
import { bundleCertificate, verifyBundle } from "../signatures/bundle.ts";
import { type IdentityExpectation, identityMismatch, type SignerIdentity } from "../signatures/identity.ts";
import { readKeylessSimple } from "../signatures/keyless.ts";
import { readVerificationKey } from "../signatures/keys.ts";
import { invalid, type SignatureCheck } from "../signatures/signature-check.ts";
import { verifySimple } from "../signatures/simple-signing.ts";
import type { SignatureVerifier } from "../signatures/verifier.ts";

/**
 * Checks signatures by who made them. @sigstore/verify checks the certificate against the trusted root, when it was valid,
 * and that a log holds the signature. What is signed, and that the log's entry is about this very key, is checked by
 * `packages/images`, as for signatures by a key: the library does not compare the key of an entry of kind `dsse`.
 */
export function keylessVerifier(material: TrustMaterial, expectation: IdentityExpectation): SignatureVerifier {
  const verifier = new Verifier(material);
  const checkSigner = (bundle: unknown, payload: Buffer | undefined, certificate: X509Certificate): SignatureCheck => {
    const { identity } = verifier.verify(toSignedEntity(bundleFromJSON(bundle), payload));
    const signer = { issuer: identity?.extensions?.issuer, subject: identity?.subjectAlternativeName };
    if (!isVerbatim(certificate, signer))
      return invalid("its certificate names a signer by characters that no certificate may have");
    const mismatch = identityMismatch(expectation, signer);
    return mismatch === undefined ? { isValid: true, annotations: {}, signer } : invalid(mismatch);
  };
  return {
    name: nameOf(expectation),
    bundle: (bytes, expected) =>
      guarded(() => {
        const der = bundleCertificate(bytes);
        if (der === undefined) return invalid("it was signed by a key, and not by an identity");
        const certificate = new X509Certificate(der);
        const said = verifyBundle(readVerificationKey(certificate.toString()), bytes, expected);
        if (!said.isValid) return said;
        return withAnnotations(checkSigner(parseJson([bytes]).raw, undefined, certificate), said);
      }),
    simple: (layer, payload, expected) =>
      guarded(() => {
        const found = readKeylessSimple(layer, payload);
        if (found === undefined) return invalid("it was signed by a key, and not by an identity");
        const said = verifySimple(readVerificationKey(found.certificate.toString()), layer, payload, expected);
        if (!said.isValid) return said;
        return withAnnotations(checkSigner(found.bundle, Buffer.from(payload), found.certificate), said);
      }),
  };
}

function nameOf({ signer }: IdentityExpectation): string {
  return `\`${"subject" in signer ? signer.subject : "pattern" in signer ? signer.pattern : signer.workflow.repository}\``;
}

function withAnnotations(check: SignatureCheck, { annotations }: SignatureCheck & { isValid: true }): SignatureCheck {
  return check.isValid ? { ...check, annotations } : check;
}

/**
 * Names are ASCII (RFC 5280, IA5String), and the library drops the eighth bit of every byte, so that `ұ` would pass for
 * `R1`. What it read must stand in the certificate as it is.
 */
function isVerbatim({ raw }: X509Certificate, { issuer, subject }: SignerIdentity): boolean {
  return [issuer, subject].every((name) => name === undefined || raw.includes(Buffer.from(name)));
}

/** Whatever the library stumbles over in a document of others is a signature that does not count. */
function guarded(check: () => SignatureCheck): SignatureCheck {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return invalid(error instanceof ReportError ? error.message : new ReportError(error.message).message);
  }
}
