import { type Digest, isDigest } from "@jessy-actions/images/oci/digest";
import { signedBy, verifySignature } from "@jessy-actions/images/signatures/find-signatures";
import type { SignatureVerifier } from "@jessy-actions/images/signatures/verifier";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { type Destination, referenceText } from "../planning/destination.ts";
import type { Login } from "../pushing/login.ts";
import { reasonOf } from "../pushing/registry-reason.ts";
import type { ImageResult, Result, SignatureResult } from "../result.ts";
import type { Unjudged } from "../verdict.ts";

/** Whether each image has a signature that counts, in any format. One without is a failure, and so is no image at all. */
export async function verifyImages(result: Result, { registries, verifier }: Login): Promise<Unjudged> {
  if (verifier === undefined) throw new Error("nothing says whose signature counts");
  const images: ImageResult[] = [];
  for (const [at, image] of result.images.entries()) {
    const verified: Verified[] = [];
    for (const destination of result.planning.images[at]!.destinations)
      for (const tag of destination.tags)
        verified.push(await verifyOne(registries.of(destination.registry), destination, tag, verifier));
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

/** @param tag or a digest itself. Where the destination names a digest for it, the tag must lead there. */
async function verifyOne(
  registry: Registry,
  destination: Destination,
  tag: string,
  verifier: SignatureVerifier,
): Promise<Verified> {
  const { repository, expected: pinned = {} } = destination;
  const subject = referenceText(destination, tag);
  const fail = (problem: string, digest?: Digest): Verified => ({
    digest,
    signature: { format: "bundle", subject, state: "failed", problem },
  });
  try {
    const head = await registry.headManifest(repository, tag);
    if (head === undefined || !isDigest(head.digest)) return fail("there is no such image");
    const { digest } = head;
    const wanted = isDigest(tag) ? tag : Object.hasOwn(pinned, tag) ? pinned[tag] : undefined;
    if (wanted !== undefined && digest !== wanted) return fail(`it leads to ${digest}, and not to ${wanted}`, digest);
    const found = await verifySignature(registry, repository, verifier, { digest });
    if ("problem" in found) return fail(found.problem, digest);
    return { digest, signature: { format: found.format, subject, state: "verified", ...signedBy(found) } };
  } catch (error) {
    return fail(reasonOf(error));
  }
}
