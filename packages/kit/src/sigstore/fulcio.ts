import { type KeyObject, sign } from "node:crypto";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type Service, ServiceError } from "../web-service/service.ts";
import type { IdentityTokens } from "./identity-token.ts";

/** Longer chains are not Fulcio's. */
const MAX_CERTIFICATES = 10;

/**
 * Asks Fulcio to certify a key for the identity of a token (sigstore/fulcio, fulcio.proto, CreateSigningCertificate).
 *
 * @returns PEM: the certificate of the key, then those that vouch for it. @throws ServiceError
 */
export async function requestCertificate(
  fulcio: Service,
  address: URL,
  tokens: IdentityTokens,
  { publicKey, privateKey }: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
): Promise<readonly string[]> {
  const request = {
    failing: "gave no certificate",
    method: "POST",
    url: below(address, "api/v2/signingCert"),
    expected: [200, 201],
    redact: tokens.redact,
    body: async () => {
      const token = await tokens.get();
      return {
        credentials: { oidcIdentityToken: token },
        publicKeyRequest: {
          publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }).toString() },
          // Who asks has the private key: it signs whom the token is about.
          proofOfPossession: sign("sha256", Buffer.from(subjectOf(token)), privateKey).toString("base64"),
        },
      };
    },
  } as const;
  return fulcio.read(request, await fulcio.request(request), (root) => {
    const embedded = root.get("signedCertificateEmbeddedSct");
    const signed = embedded.isMissing ? root.get("signedCertificateDetachedSct") : embedded;
    const certificates = signed.get("chain").get("certificates");
    if (certificates.list().length === 0 || certificates.list().length > MAX_CERTIFICATES)
      throw certificates.not(`a list of 1 to ${MAX_CERTIFICATES} certificates`);
    return [...certificates.items()].map((item) => item.text());
  });
}

function subjectOf(token: string): string {
  try {
    return parseJson([Buffer.from(token.split(".")[1] ?? "", "base64url")])
      .get("sub")
      .text();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ServiceError("GitHub's token service gave an identity token that names no subject", 0);
  }
}

/** An address below a base that may have a path of its own. */
export function below(base: URL, path: string): URL {
  return new URL(path, base.href.endsWith("/") ? base : `${base.href}/`);
}
