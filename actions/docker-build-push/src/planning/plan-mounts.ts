import type { CacheService } from "@jessy-actions/images/build/cache";
import {
  type CacheMountFacts,
  type CacheMountsPlan,
  type MountTarget,
  planCacheMounts,
} from "@jessy-actions/images/build/cache-mounts";
import type { TargetPlan } from "@jessy-actions/images/build/target-plan";

export const MOUNT_PRESETS = ["none", "auto", "gha", "local"] as const;
export type MountPreset = (typeof MOUNT_PRESETS)[number];

/** Where archives of cache mounts are between runs. */
export type MountStore = { readonly kind: "gha" } | { readonly kind: "local"; readonly folder: string };

/** What is known of a run that keeps cache mounts. */
export interface MountFacts extends CacheMountFacts {
  readonly store: MountStore;
  /** Texts by the name of the image. One that is missing lies elsewhere, in a remote context, say. */
  readonly dockerfiles: Readonly<Record<string, string>>;
}

/** Plain JSON, as a part of the result. */
export interface MountsPlanning extends CacheMountsPlan {
  readonly store: MountStore;
  readonly folders: CacheMountFacts["folders"];
}

/** @param folder the input `cache-folder`. @returns where they are kept, or why they are not. */
export function chooseMountStore(
  preset: MountPreset,
  service: CacheService,
  folder: string | undefined,
): { readonly store?: MountStore; readonly warning?: string } {
  if (preset === "none") return {};
  const hasService = service.hasToken && service.hasAddress;
  if (preset !== "local" && hasService) return { store: { kind: "gha" } };
  if (preset !== "gha" && folder !== undefined) return { store: { kind: "local", folder } };
  const missing =
    preset === "gha"
      ? "the run has no token or no address of GitHub's cache"
      : preset === "local"
        ? "`local` needs a `cache-folder`"
        : "the run has no token of GitHub's cache, and `cache-folder` is not set";
  return { warning: `Cache mounts are not kept: ${missing}.` };
}

/** What is packed and unpacked, and under which names. Pure. */
export function planMounts(
  targets: readonly TargetPlan[],
  { store, dockerfiles, ...facts }: MountFacts,
  environment: Readonly<Record<string, string>>,
): MountsPlanning {
  // Checks open no mount.
  const built = targets.filter(({ call }) => call === "");
  const images = built.map(({ name, bake, inheritedArgs }): MountTarget => {
    const inherited = inheritedArgs.flatMap((key) => {
      const value = environment[key];
      return value === undefined ? [] : [[key, value] as const];
    });
    return {
      name,
      bake: { ...bake, args: { ...bake.args, ...Object.fromEntries(inherited) } },
      dockerfile: dockerfiles[name],
    };
  });
  return { ...planCacheMounts(images, facts), store, folders: facts.folders };
}
