import { ReportError } from "@jessy-actions/reading/report-error";
import type { Descriptor } from "../oci/descriptor.ts";
import { type ImageManifest, readManifest } from "../oci/manifest.ts";
import { bundlesOf, MAX_BUNDLE_BYTES, mayHoldBundle } from "./bundle.ts";
import { invalid, type SignatureCheck, type SignatureExpectation } from "./signature-check.ts";
import { MAX_PAYLOAD_BYTES, signatureTag, simpleSignatures } from "./simple-signing.ts";
import type { SignatureVerifier } from "./verifier.ts";

export type SignatureFormat = "legacy" | "bundle";

/** What holds images and their signatures: a registry. */
export interface SignatureStore {
  getManifest(repository: string, reference: string): Promise<{ readonly bytes: Uint8Array } | undefined>;
  getBlob(repository: string, digest: string, maxBytes: number): Promise<Uint8Array | undefined>;
  listReferrers(
    repository: string,
    digest: string,
  ): Promise<readonly { readonly digest: string; readonly mediaType: string }[]>;
}

/** Signatures of others may stand there in any number; nobody reads more of them. */
export const MAX_SIGNATURES = 100;

export interface Found {
  readonly format: SignatureFormat;
  readonly check: SignatureCheck;
}

export type ValidSignature = Found & { readonly check: { readonly isValid: true } };

/** Every signature of a digest in one format, checked; ends at the first that holds. */
export async function findSignatures(
  registry: SignatureStore,
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
export function signedBy({ check }: ValidSignature): { readonly identity?: string; readonly issuer?: string } {
  const { subject, issuer } = check.signer ?? {};
  return { ...(subject !== undefined && { identity: subject }), ...(issuer !== undefined && { issuer }) };
}

/** The manifest of the legacy signatures; undefined when there is none. */
export async function legacyManifest(
  registry: SignatureStore,
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
  registry: SignatureStore,
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
  registry: SignatureStore,
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

/** In the order in which they are looked for: signatures of today first. */
const FORMATS: readonly SignatureFormat[] = ["bundle", "legacy"];

/** @returns the first signature of a digest that counts, in any format, or why there is none, as a clause. */
export async function verifySignature(
  registry: SignatureStore,
  repository: string,
  verifier: SignatureVerifier,
  expected: SignatureExpectation,
): Promise<ValidSignature | { readonly problem: string }> {
  const found: Found[] = [];
  for (const format of FORMATS) {
    found.push(...(await findSignatures(registry, repository, format, verifier, expected)));
    const valid = validOf(found);
    if (valid !== undefined) return valid;
  }
  return { problem: whyUnsigned(found) };
}

function whyUnsigned(found: readonly Found[]): string {
  if (found.length === 0) return "it has no signature";
  const reasons = found.flatMap(({ check }) => (check.isValid ? [] : [check.reason]));
  return `none of its ${found.length} signatures holds: ${[...new Set(reasons)].join("; ")}`;
}
