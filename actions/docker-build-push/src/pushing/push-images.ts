import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { compileGlob } from "@jessy-actions/reading/glob";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { BuiltImage, BuiltImages } from "../building/build-images.ts";
import type { Inputs } from "../inputs.ts";
import { refusalsOf } from "../inspection/refusals.ts";
import type { Scanned } from "../inspection/run-scan.ts";
import type { Destination } from "../planning/destination.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { ImageResult, ReferenceResult, Result, SignatureResult } from "../result.ts";
import { signImage } from "../signing/sign-image.ts";
import type { Unjudged } from "../verdict.ts";
import type { Login } from "./login.ts";
import { previousSize, previousSizeIfKnown } from "./previous-size.ts";
import { type Pushed, pushImage } from "./push-image.ts";
import { type SettledLatest, settleLatest } from "./settle-latest.ts";

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
  const base = { ...result, warnings, metadata: built.metadata };
  if (built.failure !== undefined) return { ...base, failure: built.failure };
  const looked: ImageResult[] = [];
  for (const [at, image] of built.images.entries())
    looked.push(await lookAt(image, result.images[at]!, result.planning.images[at]!, scanned, inputs, login));
  const settled = await settleAll(result, io, login);
  const notes = [
    ...result.notes,
    ...login.notes,
    ...built.images.flatMap(({ inspection }) => inspection?.notes ?? []),
    ...settled.flatMap(({ image }) => image.notes),
  ];
  if (looked.some(({ refusals }) => refusals.length > 0)) return { ...base, notes, images: looked };
  const unknown = settled.flatMap(({ problem }) => problem ?? []);
  if (unknown.length > 0) return { ...base, notes, images: looked, failure: unknown.join("; ") };
  const images: ImageResult[] = [];
  await io.log.group("Pushing", async () => {
    for (const [at, image] of built.images.entries())
      images.push(await pushOne(image, looked[at]!, settled[at]!.image, inputs, io, login));
  });
  return { ...base, notes, images };
}

/** Whether `latest` moves, asked once everything else lets the images go. */
async function settleAll(
  { images, planning }: Result,
  io: ActionIo,
  { registries }: Login,
): Promise<readonly SettledLatest[]> {
  const { ref } = io.event();
  const gitTag = ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined;
  const gitTags = images.some(({ pushes }) => pushes) ? [...(await (await io.git()).tags()).keys()] : [];
  const settled: SettledLatest[] = [];
  for (const [at, image] of planning.images.entries())
    settled.push(
      images[at]!.pushes ? await settleLatest(image, registries, gitTags, gitTag) : { image, problem: undefined },
    );
  return settled;
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
  const before = planned.pushes ? await sizeBefore(destinations, inputs, login) : undefined;
  const scan = scanned.find((each) => each.name === name)?.refusal;
  const refusals =
    before instanceof Error
      ? [`its size before is not known: ${before.message}`]
      : refusalsOf(inspection, before, inputs);
  return {
    ...planned,
    steps,
    digest: image.root.digest,
    imageId: inspection.imageId,
    platforms: inspection.platforms,
    size: inspection.size,
    previousSize: before instanceof Error ? null : (before ?? null),
    attestations: inspection.attestations,
    refusals: [...refusals, ...(scan === undefined ? [] : [scan])],
  };
}

/** What the floating tag has now: a version's own tag is new. A limit that cannot be judged is a refusal. */
async function sizeBefore(
  destinations: readonly Destination[],
  { maxGrowth }: Inputs,
  { registries }: Login,
): Promise<number | undefined | Error> {
  const [first] = destinations;
  const tag = first?.tags.at(-1);
  if (first === undefined || tag === undefined) return undefined;
  const place = [registries.of(first.registry), first.repository, tag] as const;
  if (maxGrowth === undefined) return previousSizeIfKnown(...place);
  try {
    return await previousSize(...place);
  } catch (error) {
    if (error instanceof RegistryError || error instanceof ReportError) return error;
    throw error;
  }
}

async function pushOne(
  { image }: BuiltImage,
  looked: ImageResult,
  plan: ImagePlan,
  inputs: Inputs,
  io: ActionIo,
  login: Login,
): Promise<ImageResult> {
  if (!looked.pushes || image === undefined) return looked;
  const destinations = inputs.byDigest ? plan.destinations.map((each) => ({ ...each, tags: [] })) : plan.destinations;
  const pushed = await pushImage(image, destinations, {
    registry: login.registries.of,
    isImmutable: immutability(inputs.immutableTags, plan),
    log: io.log,
  });
  const result = { ...looked, references: inputs.byDigest ? [] : pushed.map(referenceOf) };
  const failed = pushed.find(({ state }) => state === "failed");
  if (inputs.byDigest && failed !== undefined)
    return {
      ...result,
      references: [
        { ...referenceOf(failed), reference: `${failed.registry}/${failed.repository}@${image.root.digest}` },
      ],
    };
  if (failed !== undefined || pushed.some(({ state }) => state === "refused")) return result;
  return { ...result, signatures: await signEverywhere(image.root, plan.destinations, inputs, login) };
}

/** Whether a tag may not move. */
export function immutability(
  immutableTags: Inputs["immutableTags"],
  { versions }: Pick<ImagePlan, "versions">,
): (tag: string) => boolean {
  if (immutableTags === "none") return () => false;
  if (immutableTags === "versions") return (tag) => versions.includes(tag);
  const patterns = immutableTags.map((pattern) => compileGlob(pattern));
  return (tag) => patterns.some((matches) => matches(tag));
}

export function referenceOf({ registry, repository, tag, state, problem }: Pushed): ReferenceResult {
  return {
    reference: `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}`,
    state,
    ...(problem !== undefined && { problem }),
  };
}

/** In every repository of the image: a signature lies beside what it signs. */
export async function signEverywhere(
  root: Descriptor,
  destinations: readonly Destination[],
  { signing }: Pick<Inputs, "signing">,
  { registries, signer }: Login,
): Promise<readonly SignatureResult[]> {
  if (signing === undefined || signer === undefined) return [];
  const now = new Date().toISOString();
  const signed: SignatureResult[] = [];
  for (const { registry, repository } of destinations)
    signed.push(...(await signImage(registries.of(registry), repository, root, signer, signing.formats, now)));
  return signed;
}
