import { join } from "node:path";
import { isDigest } from "@jessy-actions/images/oci/digest";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Destination } from "../planning/destination.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import { type PromotionSource, readPromotionSource } from "../planning/promotion-source.ts";
import type { Result } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import type { Login } from "./login.ts";
import { publishImages, type ReadyImage } from "./publish-images.ts";
import { readStandingImage, registryContent, type StandingImage } from "./registry-content.ts";
import { reasonOf } from "./registry-reason.ts";

/** Gives the tags to images that a registry has already: nothing is built, and no byte of them changes. */
export async function promoteImages(result: Result, inputs: Inputs, io: ActionIo, login: Login): Promise<Unjudged> {
  const source = readPromotionSource(inputs.promote!);
  const ready: ReadyImage[] = [];
  const problems: string[] = [];
  for (const [at, plan] of result.planning.images.entries()) {
    const found = await findSource(source, plan, login);
    if (typeof found === "string") problems.push(found);
    else ready.push(readyImage(found, plan, result, at, io));
  }
  if (problems.length > 0) return { ...result, failure: `Nothing was promoted: ${problems.join("; ")}` };
  const published = await publishImages(ready, result, inputs, io, login, false);
  return { ...result, ...published, notes: [...result.notes, ...login.notes, ...published.notes] };
}

function readyImage(
  image: StandingImage,
  plan: ImagePlan,
  { images, planning }: Result,
  at: number,
  { log }: ActionIo,
): ReadyImage {
  const content = registryContent(image, join(planning.folder, "copies"), log);
  return { result: images[at]!, plan, root: image.root, content };
}

/**
 * The image that a source names. A source without a repository is looked for in those that the tags go to: a digest may
 * stand in any of them, and a tag must not mean two images. A tag beside a digest must lead to it.
 *
 * @returns why there is none, or no clear one.
 */
async function findSource(
  { registry, repository, reference, tag }: PromotionSource,
  { destinations }: ImagePlan,
  { registries }: Login,
): Promise<StandingImage | string> {
  const places: readonly Pick<Destination, "registry" | "repository">[] =
    registry !== undefined && repository !== undefined ? [{ registry, repository }] : destinations;
  const mark = isDigest(reference) ? "@" : ":";
  const found: StandingImage[] = [];
  try {
    for (const place of places) {
      const image = await readStandingImage(registries.of(place.registry), place.repository, reference);
      if (image !== undefined) found.push(image);
      const standing = tag && (await registries.of(place.registry).headManifest(place.repository, tag))?.digest;
      if (tag !== undefined && standing !== reference)
        return `${place.registry}/${place.repository}:${tag} is ${standing ?? "not there"}, and not ${reference}`;
    }
  } catch (error) {
    return reasonOf(error);
  }
  const [first, ...others] = found;
  if (first === undefined)
    return `${places.map((place) => `${place.registry}/${place.repository}${mark}${reference}`).join(" and ")} is not there`;
  const { digest } = first.root.descriptor;
  const other = others.find(({ root }) => root.descriptor.digest !== digest);
  if (other === undefined) return first;
  const say = (image: StandingImage) => `${image.root.descriptor.digest} in ${image.registry.name}/${image.repository}`;
  return `\`${reference}\` is ${say(first)} and ${say(other)}; give the digest`;
}
