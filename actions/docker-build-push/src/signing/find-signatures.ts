import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { type ImageManifest, readManifest } from "@jessy-actions/images/oci/manifest";
import { bundlesOf, MAX_BUNDLE_BYTES, mayHoldBundle, verifyBundle } from "@jessy-actions/images/signatures/bundle";
import type { VerificationKey } from "@jessy-actions/images/signatures/keys";
import type { SignatureCheck, SignatureExpectation } from "@jessy-actions/images/signatures/signature-check";
import {
  MAX_PAYLOAD_BYTES,
  signatureTag,
  simpleSignatures,
  verifySimple,
} from "@jessy-actions/images/signatures/simple-signing";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { SignatureFormat } from "./signing-inputs.ts";

/** Signatures of others may stand there in any number; nobody reads more of them. */
export const MAX_SIGNATURES = 100;

export interface Found {
  readonly format: SignatureFormat;
  readonly check: SignatureCheck;
}

/** Every signature of a digest in one format, checked by a key. */
export async function findSignatures(
  registry: Registry,
  repository: string,
  format: SignatureFormat,
  key: VerificationKey,
  expected: SignatureExpectation,
): Promise<readonly Found[]> {
  const found = format === "legacy" ? findSimple : findBundles;
  const checks: Found[] = [];
  for await (const check of found(registry, repository, key, expected)) {
    checks.push({ format, check });
    if (checks.length === MAX_SIGNATURES) break;
  }
  return checks;
}

export function isSigned(found: readonly Found[]): boolean {
  return found.some(({ check }) => check.isValid);
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
  key: VerificationKey,
  expected: SignatureExpectation,
): AsyncGenerator<SignatureCheck> {
  const manifest = await legacyManifest(registry, repository, expected);
  for (const layer of manifest === undefined ? [] : simpleSignatures(manifest)) {
    const payload = await registry.getBlob(repository, layer.digest, MAX_PAYLOAD_BYTES);
    yield payload === undefined ? missing(layer) : verifySimple(key, layer, payload, expected);
  }
}

async function* findBundles(
  registry: Registry,
  repository: string,
  key: VerificationKey,
  expected: SignatureExpectation,
): AsyncGenerator<SignatureCheck> {
  for (const listed of await registry.listReferrers(repository, expected.digest)) {
    if (!mayHoldBundle(listed as Descriptor)) continue;
    const stored = await registry.getManifest(repository, listed.digest);
    if (stored === undefined) continue;
    const manifest = readManifest(stored.bytes);
    for (const layer of manifest.kind === "index" ? [] : bundlesOf(manifest, expected.digest)) {
      const bundle = await registry.getBlob(repository, layer.digest, MAX_BUNDLE_BYTES);
      yield bundle === undefined ? missing(layer) : verifyBundle(key, bundle, expected);
    }
  }
}

const missing = ({ digest }: Descriptor): SignatureCheck => ({
  isValid: false,
  reason: `its blob ${digest} is missing`,
});
