import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { BuiltImage, BuiltImages } from "../building/build-images.ts";
import type { Inputs } from "../inputs.ts";
import type { Sizes } from "../inspection/inspect-image.ts";
import { refusalsOf, sizeBefore } from "../inspection/refusals.ts";
import type { Scanned } from "../inspection/run-scan.ts";
import type { Destination } from "../planning/destination.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { ImageResult, Result } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import { folderContent } from "./folder-content.ts";
import type { Login } from "./login.ts";
import { previousSizes, previousSizesIfKnown } from "./previous-size.ts";
import { publishImages, type ReadyImage } from "./publish-images.ts";
import { ofRegistry } from "./registry-reason.ts";

/** Pushes what was built, unless something speaks against one of the images: then none leaves. */
export async function pushImages(
  result: Result,
  built: BuiltImages,
  scanned: readonly Scanned[],
  inputs: Inputs,
  io: ActionIo,
  login: Login,
): Promise<Unjudged> {
  const warnings = [...result.warnings, ...built.warnings];
  const base = { ...result, warnings, metadata: built.metadata, checked: built.checked };
  if (built.failure !== undefined) return { ...base, failure: built.failure };
  if (built.checked !== null) return base;
  const looked: ImageResult[] = [];
  for (const [at, image] of built.images.entries())
    looked.push(await lookAt(image, result.images[at]!, result.planning.images[at]!, scanned, inputs, login));
  const notes = [...result.notes, ...login.notes, ...built.images.flatMap(({ inspection }) => inspection?.notes ?? [])];
  if (looked.some(({ refusals }) => refusals.length > 0)) return { ...base, notes, images: looked };
  const ready = looked.flatMap((image, at): ReadyImage[] => {
    const folder = built.images[at]!.image;
    if (!image.pushes || folder === undefined) return [];
    const root = folder.order.manifests.at(-1)!;
    return [{ result: image, plan: result.planning.images[at]!, root, content: folderContent(folder, io.log) }];
  });
  if (ready.length === 0) return { ...base, notes, images: looked };
  const published = await publishImages(ready, result, inputs, io, login, true);
  const byName = new Map(published.images.map((image) => [image.name, image]));
  return {
    ...base,
    notes: [...notes, ...published.notes],
    failure: published.failure,
    images: looked.map((image) => byName.get(image.name) ?? image),
  };
}

async function lookAt(
  { name, image, inspection, steps }: BuiltImage,
  planned: ImageResult,
  { destinations }: ImagePlan,
  scanned: readonly Scanned[],
  inputs: Inputs,
  login: Login,
): Promise<ImageResult> {
  if (image === undefined || inspection === undefined) return { ...planned, steps };
  const before = planned.pushes ? await sizesBefore(destinations, inputs, login) : undefined;
  const scan = scanned.find((each) => each.name === name);
  const refusals =
    before instanceof Error
      ? [`\`max-growth\` cannot be judged, since the size of what stands is not known: ${before.message}`]
      : refusalsOf(inspection, before, inputs);
  const [first = ""] = inspection.platforms;
  return {
    ...planned,
    steps,
    digest: image.root.digest,
    imageId: inspection.imageId,
    platforms: inspection.platforms,
    size: inspection.sizes[first] ?? null,
    previousSize: before instanceof Error ? null : (sizeBefore(before, first) ?? null),
    attestations: inspection.attestations,
    refusals: [...refusals, ...(scan?.refusals ?? [])],
    scanOutput: scan?.output ?? [],
  };
}

/** Of what the floating tag has now: a version's own tag is new. A limit that cannot be judged is a refusal. */
async function sizesBefore(
  destinations: readonly Destination[],
  { maxGrowth }: Inputs,
  { registries }: Login,
): Promise<Sizes | undefined | Error> {
  const [first] = destinations;
  const tag = first?.tags.at(-1);
  if (first === undefined || tag === undefined) return undefined;
  const place = [registries.of(first.registry), first.repository, tag] as const;
  if (maxGrowth === undefined) return previousSizesIfKnown(...place);
  try {
    return await previousSizes(...place);
  } catch (error) {
    return ofRegistry(error);
  }
}
