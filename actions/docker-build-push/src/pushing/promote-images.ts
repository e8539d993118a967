import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { isDigest } from "@jessy-actions/images/oci/digest";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import type { Inputs } from "../inputs.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { ImageResult, ReferenceResult, Result } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import type { Login } from "./login.ts";
import { immutability, signEverywhere } from "./push-images.ts";
import { type StoredIndex, tagManifest } from "./tag-manifest.ts";

/** Gives the tags to an image that the registry has already: nothing is built, no byte of it changes. */
export async function promoteImages(result: Result, inputs: Inputs, io: ActionIo, login: Login): Promise<Unjudged> {
  const images: ImageResult[] = [];
  for (const [at, image] of result.images.entries())
    images.push(await promote(image, result.planning.images[at]!, inputs, io, login));
  return { ...result, images };
}

async function promote(
  image: ImageResult,
  plan: ImagePlan,
  inputs: Inputs,
  io: ActionIo,
  login: Login,
): Promise<ImageResult> {
  const source = inputs.promote!;
  const stored = new Map<string, StoredIndex | string>();
  for (const { registry, repository } of plan.destinations)
    stored.set(`${registry}/${repository}`, await readSource(login, registry, repository, source));
  const digests = new Set([...stored.values()].flatMap((each) => (typeof each === "string" ? [] : [each.digest])));
  const isImmutable = immutability(inputs.immutableTags, plan);
  // A tag of two meanings is promoted nowhere.
  const isClear = digests.size === 1 && [...stored.values()].every((each) => typeof each !== "string");
  const references: ReferenceResult[] = [];
  for (const { registry, repository, tags } of plan.destinations) {
    const manifest = stored.get(`${registry}/${repository}`)!;
    for (const tag of tags) {
      const reference = `${registry}/${repository}:${tag}`;
      if (typeof manifest === "string") references.push({ reference, state: "failed", problem: manifest });
      else if (!isClear)
        references.push({ reference, state: "not tried", problem: `\`${source}\` is ${manifest.digest} here` });
      else {
        const done = await tagManifest(login.registries.of(registry), repository, tag, manifest, isImmutable);
        references.push(done);
        io.log.info(`${reference}: ${done.state}`);
      }
    }
  }
  const [first] = [...stored.values()];
  const root = typeof first === "object" ? rootOf(first) : undefined;
  const isComplete = references.every(({ state }) => state === "pushed" || state === "moved" || state === "unchanged");
  return {
    ...image,
    references,
    digest: root?.digest ?? null,
    signatures: root !== undefined && isComplete ? await signEverywhere(root, plan.destinations, inputs, login) : [],
  };
}

/** @returns why it is not there, as a sentence. */
async function readSource(
  login: Login,
  registry: string,
  repository: string,
  source: string,
): Promise<StoredIndex | string> {
  try {
    return (
      (await login.registries.of(registry).getManifest(repository, source)) ??
      `${registry}/${repository} has no \`${source}\``
    );
  } catch (error) {
    if (error instanceof RegistryError) return error.message;
    throw error;
  }
}

export function rootOf({ mediaType, digest, bytes }: StoredIndex): Descriptor {
  if (!isDigest(digest)) throw new Error(`${digest} is not a digest`);
  return { mediaType, digest, size: bytes.length };
}
