import type { TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import { DOCKER_HUB, parseReference, printReference } from "@jessy-actions/images/reference";
import type { BuildContext } from "@jessy-actions/images/tags/build-context";
import { imageMetadata, type MetadataOutputs, metadataOutputs, references } from "@jessy-actions/images/tags/metadata";
import { parseTagInputs, type TagInputs } from "@jessy-actions/images/tags/tag-inputs";
import type { TagPlan } from "@jessy-actions/images/tags/tag-plan";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Destination } from "./destination.ts";

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

/** Every image that is meant, with what `images` and `tags` of the input say. @throws UserErrors naming each tag that is not valid. */
export function planImages(targets: readonly NamedTarget[], context: BuildContext): readonly ImagePlan[] {
  const problems: string[] = [];
  const plans = targets.flatMap((target) => {
    try {
      return [planImage(target, context)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const lines = error instanceof UserErrors ? error.problems : [error.message];
      problems.push(...lines.map((line) => (targets.length === 1 ? line : `\`targets\`, ${target.name}: ${line}`)));
      return [];
    }
  });
  if (problems.length > 0) throw new UserErrors(problems);
  return plans;
}

/** Complete references of an image, as they are printed. */
export function referencesOf({ destinations }: ImagePlan): readonly string[] {
  return destinations.flatMap(({ registry, repository, tags }) =>
    tags.map((tag) => printReference({ registry, repository, tag, digest: undefined })),
  );
}

function planImage({ name, inputs }: NamedTarget, context: BuildContext): ImagePlan {
  return inputs.images.length === 0 ? fromReferences(name, inputs) : fromRules(name, parseTagInputs(inputs), context);
}

function fromRules(name: string, inputs: TagInputs, context: BuildContext): ImagePlan {
  const metadata = imageMetadata(inputs, context);
  const outputs = metadataOutputs(metadata);
  const tags = metadata.plan.tags;
  const places = Map.groupBy(references(metadata), ({ registry, repository }) => `${registry}/${repository}`);
  const isFloating = new Set(tags.filter(({ latest }) => latest !== undefined).map((tag) => tag.name));
  return {
    name,
    version: outputs.version,
    destinations: [...places.values()].map((all) => ({
      registry: all[0]!.registry,
      repository: all[0]!.repository,
      tags: all
        .flatMap(({ tag }) => (tag === undefined ? [] : [tag]))
        .sort((a, b) => Number(isFloating.has(a)) - Number(isFloating.has(b))),
    })),
    versions: tags.filter(({ isImmutable }) => isImmutable).map((tag) => tag.name),
    labels: outputs.labels,
    annotations: outputs.annotations,
    notes: metadata.plan.notes,
    json: outputs.json,
    tagPlan: metadata.plan,
  };
}

/** A version that stands for one image for ever: SemVer, with or without `v`. */
const WHOLE_VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** `tags` as docker/build-push-action has them: complete references. */
function fromReferences(name: string, { tags, labels, annotations }: TargetInputs): ImagePlan {
  const problems: string[] = [];
  const parsed = tags.flatMap((text) => {
    if (/^type=/.test(text)) {
      problems.push(
        `input \`tags\` has the rule \`${text.slice(0, 60)}\`, and \`images\` is empty; write, for example, \`images: ghcr.io/acme/app\``,
      );
      return [];
    }
    try {
      const reference = parseReference(text);
      if (reference.digest !== undefined)
        throw new UserError(`\`${text.slice(0, 60)}\` has a digest, which only a build gives`);
      return [{ ...reference, tag: reference.tag ?? "latest" }];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`input \`tags\`: ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new UserErrors(problems);
  const places = Map.groupBy(parsed, ({ registry, repository }) => `${registry}/${repository}`);
  const destinations = [...places.values()].map((all) => ({
    registry: all[0]!.registry,
    repository: all[0]!.repository,
    tags: [...new Set(all.map(({ tag }) => tag))].sort((a, b) => Number(a === "latest") - Number(b === "latest")),
  }));
  const names = [...new Set(parsed.map(({ tag }) => tag))];
  return {
    name,
    version: names[0] ?? "",
    destinations,
    versions: names.filter((tag) => WHOLE_VERSION.test(tag)),
    labels,
    annotations,
    notes: [],
    json: {
      tags: destinations.flatMap(({ registry, repository, tags: all }) =>
        all.map((tag) => `${registry}/${repository}:${tag}`),
      ),
      "tag-names": names,
      labels: Object.fromEntries(labels.map((label) => [label.split("=", 1)[0]!, label.slice(label.indexOf("=") + 1)])),
      annotations,
    },
  };
}

/** The name that people know: without Docker Hub's host. */
export function familiarName({ registry, repository }: Pick<Destination, "registry" | "repository">): string {
  return registry === DOCKER_HUB ? repository : `${registry}/${repository}`;
}
