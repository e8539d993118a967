import { type CacheFacts, type CachePreset, inactiveGhaWarning, planCache } from "@jessy-actions/images/build/cache";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import type { Caches } from "./build-planning.ts";
import type { ImagePlan } from "./image-plan.ts";

export interface PlannedCaches {
  /** By the name of the image. */
  readonly caches: Readonly<Record<string, Caches>>;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** What each image reads and writes; sentences that hold for several images are said once. Pure. */
export function planCaches(
  targets: readonly NamedTarget[],
  images: readonly ImagePlan[],
  facts: Omit<CacheFacts, "repositories">,
  ref: string | undefined,
): PlannedCaches {
  const notes = new Set<string>();
  const warnings = new Set<string>();
  const caches = targets.map(({ name, inputs }, at): [string, Caches] => {
    const repositories = images[at]!.destinations.map(({ registry, repository }) => `${registry}/${repository}`);
    const plan = planCache(
      (inputs.cache || "auto") as CachePreset,
      { name, platforms: inputs.platforms, hasOwnEntries: inputs["cache-from"].length + inputs["cache-to"].length > 0 },
      { ...facts, repositories: ref === undefined ? repositories : [ref] },
    );
    for (const note of plan.notes) notes.add(note);
    for (const warning of plan.warnings) warnings.add(warning);
    const inactive = inactiveGhaWarning([...plan.from, ...plan.to], facts.service);
    if (inactive !== undefined) warnings.add(inactive);
    return [name, { from: plan.from, to: plan.to, ...(plan.replace !== undefined && { replace: plan.replace }) }];
  });
  return { caches: Object.fromEntries(caches), notes: [...notes], warnings: [...warnings] };
}
