import type { TypedAttributes } from "@jessy-actions/images/build/bake-file";
import { type BuildPlan, planBuild } from "@jessy-actions/images/build/build-plan";
import type { TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { Inputs } from "../inputs.ts";
import { type ImagePlan, referencesOf } from "./image-plan.ts";
import type { MountsPlanning } from "./plan-mounts.ts";

/** All that decides on the build besides the inputs, as plain JSON without secrets: it stands in the result. */
export interface BuildPlanning {
  readonly images: readonly ImagePlan[];
  readonly pushes: boolean;
  /** The same of each image, in the order of `images`. */
  readonly pushedImages: readonly boolean[];
  /** Why the run has no secrets, as a clause: an empty one is then left out. */
  readonly missingSecrets?: string;
  /** By the name of the image. */
  readonly caches: Readonly<Record<string, Caches>>;
  readonly isPublic: boolean;
  /** The address of the run, which provenance names. */
  readonly runUrl: string;
  readonly defaultContext: string;
  /** How cache mounts are kept; undefined where none are. */
  readonly mounts?: MountsPlanning;
  /** A private folder of this step, absolute. */
  readonly folder: string;
}

export interface Caches {
  readonly from: readonly TypedAttributes[];
  readonly to: readonly TypedAttributes[];
  /** A local cache only grows: the fresh one takes its place after the build. */
  readonly replace?: { readonly fresh: string; readonly kept: string };
}

export const foldersOf = (folder: string) => ({
  layouts: `${folder}/layouts`,
  private: `${folder}/private`,
  bakeFile: `${folder}/private/bake.json`,
  metadata: `${folder}/private/metadata.json`,
  mounts: { tools: `${folder}/mounts/tools`, archives: `${folder}/mounts/archives` },
});

/**
 * The same plan from the same inputs and planning, once to be shown and once to be carried out: values of secrets stand
 * only in the inputs.
 *
 * @throws UserErrors with everything that is wrong with the inputs of a build.
 */
export function buildPlan(
  inputs: Pick<Inputs, "targets" | "builder" | "byDigest" | "token" | "scan" | "maxSize" | "maxGrowth">,
  { images, pushedImages, missingSecrets, caches, isPublic, runUrl, defaultContext, folder }: BuildPlanning,
  environment: Readonly<Record<string, string>>,
): BuildPlan {
  const { targets, builder, byDigest, token, scan, maxSize, maxGrowth } = inputs;
  const isLookedAt = scan.length > 0 || maxSize !== undefined || maxGrowth !== undefined;
  const folders = foldersOf(folder);
  const requests = targets.map(({ name, inputs: target }, at) => {
    const image = images[at]!;
    const own: TargetInputs = {
      ...target,
      push: pushedImages[at]!,
      labels: image.labels,
      annotations: image.annotations,
      // What the cache preset adds is in the request.
      cache: "",
    };
    const { from, to } = caches[name] ?? { from: [], to: [] };
    return {
      name,
      inputs: own,
      references: byDigest ? [] : referencesOf(image),
      cacheFrom: from,
      cacheTo: to,
      isLookedAt,
    };
  });
  return planBuild(requests, builder, {
    isPublic,
    runUrl,
    noDefaults: environment.BUILDX_NO_DEFAULT_ATTESTATIONS === "1",
    environment,
    gitToken: token,
    ...(missingSecrets !== undefined && { missingSecrets }),
    privateFolder: folders.private,
    defaultContext,
    layouts: folders.layouts,
    bakeFile: folders.bakeFile,
    metadataFile: folders.metadata,
  });
}
