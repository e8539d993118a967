import { type Digest, isDigest } from "@jessy-actions/images/oci/digest";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Login } from "../pushing/login.ts";
import type { ImageResult, Result, SignatureResult } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import { type Found, findSignatures, signedBy, validOf } from "./find-signatures.ts";
import type { SignatureVerifier } from "./signer.ts";
import type { SignatureFormat } from "./signing-inputs.ts";

const FORMATS: readonly SignatureFormat[] = ["bundle", "legacy"];

/** Whether each image has a signature that counts, in any format. One without is a failure, and so is no image at all. */
export async function verifyImages(result: Result, { registries, verifier }: Login): Promise<Unjudged> {
  if (verifier === undefined) throw new Error("nothing says whose signature counts");
  const images: ImageResult[] = [];
  for (const [at, image] of result.images.entries()) {
    const verified: Verified[] = [];
    for (const { registry, repository, tags } of result.planning.images[at]!.destinations)
      for (const tag of tags) verified.push(await verifyOne(registries.of(registry), repository, tag, verifier));
    const digest = verified.find((each) => each.digest !== undefined)?.digest ?? null;
    const signatures = verified.map(({ signature }) => signature);
    images.push({ ...image, pushes: false, references: [], digest, signatures });
  }
  const empty = images.filter(({ signatures }) => signatures.length === 0);
  const names = images.length === 1 ? "" : ` of ${empty.map(({ name }) => name).join(", ")}`;
  const failure = empty.length === 0 ? null : `nothing was verified: \`tags\`${names} names no image`;
  return { ...result, images, failure: images.length === 0 ? "nothing was verified: there is no image" : failure };
}

interface Verified {
  readonly digest: Digest | undefined;
  readonly signature: SignatureResult;
}

/** @param reference a tag, a digest, or `TAG@DIGEST`: then the tag must lead to the digest. */
async function verifyOne(
  registry: Registry,
  repository: string,
  reference: string,
  verifier: SignatureVerifier,
): Promise<Verified> {
  const [tag, pinned] = splitReference(reference);
  const subject = `${registry.name}/${repository}${isDigest(reference) ? "@" : ":"}${reference}`;
  const fail = (problem: string, digest?: Digest): Verified => ({
    digest,
    signature: { format: "bundle", subject, state: "failed", problem },
  });
  try {
    const head = await registry.headManifest(repository, tag ?? pinned!);
    if (head === undefined || !isDigest(head.digest)) return fail("there is no such image");
    const { digest } = head;
    if (pinned !== undefined && digest !== pinned)
      return fail(`the tag leads to ${digest}, and not to ${pinned}`, digest);
    const found: Found[] = [];
    for (const format of FORMATS) {
      found.push(...(await findSignatures(registry, repository, format, verifier, { digest })));
      const valid = validOf(found);
      if (valid !== undefined)
        return { digest, signature: { format: valid.format, subject, state: "verified", ...signedBy(valid) } };
    }
    return fail(reasonOf(found), digest);
  } catch (error) {
    if (!(error instanceof RegistryError || error instanceof ReportError)) throw error;
    return fail(error.message);
  }
}

function splitReference(reference: string): readonly [string | undefined, Digest | undefined] {
  if (isDigest(reference)) return [undefined, reference];
  const [tag = "", digest] = reference.split("@");
  if (digest === undefined) return [tag, undefined];
  if (!isDigest(digest)) throw new Error(`${digest} is not a digest`);
  return [tag, digest];
}

function reasonOf(found: readonly Found[]): string {
  if (found.length === 0) return "it has no signature";
  const reasons = found.flatMap(({ check }) => (check.isValid ? [] : [check.reason]));
  return `none of its ${found.length} signatures holds: ${[...new Set(reasons)].join("; ")}`;
}
