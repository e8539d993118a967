import { outputWish } from "@jessy-actions/images/build/outputs";
import type { TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import type { Reference } from "@jessy-actions/images/reference";
import type { BuildContext } from "@jessy-actions/images/tags/build-context";
import {
  DEFAULT_METADATA_OPTIONS,
  imageMetadata,
  type MetadataOptions,
  type MetadataOutputs,
  metadataOutputs,
} from "@jessy-actions/images/tags/metadata";
import { parseTagInputs, type TagInputs } from "@jessy-actions/images/tags/tag-inputs";
import type { TagPlan } from "@jessy-actions/images/tags/tag-plan";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { destinationsOf, mergeDestinations, readReferences } from "./complete-references.ts";
import { type Destination, referenceText } from "./destination.ts";
import type { Mode } from "./mode.ts";

/** What an image is called and labelled, before it is built. Plain JSON. */
export interface ImagePlan {
  readonly name: string;
  /** By which it is labelled; empty when no rule gave one. */
  readonly version: string;
  /** Floating tags such as `latest` are last in each. */
  readonly destinations: readonly Destination[];
  /** Tags that are whole versions. */
  readonly versions: readonly string[];
  /** `name=value`. */
  readonly labels: readonly string[];
  /** With their levels. */
  readonly annotations: readonly string[];
  readonly notes: readonly string[];
  readonly json: MetadataOutputs["json"];
  /** By which rules; undefined when complete references were given. */
  readonly tagPlan?: TagPlan;
}

/**
 * Every image that is meant, with what `images`, `tags` and the outputs that push say.
 *
 * @throws UserErrors naming each tag that is not valid.
 */
export function planImages(
  targets: readonly NamedTarget[],
  context: BuildContext,
  mode: Mode,
  options: MetadataOptions = DEFAULT_METADATA_OPTIONS,
): readonly ImagePlan[] {
  const problems: string[] = [];
  const plans = targets.flatMap((target) => {
    try {
      return [planImage(target, context, mode, options)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const lines = error instanceof UserErrors ? error.problems : [error.message];
      problems.push(...lines.map((line) => problemOf(target, targets, line)));
      return [];
    }
  });
  if (problems.length > 0) throw new UserErrors(problems);
  return plans;
}

/** A problem with an input of one image: of several, it names the image. */
export function problemOf({ name }: NamedTarget, { length }: readonly NamedTarget[], line: string): string {
  return length === 1 ? line : `input \`targets\`, \`${name}\`, ${line.replace(/^input /, "")}`;
}

/** Complete references of an image, as they are printed. */
export function referencesOf({ destinations }: Pick<ImagePlan, "destinations">): readonly string[] {
  return destinations.flatMap((each) => each.tags.map((tag) => referenceText(each, tag)));
}

function planImage(
  { name, inputs }: NamedTarget,
  context: BuildContext,
  mode: Mode,
  options: MetadataOptions,
): ImagePlan {
  const problems: string[] = [];
  const plan = gathered(problems, () =>
    inputs.images.length === 0
      ? fromReferences(name, inputs, mode)
      : fromRules(name, parseTagInputs(inputs), context, options),
  );
  // Other modes have no outputs.
  const texts = mode === "build" ? outputWish(inputs.outputs).names : [];
  const named = gathered(problems, () => readReferences("outputs", texts, mode)) ?? [];
  if (problems.length > 0 || plan === undefined) throw new UserErrors(problems);
  return named.length === 0 ? plan : withNames(plan, named);
}

function gathered<Value>(problems: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...(error instanceof UserErrors ? error.problems : [error.message]));
    return undefined;
  }
}

/** Also pushed under the names that an output gave. */
function withNames(plan: ImagePlan, named: readonly Reference[]): ImagePlan {
  const tags = [...new Set(named.map(({ tag }) => tag!))];
  return {
    ...plan,
    version: plan.version || tags[0]!,
    destinations: mergeDestinations([...plan.destinations, ...destinationsOf(named)], floatingTags(plan.tagPlan)),
    versions: [...new Set([...plan.versions, ...tags.filter(isWholeVersion)])],
  };
}

function fromRules(name: string, inputs: TagInputs, context: BuildContext, options: MetadataOptions): ImagePlan {
  const metadata = imageMetadata(inputs, context, options);
  const outputs = metadataOutputs(metadata);
  const { tags } = metadata.plan;
  const names = tags.map((tag) => tag.name);
  return {
    name,
    version: outputs.version,
    destinations: mergeDestinations(
      inputs.images.map(({ registry, repository }) => ({ registry, repository, tags: names })),
      floatingTags(metadata.plan),
    ),
    versions: tags.filter(({ isImmutable }) => isImmutable).map((tag) => tag.name),
    labels: outputs.labels,
    annotations: outputs.annotations,
    notes: metadata.plan.notes,
    json: outputs.json,
    tagPlan: metadata.plan,
  };
}

function floatingTags(plan: TagPlan | undefined): ReadonlySet<string> {
  return new Set([
    "latest",
    ...(plan?.tags.filter(({ latest }) => latest !== undefined).map(({ name }) => name) ?? []),
  ]);
}

/** A version that stands for one image for ever: SemVer, with or without `v`. */
const isWholeVersion = (tag: string): boolean => /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(tag);

/** `tags` as docker/build-push-action has them: complete references. */
function fromReferences(name: string, { tags, labels, annotations }: TargetInputs, mode: Mode): ImagePlan {
  const parsed = readReferences("tags", tags, mode);
  const destinations = destinationsOf(parsed);
  const names = [...new Set(parsed.map(({ tag, digest }) => tag ?? digest!))];
  return {
    name,
    version: names[0] ?? "",
    destinations,
    versions: names.filter(isWholeVersion),
    labels,
    annotations,
    notes: [],
    json: {
      tags: referencesOf({ destinations }),
      "tag-names": names,
      labels: Object.fromEntries(labels.map((label) => [label.split("=", 1)[0]!, label.slice(label.indexOf("=") + 1)])),
      annotations,
    },
  };
}
