import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { type TrustMaterial, toTrustMaterial } from "@sigstore/verify";
import { PUBLIC_INSTANCE } from "./public-instance.ts";

/** The services that must be in it, for somebody who has to complete the file. */
const NEEDED = {
  certificateAuthorities: "certificate authority (Fulcio)",
  ctlogs: "log of certificates (CT)",
  tlogs: "transparency log (Rekor)",
} as const;

/** The keys of Sigstore's public instance, as of the day that docs/adr/013-trusted-root.md names. */
export function publicInstance(): TrustMaterial {
  return readMaterial(JSON.parse(PUBLIC_INSTANCE));
}

/**
 * Reads a trusted root, as `cosign trusted-root create` writes it (sigstore_trustroot.proto).
 *
 * @throws ReportError that says what it lacks.
 */
export function readTrustedRoot(bytes: Uint8Array): TrustMaterial {
  const root = parseJson([bytes]);
  const type = root.get("mediaType");
  if (!/^application\/vnd\.dev\.sigstore\.trustedroot[.+]/.test(String(type.raw)))
    throw type.not("the type of a trusted root of Sigstore");
  for (const [name, what] of Object.entries(NEEDED)) {
    const list = root.get(name);
    if (list.isMissing || list.list().length === 0) throw new ReportError(`names no ${what} in \`${name}\``);
  }
  return readMaterial(root.raw);
}

function readMaterial(root: unknown): TrustMaterial {
  try {
    return toTrustMaterial(TrustedRoot.fromJSON(root));
  } catch (cause) {
    // The library reads keys and certificates, and says of their content what it stumbled over.
    throw new ReportError(`holds a key or certificate that cannot be read: ${(cause as Error).message}`, { cause });
  }
}
