import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { type ImageManifest, readManifest } from "@jessy-actions/images/oci/manifest";
import { bundlesOf, MAX_BUNDLE_BYTES, mayHoldBundle } from "@jessy-actions/images/signatures/bundle";
import {
  invalid,
  type SignatureCheck,
  type SignatureExpectation,
} from "@jessy-actions/images/signatures/signature-check";
import { MAX_PAYLOAD_BYTES, signatureTag, simpleSignatures } from "@jessy-actions/images/signatures/simple-signing";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { SignatureResult } from "../result.ts";
import type { SignatureVerifier } from "./signer.ts";
import type { SignatureFormat } from "./signing-inputs.ts";

/** Signatures of others may stand there in any number; nobody reads more of them. */
export const MAX_SIGNATURES = 100;

export interface Found {
  readonly format: SignatureFormat;
  readonly check: SignatureCheck;
}

export type ValidSignature = Found & { readonly check: { readonly isValid: true } };

/** Every signature of a digest in one format, checked; ends at the first that holds. */
export async function findSignatures(
  registry: Registry,
  repository: string,
  format: SignatureFormat,
  verifier: SignatureVerifier,
  expected: SignatureExpectation,
): Promise<readonly Found[]> {
  const found = format === "legacy" ? findSimple : findBundles;
  const checks: Found[] = [];
  for await (const check of found(registry, repository, verifier, expected)) {
    checks.push({ format, check });
    if (checks.length === MAX_SIGNATURES) break;
  }
  return checks;
}

/** The first that holds. */
export function validOf(found: readonly Found[]): ValidSignature | undefined {
  return found.find((each): each is ValidSignature => each.check.isValid);
}

export function isSigned(found: readonly Found[]): boolean {
  return validOf(found) !== undefined;
}

/** Who signed, for the report; nothing for a signature by a key. */
export function signedBy({ check }: ValidSignature): Pick<SignatureResult, "identity" | "issuer"> {
  const { subject, issuer } = check.signer ?? {};
  return { ...(subject !== undefined && { identity: subject }), ...(issuer !== undefined && { issuer }) };
}

/** The manifest of the legacy signatures; undefined when there is none. */
export async function legacyManifest(
  registry: Registry,
  repository: string,
  { digest }: SignatureExpectation,
): Promise<ImageManifest | undefined> {
  const stored = await registry.getManifest(repository, signatureTag(digest));
  if (stored === undefined) return undefined;
  const manifest = readManifest(stored.bytes);
  if (manifest.kind === "index") throw new ReportError(`the tag ${signatureTag(digest)} holds an index`);
  return manifest;
}

async function* findSimple(
  registry: Registry,
  repository: string,
  verifier: SignatureVerifier,
  expected: SignatureExpectation,
): AsyncGenerator<SignatureCheck> {
  const manifest = await legacyManifest(registry, repository, expected);
  for (const layer of manifest === undefined ? [] : simpleSignatures(manifest)) {
    const payload = await registry.getBlob(repository, layer.digest, MAX_PAYLOAD_BYTES);
    yield payload === undefined ? missing(layer) : verifier.simple(layer, payload, expected);
  }
}

async function* findBundles(
  registry: Registry,
  repository: string,
  verifier: SignatureVerifier,
  expected: SignatureExpectation,
): AsyncGenerator<SignatureCheck> {
  for (const listed of await registry.listReferrers(repository, expected.digest)) {
    if (!mayHoldBundle(listed as Descriptor)) continue;
    const stored = await registry.getManifest(repository, listed.digest);
    if (stored === undefined) continue;
    const bundles = bundlesIn(stored.bytes, expected);
    if ("reason" in bundles) yield bundles;
    else
      for (const layer of bundles.layers) {
        const bundle = await registry.getBlob(repository, layer.digest, MAX_BUNDLE_BYTES);
        yield bundle === undefined ? missing(layer) : verifier.bundle(bundle, expected);
      }
  }
}

/** A broken referrer of somebody else hides no signature. */
function bundlesIn(
  bytes: Uint8Array,
  { digest }: SignatureExpectation,
): { readonly layers: readonly Descriptor[] } | (SignatureCheck & { readonly isValid: false }) {
  try {
    const manifest = readManifest(bytes);
    return { layers: manifest.kind === "index" ? [] : bundlesOf(manifest, digest) };
  } catch (error) {
    if (error instanceof ReportError) return { isValid: false, reason: error.message };
    throw error;
  }
}

const missing = ({ digest }: Descriptor): SignatureCheck => invalid(`its blob ${digest} is missing`);
