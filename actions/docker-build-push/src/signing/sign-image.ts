import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { readManifest } from "@jessy-actions/images/oci/manifest";
import { referrerDescriptor } from "@jessy-actions/images/oci/referrers";
import { bundleReferrer } from "@jessy-actions/images/signatures/bundle";
import {
  findSignatures,
  legacyManifest,
  type SignatureFormat,
  signedBy,
  validOf,
} from "@jessy-actions/images/signatures/find-signatures";
import { type NewBlob, signatureTag } from "@jessy-actions/images/signatures/simple-signing";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ServiceError } from "@jessy-actions/kit/web-service/service";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { SignatureResult } from "../result.ts";
import type { Signer } from "./signer.ts";

/**
 * Signs an image in a repository, always by its digest, and reads the signature back: what is reported was verified on
 * the registry. A valid signature of the same signer that is there already is not doubled.
 *
 * @param root what the digest names, as the registry has it.
 * @param now ISO 8601.
 */
export async function signImage(
  registry: Registry,
  repository: string,
  root: Descriptor,
  signer: Signer,
  formats: readonly SignatureFormat[],
  now: string,
): Promise<readonly SignatureResult[]> {
  const results: SignatureResult[] = [];
  for (const format of formats) {
    const subject = `${registry.name}/${repository}@${root.digest}`;
    try {
      const find = async () =>
        validOf(await findSignatures(registry, repository, format, signer.verifier, { digest: root.digest }));
      const standing = await find();
      if (standing !== undefined) {
        results.push({ format, subject, state: "there", ...signedBy(standing) });
        continue;
      }
      await (format === "legacy" ? addSimple : addBundle)(registry, repository, root, signer, now);
      const made = await find();
      results.push(
        made === undefined
          ? { format, subject, state: "failed", problem: "the registry took the signature and does not show it" }
          : { format, subject, state: "signed", ...signedBy(made) },
      );
    } catch (error) {
      if (!(error instanceof RegistryError || error instanceof ReportError || error instanceof ServiceError))
        throw error;
      results.push({ format, subject, state: "failed", problem: error.message });
    }
  }
  return results;
}

async function addSimple(
  registry: Registry,
  repository: string,
  { digest }: Descriptor,
  signer: Signer,
): Promise<void> {
  const existing = await legacyManifest(registry, repository, { digest });
  const subject = { digest, repository: `${registry.name}/${repository}` };
  const { blobs, manifest } = await signer.simple(subject, existing);
  await pushBlobs(registry, repository, blobs);
  const { mediaType } = manifest.descriptor;
  await registry.putManifest(repository, { mediaType, bytes: manifest.bytes }, signatureTag(digest));
}

async function addBundle(
  registry: Registry,
  repository: string,
  root: Descriptor,
  signer: Signer,
  now: string,
): Promise<void> {
  const { blobs, manifest } = bundleReferrer(await signer.bundle({ digest: root.digest }), root, now);
  await pushBlobs(registry, repository, blobs);
  const { bytes, descriptor } = manifest;
  const read = readManifest(bytes);
  if (read.kind === "index") throw new Error("a bundle's referrer is a manifest");
  const listed = referrerDescriptor(read, bytes);
  await registry.putReferrer(repository, root.digest, { mediaType: descriptor.mediaType, bytes }, listed);
}

async function pushBlobs(registry: Registry, repository: string, blobs: readonly NewBlob[]): Promise<void> {
  for (const { descriptor, bytes } of blobs)
    await registry.pushBlob(repository, { digest: descriptor.digest, size: descriptor.size, content: { bytes } });
}
