import { UserError } from "@jessy-actions/reading/user-error";
import type { Reference } from "../reference.ts";
import type { BuildContext } from "./build-context.ts";
import { globalExpressions, SHORT_SHA_LENGTH } from "./expressions.ts";
import type { ImageEntry } from "./image-list.ts";
import { annotationLines, type Labels, labelLines, labelsOf } from "./labels.ts";
import type { TagInputs } from "./tag-inputs.ts";
import { planTags, type TagPlan } from "./tag-plan.ts";

/** What metadata-action reads from variables of its own. */
export interface MetadataOptions {
  /** DOCKER_METADATA_SHORT_SHA_LENGTH */
  readonly shortShaLength: number;
  /** DOCKER_METADATA_ANNOTATIONS_LEVELS */
  readonly annotationLevels: readonly string[];
}

export const DEFAULT_METADATA_OPTIONS: MetadataOptions = {
  shortShaLength: SHORT_SHA_LENGTH,
  annotationLevels: ["manifest"],
};

/** Everything that an image is called and labelled. */
export interface ImageMetadata {
  readonly images: readonly ImageEntry[];
  /** Whether `images` named any: if not, tags stand without an image. */
  readonly namesImages: boolean;
  readonly plan: TagPlan;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly annotationLevels: readonly string[];
}

/** The outputs of metadata-action, each value as its output holds it with line breaks between values. */
export interface MetadataOutputs {
  readonly version: string;
  readonly tags: readonly string[];
  readonly "tag-names": readonly string[];
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
  /** To be written with JSON.stringify. */
  readonly json: {
    readonly tags: readonly string[];
    readonly "tag-names": readonly string[];
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: readonly string[];
  };
}

/**
 * Decides everything that an image is called and labelled. `latest` goes wherever metadata-action puts it; whether it
 * moves is decided by the tags that stand when the image is pushed (`latest.ts`).
 *
 * @throws UserError with every tag that would not be valid
 */
export function imageMetadata(
  inputs: TagInputs,
  context: BuildContext,
  options: MetadataOptions = DEFAULT_METADATA_OPTIONS,
): ImageMetadata {
  const { shortShaLength, annotationLevels } = options;
  const plan = planTags(inputs.rules, inputs.flavor, context, shortShaLength);
  const expressions = globalExpressions(context, shortShaLength);
  return {
    images: inputs.images,
    namesImages: inputs.namesImages,
    plan,
    labels: labelsOf(inputs.labels, expressions, context, plan.version),
    annotations: labelsOf(inputs.annotations, expressions, context, plan.version),
    annotationLevels,
  };
}

/** @throws UserError for what is not a whole number from 1: with 0, every commit would get the same tag */
export function parseShortShaLength(text: string): number {
  const length = Number(text);
  if (text.trim() !== "" && Number.isInteger(length) && length > 0) return length;
  throw new UserError(`${JSON.stringify(text)} is not a length for short commits; write a whole number such as 12`);
}

/** What is to be pushed: each image under each tag, once. */
export function references({ images, plan }: ImageMetadata): readonly Reference[] {
  const unique = new Map<string, Reference>();
  for (const { registry, repository } of images) {
    for (const { name } of plan.tags) {
      unique.set(`${registry}/${repository}:${name}`, { registry, repository, tag: name, digest: undefined });
    }
  }
  return [...unique.values()];
}

export function metadataOutputs(metadata: ImageMetadata): MetadataOutputs {
  const { images, namesImages, plan, labels, annotationLevels } = metadata;
  const names = plan.tags.map(({ name }) => name);
  const tags = namesImages ? images.flatMap((image) => names.map((tag) => `${image.name}:${tag}`)) : names;
  const annotations = annotationLines(metadata.annotations, annotationLevels);
  return {
    version: plan.version,
    tags,
    "tag-names": names,
    labels: labelLines(labels),
    annotations,
    json: { tags, "tag-names": names, labels: Object.fromEntries(labels), annotations },
  };
}
