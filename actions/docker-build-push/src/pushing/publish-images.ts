import { join } from "node:path";
import { findSignatures, isSigned } from "@jessy-actions/images/signatures/find-signatures";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { compileGlob } from "@jessy-actions/reading/glob";
import type { Inputs } from "../inputs.ts";
import { type GitTags, readGitTags } from "../planning/git-tags.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { ImageResult, ReferenceResult, Result } from "../result.ts";
import { signImage } from "../signing/sign-image.ts";
import { type Delivered, deliverImages } from "./deliver-images.ts";
import type { Delivery, ImageContent, Place } from "./delivery.ts";
import type { Login } from "./login.ts";
import { settleLatest } from "./settle-latest.ts";
import { standingFor } from "./standing-image.ts";

/** An image that is ready to go to its places. */
export interface ReadyImage {
  /** What is known of it by now. */
  readonly result: ImageResult;
  readonly plan: ImagePlan;
  readonly root: Delivery["root"];
  readonly content: ImageContent;
}

export interface Publication {
  readonly images: readonly ImageResult[];
  readonly notes: readonly string[];
  /** Why nothing was published, when it is not about a single image. */
  readonly failure: string | null;
}

/**
 * Gives images their tags, however they came to be: built, merged, or promoted. Whether `latest` moves is asked first, and
 * all images go together or not at all.
 *
 * @param completes whether a version that stands already may be taken for this run's image (`standing-image.ts`).
 */
export async function publishImages(
  ready: readonly ReadyImage[],
  { commit, planning }: Pick<Result, "commit" | "planning">,
  inputs: Inputs,
  io: ActionIo,
  login: Login,
  completes: boolean,
): Promise<Publication> {
  let asked: Promise<GitTags> | undefined;
  const gitTags = () => {
    asked ??= readGitTags(io);
    return asked;
  };
  const { ref } = io.event();
  const settled = await Promise.all(ready.map(({ plan }) => settleLatest(plan, login.registries, ref, gitTags)));
  const notes = [...new Set(settled.flatMap((each) => each.notes))];
  const unknown = settled.flatMap(({ problem }) => problem ?? []);
  if (unknown.length > 0) return { images: ready.map(({ result }) => result), notes, failure: unknown.join("; ") };
  const deliveries = ready.map(({ root, content }, at): Delivery => {
    const plan = settled[at]!.image;
    const { destinations } = plan;
    return {
      root,
      content,
      destinations: inputs.byDigest ? destinations.map((each) => ({ ...each, tags: [] })) : destinations,
      isImmutable: immutability(inputs.immutableTags, plan),
    };
  });
  const options = { commit, folder: join(planning.folder, "copies"), log: io.log, registry: login.registries.of };
  const delivered = await io.log.group("Pushing", () =>
    deliverImages(deliveries, {
      registry: login.registries.of,
      sign: signWith(inputs, login),
      ...(completes && {
        standingFor: (refused, places) =>
          standingFor(refused, places, { ...options, whyNotSigned: whyNotSignedBy(login) }),
      }),
      log: io.log,
    }),
  );
  const completed = delivered.flatMap(({ delivery }, at) =>
    delivery.root === deliveries[at]!.root
      ? []
      : `${ready[at]!.result.name}: an earlier run of this commit published ${delivery.root.descriptor.digest} under its version; that image is completed, and the one built now is dropped.`,
  );
  return {
    images: ready.map(({ result }, at) => published(result, deliveries[at]!, delivered[at]!, inputs.byDigest)),
    notes: [...notes, ...completed],
    failure: null,
  };
}

function published(
  before: ImageResult,
  wanted: Delivery,
  { delivery, places, signatures }: Delivered,
  byDigest: boolean,
): ImageResult {
  const { digest } = delivery.root.descriptor;
  const result = {
    ...before,
    digest,
    ...(delivery.root !== wanted.root && { imageId: null, size: null, previousSize: null }),
    signatures,
  };
  // What went well by digest alone has no reference to show.
  const shown = byDigest ? places.filter(({ state }) => state === "failed" || state === "not tried") : places;
  return { ...result, references: shown.map((place) => referenceOf(place, digest)) };
}

function referenceOf({ registry, repository, tag, state, problem }: Place, digest: string): ReferenceResult {
  return {
    reference: `${registry}/${repository}${tag === undefined ? `@${digest}` : `:${tag}`}`,
    state,
    ...(problem !== undefined && { problem }),
  };
}

/** Whether a tag may not move. */
function immutability(
  immutableTags: Inputs["immutableTags"],
  { versions }: Pick<ImagePlan, "versions">,
): (tag: string) => boolean {
  if (immutableTags === "none") return () => false;
  if (immutableTags === "versions") return (tag) => versions.includes(tag);
  const patterns = immutableTags.map((pattern) => compileGlob(pattern));
  return (tag) => patterns.some((matches) => matches(tag));
}

type Sign = NonNullable<Parameters<typeof deliverImages>[1]["sign"]>;

function signWith({ signing }: Inputs, { signer }: Login): Sign | undefined {
  if (signing === undefined || signer === undefined) return undefined;
  const now = new Date().toISOString();
  return (registry, repository, root) => signImage(registry, repository, root, signer, signing.formats, now);
}

function whyNotSignedBy({ signer }: Login): Parameters<typeof standingFor>[2]["whyNotSigned"] {
  return async (registry, repository, digest) => {
    if (signer === undefined) return undefined;
    for (const format of ["bundle", "legacy"] as const)
      if (isSigned(await findSignatures(registry, repository, format, signer.verifier, { digest }))) return undefined;
    return `${signer.verifier.name} did not sign it`;
  };
}
