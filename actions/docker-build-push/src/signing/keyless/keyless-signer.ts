import { generateKeyPairSync } from "node:crypto";
import { signStatement } from "@jessy-actions/images/signatures/bundle";
import {
  type CertifiedKey,
  certificateOf,
  keylessBundle,
  keylessSimple,
  type LoggedEntry,
  proposedEnvelope,
  proposedSignature,
  signWith,
} from "@jessy-actions/images/signatures/keyless";
import type { SignatureCheck } from "@jessy-actions/images/signatures/signature-check";
import { simplePayload } from "@jessy-actions/images/signatures/simple-signing";
import type { SignatureVerifier } from "@jessy-actions/images/signatures/verifier";
import { requestCertificate } from "@jessy-actions/kit/sigstore/fulcio";
import type { IdentityTokens } from "@jessy-actions/kit/sigstore/identity-token";
import { logEntry } from "@jessy-actions/kit/sigstore/rekor";
import type { Service } from "@jessy-actions/kit/web-service/service";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Signer } from "../signer.ts";

/** What a keyless signer asks. */
export interface KeylessServices {
  readonly tokens: IdentityTokens;
  readonly fulcio: { readonly service: Service; readonly url: URL };
  readonly rekor: { readonly service: Service; readonly url: URL };
}

/** A certificate with less time left than this is not used for another signature, milliseconds. */
const TERM_MARGIN = 120_000;

/**
 * Signs without a key that somebody keeps: Fulcio certifies a key of minutes for the job's identity, and Rekor logs the
 * signature. What was made is verified before anybody stores it.
 */
export function keylessSigner(
  { tokens, fulcio, rekor }: KeylessServices,
  verifier: SignatureVerifier,
  now: () => number = Date.now,
): Signer {
  let current: (CertifiedKey & { readonly end: number }) | undefined;
  /** A bundle says nothing of the repository: one entry of the public log is enough for all of them. */
  const bundles = new Map<string, Uint8Array>();

  const certifiedKey = async (): Promise<CertifiedKey & { readonly end: number }> => {
    if (current !== undefined && now() < current.end - TERM_MARGIN) return current;
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const [own, ...chain] = await requestCertificate(fulcio.service, fulcio.url, tokens, pair);
    const certified = { key: pair.privateKey, certificates: [own!, ...chain] as const };
    current = { ...certified, end: Date.parse(certificateOf(certified).validTo) };
    return current;
  };

  /** Once more by a new certificate where the log was down for so long that the first one expired. */
  const logged = async <Made>(
    make: (certified: CertifiedKey) => { readonly proposed: object; finish(entry: LoggedEntry): Made },
  ): Promise<Made> => {
    const certified = await certifiedKey();
    const { proposed, finish } = make(certified);
    const entry = await logEntry(rekor.service, rekor.url, proposed);
    if (entry.integratedTime * 1000 <= certified.end) return finish(entry);
    current = undefined;
    const again = make(await certifiedKey());
    return again.finish(await logEntry(rekor.service, rekor.url, again.proposed));
  };

  return {
    verifier,
    bundle: async (expected) => {
      const known = bundles.get(expected.digest);
      if (known !== undefined) return known;
      const bytes = await logged((certified) => {
        const envelope = signStatement(certified.key, expected);
        return {
          proposed: proposedEnvelope(envelope, certified),
          finish: (entry) => keylessBundle(envelope, certified, entry),
        };
      });
      ensure(verifier.bundle(bytes, expected));
      bundles.set(expected.digest, bytes);
      return bytes;
    },
    simple: async (subject, existing) => {
      const payload = simplePayload(subject);
      const made = await logged((certified) => {
        const signature = signWith(certified, payload);
        return {
          proposed: proposedSignature(payload, signature, certified),
          finish: (entry) => keylessSimple(payload, signature, certified, entry, existing),
        };
      });
      ensure(verifier.simple(made.layer, payload, subject));
      return made;
    },
  };
}

/** @throws ReportError for a signature that nobody could use. */
function ensure(check: SignatureCheck): void {
  if (check.isValid) return;
  throw new ReportError(
    `the signature that was just made does not hold, and was not stored: ${check.reason}; if Fulcio or Rekor have new keys, give them by \`trusted-root\``,
  );
}
